import type { FigureState, Unit } from '@zj/metrics';

/** How a trend is drawn: lines of period values, bars of them, or the sum of the year (of the goal's period) so far. */
export type TrendAppearance = 'line' | 'bars' | 'cumulative';

/** All that a trend shows, as numbers and names ready to be laid out; words are in the language of the reader. Every list has an entry for each period. */
export interface TrendModel {
  readonly appearance: TrendAppearance;
  /** The unit of all figures: a chart has one axis. */
  readonly unit: Unit;
  /** The x axis: regular periods, those of a forecast after those with figures. */
  readonly periods: readonly TrendPeriod[];
  /** One to twelve; the first is the goal's, or the whole. */
  readonly lines: readonly TrendLine[];
  /** The same periods one year before; empty where there are none. */
  readonly lastYear: readonly (number | null)[];
  /** The schedule that judges, and the way along the milestones where that is another; `null` outside the goal's period. */
  readonly schedule: readonly (number | null)[];
  readonly path: readonly (number | null)[];
  /** What the plan sets on the way. */
  readonly milestones: readonly TrendMilestone[];
  /** The target, on the scale of the figures. */
  readonly target: number | null;
  readonly forecast: TrendForecast | null;
  /** The limits to keep; `null` for a side without a limit. */
  readonly limits: { readonly low: number | null; readonly high: number | null } | null;
  readonly marks: readonly TrendMark[];
}

/** A figure that is due on a day of the way; `at` is its place in periods, whose figures stand at their ends: 5.5 is the middle of the sixth. */
export interface TrendMilestone {
  readonly at: number;
  readonly value: number;
}

/** A period of the x axis. */
export interface TrendPeriod {
  /** In full: 2026年7月. Of thousands of periods few are named so. */
  readonly name: () => string;
  /** Under the axis: 7月. */
  readonly short: string;
  /** The year, where the axis has a second line: told under the first period of each year. */
  readonly year: string;
  /** A sum begins anew with it. */
  readonly isFirst?: boolean;
  /** Of days: it is the first of its month. */
  readonly isMonth?: boolean;
}

/** A line, or a row of bars. */
export interface TrendLine {
  readonly id: string;
  readonly name: string;
  /** Whether it is drawn in colour: at most three are. */
  readonly chosen: boolean;
  readonly points: readonly TrendPoint[];
}

/** The figure of a period. */
export interface TrendPoint {
  readonly value: number | null;
  readonly state: FigureState;
  /** Without a figure: whether it is due (`missing`), never published (`omitted`), to come, or of merged cells. */
  readonly lack?: 'missing' | 'omitted' | 'coming' | 'merged';
  /** The figure does not cover the whole period yet. */
  readonly partial?: boolean;
  /** It breaks the limits. */
  readonly broken?: boolean;
}

/** Where the first line goes. */
export interface TrendForecast {
  /** In order, each with the index of its period. */
  readonly points: readonly {
    readonly at: number;
    readonly point: number;
    readonly interval: readonly [number, number] | null;
  }[];
  readonly level: number;
  readonly coverage: number | null;
}

/** An event, or a stretch of time. */
export interface TrendMark {
  /** Where it begins and ends, in periods: 6.5 is the end of the seventh. */
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** Its address; empty without one. */
  readonly url: string;
}
