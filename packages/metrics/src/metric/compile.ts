import { type Column, type Contract, tableName } from '../dataset/contract.js';
import { MetricsError } from '../error.js';
import { suggest } from '../nearest.js';
import type { Period } from '../plan/plan.js';
import { sqlDay, sqlName, sqlText } from '../sql.js';
import type { Condition, Metric } from './metric.js';
import { parseQuery, type Query } from './query.js';
import { printSelect } from './select.js';

/** A metric and the contract of its dataset. */
export interface Definition {
  readonly metric: Metric;
  readonly contract: Contract;
}

/** The name of the time column in queries and results. */
const period = 'period';

/**
 * The statement that gives a metric over time: `period` DATE (the first day of a month, or the day of an event) and
 * `value` DOUBLE in the metric's unit, a row for each period that has one, in order. Throws `UNKNOWN_NAME`, `REFUSED`.
 *
 * @example
 * compileSeries({ metric, contract, during: { start: '2026-01-01', end: '2026-12-31' } });
 * // SELECT month AS period, CAST(sum(revenue) * 0.0001 AS DOUBLE) AS value
 * // FROM industry_revenue
 * // WHERE month BETWEEN DATE '2026-01-01' AND DATE '2026-12-31'
 * //   AND industry IN ('集成电路', '生物医药', '人工智能')
 * // GROUP BY month
 * // ORDER BY month
 */
export function compileSeries({
  metric,
  contract,
  during,
}: Definition & { readonly during?: Period }): string {
  return compileQuery({ metric: metric.id, by: [period], ...(during && { during }) }, { metric, contract });
}

/**
 * The statement that answers a query: a column for each name of `by` in order, then `value` DOUBLE in the metric's
 * unit; a row for each combination that occurs, in order. Throws `UNKNOWN_NAME`, `REFUSED`.
 */
export function compileQuery(query: Query, { metric, contract }: Definition): string {
  const { by = [], during, where = [] } = parseQuery(query);
  const conditions = [...(metric.where ?? []), ...where];
  refuseOverlap(contract, by, conditions);
  const time = sqlName(contract.time.column);
  const dimensions = by.map((name) => (name === period ? time : sqlName(findDimension(name, contract).name)));
  return printSelect({
    columns: [
      ...by.map((name) => printDimension(name, contract)),
      `${printMeasure(metric, contract)} AS value`,
    ],
    from: sqlName(tableName(contract)),
    where: [
      ...(during ? [printPeriod(time, during)] : []),
      ...conditions.map((condition) => printCondition(condition, contract)),
    ],
    groupBy: dimensions,
    orderBy: dimensions,
  });
}

function printPeriod(time: string, { start, end }: Period): string {
  return `${time} BETWEEN ${sqlDay(start)} AND ${sqlDay(end)}`;
}

function printDimension(name: string, contract: Contract): string {
  if (name === period) {
    const { column } = contract.time;
    return column === period ? sqlName(column) : `${sqlName(column)} AS ${period}`;
  }
  const { type } = findDimension(name, contract);
  const column = sqlName(name);
  if (['VARCHAR', 'BOOLEAN', 'DATE'].includes(type)) return column;
  if (type === 'INTEGER') return `CAST(${column} AS DOUBLE) AS ${column}`;
  throw new MetricsError(
    'REFUSED',
    `"${name}" of "${contract.id}" is a quantity (${type}): figures are summed, not split by it. Split by a column of words or days.`,
  );
}

/** Exact to the last: the sum and its scale are DECIMAL or INTEGER, and become a DOUBLE once. */
function printMeasure({ id, measure, scale = 0 }: Metric, contract: Contract): string {
  if ('count' in measure) {
    if (contract.cube) {
      throw new MetricsError(
        'REFUSED',
        `Metric "${id}" counts rows, but the rows of "${contract.id}" are confidential: only sums over at least ` +
          `${contract.cube.contributors ?? 3} contributors are published. Sum one of: ${contract.cube.measures.join(', ')}.`,
      );
    }
    return `CAST(count(*)${printScale(id, scale)} AS DOUBLE)`;
  }
  const { name, type } = findColumn(measure.sum, contract, contract.cube?.measures);
  if (type !== 'INTEGER' && !type.startsWith('DECIMAL')) {
    throw new MetricsError(
      'REFUSED',
      `Metric "${id}" sums "${name}", which is ${type}: ` +
        (type === 'DOUBLE' ? 'its sum depends on the order of adding. ' : 'it has no sum. ') +
        'Declare the column DECIMAL or INTEGER in the contract.',
    );
  }
  return `CAST(sum(${sqlName(name)})${printScale(id, scale)} AS DOUBLE)`;
}

