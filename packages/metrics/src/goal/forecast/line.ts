import { MetricsError } from '../../base/error.js';
import type { Prediction } from './prediction.js';
import { say } from '../../base/sentence.js';

/** A value at x. */
export type Point = readonly [x: number, value: number];

/** A straight line through points: value = intercept + slope · x. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
  /** Residual standard deviation; null for two points, which leave none. */
  readonly deviation: number | null;
  readonly points: number;
  /** The mean point, from which the line is best followed. */
  readonly centre: Point;
  /** Sum of the squares of x − mean. */
  readonly spread: number;
}

/**
 * The straight line of least squares through points `[x, value]`, at least two with different x (METHODS §5 `trend`). Figures
 * are taken from their means first and sums keep their rounding errors, so that large offsets do no harm.
 * Throws `MetricsError` `REFUSED` for points that give no line.
 *
 * @example fitLine([[2023, 10], [2024, 12], [2025, 14]]).slope // 2
 */
export function fitLine(points: readonly Point[]): Line {
  const n = points.length;
  const x = mean(points.map(([at]) => at));
  const value = mean(points.map(([, figure]) => figure));
  const offsets = points.map(([at, figure]) => [at - x, figure - value] as const);
  const spread = sum(offsets.map(([across]) => across * across));
  if (!(spread > 0 && spread < Infinity && Number.isFinite(value)))
    throw new MetricsError(
      'REFUSED',
      say`A straight line needs two points with different x, and finite figures.`,
    );
  const slope = sum(offsets.map(([across, up]) => across * up)) / spread;
  const squares = sum(offsets.map(([across, up]) => (up - slope * across) ** 2));
  return {
    slope: slope + 0,
    intercept: value - slope * x + 0,
    deviation: n > 2 ? Math.sqrt(squares / (n - 2)) : null,
    points: n,
    centre: [x, value],
    spread,
  };
}

/**
 * The value of a line at x, with the uncertainty of a single new point there: Student's t with two degrees of freedom fewer
 * than points (METHODS §5 `trend`).
 *
 * @example predictLine(fitLine([[2023, 10], [2024, 12], [2025, 14]]), 2027).point // 18
 */
export function predictLine({ slope, deviation, points, centre, spread }: Line, x: number): Prediction {
  const across = x - centre[0];
  return {
    point: centre[1] + slope * across,
    deviation: deviation === null ? null : deviation * Math.sqrt(1 + 1 / points + (across * across) / spread),
    freedom: points - 2,
  };
}

function mean(figures: readonly number[]): number {
  return sum(figures) / figures.length;
}

/** A sum that keeps the rounding error of each addition (Neumaier). */
function sum(figures: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const figure of figures) {
    const next = total + figure;
    lost += Math.abs(total) >= Math.abs(figure) ? total - next + figure : figure - next + total;
    total = next;
  }
  return total + lost;
}
