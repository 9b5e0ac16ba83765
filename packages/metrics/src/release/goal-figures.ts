import type { Day } from '../base/day.js';
import { figureStates, type FigureState } from '../base/state.js';
import { averageOf } from '../goal/average.js';
import { earlier, listPeriodEnds, periodEnd, shiftPeriod, shiftYears } from '../goal/calendar.js';
import type { JudgedGoal } from '../goal/goal.js';
import type { Observed } from '../goal/observed.js';
import { isOmitted } from '../goal/omits.js';
import type { Observation, Series } from '../goal/series.js';
import { sumExactly } from '../goal/sum.js';
import type { Period } from '../plan/plan.js';
import { isSummed } from '../plan/target-kind.js';
import type { GoalPeriod } from './series-file.js';

/** The figures of a goal that are known on the day of judging, by period. */
export interface GoalFigures {
  /** The figure of a period itself, with its state, or why there is none. */
  readonly of: (span: Period) => Pick<GoalPeriod, 'value' | 'state' | 'lack' | 'partial'>;
  /** Of a sum or an average the figure from the first day on; nothing for other goals, and outside the goal's period and those before it. */
  readonly toDate: (span: Period) => Pick<GoalPeriod, 'toDate'>;
  /** The figures of one year before, where there are any. */
  readonly lastYear: (span: Period) => Pick<GoalPeriod, 'lastYear' | 'lastYearToDate'>;
}

/** Reads the figures of a goal: those that its verdict rests on, and all that lie before and after them. */
export function readFigures(
  goal: JudgedGoal,
  series: Series,
  { dataThrough, through }: Observed,
): GoalFigures {
  const { period, accumulate } = goal;
  const { grain, omits } = series;
  const daily = grain === 'day';
  const summed = isSummed(goal);
  const each = goal.hold === 'each-period';
  const last = through === null ? null : earlier(through, period.end);
  const known = series.observations.filter(({ date }) => last !== null && date <= last);
  const [first] = known;
  // Events are known from the month of the first one on (METHODS §3), or from that in which the goal begins.
  const since = `${earlier(first?.date ?? period.start, period.start).slice(0, 8)}01`;
  const byDate = new Map(known.map((one) => [one.date, one]));
  // A period that is never published is none to average or to limit.
  const listed = each || accumulate === 'average';
  const ownLength = yearsOf(period);
  const gathered = summed || accumulate === 'average';

  return {
    of: (span) => (daily ? ofDays(span) : ofPeriod(span)),
    toDate: (span) => {
      const window = gathered ? windowOf(span.end) : undefined;
      if (!window) return {};
      if (window !== period) return { toDate: gather({ start: window.start, end: span.end }) };
      // In the goal's own period those figures count that judge it.
      if (dataThrough === null || (daily ? span.start : span.end) > dataThrough) return { toDate: null };
      return { toDate: gather({ start: period.start, end: earlier(span.end, dataThrough) }) };
    },
    lastYear: (span) => {
      const past = shiftPeriod(span, -1);
      const value = settledOf(past);
      const window = gathered ? windowOf(span.end) : undefined;
      const sum = window ? gather({ start: shiftYears(window.start, -1), end: past.end }) : null;
      return { ...(value !== null && { lastYear: value }), ...(sum !== null && { lastYearToDate: sum }) };
    },
  };

  function ofDays({ start, end }: Period): ReturnType<GoalFigures['of']> {
    if (last === null || start > last) return { value: null, lack: 'coming' };
    const within = known.filter(({ date }) => date >= start && date <= end);
    const partial = last < end ? { partial: last } : {};
    if (summed) return { value: sumValues(within), ...stateOf(within), ...partial };
    const settled = within.filter((one) => !isEstimate(one));
    const reading = (settled.length > 0 ? settled : within).at(-1);
    if (reading) return { value: reading.value + 0, ...stateOf([reading]), ...partial };
    // A level is read on any day: none is due, but on each day of a limit by day.
    return { value: null, ...(each && { lack: 'missing' }) };
  }

  function ofPeriod({ end }: Period): ReturnType<GoalFigures['of']> {
    const one = byDate.get(end);
    const omitted = isOmitted(end, grain, omits);
    if (one && !(omitted && listed)) return { value: one.value + 0, ...stateOf([one]) };
    const due = last !== null && end <= last && isEnd(end);
    return { value: null, lack: omitted ? 'omitted' : due ? 'missing' : 'coming' };
  }

  /** The period of the goal, or of whole periods before it, in which a day lies. */
  function windowOf(day: Day): Period | undefined {
    if (day >= period.start) return period;
    for (let years = ownLength; ; years += ownLength) {
      const window = shiftPeriod(period, -years);
      if (day > window.end) return undefined;
      if (day >= window.start) return window;
    }
  }

  /** The sum, or the average, of some days, of whole periods; `null` where one of their figures is not known, or an estimate. */
  function gather({ start, end }: Period): number | null {
    if (last === null || end > last) return null;
    const counts = (date: Day): boolean => !listed || !isOmitted(date, grain, omits);
    const within = known.filter(({ date }) => date >= start && date <= end && counts(date));
    if (within.some(isEstimate)) return null;
    const figureOf = summed ? sumValues : averageOf;
    if (daily) return start >= since ? figureOf(within) : null;
    // Nobody knows the figure by the end of a month that is never published.
    if (!isEnd(end) || !counts(end) || (isOmitted(end, grain, omits) && !byDate.has(end))) return null;
    const dates = new Set(within.map(({ date }) => date));
    for (const due of listPeriodEnds(series, { start, end })) if (!dates.has(due)) return null;
    return figureOf(within);
  }

  /** The figure of a period, if it is whole and no estimate. */
  function settledOf({ start, end }: Period): number | null {
    if (last === null || end > last) return null;
    if (!daily) {
      const one = byDate.get(end);
      return one && !isEstimate(one) && !(listed && isOmitted(end, grain, omits)) ? one.value + 0 : null;
    }
    if (summed) return gather({ start, end });
    const reading = known.filter((one) => one.date >= start && one.date <= end && !isEstimate(one)).at(-1);
    return reading ? reading.value + 0 : null;
  }

  /** Whether a period of the figures ends with a day: the last one is cut at the goal's end date. */
  function isEnd(day: Day): boolean {
    return daily || day === periodEnd({ grain, fiscalStart: series.fiscalStart }, day);
  }
}

/** The whole years that lie between a period and the latest one before it: 2 for one of two years, or of 18 months. */
function yearsOf(period: Period): number {
  let years = 1;
  while (shiftPeriod(period, -years).end >= period.start) years++;
  return years;
}

function isEstimate({ quality }: Observation): boolean {
  return quality === 'estimate';
}

function sumValues(figures: readonly Observation[]): number {
  return sumExactly(figures.map(({ value }) => value));
}

/** The weakest state of some figures; nothing where all are final. */
function stateOf(figures: readonly Observation[]): { readonly state?: FigureState } {
  const weakest = figureStates.find((state) => figures.some(({ quality = 'final' }) => quality === state));
  return weakest === undefined || weakest === 'final' ? {} : { state: weakest };
}
