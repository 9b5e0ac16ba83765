import type { Day } from '../../base/day.js';
import { monthsIn } from '../../base/period.js';
import type { Period } from '../../plan/plan.js';
import { dayNumber } from '../calendar.js';
import type { Observation, Series } from '../series.js';
import { sumExactly } from '../sum.js';
import { readHistory, type ForecastGoal, type History, type KnownFigures } from './history.js';
import { findHorizon, type Horizon } from './horizon.js';
import type { Point } from './line.js';
import { lastDay, monthOf, movePeriod } from './month.js';

/** A day from which the end figure of a period is forecast: now, or the end of a period before (METHODS §5). */
export interface Origin {
  readonly period: Period;
  /** The last day that is known. */
  readonly day: Day;
  /** The period's figure by that day; of a level the latest. */
  readonly actual: number;
  /** The contribution of the known figures to the end figure: zero for a level. */
  readonly base: number;
  readonly figures: readonly number[];
  /** The observations as points of a straight line. */
  readonly points: readonly Point[];
  /** x of the end figure. */
  readonly end: number;
  readonly observations: readonly Observation[];
  readonly grain: Series['grain'];
  readonly fiscalStart?: number;
  readonly omits?: readonly number[];
}

/** The history that origins are cut from. */
export interface Ground {
  readonly goal: ForecastGoal;
  readonly known: KnownFigures;
  readonly history: History;
  readonly horizon: Horizon;
  /** The history's figures as observations of their periods. */
  readonly periods: readonly Observation[];
  /** A level's observations as points of a straight line. */
  readonly points: readonly Point[];
}

/** Months to 1 of x. */
function unitOf({ grain }: Pick<KnownFigures, 'grain'>): number {
  return grain === 'day' ? 1 : monthsIn[grain];
}

/** Reads the observations of a goal. */
export function layGround(goal: ForecastGoal, known: KnownFigures): Ground {
  const history = readHistory(goal, known);
  const { figures, first, steps, regular } = history;
  const x = (day: Day): number => (regular ? monthOf(day) / unitOf(known) : dayNumber(day));
  const level = goal.accumulate === 'level';
  return {
    goal,
    known,
    history,
    horizon: findHorizon(goal, known, history),
    periods: figures.map((value, i) => ({ date: lastDay(steps.endOf(first + i)), value })),
    points: level ? known.observations.map(({ date, value }) => [x(date), value]) : [],
  };
}

/** The origin of the forecast itself: all that is known. */
export function findOrigin({ goal, known, history, horizon, points }: Ground): Origin {
  const { grain, fiscalStart, omits, actual, dataThrough, observations } = known;
  const { figures, first, steps, regular } = history;
  const last = first + figures.length - 1;
  const through = lastDay(steps.endOf(last));
  return {
    period: goal.period,
    day: grain === 'day' ? dataThrough : through,
    actual,
    // Events of a month that is not over belong to the forecast.
    base: goal.accumulate === 'level' ? 0 : grain === 'day' ? sumThrough(goal.period, through) : actual,
    figures,
    points,
    end: regular ? steps.endOf(last + horizon.lead) / unitOf(known) : dayNumber(goal.period.end),
    observations,
    grain,
    ...(fiscalStart !== undefined && { fiscalStart }),
    ...(omits && { omits }),
  };

  function sumThrough({ start }: Period, day: Day): number {
    return sumExactly(
      observations.flatMap(({ date, value }) => (date >= start && date <= day ? [value] : [])),
    );
  }
}

/** The origin at the end of an earlier figure's period, of a period that ends as long after it. */
export function findOriginBefore(ground: Ground, index: number): Origin {
  const { goal, known, history, horizon, periods, points } = ground;
  const { grain, fiscalStart, omits } = known;
  const { figures, first, steps, regular } = history;
  const { date: day } = periods[index]!;
  const end = steps.endOf(first + index + horizon.lead);
  const period = movePeriod(goal.period, end - steps.endOf(first + figures.length - 1 + horizon.lead));
  const level = goal.accumulate === 'level';
  const past = figures.slice(0, index + 1);
  const base = level ? 0 : add(past.slice(past.length - horizon.known));
  const seen = level ? known.observations.filter(({ date }) => date <= day).length : 0;
  return {
    period,
    day,
    actual: level ? past.at(-1)! : base,
    base,
    figures: past,
    points: points.slice(0, seen),
    end: regular ? end / unitOf(known) : dayNumber(period.end),
    observations: periods.slice(0, index + 1),
    // Events are put together by month.
    grain: grain === 'day' ? 'month' : grain,
    ...(fiscalStart !== undefined && { fiscalStart }),
    ...(omits && { omits }),
  };
}

/** The end figure of the period of an earlier origin, as it came to be. */
export function endFigure({ history, horizon }: Ground, index: number): number {
  const end = index + horizon.lead + 1;
  return add(history.figures.slice(end - horizon.length, end));
}

/** A sum of figures that need not be exact. */
export function add(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}
