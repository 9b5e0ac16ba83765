import type { Column, ColumnType, Contract, TimeColumn } from '../dataset/contract.js';
import type { BaseMeasure, CompositeMeasure, Measure, Metric, SeriesMeasure, Term } from './metric.js';

/** A metric over the rows of a dataset. */
export interface BaseMetric extends Metric {
  readonly dataset: string;
  readonly measure: BaseMeasure;
}

/** A metric computed from the figures of another, period by period. */
export interface SeriesMetric extends Metric {
  readonly measure: SeriesMeasure;
}

/** The operation of a measure on its column. */
export type MeasureKind =
  'sum' | 'count' | 'countDistinct' | 'average' | 'minimum' | 'maximum' | 'median' | 'quantile' | 'last';

/** The kind of a measure over rows, and the column it is of; none for a count of rows. */
export function readMeasure(measure: BaseMeasure): {
  readonly kind: MeasureKind;
  readonly column?: string;
  readonly weight?: string;
} {
  if ('count' in measure) return { kind: 'count' };
  if ('average' in measure) {
    const { average: column, weight } = measure;
    return { kind: 'average', column, ...(weight !== undefined && { weight }) };
  }
  const [kind, column] = Object.entries(measure).find(([key]) => key !== 'at') as [MeasureKind, string];
  return { kind, column };
}

/** Whether a measure is made of other metrics. */
export function isComposite(measure: Measure): measure is CompositeMeasure {
  if ('ratio' in measure || 'add' in measure || 'subtract' in measure || 'multiply' in measure) return true;
  return isSeriesMeasure(measure);
}

/** Whether a measure is computed from the figures of another metric, period by period. */
export function isSeriesMeasure(measure: Measure): measure is SeriesMeasure {
  return 'index' in measure || 'movingAverage' in measure;
}

/** Whether a metric is computed from the figures of another, period by period. */
export function isSeriesMetric(metric: Metric): metric is SeriesMetric {
  return isSeriesMeasure(metric.measure);
}

/** Whether a metric is computed from rows. */
export function isBase(metric: Metric): metric is BaseMetric {
  return !isComposite(metric.measure) && metric.dataset !== undefined;
}

/** The parts of a composite, in order, and their key. */
export function termsOf(measure: CompositeMeasure): {
  readonly key: 'ratio' | 'add' | 'subtract' | 'multiply' | 'index' | 'movingAverage';
  readonly terms: readonly Term[];
} {
  if ('index' in measure) return { key: 'index', terms: [measure.index] };
  if ('movingAverage' in measure) return { key: 'movingAverage', terms: [measure.movingAverage] };
  if ('ratio' in measure) return { key: 'ratio', terms: measure.ratio };
  if ('add' in measure) return { key: 'add', terms: measure.add };
  if ('subtract' in measure) return { key: 'subtract', terms: measure.subtract };
  return { key: 'multiply', terms: measure.multiply };
}

/** The column that dates the rows for a metric, and its grain: that of the contract, or days. */
export function timeOf({ time }: Metric, contract: Contract): RowTime {
  const { fiscalStart } = contract;
  if (time !== undefined && time !== contract.time.column) return { column: time, grain: 'day' };
  return fiscalStart === undefined ? contract.time : { ...contract.time, fiscalStart };
}

/** The column that dates rows, and the periods that it dates them by. */
export interface RowTime extends TimeColumn {
  readonly fiscalStart?: number;
}

/** Whether a column holds numbers. */
export function isNumeric({ type }: Pick<Column, 'type'>): boolean {
  return type === 'INTEGER' || type === 'DOUBLE' || type.startsWith('DECIMAL');
}

/** Digits of a type before and after the point, `undefined` for inexact types. */
export function digitsOf(
  type: ColumnType,
): { readonly width: number; readonly decimals: number } | undefined {
  if (type === 'INTEGER') return { width: 10, decimals: 0 };
  const [, width, decimals] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  return width === undefined ? undefined : { width: Number(width), decimals: Number(decimals) };
}
