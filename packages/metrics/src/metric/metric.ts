import type { Source } from '../dataset/contract.js';
import type { Day } from '../base/day.js';
import type { Text } from '../base/text.js';
import type { Unit } from '../base/unit.js';

/** A measure over a dataset, or made of other metrics, as data: QUERIES.md §2. */
export interface Metric {
  readonly id: string;
  readonly name: Text;
  readonly description: Text;
  /** Absent where the metric is made of others. */
  readonly dataset?: string;
  readonly measure: Measure;
  readonly where?: readonly Condition[];
  /** The DATE column that dates the rows for this metric, where it is not the contract's. */
  readonly time?: string;
  /** The last day that its own figures cover, where its dataset's go further: one series among those of several publishers. Later rows are not its own. */
  readonly reportedThrough?: Day;
  readonly unit: Unit;
  /** Ten to this power turns the column's figures into the metric's: 万元 to 亿元 is −4. */
  readonly scale?: number;
  readonly format?: Format;
  /** Narrows the additivity of the measure: a sum of stocks at month ends is `semi-additive`. */
  readonly additivity?: Additivity;
  /** The figure of a period without rows: if absent, `zero` for counts, else `null`. */
  readonly empty?: 'null' | 'zero';
  /** Who stands behind the metric, where it is not the dataset's source. */
  readonly source?: Source;
}

/** The computation. */
export type Measure = BaseMeasure | CompositeMeasure;

/** Computed from the rows of a dataset; each names a column. */
export type BaseMeasure =
  | { readonly sum: string }
  | { readonly count: 'rows' }
  | { readonly countDistinct: string }
  | { readonly average: string; readonly weight?: string }
  | { readonly minimum: string }
  | { readonly maximum: string }
  | { readonly median: string }
  | { readonly quantile: string; readonly at: number }
  | { readonly last: string };

/** Computed from other metrics, named by id; a term may be a number. */
export type CompositeMeasure =
  | { readonly ratio: readonly [string, string] }
  | { readonly add: readonly Term[] }
  | { readonly subtract: readonly [Term, Term] }
  | { readonly multiply: readonly Term[] }
  | SeriesMeasure;

/**
 * Computed from the figures of another metric, period by period: QUERIES.md §2. `index` is a hundred times each figure by that of
 * the `base` period; `movingAverage` is the mean of the figures of so many periods, the last its own.
 */
export type SeriesMeasure =
  | { readonly index: string; readonly base: string }
  | { readonly movingAverage: string; readonly periods: number };

/** A part of a metric: another metric by its id, or a number. */
export type Term = string | number;

/** `additive`: parts sum to the whole. `semi-additive`: over dimensions, but not over time. */
export type Additivity = 'additive' | 'semi-additive' | 'non-additive';

/** How a figure is best shown; only a hint. */
export interface Format {
  readonly decimals?: number;
  /** `percent` shows 83.9 as 83.9 %. */
  readonly style?: 'number' | 'percent';
  /** Whether a plus sign is shown. */
  readonly sign?: boolean;
}

/**
 * A typed condition on columns; several in a list are joined by AND. An empty cell meets none but `null`, also under `not`.
 *
 * @example
 * const where: Condition[] = [{ or: [{ column: 'industry', startsWith: '集成' }, { not: { column: 'revenue', below: 100 } }] }];
 */
export type Condition = Test | { readonly not: Condition } | { readonly or: readonly Condition[] };

/** The test of one column. Numbers go by size, days by date, texts by code point; `contains` and `startsWith` are for texts. */
export type Test =
  | { readonly column: string; readonly in: readonly Scalar[] }
  | { readonly column: string; readonly equals: Scalar }
  | { readonly column: string; readonly notEquals: Scalar }
  | { readonly column: string; readonly above: Scalar }
  | { readonly column: string; readonly below: Scalar }
  | { readonly column: string; readonly atLeast: Scalar }
  | { readonly column: string; readonly atMost: Scalar }
  | { readonly column: string; readonly between: readonly [Scalar | null, Scalar | null] }
  | { readonly column: string; readonly contains: string }
  | { readonly column: string; readonly startsWith: string }
  | { readonly column: string; readonly null: boolean };

/** A text, a day as text, a number (or its text, for DECIMAL beyond a double), or true and false: as the column's type asks. */
export type Scalar = string | number | boolean;

/** A series that `zj publish` writes as a file of its own, for charts. */
export interface SeriesOrder {
  readonly metric: string;
  /** The length of its periods: that of the dataset or a longer one. */
  readonly grain: SeriesGrain;
  /** A dimension to split by. */
  readonly by?: string;
}

/** The periods of a published series. */
export type SeriesGrain = 'week' | 'month' | 'quarter' | 'half-year' | 'year';

/** A file of metrics. */
export interface MetricsFile {
  readonly $schema?: string;
  readonly version: 1;
  readonly metrics: readonly Metric[];
  /** The series of metrics that are published as files, beside those of the goals. */
  readonly publish?: readonly SeriesOrder[];
}

/** Whether a metric counts things, so that a small target is judged by probability (METHODS §4.6). */
export function isCount(metric: Pick<Metric, 'measure'>): boolean {
  return 'count' in metric.measure;
}
