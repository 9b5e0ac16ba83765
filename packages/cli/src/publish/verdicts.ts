import {
  findCrossings,
  headOf,
  listed,
  problem,
  say,
  testedColumns,
  withhold,
  type Crossing,
} from '@zj/metrics/internal';
import {
  verify,
  type Computable,
  type Day,
  type Engine,
  type Goal,
  type Plan,
  type Problem,
  type PublishedVerdict,
  type Verdicts,
} from '@zj/metrics';
import { computeGoals, type Computed, type Withheld } from './computing.js';

/** The file that gauges read. */
export function verdictsFile(
  plan: Plan,
  asOf: Day,
  { manifest, verdicts, withheld }: Pick<Verdicts, 'manifest' | 'verdicts' | 'withheld'>,
): Verdicts {
  return { version: 1, plan: headOf(plan), asOf, manifest, verdicts, withheld };
}

/**
 * Judges every goal from the published tables. A goal whose figures differ from those of all rows is withheld if merging for
 * confidentiality crossed the rows of its metric: neither figure may be told.
 */
export async function judgeGoals(
  published: Pick<Engine, 'run'>,
  rows: Computed,
  release: Computable & { readonly plan: Plan },
  { asOf, file }: { readonly asOf: Day; readonly file: string },
): Promise<Computed> {
  const computed = await computeGoals(published, release, { asOf, file });
  const { goals } = verify(computed, rows.verdicts);
  const verdicts: PublishedVerdict[] = [];
  const withheld = [...computed.withheld];
  for (const verdict of computed.verdicts) {
    const { differences } = goals.find((one) => one.goal === verdict.goal)!;
    const index = release.plan.goals.findIndex(({ id }) => id === verdict.goal);
    const goal = release.plan.goals[index]!;
    // Rows that were merged have no empty cells to tell of.
    const differs = differences.some((name) => name !== 'completeness' && name !== 'reason');
    const crossings = differs ? await findCrossings(published, release, goal, { asOf }) : [];
    if (crossings.length === 0) verdicts.push(verdict);
    else {
      const note = crossedNote(goal, crossings, `${file} $.goals[${index}]`);
      withheld.push({ goal: withhold(goal, 'merged'), note });
    }
  }
  const place = ({ goal }: Withheld): number => release.plan.goals.findIndex(({ id }) => id === goal.goal);
  withheld.sort((a, b) => place(a) - place(b));
  return { verdicts, withheld };
}

function crossedNote({ id }: Goal, crossings: readonly Crossing[], where: string): Problem {
  const { metric, contract, cells, more } = crossings[0]!;
  const columns = testedColumns(metric.where ?? []);
  const some = `${cells.join('; ')}${more ? '; …' : ''}`;
  return problem({
    code: 'merged-across',
    where,
    message: say`The goal ${id} is published without a figure: for confidentiality, cells were merged across the conditions of its metric (${some}).`,
    remedy:
      columns.length === 0
        ? say`To have a figure, publish by longer periods.`
        : say`To have a figure, put ${listed(columns)} first among the "dimensions" of ${contract.id}'s cube, or publish by longer periods.`,
  });
}
