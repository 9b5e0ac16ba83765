import type { Day } from '../plan/plan.js';
import { earlier, monthEnd } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import type { Observation, Series } from './series.js';
import { sumExactly } from './sum.js';

/** What of a series counts for a goal on a day (METHODS §2). */
export interface Observed {
  /** The figure, in the goal's unit; `null` where nothing is reported. */
  readonly actual: number | null;
  readonly dataThrough: Day | null;
  readonly provisional: boolean;
  /** The last day of the first month that has begun and has no complete figure: nothing from that month on counts. */
  readonly gap: Day | null;
}

/** What is known where nothing is. */
export const unreported: Observed = { actual: null, dataThrough: null, provisional: false, gap: null };

/**
 * The figure of a goal on a day, from the figures reported by then (METHODS §2). `dataThrough` moves back to a missing month, but
 * stays as declared within a month whose figure is not due yet; the schedule then runs some days ahead of the figures.
 */
export function observe(goal: JudgedGoal, series: Series, asOf: Day): Observed {
  if (series.reportedThrough === null) return unreported;
  const { start, end } = goal.period;
  const level = goal.accumulate === 'level';
  const declared = earlier(series.reportedThrough, asOf);
  const last = earlier(declared, end);
  const known = series.observations.filter(
    ({ date, quality }) => quality !== 'estimate' && date <= last && (level || date >= start),
  );

  let dataThrough = declared;
  let gap: Day | null = null;
  if (series.grain === 'month') {
    // A flow needs every month of its period; a level is missed only after it was first known.
    const first = known[0]?.date ?? start;
    const missing = firstMissing(known, level && first > start ? first : start);
    if (missing <= monthEnd(last)) gap = missing;
    if (missing <= last) dataThrough = monthEnd(missing, -1);
  }

  const used = known.filter(({ date }) => date <= dataThrough).slice(level ? -1 : 0);
  // A day without events had none, but a month or a level without a figure is unknown.
  if (series.grain === 'day' && !level ? dataThrough < start : !used.length) return { ...unreported, gap };
  return {
    actual: sumExactly(used.map(({ value }) => value)),
    dataThrough,
    provisional: used.some(({ quality }) => quality === 'provisional'),
    gap,
  };
}

/** The last day of the first month without a figure, from the month of a day on. */
function firstMissing(known: readonly Observation[], from: Day): Day {
  const present = new Set(known.map(({ date }) => date));
  let month = monthEnd(from);
  while (present.has(month)) month = monthEnd(month, 1);
  return month;
}
