// Whole days, counted in UTC only: the time zone of a machine changes nothing.
import { dayNumber, dayOfNumber, monthDays, splitDay } from '../base/day.js';
import type { Day } from '../base/day.js';
import { monthsIn, monthsInto, periodStart, type Periods } from '../base/period.js';
import type { Period } from '../plan/plan.js';
import { isOmitted } from './omits.js';
import type { Series } from './series.js';

export { dayNumber, splitDay };

/** Days from one day to another, both inclusive: 365 from the first to the last of 2026. */
export function countDays(first: Day, last: Day): number {
  return dayNumber(last) - dayNumber(first) + 1;
}

/** The last day of the month in which a day lies, or of the month so many months later. */
export function monthEnd(day: Day, later = 0): Day {
  const [year, month] = splitDay(day);
  const months = year * 12 + month - 1 + later;
  const [endYear, endMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return writeDay(endYear, endMonth, monthDays(endYear, endMonth));
}

/**
 * The last day of the period in which a day lies, or of the one so many later.
 *
 * @example periodEnd({ grain: 'year', fiscalStart: 4 }, '2025-12-31') // '2026-03-31'
 */
export function periodEnd(periods: Periods, day: Day, later = 0): Day {
  const { grain } = periods;
  if (grain === 'month') return monthEnd(day, later);
  const months = monthsIn[grain];
  return monthEnd(day, months - 1 - monthsInto(day, periods) + later * months);
}

/** The last day of each period of a series, from the period that holds the first day to the last one that ends by the last. */
export function* listPeriodEnds(
  { grain, fiscalStart, omits }: Pick<Series, 'grain' | 'fiscalStart' | 'omits'>,
  { start, end }: Period,
): Generator<Day> {
  const periods = grain === 'day' ? undefined : { grain, fiscalStart };
  const next = (last: Day): Day => (periods ? periodEnd(periods, last, 1) : dayAfter(last));
  for (
    let last = periods ? periodEnd(periods, start) : start;
    last <= end && last.length === end.length;
    last = next(last)
  ) {
    if (!isOmitted(last, grain, omits)) yield last;
  }
}

/**
 * Every period of a series from the one with its first figure, or with the goal's first day where that is earlier, to the one with the goal's
 * end date, with which the last one ends.
 */
export function listSpans(
  { period }: { readonly period: Period },
  { fiscalStart }: { readonly fiscalStart?: number | undefined },
  grain: Series['grain'],
  first: Day | undefined,
): readonly Period[] {
  const { end: last } = period;
  const from = first === undefined ? period.start : earlier(first, period.start);
  const spans: Period[] = [];
  const startOf = (day: Day): Day => (grain === 'day' ? day : periodStart(day, { grain, fiscalStart }));
  const endOf = (day: Day): Day => (grain === 'day' ? day : periodEnd({ grain, fiscalStart }, day));
  for (let start = startOf(from); start <= last;) {
    const end = endOf(start);
    spans.push({ start, end: earlier(end, last) });
    if (end >= last) break;
    start = dayAfter(end);
  }
  return spans;
}

/** The day after a day. */
export function dayAfter(day: Day): Day {
  return dayOfNumber(dayNumber(day) + 1);
}

/** The day before a day. */
export function dayBefore(day: Day): Day {
  return dayOfNumber(dayNumber(day) - 1);
}

/**
 * The same day so many years later (METHODS §3): a month's end is compared with the same month's end, 28 or 29 February alike.
 *
 * @example shiftYears('2024-02-29', -1) // '2023-02-28'
 */
export function shiftYears(day: Day, years: number): Day {
  const [year, month, date] = splitDay(day);
  const end = monthEnd(day, 12 * years);
  return day === monthEnd(day) ? end : writeDay(year + years, month, date);
}

/** A period so many years later. */
export function shiftPeriod({ start, end }: Period, years: number): Period {
  return { start: shiftYears(start, years), end: shiftYears(end, years) };
}

/** Months from the day after one to another; of one that is not whole, its share of days. */
export function countMonths(after: Day, last: Day): number {
  let months = 0;
  for (let from = after; from < last;) {
    const end = monthEnd(from, from === monthEnd(from) ? 1 : 0);
    const to = earlier(end, last);
    months += (dayNumber(to) - dayNumber(from)) / splitDay(end)[2];
    from = to;
  }
  return months;
}

/** The earlier of two days: they are written so that they sort as text. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function writeDay(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}
