import type { Day } from '../base/day.js';
import type { Column, Contract, StateColumn } from '../dataset/contract.js';
import type { BaseMetric, RowTime, SeriesMetric } from '../metric/measure.js';
import type { Condition, Metric } from '../metric/metric.js';
import type { Period } from '../plan/plan.js';
import type { Grain, Step } from './period.js';
import type { Query } from './query.js';

/** A query with all that it speaks of found, and nothing wrong with it. */
export interface Question {
  readonly query: Query;
  /** The metrics asked for, each with the name of its column. */
  readonly asked: readonly { readonly metric: Metric; readonly name: string }[];
  readonly known: ReadonlyMap<string, Metric>;
  /** The metrics over rows that those rest on in any way, in order. */
  readonly allLeaves: readonly Leaf[];
  /** Those whose figures are of the cells themselves: not those below an index or a moving average alone. */
  readonly leaves: readonly Leaf[];
  /** The indices and moving averages that the metrics asked for are, or are made of. */
  readonly series: readonly SeriesMetric[];
  /** Those below them. */
  readonly seriesLeaves: readonly Leaf[];
  /** The columns that it splits by; of several datasets the first's. */
  readonly dimensions: readonly Column[];
  readonly time?: { readonly name: string; readonly grain: Grain };
  readonly fiscalStart: number;
  /** The days that `during` names. */
  readonly window?: Period;
  /** How far before a period its base is. */
  readonly lag?: Step;
  readonly conditions: readonly Condition[];
  /** The ranked dimension, how many of its members stay, and the metric that ranks them. */
  readonly top?: { readonly count: number; readonly of: string; readonly by: Metric };
  /** Whether exact figures and whole numbers stay exact in the answer, instead of becoming DOUBLE. */
  readonly exact?: boolean;
}

/** A metric over rows, and where they are. */
export interface Leaf {
  readonly metric: BaseMetric;
  readonly contract: Contract;
  readonly table: readonly string[];
  readonly time: RowTime;
  /** The last day that its figures cover. */
  readonly reportedThrough: Day;
  /** The column that says who reports, where it matters who does not any more: in a comparison. */
  readonly reporters?: string;
  /** The column with the state of each row, where the answer tells states. */
  readonly states?: StateColumn;
}
