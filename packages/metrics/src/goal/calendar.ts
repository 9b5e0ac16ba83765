// Whole days, counted in UTC only: the time zone of a machine changes nothing.
import { dayNumber, splitDay } from '../plan/day.js';
import type { Day } from '../plan/plan.js';

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
  const days = new Date(Date.UTC(endYear, endMonth, 0)).getUTCDate();
  return `${String(endYear).padStart(4, '0')}-${String(endMonth).padStart(2, '0')}-${days}`;
}

/** The earlier of two days: they are written so that they sort as text. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
