import {
  basesOf,
  findCrossings,
  testedColumns,
  verify,
  withhold,
  type Computable,
  type Contract,
  type Day,
  type Engine,
  type Goal,
  type Metric,
  type Plan,
  type Problem,
  type PublishedVerdict,
  type Verdicts,
} from '@zj/metrics';
import { computeGoals, type Computed, type Withheld } from './computing.js';

/** The file that gauges read. */
export function verdictsFile(
  { id, document }: Plan,
  asOf: Day,
  { manifest, verdicts, withheld }: Pick<Verdicts, 'manifest' | 'verdicts' | 'withheld'>,
): Verdicts {
  const { title, number } = document;
  const plan = { id, title, ...(number !== undefined && { number }) };
  return { version: 1, plan, asOf, manifest, verdicts, withheld };
}

/**
 * Judges every goal from the published tables. A goal whose verdict differs from that of all rows is withheld: merging for
 * confidentiality crossed what its metric selects, and neither figure may be told.
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
  const withheld: Withheld[] = [];
  for (const [index, goal] of release.plan.goals.entries()) {
    const failed = [...computed.withheld, ...rows.withheld].find((one) => one.goal.goal === goal.id);
    const verdict = computed.verdicts.find((one) => one.goal === goal.id);
    if (failed || !verdict) {
      if (failed) withheld.push(failed);
      continue;
    }
    const { differences } = goals.find((one) => one.goal === goal.id)!;
    const crossed = differences.some((name) => name !== 'completeness')
      ? findCrossed(goal, release)
      : undefined;
    if (!crossed) verdicts.push(verdict);
    else {
      const cells = await listCrossings(published, release, goal, asOf);
      const note = crossedNote(goal, crossed, cells, `${file} $.goals[${index}]`);
      withheld.push({ goal: withhold(goal, 'merged'), note });
    }
  }
  return { verdicts, withheld };
}

/** A metric of rows, with the contract of the dataset that it is measured over. */
interface Based {
  readonly metric: Metric;
  readonly contract: Contract;
}

/** The metric whose cells were merged; a register is published as it is: there only a sum of DOUBLE can differ, in its last digits. */
function findCrossed(goal: Goal, { metrics, datasets }: Computable): Based | undefined {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const merged = basesOf(goal.metric, known).flatMap((metric): readonly Based[] => {
    const { contract } = datasets.find((dataset) => dataset.contract.id === metric.dataset)!;
    return contract.cube ? [{ metric, contract }] : [];
  });
  return merged.find((one) => one.metric.where) ?? merged[0];
}

function crossedNote({ id }: Goal, { metric, contract }: Based, cells: string, where: string): Problem {
  const columns = conditionColumns(metric).join(', ');
  const longer = 'publish by longer periods';
  const first = `put ${columns} first among the "dimensions" of ${contract.id}'s cube, or ${longer}`;
  return {
    code: 'merged-across',
    where,
    message: `The goal ${id} is published without a figure: for confidentiality, cells were merged across what its metric selects (${cells}).`,
    remedy: `To have a figure, ${columns === '' ? longer : first}.`,
  };
}

function conditionColumns({ where = [] }: Metric): readonly string[] {
  return testedColumns(where);
}

/** The first cells that are merged over a column that a goal's metrics select by. */
async function listCrossings(
  engine: Pick<Engine, 'run'>,
  release: Computable,
  goal: Goal,
  asOf: Day,
): Promise<string> {
  const crossings = await findCrossings(engine, release, goal, { asOf });
  const cells = crossings.flatMap((one) => [...one.cells, ...(one.more ? ['…'] : [])]);
  return cells.length === 0 ? 'none that this can name' : cells.join('; ');
}
