import type { Day } from '../base/day.js';
import { isSame, settle } from '../base/same.js';
import { listSpans } from '../goal/calendar.js';
import { forecastByPeriod } from '../goal/forecast/by-period.js';
import { directionOf, settleGoal } from '../goal/kind.js';
import { knownFigures } from '../goal/known.js';
import { isWithin, limitsOf } from '../goal/limits.js';
import { observe, type Observed } from '../goal/observed.js';
import { samePeriodDue } from '../goal/same-period.js';
import type { PeriodGrain } from '../goal/verdict.js';
import { sharesDue, type ShareDue } from '../goal/schedule.js';
import type { Series } from '../goal/series.js';
import { sumDigits } from '../base/decimal.js';
import { toFinite } from '../goal/sum.js';
import type { Goal, Plan, PlanEvent } from '../plan/plan.js';
import { isKept, isSummed } from '../plan/target-kind.js';
import { readFigures } from './goal-figures.js';
import type { PublishedVerdict } from './manifest.js';
import type { GoalPeriod, SeriesForecast, UnsealedGoalSeries } from './series-file.js';

/** The facts beside a goal's figures. */
export interface GoalSeriesFacts {
  /** Of the goal, by the same figures. */
  readonly verdict: PublishedVerdict;
  readonly plan: Partial<Pick<Plan, 'events' | 'notes'>>;
}

/**
 * A goal period by period (METHODS §9), from the figures that judged it, for charts. The figures of the goal's own period are
 * those of its verdict.
 *
 * @example computeGoalSeries(goal, series, { verdict, plan }).periods.at(-1)?.due // { linear: 6000, … }
 */
export function computeGoalSeries(
  given: Goal,
  series: Series,
  { verdict, plan }: GoalSeriesFacts,
): UnsealedGoalSeries {
  const goal = { ...given, ...settleGoal(given) };
  const { fiscalStart } = series;
  const observed = observe(goal, series, verdict.asOf);
  const grain = grainOfSeries(goal, series);
  const figures = readFigures(goal, series, observed);
  const dueBy = readWay(goal, series, observed, verdict);
  const keeps = readLimits(goal);
  const first = series.observations[0]?.date;
  const periods = listSpans(goal, series, grain, first).map((span): GoalPeriod => {
    const own = { ...figures.of(span), ...figures.toDate(span) };
    const due = dueBy(span.end);
    const kept = keeps(span.end, own);
    return {
      ...span,
      ...own,
      ...figures.lastYear(span),
      ...(due && { due }),
      ...(kept !== undefined && { kept }),
    };
  });
  const forecast = foresee(goal, series, observed, verdict);
  const milestones = [...(goal.milestones ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    version: 1,
    kind: 'goal',
    verdict,
    grain,
    ...(fiscalStart !== undefined && fiscalStart !== 1 && { fiscalStart }),
    periods,
    ...(milestones.length > 0 && { milestones }),
    ...(forecast && { forecast }),
    events: eventsOf(goal, plan.events ?? []),
    notes: plan.notes ?? [],
  };
}

/** The periods of a goal's series: those of its figures; months where these are by day, unless a limit holds on each day. */
function grainOfSeries({ hold }: Pick<Goal, 'hold'>, { grain }: Pick<Series, 'grain'>): PeriodGrain {
  return grain === 'day' && hold !== 'each-period' ? 'month' : grain;
}

/** The figure that is due by a day by each schedule; nothing for a goal without a way, and before the way begins. */
function readWay(
  goal: Goal,
  series: Series,
  { history }: Observed,
  { baseline, target }: PublishedVerdict,
): (day: Day) => GoalPeriod['due'] {
  // A bound or a range has no way to go; a ceiling on a sum is used up along its days, unless it is nothing.
  const way = !isKept(goal) || isSummed(goal);
  if (!way || baseline === null || target === null || isSame(baseline, target)) return () => undefined;
  const start = goal.accumulate === 'level' && goal.baseline ? goal.baseline.date : goal.period.start;
  const marks = [target, baseline, ...(goal.milestones ?? []).map(({ value }) => value)];
  const length = sumDigits([target, -baseline]);
  const figure = (share: number): number => settle(toFinite(baseline + share * length), marks);
  return (day) => {
    if (day < start) return undefined;
    const past = samePeriodDue(goal, history, series, day);
    const shares: readonly ShareDue[] = [
      ...sharesDue(goal, { baseline, target }, day),
      ...(past === null ? [] : [{ kind: 'same-period' as const, share: past }]),
    ];
    return Object.fromEntries(shares.map(({ kind, share }) => [kind, figure(share)]));
  };
}

/** Whether a figure of the goal's own period keeps its bound or range: of a sum that to date. An average is judged as a whole. */
function readLimits(
  goal: Goal,
): (day: Day, own: Pick<GoalPeriod, 'value' | 'state' | 'toDate'>) => boolean | undefined {
  const limits = limitsOf(goal);
  if (!limits || goal.accumulate === 'average') return () => undefined;
  const summed = isSummed(goal);
  return (day, { value, state, toDate = null }) => {
    if (day < goal.period.start) return undefined;
    // Estimates are drawn, never judged.
    const figure = summed ? toDate : state === 'estimate' ? null : value;
    return figure === null ? undefined : isWithin(figure, limits);
  };
}

/** The verdict's forecast by period (METHODS §5). */
function foresee(
  goal: Goal,
  series: Series,
  observed: Observed,
  { forecast, target }: PublishedVerdict,
): SeriesForecast | undefined {
  const known = knownFigures(observed, target, series);
  if (!forecast || !known) return undefined;
  const found = forecastByPeriod({ ...goal, direction: directionOf(goal) }, known, forecast);
  const points = found.map(({ date, point, interval, coverage }) => ({
    end: date,
    point,
    interval,
    coverage,
  }));
  return { method: forecast.method, level: found.at(-1)!.level, points };
}

/** The events that concern a goal, in order of their days. */
function eventsOf({ id, metric }: Goal, events: readonly PlanEvent[]): readonly PlanEvent[] {
  return events
    .filter(
      ({ goals, metrics }) =>
        (!goals && !metrics) || (goals ?? []).includes(id) || (metrics ?? []).includes(metric),
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
