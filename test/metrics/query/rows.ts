import type { Column, Condition, Contract, Metric } from '@zj/metrics';
import { bucketOf, lastDayOf, readDay, type DayNumber } from './days.js';
import { compareFigures, readExact, type Figure } from './figure.js';
import type { Grain, Row, Value, World } from './types.js';

/** A row with its day, where it has one. */
export interface DatedRow {
  readonly t: DayNumber | null;
  readonly cells: Row;
}

/** A metric over a dataset, with the rows that it and a query leave. */
export interface Leaf {
  readonly metric: Metric;
  readonly contract: Contract;
  readonly grain: Grain;
  /** The last day that its figures cover. */
  readonly reportedThrough: DayNumber;
  /** The last day of the last period of its dataset that is over by then. */
  readonly known: DayNumber;
  /** For which the metric's own conditions are true. */
  readonly own: readonly DatedRow[];
  /** For which the query's are true, too. */
  readonly rows: readonly DatedRow[];
}

export function findMetric({ metrics }: World, id: string): Metric {
  const metric = metrics.find((one) => one.id === id);
  if (!metric) throw new Error(`No metric is called ${id}`);
  return metric;
}

export function columnOf(contract: Contract, name: string): Column {
  const column = contract.columns.find((one) => one.name === name);
  if (!column) throw new Error(`${contract.id} has no column ${name}`);
  return column;
}

/** The metrics over datasets that a metric is made of: itself, where it is one. */
export function leavesOf(world: World, id: string): readonly Metric[] {
  const metric = findMetric(world, id);
  return metric.dataset === undefined
    ? partsOf(metric).flatMap((part) => (typeof part === 'number' ? [] : leavesOf(world, part)))
    : [metric];
}

/** The same, but for those below an index or a moving average. */
export function directLeavesOf(world: World, id: string): readonly Metric[] {
  const metric = findMetric(world, id);
  if (isSeries(metric)) return [];
  return metric.dataset === undefined
    ? partsOf(metric).flatMap((part) => (typeof part === 'number' ? [] : directLeavesOf(world, part)))
    : [metric];
}

/** The indices and moving averages that a metric is, or is made of. */
export function seriesOf(world: World, id: string): readonly Metric[] {
  const metric = findMetric(world, id);
  if (isSeries(metric)) return [metric];
  return partsOf(metric).flatMap((part) => (typeof part === 'number' ? [] : seriesOf(world, part)));
}

export function isSeries({ measure }: Metric): boolean {
  return 'index' in measure || 'movingAverage' in measure;
}

/** The metrics and numbers that a metric is made of. */
export function partsOf({ measure }: Metric): readonly (string | number)[] {
  if ('ratio' in measure) return measure.ratio;
  if ('add' in measure) return measure.add;
  if ('subtract' in measure) return measure.subtract;
  if ('multiply' in measure) return measure.multiply;
  if ('index' in measure) return [measure.index];
  if ('movingAverage' in measure) return [measure.movingAverage];
  return [];
}

/** The rows of a metric, dated and narrowed. Those without a day are left out where time is asked for. */
export function readLeaf(
  world: World,
  metric: Metric,
  where: readonly Condition[],
  timeAsked: boolean,
): Leaf {
  const { contract, rows } = world.datasets.find((one) => one.contract.id === metric.dataset)!;
  const time = metric.time ?? contract.time.column;
  const own = rows
    .map((cells) => ({ cells, t: cells[time] == null ? null : readDay(String(cells[time])) }))
    .filter(({ t }) => t !== null || !timeAsked)
    .filter(
      ({ t }) => metric.reportedThrough === undefined || (t !== null && t <= readDay(metric.reportedThrough)),
    )
    .filter(({ cells }) => (metric.where ?? []).every((condition) => isTrue(condition, cells, contract)));
  const grain = time === contract.time.column ? contract.time.grain : 'day';
  const reportedThrough = readDay(metric.reportedThrough ?? contract.reportedThrough);
  let known = reportedThrough;
  while (lastDayOf(bucketOf(known, grain), grain) !== known) known--;
  return {
    metric,
    contract,
    grain,
    reportedThrough,
    known,
    own,
    rows: own.filter(({ cells }) => where.every((condition) => isTrue(condition, cells, contract))),
  };
}

function isTrue(condition: Condition, cells: Row, contract: Contract): boolean {
  return holds(condition, cells, (name) => columnOf(contract, name).type) === true;
}

/** Whether a condition holds of some cells; undefined where that depends on an empty one, so that `not` of it holds neither. */
export function holds(
  condition: Condition,
  cells: Row,
  typeOf: (column: string) => Column['type'],
): boolean | undefined {
  if ('not' in condition) {
    const inner = holds(condition.not, cells, typeOf);
    return inner === undefined ? undefined : !inner;
  }
  if ('or' in condition) {
    const all = condition.or.map((one) => holds(one, cells, typeOf));
    return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
  }
  const value = cells[condition.column] ?? null;
  if ('null' in condition) return condition.null === (value === null);
  if (value === null) return undefined;
  if ('contains' in condition) return String(value).includes(condition.contains);
  if ('startsWith' in condition) return String(value).startsWith(condition.startsWith);
  const type = typeOf(condition.column);
  const order = (other: Value): number =>
    isNumeric(type)
      ? compareFigures(readNumber(value, type), readNumber(other, type))
      : compareValues(value, other);
  if ('equals' in condition) return order(condition.equals) === 0;
  if ('notEquals' in condition) return order(condition.notEquals) !== 0;
  if ('above' in condition) return order(condition.above) > 0;
  if ('below' in condition) return order(condition.below) < 0;
  if ('atLeast' in condition) return order(condition.atLeast) >= 0;
  if ('atMost' in condition) return order(condition.atMost) <= 0;
  if ('in' in condition) return condition.in.some((other) => order(other) === 0);
  const [low, high] = condition.between;
  return (low === null || order(low) >= 0) && (high === null || order(high) <= 0);
}

export function isNumeric(type: Column['type']): boolean {
  return type === 'INTEGER' || type === 'DOUBLE' || type.startsWith('DECIMAL');
}

/** A filled cell of a column of numbers. */
export function readNumber(value: Value, type: Column['type']): Figure {
  if (type !== 'DOUBLE') return readExact(value as string | number);
  return { double: Number(value), size: Math.abs(Number(value)) };
}

/** Ascending: texts by code point, false before true, null last. */
export function compareValues(a: Value, b: Value): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a !== 'string' || typeof b !== 'string') return Number(a) - Number(b);
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
