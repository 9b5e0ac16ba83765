import { sumExactly, toFinite } from '../sum.js';
import { isKnown } from './figure.js';

/** The input of the Current Status Index for one series. */
export interface EscapInputs {
  readonly currentValue?: number | null;
  readonly baseValue?: number | null;
  readonly target?: number | null;
  readonly direction: 'increasing' | 'decreasing';
  /** Whether the target is to be equal to it, from either side, such as a parity of girls and boys; `false` where absent. */
  readonly parity?: boolean;
}

/**
 * The Current Status Index of UN ESCAP: 0 at the base, 10 at the target, may be negative or above 10 (METHODS §6.4); `null` where a
 * figure is missing or the target is the base.
 *
 * @example escapCurrentStatus({ currentValue: 75, baseValue: 50, target: 100, direction: 'increasing' }).index // 5
 */
export function escapCurrentStatus({ currentValue, baseValue, target, direction, parity }: EscapInputs): {
  readonly index: number | null;
} {
  if (!isKnown(currentValue) || !isKnown(baseValue) || !isKnown(target) || target === baseValue)
    return { index: null };
  const way = Math.abs(sumExactly([target, -baseValue]));
  if (parity) {
    const distance = Math.abs(sumExactly([target, -currentValue]));
    return { index: toFinite(10 - (10 * distance) / way) };
  }
  const index = (10 * sumExactly([currentValue, -baseValue])) / way;
  return { index: toFinite(direction === 'decreasing' ? -index : index) };
}
