import type { Day } from '../base/day.js';
import type { FigureState } from '../base/state.js';
import type { Bilingual, Text } from '../base/text.js';
import type { Unit } from '../base/unit.js';
import type { Format, SeriesGrain } from '../metric/metric.js';
import type { ForecastMethod, PeriodGrain, Schedule } from '../goal/verdict.js';
import type { Milestone, PlanEvent } from '../plan/plan.js';
import type { Completeness } from '../query/completeness.js';
import type { PublishedVerdict } from './manifest.js';

/** `series/goals/<goal>.json`: the figures of a goal period by period, with everything that a chart of it shows. */
export interface GoalSeries {
  readonly $schema?: string;
  readonly version: 1;
  readonly kind: 'goal';
  /** SHA-256 of the manifest that it belongs to: see `digestManifest`. */
  readonly manifest: string;
  /** The goal as verdicts.json has it: name, unit, target, status, forecast, clause, source, SQL, gaps. */
  readonly verdict: PublishedVerdict;
  /** The periods of the figures: those of the dataset, months where that is by day; of a limit those it holds in. */
  readonly grain: PeriodGrain;
  /** The month, 1 to 12, with which their years begin; absent where it is 1. */
  readonly fiscalStart?: number;
  /**
   * Every period from the first with a figure, or with the goal's first day where that is earlier, to the goal's end date, with which the last
   * one ends; in order, none left out.
   */
  readonly periods: readonly GoalPeriod[];
  /** The figures that the plan sets on the way, in order of their days, each due by the end of its day; absent where it sets none. */
  readonly milestones?: readonly Milestone[];
  /** By period; absent where the verdict has no forecast. */
  readonly forecast?: SeriesForecast;
  /** Events of the plan that concern the goal, in order of their days. */
  readonly events: readonly PlanEvent[];
  /** Facts about the document that a reader must know. */
  readonly notes: readonly Text[];
}

/** A goal's series before the manifest is written whose digest it names. */
export type UnsealedGoalSeries = Omit<GoalSeries, '$schema' | 'manifest'>;

/** One period of a goal. Figures are in the goal's unit, unrounded. */
export interface GoalPeriod {
  readonly start: Day;
  readonly end: Day;
  /** The figure of the period itself; of a level the last one in it; `null` where it has none. */
  readonly value: number | null;
  /** How settled the figure is; absent where it is final, or there is none. */
  readonly state?: FigureState;
  /**
   * Why there is no figure. `missing`: it is due; `omitted`: none is ever published for such months; `coming`: it is not due yet. Absent
   * where there is one, or none was due: a level that is read on any day.
   */
  readonly lack?: 'missing' | 'omitted' | 'coming';
  /** The last day that the figure covers, where its period is not over: a month of a dataset by day. */
  readonly partial?: Day;
  /**
   * Of a `total` or `since` goal the sum since the first day, of an `average` goal the average (METHODS §8): of the goal's period, or of that
   * moved back by as many whole years as it lasts. `null` from a missing figure on, and for a month that is never published. Absent for other goals.
   */
  readonly toDate?: number | null;
  /** The figure of the whole same period one year before, no estimate; absent where it is not known. Not to be compared with a partial one. */
  readonly lastYear?: number;
  /** The sum, or the average, from the first day to the end of the period, each one year before; absent as {@link lastYear}. */
  readonly lastYearToDate?: number;
  /**
   * The figure that is due by the end of the period by each schedule that applies (METHODS §3): `verdict.schedule.kind` judges; `path` is the
   * way along the milestones, `linear` the straight one. From the goal's first day on, of a level from its baseline's; absent for goals without a way.
   */
  readonly due?: Readonly<Partial<Record<Schedule['kind'], number>>>;
  /**
   * Whether the figure, of a sum that to date, keeps the goal's bound or range; in the goal's period only. Absent where there is neither, or no
   * figure, for an estimate, and for an average, which is judged as a whole.
   */
  readonly kept?: boolean;
}

