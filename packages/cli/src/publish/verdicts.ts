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
  type Verdicts,
} from '@zj/metrics';
import { computeGoals, type Computed } from './computing.js';

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
 * Judges every goal from the published tables and from all rows. They differ where merging for confidentiality crossed what
 * a metric selects: then nothing may be published, and each such goal is a problem.
 */
export async function judgeGoals(
  published: Pick<Engine, 'run'>,
  rows: readonly PublishedVerdict[],
  release: Computable & { readonly plan: Plan },
  { asOf, file }: { readonly asOf: Day; readonly file: string },
): Promise<Computed> {
  const computed = await computeGoals(published, release, { asOf, file });
  if (computed.problems.length > 0) return computed;
  const { verdicts } = computed;
  const { goals } = verify({ verdicts }, rows);
  const problems: Problem[] = [];
  for (const [index, goal] of release.plan.goals.entries()) {
    const compared = goals.find((one) => one.goal === goal.id)!;
    if (compared.equal) continue;
    const known = new Map(release.metrics.map((metric) => [metric.id, metric]));
    const bases = basesOf(goal.metric, known).map((metric) => {
      const { contract } = release.datasets.find((dataset) => dataset.contract.id === metric.dataset)!;
      return { metric, contract };
    });
    const merged = bases.filter(({ contract }) => contract.cube);
    // A register is published as it is: there only a sum of DOUBLE can differ, in its last digits.
    if (merged.length === 0) continue;
    const { metric, contract } = merged.find((one) => one.metric.where) ?? merged[0]!;
    const cells = await listCrossings(published, goal, metric, contract);
    const [own, all] = [compared.published?.actual, compared.recomputed?.actual];
    problems.push({
      code: 'merged-across',
      where: `${file} $.goals[${index}]`,
      message:
        `The goal ${goal.id} is ${String(own)} by the published cells, but ${String(all)} by all rows: for ` +
        `confidentiality, cells were merged across what its metric selects (${cells}).`,
      remedy: `Put ${conditionColumns(metric).join(', ')} first among the "dimensions" of ${contract.id}'s cube, or publish by longer periods.`,
    });
  }
  return { verdicts, problems };
}

function conditionColumns({ where = [] }: Metric): readonly string[] {
  return testedColumns(where);
}

/** The first cells of a goal's period that are merged over a column that its metric selects by. */
async function listCrossings(
  engine: Pick<Engine, 'run'>,
  { period }: Goal,
  metric: Metric,
  contract: Contract,
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
