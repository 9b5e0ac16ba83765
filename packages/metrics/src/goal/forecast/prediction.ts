import type { Direction } from '../../plan/plan.js';
import { isSame, settle } from '../../base/same.js';
import { probabilityUpTo, quantile } from './distribution.js';

/** A figure to come: `point` plus `deviation` times a variable of Student's t, or with Infinity of the normal, distribution. */
export interface Prediction {
  readonly point: number;
  /** Standard deviation; null where it is not known. */
  readonly deviation: number | null;
  /** Degrees of freedom. */
  readonly freedom: number;
}

/**
 * The interval that holds the figure with a probability of 80 %, or another; null where its deviation is not known (METHODS §5).
 *
 * @example intervalOf({ point: 100, deviation: 10, freedom: Infinity }) // [87.18…, 112.81…]
 */
export function intervalOf(
  { point, deviation, freedom }: Prediction,
  share = 0.8,
): readonly [number, number] | null {
  if (deviation === null) return null;
  const half = quantile((1 + share) / 2, freedom) * deviation;
  return [point - half, point + half];
}

/**
 * The probability that the figure reaches a target, or falls to it; null where its deviation is not known (METHODS §5).
 *
 * @example chanceOf({ point: 100, deviation: 10, freedom: Infinity }, 110) // 0.1586…
 */
export function chanceOf(
  { point, deviation, freedom }: Prediction,
  target: number,
  direction: Direction = 'increase',
): number | null {
  if (deviation === null) return null;
  const figure = settle(point, [target]);
  const ahead = direction === 'increase' ? figure - target : target - figure;
  // Where only rounding is uncertain, the figure is known.
  if (isSame(figure + deviation, figure)) return ahead >= 0 ? 1 : 0;
  return probabilityUpTo(ahead / deviation, freedom);
}
