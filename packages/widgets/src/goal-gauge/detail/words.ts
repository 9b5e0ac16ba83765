import type {
  Completeness,
  Day,
  ForecastMethod,
  Formula,
  PublishedMethod,
  Schedule,
  Unit,
} from '@zj/metrics';

/** The words of a gauge's detail in one language. */
export interface Detail {
  readonly figures: string;
  readonly target: string;
  /** How a target follows from the baseline. */
  readonly formula: string;
  /** The formula in words, as documents write it. */
  readonly formulaOf: (formula: Formula, unit: Unit) => string;
  /** A baseline, the formula and the target. */
  readonly computed: (baseline: string, formula: string, target: string) => string;
  readonly averageGrowth: string;
  readonly nature: string;
  /** How far inside its limit a figure is. */
  readonly margin: string;
  readonly baseline: string;
  /** Of a level, the last figure before its own period. */
  readonly before: string;
  readonly actual: string;
  /** A figure that another source published for the same period. */
  readonly conflict: string;
  readonly attainment: string;
  readonly schedule: string;
  readonly schedules: Readonly<Record<Schedule['kind'], string>>;
  readonly otherSchedule: string;
  /** Of a period's days, so many are over. */
  readonly days: (done: number, all: number) => string;
  readonly brackets: (text: string) => string;
  readonly gap: string;
  readonly ratio: (ratio: string) => string;
  readonly forecast: string;
  /** Where there is none: the table of the methods, {@link trials}, says why of each. */
  readonly noForecast: string;
  readonly interval: string;
  /** From a figure to a larger one, with their unit. */
  readonly range: (low: string, high: string, unit: string) => string;
  readonly probability: string;
  readonly forecastMethod: string;
  readonly forecastName: (method: ForecastMethod) => string;
  readonly backtest: string;
  readonly origins: (count: number) => string;
  readonly error: (error: string) => string;
  readonly relative: (share: string) => string;
  readonly coverage: (share: string) => string;
  readonly needed: string;
  readonly perMonth: (total: string, months: string, each: string) => string;
  readonly status: string;
  readonly thresholds: string;
  /** The measure of the thresholds of a pace. */
  readonly pace: string;
  readonly tooEarly: (share: string) => string;
  readonly period: string;
  /** A day written in full, from `2026-10-31`. */
  readonly date: (day: Day) => string;
  readonly span: (start: string, end: string) => string;
  readonly through: string;
  readonly asOf: string;
  readonly clause: string;
  readonly quote: (text: string) => string;
  readonly qualifier: string;
  readonly source: string;
  /** The periods of a limit. */
  readonly periods: string;
  readonly keeps: (isKept: boolean) => string;
  /** Targets that a later document changed. */
  readonly former: string;
  readonly until: (date: string) => string;
  /** The forecasting methods that were weighed. */
  readonly trials: string;
  readonly chosen: string;
  readonly ruledOut: (why: string) => string;
  /** The results of published methods. */
  readonly published: string;
  readonly publishedMethods: Readonly<Record<PublishedMethod, string>>;
  readonly inputs: (list: string) => string;
  readonly outputs: (list: string) => string;
  readonly notApplicable: (why: string) => string;
  /** The gaps in the data behind a figure. */
  readonly completeness: string;
  readonly kinds: Readonly<Record<Completeness['kind'], string>>;
  /** Something of a verdict cannot be told. */
  readonly partly: string;
  readonly interpretations: string;
  readonly semicolon: string;
}
