import type { Day } from './plan.js';

/** Whether a text is a day of the calendar, `2024-02-29` but not `2026-02-29`. Years 0001 to 9999. */
export function isDay(text: string): text is Day {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** Year, month and day of the month. */
export function splitDay(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}

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

/** The day of a number; before and after the years 0001 to 9999 the nearest in them. */
export function dayOfNumber(number: number): Day {
  const date = new Date(number * 86_400_000);
  const year = date.getUTCFullYear();
  if (year < 1) return '0001-01-01';
  return year > 9999 ? '9999-12-31' : date.toISOString().slice(0, 10);
}
