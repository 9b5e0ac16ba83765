// Whole days, counted in UTC only: the time zone of a machine changes nothing.
import type { Day } from '../plan/plan.js';

/**
 * The number of a day: the next day has the next number, and 1970-01-01 is 0.
 *
 * @example dayNumber('2024-03-01') - dayNumber('2024-02-28') // 2
 */
export function dayNumber(day: Day): number {
  const [year, month, date] = splitDay(day);
  // 400 years later the calendar is the same, and no year is so small that `Date.UTC` takes it for one of the 1900s.
  return Date.UTC(year + 400, month - 1, date) / 86_400_000 - 146_097;
}

/** Days from one day to another, both inclusive: 365 from the first to the last of 2026. */
export function countDays(first: Day, last: Day): number {
  return dayNumber(last) - dayNumber(first) + 1;
}

/** The last day of the month in which a day lies, or of the month so many months later. */
export function monthEnd(day: Day, later = 0): Day {
  const [year, month] = splitDay(day);
  const months = year * 12 + month - 1 + later;
  const [endYear, endMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const days = new Date(Date.UTC(endYear, endMonth, 0)).getUTCDate();
  return `${String(endYear).padStart(4, '0')}-${String(endMonth).padStart(2, '0')}-${days}`;
}

/** The earlier of two days: they are written so that they sort as text. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** Year, month and day of the month. */
export function splitDay(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}
