import { MetricsError } from '../../base/error.js';
import { say, type Sentence } from '../../base/sentence.js';
import type { Prediction } from './prediction.js';
import {
  smooth,
  type SmoothingForm,
  type SmoothingStart,
  type SmoothingState,
  type SmoothingWeights,
} from './smoothing.js';
import { findStart } from './start.js';
import { findWeights } from './weights.js';

/** The options of smoothing. */
export interface SmoothingOptions {
  readonly seasonal: SmoothingForm['seasonal'];
  /** Whether the trend fades; `false` where absent. */
  readonly damped?: boolean;
  /** Figures in a cycle of seasons; 12 where absent. */
  readonly period?: number;
  /** Those of the least squared one-step error where absent. */
  readonly weights?: SmoothingWeights;
  /** Where R's `HoltWinters()` starts where absent. */
  readonly start?: SmoothingStart;
}

/** Figures smoothed up to the last. */
export interface Smoothed {
  readonly form: SmoothingForm;
  readonly weights: SmoothingWeights;
  /** After the last figure. */
  readonly state: SmoothingState;
  /** Each figure less its forecast from those before, from the first that is forecast on. */
  readonly errors: readonly number[];
  /** Sum of the squares of the errors. */
  readonly squaredError: number;
}

/**
 * Smooths figures in order of time by Holt's method (`seasonal: 'none'`) or Holt-Winters' (METHODS §5), as R does: undamped as
 * `HoltWinters()`, damped at given weights and start as `forecast::holt` and `hw`. Weights that are not given are those of the
 * least squared one-step error; `phi` is then between 0.8 and 0.98.
 * Throws `MetricsError` `REFUSED` for fewer than two cycles of figures (without seasons three figures), multiplicative seasons of
 * figures that are not above zero, and figures or weights without finite forecasts.
 *
 * @example holtWinters([10, 12, 14, 16, 18], { seasonal: 'none' }).state // { level: 18, trend: 2, seasons: [] }
 */
export function holtWinters(
  figures: readonly number[],
  { seasonal, damped = false, period = 12, ...given }: SmoothingOptions,
): Smoothed {
  const refuse = (what: Sentence): never => {
    throw new MetricsError('REFUSED', say`These figures cannot be smoothed: ${what}.`);
  };
  const seasons = seasonal === 'none' ? 0 : period;
  if (seasonal !== 'none' && !(Number.isInteger(period) && period > 1))
    refuse(say`a cycle of seasons has two figures or more, not ${period}`);
  if (given.start && given.start.seasons.length !== seasons)
    refuse(say`the start has ${given.start.seasons.length} seasons, not ${seasons}`);
  const least = Math.max(3, 2 * seasons);
  if (figures.length < least) refuse(say`${least} are needed, not ${figures.length}`);
  if (seasonal === 'multiplicative' && !figures.every((figure) => figure > 0))
    refuse(say`multiplicative seasons need figures above zero`);
  return (
    fitSmoothing(figures, { seasonal, damped, period }, given) ?? refuse(say`they have no finite forecasts`)
  );
}

/** As {@link holtWinters}, of figures that it accepts; null where no weights give finite forecasts. */
export function fitSmoothing(
  figures: readonly number[],
  form: SmoothingForm,
  given: Pick<SmoothingOptions, 'weights' | 'start'> = {},
): Smoothed | null {
  const start = given.start ?? findStart(figures, form);
  const weights = given.weights ?? findWeights(figures, form, start);
  const errors: number[] = [];
  const run = smooth(figures, form, weights, start, { errors });
  const { state, squaredError } = run;
  return squaredError < Infinity ? { form, weights, state, errors, squaredError } : null;
}

/**
 * The figures so many steps after the last.
 *
 * @example extendSmoothed(holtWinters([10, 12, 14, 16, 18], { seasonal: 'none' }), 2) // [20, 22]
 */
export function extendSmoothed({ form, weights, state }: Smoothed, steps: number): readonly number[] {
  const { seasons } = state;
  const figures: number[] = [];
  let line = state.level;
  let trend = state.trend;
  for (let i = 0; i < steps; i++) {
    trend *= weights.phi;
    line += trend;
    const season = seasons[i % seasons.length] ?? 0;
    figures.push(form.seasonal === 'multiplicative' ? line * season : line + season);
  }
  return figures;
}

/**
 * The sum of the last `count` of so many steps ahead, with the method's own uncertainty where the seasons are additive and the
 * trend is not damped: the variance of R's `predict.HoltWinters()`, where an error in one step also moves those after it.
 *
 * @example predictSmoothed(holtWinters([10, 12, 14, 16, 18], { seasonal: 'none' }), 2, 2).point // 42
 */
export function predictSmoothed(smoothed: Smoothed, steps: number, count = 1): Prediction {
  const { form, weights, errors } = smoothed;
  const point = extendSmoothed(smoothed, steps)
    .slice(steps - count)
    .reduce((sum, figure) => sum + figure, 0);
  if (form.seasonal !== 'additive' || form.damped || errors.length < 2)
    return { point, deviation: null, freedom: Infinity };

  const { alpha, beta, gamma } = weights;
  // How far an error moves the sum of the figures up to so many steps after it.
  const moved: number[] = [1];
  for (let i = 1; i < steps; i++) {
    const season = i % form.period === 0 ? gamma * (1 - alpha) : 0;
    moved.push(moved[i - 1]! + alpha * (1 + i * beta) + season);
  }
  let squares = 0;
  for (let step = 0; step < steps; step++) {
    const before = step < count ? 0 : moved[step - count]!;
    squares += (moved[step]! - before) ** 2;
  }
  return { point, deviation: Math.sqrt(squares * variance(errors)), freedom: Infinity };
}

function variance(errors: readonly number[]): number {
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (errors.length - 1);
}