/** Where a goal goes, period by period (METHODS §5 "By period"). */
export interface SeriesForecast {
  readonly method: ForecastMethod;
  /** The share of new figures that an interval is made to hold: 0.8. */
  readonly level: number;
  /** The figure by the end of each period to come; of a total or a count the sum up to then. The last is the verdict's forecast. */
  readonly points: readonly ForecastPoint[];
}

/** The expected figure at the end of a period. */
export interface ForecastPoint {
  readonly end: Day;
  readonly point: number;
  /** `null` where too few errors are known. */
  readonly interval: readonly [number, number] | null;
  /** The share of earlier end figures that it would have held; `null` where that was not tried. */
  readonly coverage: number | null;
}

/** `series/metrics/<metric>.<grain>[.by-<dimension>].json`: a metric over time, whole or by the members of a dimension. */
export interface MetricSeries {
  readonly $schema?: string;
  readonly version: 1;
  readonly kind: 'metric';
  readonly manifest: string;
  readonly asOf: Day;
  readonly metric: string;
  readonly name: Text;
  readonly description: Text;
  readonly unit: Unit;
  readonly format?: Format;
  readonly source: Text;
  /** Whether a dataset behind it is made up. */
  readonly demo: boolean;
  /** The last day that its figures cover. */
  readonly reportedThrough: Day;
  readonly grain: SeriesGrain;
  /** The month, 1 to 12, with which its years begin; absent where it is 1. */
  readonly fiscalStart?: number;
  /** The dimension that it is split by; absent where it is whole. */
  readonly dimension?: SeriesDimension;
  /** Every period from the first with a figure to the last one reported, in order. */
  readonly periods: readonly SeriesSpan[];
  /**
   * The whole first (`kind: "total"`), where there is one; then the members in order of their names, the merged cells, and the rows
   * whose cell in the dimension is empty.
   */
  readonly lines: readonly MetricLine[];
  readonly events: readonly PlanEvent[];
  readonly completeness: readonly Completeness[];
  /** The statements over the published database: of the figures of the periods, then of the year to date where there are any. */
  readonly sql: readonly string[];
}

/** A metric's series before the manifest is written whose digest it names. */
export type UnsealedMetricSeries = Omit<MetricSeries, '$schema' | 'manifest'>;

/** A dimension as a series is split by it. */
export interface SeriesDimension {
  readonly name: string;
  readonly label: Text;
  /** Why its members are not added up: they overlap, or the metric does not add up. Absent where they add up to the whole. */
  readonly apart?: Bilingual;
}

/** A period of a series. */
export interface SeriesSpan {
  readonly start: Day;
  readonly end: Day;
  /** The last day that its figures cover, where it is not over. */
  readonly partial?: Day;
}

/**
 * The figures of one member, of the whole, of cells that were merged for confidentiality, or of rows without a member. The figures of a
 * member are without its part of the merged cells. Each list has an entry for each period.
 */
export interface MetricLine {
  readonly kind: 'total' | 'member' | 'merged' | 'empty';
  /** The member; absent for the others. */
  readonly member?: string;
  /** Its name for people, where the contract has one. */
  readonly label?: Text;
  readonly own: MetricFigures;
  /** Of the year up to the end of each period, `null` after a gap in it; absent where figures do not add up over time, and where the periods are years. */
  readonly toDate?: MetricFigures;
  /** How settled each figure of the periods is; absent where all are final. */
  readonly states?: readonly (FigureState | null)[];
  /** The same of the year up to each period. */
  readonly toDateStates?: readonly (FigureState | null)[];
}

/** Figures by period: in the metric's unit, shares and changes in per cent, contributions in percentage points. `null` where there is none. */
export interface MetricFigures {
  readonly value: readonly (number | null)[];
  /** The same period one year before. */
  readonly lastYear?: readonly (number | null)[];
  /** The change against that, in per cent; of per cent in percentage points. */
  readonly change?: readonly (number | null)[];
  /** The share of the whole; absent where members do not add up to it. */
  readonly share?: readonly (number | null)[];
  /** The part of the whole's change that is the member's, in percentage points; absent as the share. */
  readonly contribution?: readonly (number | null)[];
}
