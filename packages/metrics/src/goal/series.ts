import type { Day } from '../base/day.js';
import type { FigureState } from '../base/state.js';

/** A metric over time, as a goal is judged by it. */
export interface Series {
  /** `month`, `quarter`, `half-year`, `year`: one figure for each is due. `day`: events; a day without an observation had none. */
  readonly grain: 'day' | 'month' | 'quarter' | 'half-year' | 'year';
  /** The month, 1 to 12, with which the quarters, half-years and years of its figures begin; 1 where absent. */
  readonly fiscalStart?: number;
  /** The last day the figures cover, as their dataset declares it. */
  readonly reportedThrough: Day | null;
  /** Whether the figures count things (METHODS §4.6). */
  readonly count: boolean;
  /** Months, 1 to 12, for which no figure is ever published: with monthly figures they are no gaps. None where absent. */
  readonly omits?: readonly number[];
  /** In order of time, one for each period. */
  readonly observations: readonly Observation[];
}

/** The figure of one period. */
export interface Observation {
  /** The period's last day. */
  readonly date: Day;
  readonly value: number;
  /** The dividend and the divisor of a ratio, where both add up over time: an average rests on them. */
  readonly parts?: readonly [number, number];
  /** `final` where absent. Estimates are drawn, never judged: one is a gap. A revised figure is final, and replaces an earlier one. */
  readonly quality?: FigureState;
}
