import type { Day } from '../base/day.js';
import { countDays } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import type { Forecast } from './verdict.js';

/** The input of a count's forecast. */
export interface Exposure {
  /** Events up to now: a whole number, 0 or more. */
  readonly events: number;
  readonly target: number;
  /** Days observed, at least 1. */
  readonly elapsed: number;
  /** Days still to come. */
  readonly remaining: number;
}

/** Of more events than these no one asks how the next few will come. */
const mostEvents = 10_000;

/** A forecast that always has an interval and a probability. */
export interface CountForecast extends Forecast {
  readonly interval: readonly [number, number];
  readonly probability: number;
}

/**
 * The count at the end date if events are independent and come at a constant rate: the number still to come is negative
 * binomial with r = events + ½ and p = elapsed / (elapsed + remaining) (METHODS §5, `poisson-gamma`). `null` where there
 * are more than 10 000 events, or so many that p^r is no longer a double.
 *
 * @example poissonGamma({ events: 1, target: 2, elapsed: 669, remaining: 61 })!.probability // 0.1227…
 */
export function poissonGamma({ events, target, elapsed, remaining }: Exposure): CountForecast | null {
  const r = events + 0.5;
  const p = elapsed / (elapsed + remaining);
  const notYet = remaining / (elapsed + remaining);
  // Multiplied out, because Math.pow differs between browsers and a square root does not.
  let mass = Math.sqrt(p);
  if (events > mostEvents) return null;
  for (let i = 0; i < events; i++) mass *= p;
  if (mass < 1e-290) return null;

  const missing = target - events;
  const quantiles = [0.1, 0.5, 0.9];
  const figures: number[] = [];
  let total = 0;
  let short = 0;
  for (let more = 0; figures.length < quantiles.length || more < missing; more++) {
    total += mass;
    if (more < missing) short = total;
    while (total >= quantiles[figures.length]!) figures.push(events + more);
    mass *= ((r + more) / (more + 1)) * notYet;
  }
  const [low, point, high] = figures as [number, number, number];
  return {
    method: 'poisson-gamma',
    point,
    interval: [low, high],
    probability: Math.max(0, 1 - short),
    backtest: null,
  };
}

/** METHODS §5 `poisson-gamma`; `null` for a figure that cannot be a number of events. */
export function forecastCount(
  { period, unit }: Pick<JudgedGoal, 'period' | 'unit'>,
  events: number,
  target: number,
  at: Day,
): CountForecast | null {
  if (unit.power || events < 0 || !Number.isInteger(events)) return null;
  const elapsed = countDays(period.start, at);
  return poissonGamma({ events, target, elapsed, remaining: countDays(period.start, period.end) - elapsed });
}

/**
 * The same for a ceiling: the probability is that of not exceeding it (METHODS §8). A ceiling of 2.5 is exceeded by 3 events.
 */
export function forecastExcess(
  goal: Pick<JudgedGoal, 'period' | 'unit'>,
  events: number,
  ceiling: number,
  at: Day,
): CountForecast | null {
  const forecast = forecastCount(goal, events, Math.floor(ceiling) + 1, at);
  return forecast && { ...forecast, probability: 1 - forecast.probability };
}
