import type { Day, Period } from '../../plan/plan.js';
import { dayNumber } from '../calendar.js';
import type { Observation, Series } from '../series.js';
import { sumExactly } from '../sum.js';
import type { ForecastGoal, History, Known } from './history.js';
import type { Horizon } from './horizon.js';
import { lastDay, monthOf, movePeriod } from './month.js';

/** A day from which the end figure of a period is forecast: now, or the end of a month or year before (METHODS §5). */
export interface Origin {
  readonly period: Period;
  /** The last day that is known. */
  readonly day: Day;
  /** The period's figure by that day; of a level the latest. */
  readonly actual: number;
  /** What the figures known so far contribute to the end figure: nothing to that of a level. */
  readonly base: number;
  readonly figures: readonly number[];
  /** What was observed as points of a straight line. */
  readonly points: readonly (readonly [x: number, value: number])[];
  /** x of the end figure. */
  readonly end: number;
  readonly observations: readonly Observation[];
  readonly grain: Series['grain'];
}

/** What origins are cut from. */
export interface Ground {
  readonly goal: ForecastGoal;
  readonly known: Known;
  readonly history: History;
  readonly horizon: Horizon;
}

/** The origin of the forecast itself: all that is known. */
export function findOrigin({ goal, known, history, horizon }: Ground): Origin {
  const { grain, actual, dataThrough, observations } = known;
  const { figures, first, step, regular } = history;
  const last = first + (figures.length - 1) * step;
  const day = grain === 'day' ? dataThrough : lastDay(last);
  const base = (): number => {
    const end = lastDay(last);
    const known = observations.filter(({ date }) => date >= goal.period.start && date <= end);
    return sumExactly(known.map(({ value }) => value));
  };
  return {
    period: goal.period,
    day,
    actual,
    // Events of a month that is not over belong to what is still forecast.
    base: goal.accumulate === 'level' ? 0 : grain === 'day' ? base() : actual,
    figures,
    points: observations.map(({ date, value }) => [positionOf(date, history), value]),
    end: regular ? last / step + horizon.lead : dayNumber(goal.period.end),
    observations,
    grain,
  };
}

/** The origin at the end of an earlier figure's month or year, of a period that ends as long after it. */
export function findOriginBefore({ goal, known, history, horizon }: Ground, index: number): Origin {
  const { figures, first, step, regular } = history;
  const day = lastDay(first + index * step);
  const period = movePeriod(goal.period, (index - figures.length + 1) * step);
  const level = goal.accumulate === 'level';
  const past = figures.slice(0, index + 1);
  const base = level ? 0 : add(past.slice(past.length - horizon.known));
  const seen = known.observations.slice(0, known.observations.findLastIndex(({ date }) => date <= day) + 1);
  return {
    period,
    day,
    actual: level ? past.at(-1)! : base,
    base,
    figures: past,
    points: seen.map(({ date, value }) => [positionOf(date, history), value]),
    end: regular ? (first + index * step) / step + horizon.lead : dayNumber(period.end),
    observations: past.map((value, i) => ({ date: lastDay(first + i * step), value })),
    grain: step === 12 ? 'year' : 'month',
  };
}

/** The end figure of the period of an earlier origin, as it came to be. */
export function endFigure({ history, horizon }: Ground, index: number): number {
  const end = index + horizon.lead + 1;
  return add(history.figures.slice(end - horizon.length, end));
}

export function add(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

/** A day as x of a straight line: in figures of a regular series, in days else. */
function positionOf(day: Day, { step, regular }: History): number {
  return regular ? monthOf(day) / step : dayNumber(day);
}
