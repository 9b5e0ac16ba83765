import { monthEnd } from '../../../../packages/metrics/src/goal/calendar.js';
import type { ForecastGoal, KnownFigures } from '../../../../packages/metrics/src/goal/forecast/history.js';
import type { Observation } from '../../../../packages/metrics/src/goal/series.js';
import { reference, type SeriesName } from './reference.js';

/** A goal and its observations. */
export interface Case {
  readonly goal: ForecastGoal;
  readonly known: KnownFigures;
}

/** Figures of months in order, the last one's end given. */
export function monthsUpTo(last: string, values: readonly number[]): readonly Observation[] {
  return values.map((value, i) => ({ date: monthEnd(last, i - values.length + 1), value }));
}

/** Figures of years in order, the last year given. */
export function yearsUpTo(last: number, values: readonly number[]): readonly Observation[] {
  return values.map((value, i) => ({ date: `${last - values.length + 1 + i}-12-31`, value }));
}

/** The first day of a month so many months before the one in which a day lies. */
export function monthStart(day: string, before = 0): string {
  return `${monthEnd(day, -before).slice(0, 8)}01`;
}

export function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

/** The facts of a case beside its figures. */
export interface CaseOptions extends Partial<KnownFigures> {
  /** Months from the last figure to the goal's end. */
  readonly lead?: number;
  readonly accumulate?: ForecastGoal['accumulate'];
  readonly direction?: 'increase' | 'decrease';
  /** The last figure's month. */
  readonly last?: string;
  /** Months of the goal's period. */
  readonly length?: number;
}

/** A monthly series with a goal that ends after it: its total of twelve months, or its level at the end. */
export function monthlyCase(
  values: readonly number[],
  {
    lead = 2,
    accumulate = 'total',
    direction = 'increase',
    last = '2026-10-31',
    length = 12,
    ...known
  }: CaseOptions = {},
): Case {
  const observations = monthsUpTo(last, values);
  const end = monthEnd(last, lead);
  const period = { start: monthStart(end, length - 1), end };
  const own = observations.filter(({ date }) => date >= period.start).map(({ value }) => value);
  return {
    goal: { unit: { zh: '元', en: 'yuan' }, period, accumulate, direction },
    known: {
      actual: accumulate === 'level' ? values.at(-1)! : sum(own),
      dataThrough: last,
      grain: 'month',
      count: false,
      target: null,
      observations,
      ...known,
    },
  };
}

/** A series of R's, as {@link monthlyCase}. */
export function seriesCase(
  name: SeriesName,
  { months, ...options }: CaseOptions & { readonly months?: number } = {},
): Case {
  const { start, values } = reference.series[name];
  const used = values.slice(0, months);
  return monthlyCase(used, { last: monthEnd(`${start[0]}-01-31`, used.length - 1), ...options });
}
