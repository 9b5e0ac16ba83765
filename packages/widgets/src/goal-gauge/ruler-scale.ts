import { movePoint } from '@zj/metrics';
import type { Limits } from '@zj/metrics';

/** The part of the numbers that a ruler shows. */
export interface RulerScale {
  readonly from: number;
  readonly to: number;
  /** Where a figure stands: 0 at `from`, 1 at `to`. */
  readonly place: (figure: number) => number;
}

/** The things between which a ruler has to reach. */
export interface OnRuler extends Limits {
  readonly actual: number | null;
  /** A sum begins at nothing, and so does its ruler. */
  readonly isSum?: boolean;
  /** There are no halves of counted things. */
  readonly isCount?: boolean;
}

/**
 * The scale of a ruler: round figures around the limits and the figure. On both sides half as much is free as they are apart, and as
 * if they were a tenth of the limit apart at least: a thousandth beside a limit must not look far away. A scale of figures that are
 * not below nothing does not begin below it.
 *
 * @example rulerScale({ low: null, high: 5.5, actual: 5.2 }) // from 4.8 to 5.8
 */
export function rulerScale({ low, high, actual, isSum, isCount }: OnRuler): RulerScale {
  const limits = [low, high].filter((limit) => limit !== null);
  const figures = [...limits, ...(actual === null ? [] : [actual]), ...(isSum ? [0] : [])];
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const spread = Math.max(most - least, ...limits.map((limit) => Math.abs(limit) / 10)) || 1;
  const free = spread * (isSum ? 0.4 : 0.5);
  const below = isSum ? least : least - free;
  const [digit, power] = roundStep((most + free - below) / (isSum ? 10 : 5), isCount);
  const end = (figure: number, round: (steps: number) => number): number =>
    movePoint(round(movePoint(figure, -power) / digit) * digit, power) + 0;
  const nearest = end(below, (steps) => Math.floor(steps + 1e-9));
  const from = least >= 0 ? Math.max(nearest, 0) : nearest;
  const to = end(most + free, (steps) => Math.ceil(steps - 1e-9));
  return { from, to, place: (figure) => (figure - from) / (to - from) };
}

/** The next of 1, 2, 5 and 10 times a power of ten. */
function roundStep(least: number, isWhole = false): readonly [digit: number, power: number] {
  if (isWhole && least < 1) return [1, 0];
  const [digits, power] = least.toExponential().split('e').map(Number) as [number, number];
  return [[1, 2, 5].find((digit) => digit >= digits) ?? 10, power];
}
