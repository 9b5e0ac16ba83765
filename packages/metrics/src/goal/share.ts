import { sumDigits, toFinite } from './digits.js';

/** How far `figure` has come from `from` to `to`: 0 at the one, 1 at the other, unclamped (METHODS §1). `from` and `to` differ. */
export function shareOfWay(figure: number, from: number, to: number): number {
  const way = (end: number): number => (from === 0 ? end : sumDigits([end, -from]));
  return toFinite(way(figure) / way(to));
}

/**
 * A share or a probability as text, in per cent with one decimal. What is not complete never reads 100.0%, and what is not
 * nothing never reads 0.0%: the nearest figure that is true stands there, 99.9% or 0.1%.
 *
 * @example formatShare(5036 / 6000) // '83.9%'
 */
export function formatShare(share: number): string {
  const text = formatPoints(share);
  const honest =
    text === '0.0' && share !== 0 ? '0.1' : text === '100.0' && share > 0 && share < 1 ? '99.9' : text;
  return `${share < 0 ? '−' : ''}${honest}%`;
}

/** The size of a difference of shares in percentage points with one decimal, without its sign. */
export function formatPoints(difference: number): string {
  return toFinite(Math.abs(difference) * 100).toFixed(1);
}
