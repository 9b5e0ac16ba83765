import type { Direction } from '../../plan/plan.js';
import type { Bilingual } from '../../base/text.js';
import { settle } from '../../base/same.js';
import { toFinite } from '../sum.js';
import type { Forecast, ForecastMethod, ForecastTrial } from '../verdict.js';
import { chanceAround, enough, intervalAround, summarise, tryBefore } from './backtest.js';
import { forecastEvents } from './events.js';
import type { ForecastGoal, KnownFigures } from './history.js';
import { ways, type Way } from './way.js';
import { findOrigin, layGround, type Ground, type Origin } from './origin.js';
import { chanceOf, intervalOf, type Prediction } from './prediction.js';
import * as obstacle from './obstacle.js';

/** Which method is to forecast: that which would have done best before, or a named one. */
export interface ForecastOptions {
  readonly method?: ForecastMethod | 'auto';
}

/** The forecast of a goal's end, and that of each method. */
export interface EndForecast {
  /** `null` where no method, or not the one that was asked for, applies: the trials say why. */
  readonly forecast: Forecast | null;
  /** Every method, simplest first. */
  readonly trials: readonly ForecastTrial[];
}

/**
 * Forecasts a goal's figure at its end date (METHODS §5), in the goal's unit. `auto` takes the applicable method with the least
 * mean absolute error of the end figure from earlier month ends, of equal ones the simplest; a small count is forecast from the
 * rate of its events. Nothing is clamped: a total of flows with either sign may end below its present figure.
 *
 * @example forecastEnd(goal, known).forecast // { method: 'same-period', point: 6474.4…, interval: [6337.0…, 6619.3…], … }
 */
export function forecastEnd(
  goal: ForecastGoal,
  known: KnownFigures,
  { method = 'auto' }: ForecastOptions = {},
): EndForecast {
  const ground = layGround(goal, known);
  const now = findOrigin(ground);
  const events = forecastEvents(goal, known);
  const weighed = ways.map((way) => {
    const { prediction, why } = weigh(way, ground, now);
    // A steady 100 a month ends at exactly 1200, without the noise of its sums.
    if (!prediction) return { way, prediction, why };
    const point = settle(prediction.point, [known.target]) + 0;
    return { way, prediction: { ...prediction, point }, why };
  });
  const past = tryBefore(
    weighed.flatMap(({ way, prediction }) => (prediction ? [way] : [])),
    ground,
  );
  const trials = weighed.map(({ way, prediction, why }) => ({
    method: way.method,
    point: prediction?.point ?? null,
    backtest: summarise(past, way.method, ground.horizon.lead),
    why,
  }));
  const all: readonly ForecastTrial[] = [
    ...trials,
    { method: 'poisson-gamma', point: events.forecast?.point ?? null, backtest: null, why: events.why },
  ];
  if (method === 'poisson-gamma' || (method === 'auto' && events.forecast))
    return { forecast: events.forecast, trials: all };

  const chosen = method === 'auto' ? choose(trials, ground.history.figures) : method;
  const prediction = weighed.find(({ way }) => way.method === chosen)?.prediction;
  const trial = trials.find(({ method }) => method === chosen);
  if (!prediction || !trial) return { forecast: null, trials: all };
  const outlook = surround(prediction, past.errors.get(trial.method) ?? [], known.target, goal.direction);
  return {
    forecast: { method: trial.method, point: prediction.point, ...outlook, backtest: trial.backtest },
    trials: all,
  };
}

/** The interval around an end figure and its probability of reaching the target: from earlier errors if there are enough, else its own. */
function surround(
  prediction: Prediction,
  errors: readonly number[],
  target: number | null,
  direction?: Direction,
): Pick<Forecast, 'interval' | 'probability'> {
  const tried = errors.length >= enough;
  const interval = tried ? intervalAround(prediction.point, errors) : intervalOf(prediction);
  const chance = tried
    ? (target: number) => chanceAround(prediction.point, errors, target, direction)
    : (target: number) => chanceOf(prediction, target, direction);
  const end = (figure: number): number => settle(toFinite(figure), [target, prediction.point]);
  return {
    interval: interval && [end(interval[0]), end(interval[1])],
    probability: target === null ? null : chance(target),
  };
}

/** A method's end figure, or why it has none. */
function weigh(
  way: Way,
  ground: Ground,
  now: Origin,
): { readonly prediction: Prediction | null; readonly why: Bilingual | null } {
  const { known, goal, horizon } = ground;
  const ended = known.grain === 'day' ? known.dataThrough >= goal.period.end : horizon.lead <= 0;
  const ruledOut = way.ruledOut(ground, now) ?? (ended ? obstacle.nothingToCome : null);
  if (ruledOut) return { prediction: null, why: ruledOut };
  const prediction = way.forecast(now, ground);
  return prediction && Number.isFinite(prediction.point)
    ? { prediction, why: null }
    : { prediction: null, why: obstacle.noFigure };
}

/** The method with the least error; of equal ones, and where none was tried, the simplest. */
function choose(trials: readonly ForecastTrial[], figures: readonly number[]): ForecastMethod | null {
  const applicable = trials.filter(({ point }) => point !== null);
  const tried = applicable.flatMap(({ method, backtest }) => (backtest ? [{ method, ...backtest }] : []));
  if (tried.length === 0) return applicable[0]?.method ?? null;
  const least = Math.min(...tried.map(({ error }) => error));
  // Errors that only rounding tells apart are equal, in every unit.
  const size = figures.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0);
  return tried.find(({ error }) => error <= least + size * 1e-11)!.method;
}
