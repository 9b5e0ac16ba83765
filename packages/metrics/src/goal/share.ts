import { isSame, reaches } from '../base/same.js';
import { sumDigits, toFinite } from '../base/decimal.js';
import { movePoint, roundFigure } from './print.js';

/** How far `figure` has come from `from` to `to`: exactly 0 and 1 where it is the same as they, unclamped (METHODS §1). `from` and `to` differ. */
export function shareOfWay(figure: number, from: number, to: number): number {
  if (isSame(figure, to)) return 1;
  if (isSame(figure, from)) return 0;
  const way = (end: number): number => (from === 0 ? end : sumDigits([end, -from]));
  return toFinite(way(figure) / way(to));
}

/**
 * A share or a probability as text, in per cent with one decimal. A share below 1 never reads 100.0%, and a share above 0 never
 * 0.0%: the nearest true figure stands there, 99.9% or 0.1%. A share that misses one of the `lines` does not read as that line:
 * with a line at
 * 0.95, 0.9496 is 94.9%.
 *
 * @example formatShare(5036 / 6000) // '83.9%'
 */
export function formatShare(share: number, lines: readonly number[] = []): string {
  let text = tenths(share);
  if (text === '0.0' && share !== 0) text = '0.1';
  for (const line of [1, ...lines]) {
    if (share > 0 && !reaches(share, line) && reaches(Number(text), line * 100))
      text = (Number(text) - 0.1).toFixed(1);
  }
  return `${share < 0 ? '−' : ''}${group(text)}%`;
}

/**
 * The size of a difference of shares in percentage points with one decimal, without its sign.
 *
 * @example formatPoints(-11.3456) // '1,134.6'
 */
export function formatPoints(difference: number): string {
  return group(tenths(difference));
}

/** Per cent of a share with one decimal, without its sign. */
function tenths(share: number): string {
  const figure = toFinite(movePoint(roundFigure(Math.abs(share), 3), 2));
  // `toFixed` writes such figures as powers of ten; they have no decimals.
  return figure < 1e21 ? figure.toFixed(1) : `${BigInt(figure)}.0`;
}

/** Thousands by commas, as all figures have them. */
function group(text: string): string {
  return text.replace(/\B(?=(\d{3})+\.)/g, ',');
}
