import type {
  Bilingual,
  Completeness,
  Day,
  FigureState,
  GoalSeries,
  Grain,
  PlanEvent,
  Text,
  Unit,
} from '@zj/metrics';

/** Figures over time from any source, in one form: the series of a goal, the series of a metric, the result of a query. */
export interface Trend {
  readonly name: Text;
  readonly unit: Unit;
  readonly source: Text | undefined;
  readonly demo: boolean;
  /** The last day that the figures cover; `null` where that is not known. */
  readonly through: Day | null;
  readonly grain: Grain;
  readonly fiscalStart?: number | undefined;
  /** Regular and in order. */
  readonly periods: readonly Span[];
  readonly curves: readonly Curve[];
  /** Why the members are not added up. */
  readonly apart?: Bilingual | undefined;
  /** The goal that the figures are of, with its verdict, its way and its forecast. */
  readonly goal?: GoalSeries | undefined;
  /** Nobody says whether the last period is over: it is compared with none before it. */
  readonly mayBePartial?: boolean;
  /** The figures are sums of the year so far already. */
  readonly summed?: boolean;
  readonly events: readonly PlanEvent[];
  /** Gaps in the data behind the figures. */
  readonly gaps: readonly Completeness[];
}

/** A period. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
  /** The last day that its figures cover, where it is not over. */
  readonly partial?: Day | undefined;
  /** The days of it that are asked for, where they are not all. */
  readonly cut?: { readonly start: Day; readonly end: Day } | undefined;
}

/** The figures of the whole, of a member, of the members below the first ones, of cells that were merged for confidentiality, or of rows without a member: each list has an entry for each period. */
export interface Curve {
  readonly id: string;
  readonly kind: 'total' | 'member' | 'rest' | 'merged' | 'empty';
  /** Absent for merged cells, and for the whole where it bears the name of the trend. */
  readonly name?: Text | undefined;
  readonly own: Values;
  /** The sum of the year, or of the goal's period, so far; absent where figures do not add up over time. */
  readonly toDate?: Values | undefined;
  /** The average of the goal's period so far, where that is judged. */
  readonly average?: Values['value'] | undefined;
  /** Absent of a final figure; `null` where nobody says. */
  readonly states: readonly (FigureState | null | undefined)[];
  /** Those of the sums so far. */
  readonly toDateStates?: readonly (FigureState | null | undefined)[] | undefined;
  readonly lacks: readonly (Lack | undefined)[];
  /** Why there is no sum so far. */
  readonly toDateLacks?: readonly (Lack | undefined)[] | undefined;
}

/** Why there is no figure: it is due, it is never published, it is to come; cells that may be of it were merged; of a sum that a figure before it is missing, or does not count. */
export type Lack = 'missing' | 'omitted' | 'coming' | 'merged' | 'sum';

/** Figures, with those of the same periods one year before and the change against them in per cent (of per cent in points). */
export interface Values {
  readonly value: readonly (number | null)[];
  readonly lastYear?: readonly (number | null)[] | undefined;
  readonly change?: readonly (number | null)[] | undefined;
}
