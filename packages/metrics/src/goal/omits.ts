import { splitDay } from '../base/day.js';
import type { Day } from '../base/day.js';
import type { Series } from './series.js';

/** Whether no figure is ever published for the month that a day ends: no gap, and no step of a season (METHODS §2). */
export function isOmitted(end: Day, grain: Series['grain'], omits: Series['omits']): boolean {
  return grain === 'month' && (omits?.includes(splitDay(end)[1]) ?? false);
}
