import {
  basesOf,
  sqlName,
  sqlText,
  tableName,
  testedColumns,
  verify,
  type Computable,
  type Contract,
  type Day,
  type Engine,
  type Goal,
  type Metric,
  type Plan,
  type Problem,
  type PublishedVerdict,
  type Text,
  type Verdicts,
} from '@zj/metrics';
import { computeGoals, withhold, type Computed, type Withheld } from './computing.js';

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
      const cells = await listCrossings(published, goal, crossed);
      withheld.push(
        withhold(goal, crossedReason, crossedNote(goal, crossed, cells, `${file} $.goals[${index}]`)),
      );
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

/** What is told of a goal whose cells were merged with others: no figure. */
const crossedReason: Text = {
  zh: '为保护填报单位的信息，部分数据合并后公布，合并跨越了该指标的统计范围，因此不公布数值。',
  en: 'Some figures are published merged, for the confidentiality of those who report, and merging crosses what this metric counts. Therefore its figure is not published.',
};

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

/** The first cells of a goal's period that are merged over a column that its metric selects by. */
async function listCrossings(
  engine: Pick<Engine, 'run'>,
  { period }: Goal,
  { metric, contract }: Based,
): Promise<string> {
  const columns = conditionColumns(metric);
  if (columns.length === 0 || !contract.cube) return 'none that this can name';
  const time = sqlName(contract.time.column);
  const dimensions = contract.cube.dimensions.map(
    (name) => `coalesce(CAST(${sqlName(name)} AS VARCHAR), '*')`,
  );
  const { columns: found } = await engine.run(
    `SELECT concat_ws(' / ', CAST(${time} AS VARCHAR), ${dimensions.join(', ')}) AS cell
FROM ${sqlName(tableName(contract))}
WHERE ${time} BETWEEN ${sqlText(period.start)}::DATE AND ${sqlText(period.end)}::DATE
  AND (${columns.map((name) => `${sqlName(name)} IS NULL`).join(' OR ')})
ORDER BY cell
LIMIT 6`,
  );
  const cells = (found[0]?.values ?? []) as readonly string[];
  return cells.length > 5 ? `${cells.slice(0, 5).join('; ')}; …` : cells.join('; ');
}
