import type { Day } from '../base/day.js';
import { countMonths } from './calendar.js';
import { sumExactly, toFinite } from './sum.js';
import type { Needed } from './verdict.js';

/** The amount still needed from a day to the end date, in all and per month (METHODS §5). */
export function findNeeded(actual: number, target: number, dataThrough: Day, end: Day): Needed {
  const total = sumExactly([target, -actual]);
  const months = countMonths(dataThrough, end);
  return { total, months, perMonth: toFinite(total / months) };
}
