import type { Contract } from '../dataset/contract.js';
import { tableName } from '../dataset/contract.js';
import type { CallOptions, Engine } from '../engine/engine.js';
import { basesOf } from '../metric/composition.js';
import { decideExpr } from '../query/condition.js';
import type { BaseMetric } from '../metric/measure.js';
import { startOf } from '../query/period.js';
import { printDuckdb } from '../query/sql/duckdb.js';
import { and, column, day, operation, type Expr } from '../query/sql/node.js';
import type { Day } from '../base/day.js';
import type { Goal } from '../plan/plan.js';
import { sqlName } from '../base/sql.js';
import type { Computable } from './recompute.js';

/** Cells of a public cube that were merged across a metric's selection: they may hold rows inside and outside it. */
export interface Crossing {
  readonly metric: BaseMetric;
  readonly contract: Contract;
  /** The first of them, `2026-09-01 / 集成电路 / *`: a star stands for the merged dimension. */
  readonly cells: readonly string[];
  /** Whether there are more. */
  readonly more: boolean;
}

/** So many cells are named. */
const most = 5;

/**
 * The merged cells that cross the rows of a goal's figures (METHODS §7), from the published cells alone: a merged cell of the
 * verdict's days whose remaining dimensions do not decide whether the metric selects it. Empty without any. Throws as
 * `engine.run`.
 *
 * @example
 * const crossings = await findCrossings(engine, manifest, goal, { asOf: manifest.asOf });
 */
export async function findCrossings(
  engine: Pick<Engine, 'run'>,
  { metrics, datasets }: Pick<Computable, 'metrics' | 'datasets'>,
  goal: Pick<Goal, 'metric' | 'period' | 'accumulate'>,
  { asOf, ...call }: Omit<CallOptions, 'onProgress'> & { readonly asOf: Day },
): Promise<readonly Crossing[]> {
  const crossings: Crossing[] = [];
  for (const metric of basesOf(goal.metric, new Map(metrics.map((one) => [one.id, one])))) {
    const contract = datasets.find((one) => one.contract.id === metric.dataset)?.contract;
    if (!contract?.cube) continue;
    const { columns } = await engine.run(crossingSql(goal, metric, contract, asOf), call);
    const cells = (columns[0]?.values ?? []) as readonly string[];
    if (cells.length > 0)
      crossings.push({ metric, contract, cells: cells.slice(0, most), more: cells.length > most });
  }
  return crossings;
}

function crossingSql(
  { period, accumulate }: Pick<Goal, 'period' | 'accumulate'>,
  { where = [], time: own }: BaseMetric,
  contract: Contract,
  asOf: Day,
): string {
  const { time, fiscalStart, cube } = contract;
  const dated = column(own ?? time.column);
  const last = asOf < period.end ? asOf : period.end;
  const all: Expr[] = [operation(dated, '<=', day(last))];
  // Of events that are counted since a day no earlier ones matter; all others have a history.
  if (accumulate === 'since')
    all.push(operation(dated, '>=', day(startOf(period.start, time.grain, fiscalStart))));
  all.push(...where.map((condition) => decideExpr(condition, contract)));
  const undecided = printDuckdb({ columns: [], where: [{ kind: 'isNull', of: and(...all) }] });
  const names = cube!.dimensions.map((name) => `coalesce(CAST(${sqlName(name)} AS VARCHAR), '*')`);
  return `SELECT DISTINCT concat_ws(' / ', CAST(${sqlName(time.column)} AS VARCHAR), ${names.join(', ')}) AS cell
FROM ${sqlName(tableName(contract))}
${undecided.slice(undecided.indexOf('WHERE'))}
ORDER BY cell
LIMIT ${most + 1}`;
}
