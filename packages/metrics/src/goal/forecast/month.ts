// Months, counted from the year 0.
import type { Day } from '../../base/day.js';
import type { Period } from '../../plan/plan.js';
import { monthEnd, splitDay } from '../calendar.js';

/** The month in which a day lies. */
export function monthOf(day: Day): number {
  const [year, month] = splitDay(day);
  return year * 12 + month - 1;
}

/** The last month that has ended by the end of a day. */
export function lastMonthEnded(day: Day): number {
  return day === monthEnd(day) ? monthOf(day) : monthOf(day) - 1;
}

/** The last day of a month. */
export function lastDay(month: number): Day {
  return monthEnd('0001-01-01', month - 12);
}

/** Whether a period begins and ends with a month. */
export function isWholeMonths({ start, end }: Period): boolean {
  return start.endsWith('-01') && end === monthEnd(end);
}

/** A period so many months later; a month's last day stays one, and a day that a month does not have becomes its last. */
export function movePeriod({ start, end }: Period, months: number): Period {
  return {
    start: sameDay(start, months),
    end: end === monthEnd(end) ? monthEnd(end, months) : sameDay(end, months),
  };
}

function sameDay(day: Day, months: number): Day {
  const last = monthEnd(day, months);
  return last.slice(0, 8) + (day.slice(8) < last.slice(8) ? day.slice(8) : last.slice(8));
}
