import type { Day } from '../plan/plan.js';
import { earlier, monthEnd, periodEnd } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import type { Observation, Series } from './series.js';
import { sumExactly } from './sum.js';

/** What of a series counts for a goal on a day (METHODS §2). */
export interface Observed {
  /** The figure, in the goal's unit; `null` where nothing is reported. */
  readonly actual: number | null;
  readonly dataThrough: Day | null;
  readonly provisional: boolean;
  /** The last day of the first month or year that is due and has no complete figure: nothing from then on counts. */
  readonly gap: Day | null;
  /** Every figure that is no estimate up to `dataThrough`, those before the goal's period too. */
  readonly history: readonly Observation[];
}

/** What is known where nothing is. */
export const unreported: Observed = {
  actual: null,
  dataThrough: null,
  provisional: false,
  gap: null,
  history: [],
};

/**
 * The figure of a goal on a day, from the figures reported by then (METHODS §2). `dataThrough` moves back to a missing month or year,
 * but stays as declared within a month whose figure is not due yet; the schedule then runs some days ahead of the figures.
 */
export function observe(
  goal: Pick<JudgedGoal, 'period' | 'accumulate'>,
  { grain, reportedThrough, observations }: Series,
  asOf: Day,
): Observed {
  if (reportedThrough === null) return unreported;
  const { start, end } = goal.period;
  const level = goal.accumulate === 'level';
  const declared = earlier(reportedThrough, asOf);
  const last = earlier(declared, end);
  const known = observations.filter(({ date, quality }) => quality !== 'estimate' && date <= last);
  const own = level ? known : known.filter(({ date }) => date >= start);

  let dataThrough = declared;
  let gap: Day | null = null;
  if (grain !== 'day') {
    const missing = firstMissing(grain, own, level ? firstDue(grain, own, start) : start);
    // A month that has begun is named where its days count already; a year is due when it is over.
    if (missing <= (grain === 'month' ? monthEnd(last) : last)) gap = missing;
    // A year's figure says nothing of the months after it.
    if (missing <= last || grain === 'year') dataThrough = periodEnd(grain, missing, -1);
  }

  const counts = ({ date }: Observation): boolean => date <= dataThrough;
  const used = own.filter(counts).slice(level ? -1 : 0);
  // A day without events had none, but a month, a year or a level without a figure is unknown.
  if (grain === 'day' && !level ? dataThrough < start : !used.length) return { ...unreported, gap };
  return {
    actual: sumExactly(used.map(({ value }) => value)),
    dataThrough,
    provisional: used.some(({ quality }) => quality === 'provisional'),
    gap,
    history: known.filter(counts),
  };
}

/**
 * From when on a level's figures are due: a month's once they have begun, and not before the goal's period; of annual figures, which
 * are published when they are published, the latest is the level, whatever years before it have none.
 */
function firstDue(grain: 'month' | 'year', known: readonly Observation[], start: Day): Day {
  const day = (grain === 'month' ? known[0] : known.at(-1))?.date ?? start;
  return grain === 'month' && day < start ? start : day;
}

/** The last day of the first month or year without a figure, from that of a day on; figures are in order of time. */
function firstMissing(grain: 'month' | 'year', known: readonly Observation[], from: Day): Day {
  let end = periodEnd(grain, from);
  for (const { date } of known) if (date === end) end = periodEnd(grain, end, 1);
  return end;
}
