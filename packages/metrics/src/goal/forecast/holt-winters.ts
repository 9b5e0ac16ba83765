import { MetricsError } from '../../error.js';
import type { Prediction } from './prediction.js';
import { search } from './search.js';
import { extend, smooth, type Form, type Run, type Start, type Weights } from './smoothing.js';
import { findStart } from './start.js';

/** What to smooth by. */
export interface SmoothingOptions extends Form {
  /** Found by the least squared one-step error where absent. */
  readonly weights?: Weights;
  /** As R's `HoltWinters()` starts where absent. */
  readonly start?: Start;
}

/** Figures smoothed. */
export interface Smoothed extends Run {
  readonly form: Form;
  readonly weights: Weights;
  /** figure − forecast of it from those before, from `start.from` on. */
  readonly errors: readonly number[];
}

/**
 * Smooths figures in order of time by Holt's method (`seasonal: 'none'`) or Holt-Winters' (METHODS §5), as R does: undamped as
 * `HoltWinters()`, damped at given weights and start as `forecast::holt` and `hw`. Weights that are not given are those of the
 * least squared one-step error, `phi` between 0.8 and 0.98.
 * Throws `MetricsError` `REFUSED` for fewer than two cycles of figures (without seasons three figures), multiplicative seasons of
 * figures that are not above zero, and figures that no weights smooth.
 *
 * @example extendSmoothed(holtWinters([10, 12, 14, 16, 18], { seasonal: 'none', damped: false, period: 1 }), 2) // [20, 22]
 */
export function holtWinters(figures: readonly number[], options: SmoothingOptions): Smoothed {
  const { seasonal, damped, period } = options;
  const refuse = (what: string): never => {
    throw new MetricsError('REFUSED', `These figures cannot be smoothed: ${what}.`);
  };
  if (seasonal !== 'none' && !(Number.isInteger(period) && period > 1))
    refuse(`${period} figures are no cycle of seasons`);
  const least = seasonal === 'none' ? 3 : 2 * period;
  if (figures.length < least) refuse(`${least} are needed and there are ${figures.length}`);
  if (seasonal === 'multiplicative' && !figures.every((figure) => figure > 0))
    refuse('multiplicative seasons need figures above zero');
  const form: Form = { seasonal, damped, period };
  const smoothed = fitSmoothing(figures, form, options);
  return smoothed ?? refuse('no weights give finite forecasts');
}

/** As {@link holtWinters}, of figures that it accepts; null where no weights give finite forecasts. */
export function fitSmoothing(
  figures: readonly number[],
  form: Form,
  given: Pick<SmoothingOptions, 'weights' | 'start'> = {},
): Smoothed | null {
  const start = given.start ?? findStart(figures, form);
  const weights = given.weights ?? findWeights(figures, form, start);
  const errors: number[] = [];
  const run = smooth(figures, form, weights, start, { errors });
  return run.squaredError < Infinity ? { ...run, form, weights, errors } : null;
}

/** The figures so many steps after the last. */
export function extendSmoothed({ state, form, weights }: Smoothed, steps: number): readonly number[] {
  return extend(state, form, weights.phi, steps);
}

/**
 * The sum of the last `count` of so many steps ahead, with the method's own uncertainty where the seasons are additive and the
 * trend is not damped: the variance of R's `predict.HoltWinters()`, where an error in one step also moves those after it.
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

function findWeights(figures: readonly number[], form: Form, start: Start): Weights {
  const toWeights = ([alpha, beta, ...rest]: readonly number[]): Weights => {
    const gamma = form.seasonal === 'none' ? 0 : rest[0]!;
    if (!form.damped) return { alpha: alpha!, beta: beta!, gamma, phi: 1 };
    return {
      alpha: alpha!,
      beta: alpha! * beta!,
      gamma: (1 - alpha!) * gamma,
      phi: 0.8 + 0.18 * rest.at(-1)!,
    };
  };
  // R begins at these three; the trend fades slowly at first.
  const from = [0.3, 0.1, ...(form.seasonal === 'none' ? [] : [0.1]), ...(form.damped ? [1] : [])];
  const size = figures.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0);
  const objective = (at: readonly number[], limit: number): number =>
    smooth(figures, form, toWeights(at), start, { limit }).squaredError;
  return toWeights(search(objective, from, figures.length * (size * 1e-12) ** 2));
}

function variance(errors: readonly number[]): number {
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (errors.length - 1);
}
