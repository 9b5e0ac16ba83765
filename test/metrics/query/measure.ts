import type { Contract, Metric } from '@zj/metrics';
import * as figure from './figure.js';
import type { Double, Figure } from './figure.js';
import { columnOf, readNumber, type DatedRow } from './rows.js';

/**
 * The figure of a metric over a dataset for some rows, in the metric's unit and by its `empty` rule; `lastDay` gives
 * the last day of the metric's own rows in the same stretch of time.
 */
export function measureRows(
  metric: Metric,
  contract: Contract,
  rows: readonly DatedRow[],
  lastDay: () => number | undefined,
): Figure | null {
  return fill(metric, compute(metric, contract, rows, lastDay));
}

/** The figure of a metric made of others from theirs. */
export function combineParts(metric: Metric, parts: readonly (Figure | null)[]): Figure | null {
  const { measure, scale = 0 } = metric;
  const filled = parts.filter((part) => part !== null);
  if (filled.length < parts.length) return fill(metric, null);
  const [first, ...others] = filled as [Figure, ...Figure[]];
  if ('ratio' in measure) return fill(metric, shift(figure.divide(first, others[0]!), scale));
  if ('subtract' in measure) return fill(metric, shift(figure.subtract(first, others[0]!), scale));
  const operation = 'add' in measure ? figure.add : figure.multiply;
  return fill(metric, shift(others.reduce(operation, first), scale));
}

function fill({ empty, measure }: Metric, value: Figure | null): Figure | null {
  const counts = 'count' in measure || 'countDistinct' in measure;
  if (empty === 'zero') return value ?? figure.zero;
  if (empty === 'null' && counts && value && figure.toDouble(value).double === 0) return null;
  return value;
}

function shift(value: Figure | null, scale: number): Figure | null {
  return value && figure.shift(value, scale);
}

function compute(
  { measure, scale = 0 }: Metric,
  contract: Contract,
  rows: readonly DatedRow[],
  lastDay: () => number | undefined,
): Figure | null {
  const numbersOf = (name: string, among = rows): readonly Figure[] =>
    among
      .map(({ cells }) => cells[name] ?? null)
      .filter((value) => value !== null)
      .map((value) => readNumber(value, columnOf(contract, name).type));
  if ('count' in measure) return figure.shift(whole(rows.length), scale);
  if ('countDistinct' in measure) {
    const values = rows.map(({ cells }) => cells[measure.countDistinct] ?? null);
    return figure.shift(whole(new Set(values.filter((value) => value !== null)).size), scale);
  }
  if ('sum' in measure) return shift(sum(numbersOf(measure.sum)), scale);
  if ('last' in measure) {
    const day = lastDay();
    const among = rows.filter(({ t }) => t !== null && t === day);
    return shift(sum(numbersOf(measure.last, among)), scale);
  }
  if ('average' in measure && measure.weight !== undefined) {
    const { average, weight } = measure;
    const both = rows.filter(
      ({ cells }) => (cells[average] ?? null) !== null && (cells[weight] ?? null) !== null,
    );
    const [values, weights] = [numbersOf(average, both), numbersOf(weight, both)];
    const [above, below] = [sum(values.map((value, i) => figure.product(value, weights[i]!))), sum(weights)];
    return above && below && inexact(figure.divide(figure.shift(above, scale), below));
  }
  if ('average' in measure) {
    const values = numbersOf(measure.average);
    const total = sum(values);
    return total && figure.divide(figure.shift(total, scale), whole(values.length));
  }
  if ('minimum' in measure)
    return shift(numbersOf(measure.minimum).toSorted(figure.compareFigures)[0] ?? null, scale);
  if ('maximum' in measure)
    return shift(numbersOf(measure.maximum).toSorted(figure.compareFigures).at(-1) ?? null, scale);
  if ('median' in measure) return shift(quantile(numbersOf(measure.median), 0.5), scale);
  if ('quantile' in measure) return shift(quantile(numbersOf(measure.quantile), measure.at), scale);
  throw new Error(`${JSON.stringify(measure)} is no measure over rows`);
}

const whole = (count: number): Figure => figure.readExact(count);

/** Null without anything to sum. The rounding error of a DOUBLE sum is carried along. */
function sum(values: readonly Figure[]): Figure | null {
  if (values.length === 0) return null;
  if (values.every((value) => 'units' in value)) return values.reduce<Figure>(figure.add, figure.zero);
  let [total, lost, size] = [0, 0, 0];
  for (const value of values) {
    const { double } = figure.toDouble(value);
    const next = total + double;
    lost += Math.abs(total) >= Math.abs(double) ? total - next + double : double - next + total;
    [total, size] = [next, size + Math.abs(double)];
  }
  return { double: total + lost, size };
}

/** Between the two nearest of the sorted values, as a straight line. */
function quantile(values: readonly Figure[], at: number): Double | null {
  if (values.length === 0) return null;
  const sorted = values.map((value) => figure.toDouble(value).double).toSorted((a, b) => a - b);
  const position = at * (sorted.length - 1);
  const low = sorted[Math.floor(position)]!;
  const high = sorted[Math.ceil(position)]!;
  const double = low + (high - low) * (position - Math.floor(position));
  return { double, size: Math.abs(low) + Math.abs(high) };
}

function inexact(value: Double | null): Double | null {
  return value && { ...value, size: Math.max(value.size, Math.abs(value.double)) };
}