/** Beyond 18 digits a literal would no longer be exact beside a sum; the engine raises an error on overflow. */
function printScale(id: string, scale: number): string {
  if (!Number.isInteger(scale) || Math.abs(scale) > 18) {
    throw new MetricsError(
      'REFUSED',
      `Metric "${id}" has the scale ${scale}. Use a whole number from −18 to 18.`,
    );
  }
  if (scale === 0) return '';
  return scale > 0 ? ` * 1${'0'.repeat(scale)}` : ` * 0.${'0'.repeat(-scale - 1)}1`;
}

function printCondition(condition: Condition, contract: Contract): string {
  const column = findDimension(condition.column, contract);
  if (column.type !== 'VARCHAR') {
    throw new MetricsError(
      'REFUSED',
      `A condition compares words, but "${column.name}" of "${contract.id}" is ${column.type}. ` +
        (column.name === contract.time.column
          ? 'Ask for days with "during": { "start": "2026-01-01", "end": "2026-12-31" }.'
          : `Put the condition on a column of type VARCHAR, or split by "${column.name}".`),
    );
  }
  const wanted = 'in' in condition ? condition.in : [condition.equals];
  const allowed = column.values?.map(({ value }) => value);
  const unknown = allowed && wanted.find((value) => !allowed.includes(value));
  if (unknown !== undefined) {
    throw new MetricsError(
      'UNKNOWN_NAME',
      `"${unknown}" is no value of "${column.name}" in "${contract.id}". ${suggest(unknown, allowed!)}`,
    );
  }
  if ('equals' in condition) return `${sqlName(column.name)} = ${sqlText(condition.equals)}`;
  // Nothing is asked for, and SQL has no empty list.
  if (wanted.length === 0) return 'false';
  return `${sqlName(column.name)} IN (${wanted.map(sqlText).join(', ')})`;
}

/** A published column of the dataset, one of `published` where only some are. Throws `UNKNOWN_NAME`, and `REFUSED` where it is withheld. */
function findColumn(name: string, { id, columns }: Contract, published?: readonly string[]): Column {
  const open = columns.filter((column) => !column.confidential && (published?.includes(column.name) ?? true));
  const column = columns.find((one) => one.name === name);
  if (column && open.includes(column)) return column;
  const choice = suggest(
    name,
    open.map((one) => one.name),
  );
  if (!column) throw new MetricsError('UNKNOWN_NAME', `"${id}" has no column "${name}". ${choice}`);
  const reason = column.confidential
    ? 'is confidential: it tells who reported, and is never published'
    : 'is not published: the rows are confidential, and only their public figures are there';
  throw new MetricsError('REFUSED', `"${name}" of "${id}" ${reason}. ${choice}`);
}

/** A column to split by or to ask for. Throws as {@link findColumn}. */
function findDimension(name: string, contract: Contract): Column {
  const { cube, time } = contract;
  return findColumn(name, contract, cube && [time.column, ...cube.dimensions]);
}

/** Rows that stand under several values are counted once for each, so only one value at a time has a sum: METHODS §7. */
function refuseOverlap(
  { id, columns }: Contract,
  by: readonly string[],
  conditions: readonly Condition[],
): void {
  const fixed = conditions.filter((condition) => 'equals' in condition || condition.in.length === 1);
  for (const { name, overlapping } of columns) {
    if (!overlapping || by.includes(name) || fixed.some(({ column }) => column === name)) continue;
    throw new MetricsError(
      'REFUSED',
      `The values of "${name}" in "${id}" overlap: one row can stand under several, and a sum over them counts it ` +
        `more than once. Split by "${name}", or ask for one of its values.`,
    );
  }
}
