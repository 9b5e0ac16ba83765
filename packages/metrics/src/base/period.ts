import { monthDays, splitDay, type Day } from './day.js';

/** The periods of whole months. */
export type PeriodGrain = 'month' | 'quarter' | 'half-year' | 'year';

/** In which periods time is counted: quarters, half-years and years begin with the month that fiscal years begin in, 1 where absent. */
export interface Periods {
  readonly grain: PeriodGrain;
  /** From 1 to 12. */
  readonly fiscalStart?: number | undefined;
}

/** The months of each period. */
export const monthsIn: Readonly<Record<PeriodGrain, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

/** How many months before the month of a day its period began: from 0 to 11. */
export function monthsInto(day: Day, { grain, fiscalStart = 1 }: Periods): number {
  return (splitDay(day)[1] - fiscalStart + 12) % monthsIn[grain];
}

/**
 * The first day of the period in which a day lies.
 *
 * @example periodStart('2026-02-14', { grain: 'year', fiscalStart: 4 }) // '2025-04-01'
 */
export function periodStart(day: Day, periods: Periods): Day {
  const [year, month] = splitDay(day);
  const first = year * 12 + month - 1 - monthsInto(day, periods);
  return writeFirst(Math.floor(first / 12), (first % 12) + 1);
}

/** Whether a day is the first of its period. */
export function isPeriodStart(day: Day, periods: Periods): boolean {
  return day.endsWith('-01') && monthsInto(day, periods) === 0;
}

/** Whether some periods are made of whole others: fiscal years from April of calendar quarters, but not of calendar years. */
export function areWhole(parts: Periods, fiscalStart: number): boolean {
  return (fiscalStart - (parts.fiscalStart ?? 1)) % monthsIn[parts.grain] === 0;
}

/**
 * The name of the period in which a day lies, as a query's `during` reads it: of a fiscal year it is the year in which that begins.
 *
 * @example namePeriod('2026-02-14', { grain: 'quarter', fiscalStart: 4 }) // '2025-Q4'
 */
export function namePeriod(day: Day, periods: Periods): string {
  const { grain, fiscalStart } = periods;
  if (grain === 'month') return day.slice(0, 7);
  const year = periodStart(day, { grain: 'year', fiscalStart });
  if (grain === 'year') return year.slice(0, 4);
  const part = Math.floor(monthsInto(day, { grain: 'year', fiscalStart }) / monthsIn[grain]) + 1;
  return `${year.slice(0, 4)}-${grain === 'quarter' ? 'Q' : 'H'}${part}`;
}

/** The first day of the numbered quarter or half of a fiscal year, which goes by the calendar year that it begins in. */
export function partStart(year: number, part: number, { grain, fiscalStart = 1 }: Periods): Day {
  const month = fiscalStart - 1 + monthsIn[grain] * (part - 1);
  return writeFirst(year + Math.floor(month / 12), (month % 12) + 1);
}

/** The last day of the period that begins with a day. */
export function endOfPeriod(start: Day, { grain }: Pick<Periods, 'grain'>): Day {
  const [year, month] = splitDay(start);
  const last = year * 12 + month - 2 + monthsIn[grain];
  const [endYear, endMonth] = [Math.floor(last / 12), (last % 12) + 1];
  return writeFirst(endYear, endMonth).slice(0, -2) + String(monthDays(endYear, endMonth));
}

function writeFirst(year: number, month: number): Day {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-01`;
}
