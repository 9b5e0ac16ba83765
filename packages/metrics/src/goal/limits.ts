import { isSame, reaches } from '../base/same.js';
import type { JudgedGoal } from './goal.js';
import { sumExactly } from './sum.js';

/** The figures between which a goal is kept; `null` on a side that is open. */
export interface Limits {
  readonly low: number | null;
  readonly high: number | null;
}

/** The limits of a bound or a range; `null` for a goal that is reached, or whose document sets no figure. */
export function limitsOf({
  bound,
  range,
  target,
}: Pick<JudgedGoal, 'bound' | 'range' | 'target'>): Limits | null {
  if (range) return { low: range.from + 0, high: range.to + 0 };
  if (!bound || target === null) return null;
  return bound === 'at-least' ? { low: target + 0, high: null } : { low: null, high: target + 0 };
}

/**
 * Whether a figure keeps its limits; one that is the same as a limit keeps it (METHODS §8).
 *
 * @example isWithin(5.5, { low: 4.5, high: 5.5 }) // true
 */
export function isWithin(figure: number, { low, high }: Limits): boolean {
  return (low === null || reaches(figure, low)) && (high === null || reaches(high, figure));
}

/**
 * How far inside its limits a figure is, from the nearest one; below 0 outside.
 *
 * @example marginOf(5.7, { low: 4.5, high: 5.5 }) // -0.2
 */
export function marginOf(figure: number, { low, high }: Limits): number {
  const apart = (more: number, less: number): number => (isSame(more, less) ? 0 : sumExactly([more, -less]));
  return Math.min(
    low === null ? Infinity : apart(figure, low),
    high === null ? Infinity : apart(high, figure),
  );
}
