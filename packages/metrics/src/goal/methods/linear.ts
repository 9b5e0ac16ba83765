import { sumExactly, toFinite } from '../sum.js';
import { isKnown } from './figure.js';

/** A key result. */
export interface LinearInputs {
  readonly startValue?: number | null;
  readonly targetValue?: number | null;
  /** Counts as the start where absent. */
  readonly currentValue?: number | null;
}

/**
 * How much of the way from start to target is done, in per cent, unclamped (METHODS §6.5): 0 where start, target and current figure
 * are the same, `null` where only the first two are, or one of them is missing.
 *
 * @example linearAttainment({ startValue: 50, targetValue: 100, currentValue: 60 }).percentageCompleted // 20
 */
export function linearAttainment({ startValue, targetValue, currentValue }: LinearInputs): {
  readonly percentageCompleted: number | null;
} {
  if (!isKnown(startValue) || !isKnown(targetValue)) return { percentageCompleted: null };
  const done = isKnown(currentValue) ? sumExactly([currentValue, -startValue]) : 0;
  if (done === 0) return { percentageCompleted: 0 };
  if (targetValue === startValue) return { percentageCompleted: null };
  return { percentageCompleted: toFinite((100 * done) / sumExactly([targetValue, -startValue])) };
}
