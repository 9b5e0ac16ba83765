import type { Day } from '../base/day.js';
import type { Periods } from '../base/period.js';
import { averageOf } from './average.js';
import { dayAfter, dayBefore, earlier, monthEnd, periodEnd } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import { isOmitted } from './omits.js';
import type { Observation, Series } from './series.js';
import { sumExactly } from './sum.js';
import type { DatedFigure } from './verdict.js';

/** The figures of a series that count for a goal on a day (METHODS §2). */
export interface Observed {
  /** The figure, in the goal's unit; `null` where nothing is reported. */
  readonly actual: number | null;
  readonly dataThrough: Day | null;
  /** The last day that is reported by the day of judging, also beyond a gap; `null` where nothing is. */
  readonly through: Day | null;
  readonly provisional: boolean;
  /** Whether a figure that counts replaces an earlier one. */
  readonly revised: boolean;
  /**
   * The last day of the first month or longer period that is due and has no complete figure, or the first day whose figure is an estimate:
   * nothing from then on counts.
   */
  readonly gap: Day | null;
  /** Whether the gap has a figure, which is an estimate. */
  readonly estimated: boolean;
  /** Whether figures of the period were reported after the gap: they do not count. */
  readonly beyond: boolean;
  /** A level's last figure before its own period, until that has one. */
  readonly before: DatedFigure | null;
  /** The figures of the goal's own period, those after a gap too; no estimates. */
  readonly own: readonly Observation[];
  /** Every figure that is no estimate up to `dataThrough`, those before the goal's period too. */
  readonly history: readonly Observation[];
}

/** The result for an empty series. */
export const unreported: Observed = {
  actual: null,
  dataThrough: null,
  through: null,
  provisional: false,
  revised: false,
  gap: null,
  estimated: false,
  beyond: false,
  before: null,
  own: [],
  history: [],
};

/**
 * The figure of a goal on a day, from the figures reported by then (METHODS §2): nothing before its period has begun. `dataThrough` moves
 * back to a missing period, but stays as declared within a month whose figure is not due yet; the schedule then runs some days
 * ahead of the figures. A figure of a longer period counts up to its last day alone. An estimate is a gap; by day, figures count
 * through the day before it.
 */
export function observe(
  { period, accumulate, baseline, hold }: Pick<JudgedGoal, 'period' | 'accumulate' | 'baseline' | 'hold'>,
  { grain, fiscalStart, reportedThrough, omits, observations }: Series,
  asOf: Day,
): Observed {
  if (reportedThrough === null) return unreported;
  const level = accumulate === 'level';
  const each = hold === 'each-period';
  const start = level && baseline && baseline.date >= period.start ? dayAfter(baseline.date) : period.start;
  const declared = earlier(reportedThrough, asOf);
  const last = earlier(declared, period.end);
  const known = observations.filter((one) => !isEstimate(one) && one.date <= last);
  // A period that is never published is none to average or to limit.
  const listed = each || accumulate === 'average';
  const own = known.filter(({ date }) => date >= start && !(listed && isOmitted(date, grain, omits)));
  const before = level ? lastBefore(start, known) : null;
  if (asOf < period.start) return { ...unreported, before };

  let dataThrough = declared;
  let gap: Day | null = null;
  if (grain !== 'day') {
    const periods = { grain, fiscalStart };
    const first = level && !each ? firstDue(periods, known, start) : start;
    const missing = firstMissing(periods, own, first, omits);
    // A month that has begun is named where its days count already; a longer period is due when it is over.
    if (missing <= (grain === 'month' ? monthEnd(last) : last)) gap = missing;
    // A figure of a quarter or a year says nothing of the months after it.
    if (missing <= last || grain !== 'month') dataThrough = lastDue(periods, missing, omits);
  } else {
    // Nobody knows how many events an estimated day had: leaving out the day alone would say that it had none.
    gap = firstEstimate(observations, level && !each ? (own.at(-1)?.date ?? start) : start, last);
    if (gap !== null) dataThrough = dayBefore(gap);
  }
  const estimated = gap !== null && observations.some((one) => isEstimate(one) && one.date === gap);

  // Each period is judged by its own figure: none hides a later one.
  if (each && gap) dataThrough = own.at(-1)?.date ?? dataThrough;
  const counts = ({ date }: Observation): boolean => date <= dataThrough;
  const used = own.filter(counts).slice(level ? -1 : 0);
  // A day without events had none, but a longer period or a level without a figure is unknown.
  const beyond = own.some((one) => !counts(one));
  const actual = accumulate === 'average' ? averageOf(used) : sumExactly(used.map(({ value }) => value));
  const nothing = grain === 'day' && !level ? dataThrough < start : !used.length;
  if (nothing || actual === null) return { ...unreported, through: declared, gap, estimated, beyond, before };
  return {
    actual,
    dataThrough,
    through: declared,
    provisional: (each ? own : used).some(({ quality }) => quality === 'provisional'),
    revised: (each ? own : used).some(({ quality }) => quality === 'revised'),
    gap,
    estimated,
    beyond,
    before: null,
    own,
    history: known.filter(counts),
  };
}

function isEstimate({ quality }: Observation): boolean {
  return quality === 'estimate';
}

/** The first day from one to another whose figure is an estimate; figures are in order of time. */
function firstEstimate(observations: readonly Observation[], from: Day, to: Day): Day | null {
  return observations.find((one) => isEstimate(one) && one.date >= from && one.date <= to)?.date ?? null;
}

function lastBefore(start: Day, known: readonly Observation[]): DatedFigure | null {
  const found = known.filter(({ date }) => date < start).at(-1);
  // Adding zero makes a negative zero an ordinary one.
  return found ? { value: found.value + 0, date: found.date } : null;
}

/**
 * From when on a level's figures are due: those within a year once they have begun, and not before the goal's own period; annual
 * figures have no fixed day of publication, so the latest is the level, although earlier years may have none.
 */
function firstDue({ grain }: Periods, known: readonly Observation[], start: Day): Day {
  const day = (grain === 'year' ? known.at(-1) : known[0])?.date ?? start;
  return day < start ? start : day;
}

/** The last day of the first period without a figure that is due, from that of a day on; figures are in order of time. */
function firstMissing(periods: Periods, own: readonly Observation[], from: Day, omits: Series['omits']): Day {
  const next = (end: Day): Day =>
    isOmitted(end, periods.grain, omits) ? next(periodEnd(periods, end, 1)) : end;
  let end = next(periodEnd(periods, from));
  for (const { date } of own) if (date === end) end = next(periodEnd(periods, end, 1));
  return end;
}

/** The last day of the last period before another that has a figure. */
function lastDue(periods: Periods, missing: Day, omits: Series['omits']): Day {
  const end = periodEnd(periods, missing, -1);
  return isOmitted(end, periods.grain, omits) ? lastDue(periods, end, omits) : end;
}
