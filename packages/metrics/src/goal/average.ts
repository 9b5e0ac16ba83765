import type { Observation } from './series.js';
import { sumExactly, toFinite } from './sum.js';

/**
 * The average of figures (METHODS §8): of a ratio whose parts add up over time, one sum by the other; else their mean. `null`
 * where the parts below add up to 0, or there is no figure.
 *
 * @example averageOf([{ date: '2026-01-31', value: 5 }, { date: '2026-02-28', value: 5.4 }]) // 5.2
 */
export function averageOf(figures: readonly Observation[]): number | null {
  if (figures.length === 0) return null;
  const sum = (of: (one: Observation) => number): number => sumExactly(figures.map(of));
  if (!figures.every(({ parts }) => parts))
    return quotient(
      sum(({ value }) => value),
      figures.length,
    );
  const below = sum(({ parts }) => parts![1]);
  return below === 0
    ? null
    : quotient(
        sum(({ parts }) => parts![0]),
        below,
      );
}

/** Without the noise of dividing binary fractions: 16.2 ÷ 3 is 5.4, and the distance to 5.5 is 0.1. */
function quotient(above: number, below: number): number {
  return toFinite(Number((above / below).toPrecision(15)));
}
