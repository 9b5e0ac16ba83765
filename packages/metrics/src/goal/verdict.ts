import type { Day } from '../base/day.js';
import type { Method, PublishedMethod, Thresholds } from '../plan/plan.js';
import type { Bilingual } from '../base/text.js';
import type { Bound, Formula, Range } from '../plan/target-kind.js';

/** The words of METHODS §4, and no others. */
export type Status =
  'achieved' | 'on-track' | 'at-risk' | 'off-track' | 'missed' | 'no-data' | 'not-assessable';

/** The kinds of goals of METHODS §8; a plain total, count or level has none. */
export type GoalKind =
  'average' | 'floor' | 'ceiling' | 'range' | 'each-period' | 'relative' | 'growth' | 'chain';

/** A judged goal: METHODS §1. Figures are unclamped; shares are of 1. */
export interface Verdict {
  readonly goal: string;
  /** The method that the goal is read by; `status` is always that of METHODS §4. */
  readonly method: Method;
  readonly asOf: Day;
  /** The last day whose figures count; null where nothing is reported. */
  readonly dataThrough: Day | null;
  readonly actual: number | null;
  /** The last figure of a level before its own period, which never judges it; null where there is none, or a figure of the period (METHODS §2). */
  readonly before: DatedFigure | null;
  readonly baseline: number | null;
  /** Of a formula the computed figure; `null` for a range. */
  readonly target: number | null;
  /** Absent for a plain total, count or level; so are the parts below that its kind does not have. */
  readonly kind?: GoalKind;
  /** The target is to be kept, not reached. */
  readonly bound?: Bound;
  /** The range to keep. */
  readonly range?: Range;
  /** How far inside the bound or the range the figure is, in the goal's unit; below 0 outside; null without a figure. */
  readonly margin?: number | null;
  /** The periods of an average or of a limit. */
  readonly grain?: PeriodGrain;
  /** The month, 1 to 12, with which their years begin; absent where it is 1. */
  readonly fiscalStart?: number;
  /** How many periods the average rests on, of how many of the goal's period. */
  readonly averaged?: Averaged;
  /** Each completed period of a limit with its figure, in order. */
  readonly periods?: readonly LimitPeriod[];
  /** The periods that broke the limit, in order. */
  readonly breaches?: readonly Breach[];
  /** How the target follows from the baseline. */
  readonly formula?: Formula;
  /** The average growth per year so far, a share of 1; null before a whole year, or for a figure that is not above 0. */
  readonly averageGrowth?: number | null;
  /** (actual − baseline) / (target − baseline); null where that has no value. */
  readonly attainment: number | null;
  /** The schedule that the goal is judged by. */
  readonly schedule: Schedule | null;
  /** The others that apply, for comparison. */
  readonly otherSchedules: readonly Schedule[];
  readonly forecast: Forecast | null;
  /** Every forecasting method that was weighed or ruled out (METHODS §5 `auto`). */
  readonly forecasts: readonly ForecastTrial[];
  /** The amount still needed for the target; null if it is attained, has ended or is missing. */
  readonly needed: Needed | null;
  readonly status: Status;
  /** The result of a published method; null if `method` is `default`. */
  readonly published: MethodVerdict | null;
  /** `asOf` is past the end date while the data are not. */
  readonly stale: boolean;
  /** Some figures may still be revised. */
  readonly provisional: boolean;
  /** Some figures replace earlier ones; absent where none does. */
  readonly revised?: true;
  readonly thresholds: Thresholds;
  /** One sentence, why this status. */
  readonly reason: Bilingual;
}

/** The lengths of the periods that figures are of. */
export type PeriodGrain = 'day' | 'month' | 'quarter' | 'half-year' | 'year';

/** The periods behind an average. */
export interface Averaged {
  readonly periods: number;
  /** Periods of the goal's whole period. */
  readonly of: number;
}

/** A completed period of a limit. */
export interface LimitPeriod {
  /** Its last day. */
  readonly date: Day;
  /** `null` where it has none. */
  readonly value: number | null;
  /** Whether it keeps the limit; `null` without a figure. */
  readonly kept: boolean | null;
  /** The figure may still be revised. */
  readonly provisional?: boolean;
  /** It has a figure, but an estimate, which is not judged. */
  readonly estimated?: boolean;
}

/** A period that broke its limit. */
export interface Breach extends DatedFigure {
  /** The figure may still be revised, and the breach with it. */
  readonly provisional?: boolean;
}

/** A figure and the last day of its period. */
export interface DatedFigure {
  readonly value: number;
  readonly date: Day;
}

/** How much should be done by `dataThrough`, and how the goal stands to it. */
export interface Schedule {
  readonly kind: 'linear' | 'same-period' | 'path';
  readonly expected: number;
  /** attainment − expected; times 100 it is in percentage points. */
  readonly gap: number;
  /** attainment / expected; null where nothing was expected yet. */
  readonly ratio: number | null;
}

/** The forecasting methods of METHODS §5, simplest first. */
export type ForecastMethod =
  | 'run-rate'
  | 'same-period'
  | 'trend'
  | 'holt'
  | 'holt-damped'
  | 'holt-winters-additive'
  | 'holt-winters-additive-damped'
  | 'holt-winters-multiplicative'
  | 'holt-winters-multiplicative-damped'
  | 'poisson-gamma';

/** Where the goal will end: the figure at the end date, in the goal's unit. */
export interface Forecast {
  readonly method: ForecastMethod;
  /** For `poisson-gamma` the median outcome. */
  readonly point: number;
  /** The 80 % interval; null where the method has none. */
  readonly interval: readonly [number, number] | null;
  /** The probability of attaining the target; null where the method has none. */
  readonly probability: number | null;
  /** How the method would have done before; null where that was not tried. */
  readonly backtest: Backtest | null;
}

/** A method's forecasts of end figures that are known by now, at the same lead (METHODS §5). */
export interface Backtest {
  /** Month ends from which it forecast. */
  readonly origins: number;
  /** Mean absolute error, in the goal's unit. */
  readonly error: number;
  /** `error` as a share of that of the seasonal naive forecast; null where that made none. */
  readonly relative: number | null;
  /** Share of end figures inside an interval made from earlier errors only; null where there were too few. */
  readonly coverage: number | null;
}

/** A method that was weighed, with its forecast, or ruled out, with the reason. */
export interface ForecastTrial {
  readonly method: ForecastMethod;
  readonly point: number | null;
  readonly backtest: Backtest | null;
  /** Why it does not apply; null where it does. */
  readonly why: Bilingual | null;
}

/** The amount still needed. */
export interface Needed {
  /** target − actual, in the goal's unit. */
  readonly total: number;
  /** Calendar months from `dataThrough` to the end date, one begun counts as its share of days. */
  readonly months: number;
  readonly perMonth: number;
}

/** The result of a published method for a goal, in its own vocabulary. */
export interface MethodVerdict {
  readonly method: PublishedMethod;
  /** The inputs, under the method's own names; null if it does not apply. */
  readonly inputs: Readonly<Record<string, number | string | null>> | null;
  /** The outputs, under the method's own names; null if it does not apply. */
  readonly outputs: Readonly<Record<string, number | string | null>> | null;
  /** The result in words, or why the method does not apply. */
  readonly words: Bilingual;
}
