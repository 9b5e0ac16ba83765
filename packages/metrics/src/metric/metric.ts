import type { Text, Unit } from '../plan/plan.js';

/** A measure over a dataset, as data. */
export interface Metric {
  readonly id: string;
  readonly name: Text;
  readonly description: Text;
  readonly dataset: string;
  readonly measure: Measure;
  readonly where?: readonly Condition[];
  readonly unit: Unit;
  /** Ten to this power turns the column's figures into the metric's: 万元 to 亿元 is −4. */
  readonly scale?: number;
}

/** What is computed: the sum of a column, or the number of rows. */
export type Measure = { readonly sum: string } | { readonly count: 'rows' };

/** A typed condition on a column; several are joined by AND. */
export type Condition =
  | { readonly column: string; readonly in: readonly string[] }
  | { readonly column: string; readonly equals: string };

/** A file of metrics. */
export interface MetricsFile {
  readonly $schema?: string;
  readonly version: 1;
  readonly metrics: readonly Metric[];
}

/** Whether a metric counts things, so that a small target is judged by probability (METHODS §4.6). */
export function isCount(metric: Pick<Metric, 'measure'>): boolean {
  return 'count' in metric.measure;
}
