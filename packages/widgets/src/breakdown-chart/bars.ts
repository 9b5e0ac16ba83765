import type { Part } from './breakdown.js';
import { differenceOf } from './ranking.js';
import type { Bar } from './shape.js';

/** The scale of all bars of a table. */
export interface BarScale {
  readonly low: number;
  readonly high: number;
  /** Where zero is, in per cent of the width. */
  readonly zero: number;
  readonly barOf: (part: Part) => Bar | null;
}

/** A sum of many parts may be longer than the longest of them by so much, and still have a bar on their scale. */
const most = 1.25;

/** One scale for the bars of parts, from zero, wide enough for the figures that they are compared with. */
export function barScale(
  parts: readonly Part[],
  appearance: 'table' | 'change',
  sums: readonly Part[],
): BarScale {
  const length = (part: Part): number | null => (appearance === 'table' ? part.value : differenceOf(part));
  const markOf = ({ base }: Part): number | null => (appearance === 'table' ? base : null);
  const figures = parts.flatMap((part) => [length(part), markOf(part)]).filter((one) => one !== null);
  const reach = Math.max(...figures.map(Math.abs), 0) * most;
  const held = sums.map(length).filter((one) => one !== null && Math.abs(one) <= reach);
  const low = Math.min(0, ...figures, ...held.map(Number));
  const high = Math.max(0, ...figures, ...held.map(Number));
  const place = (value: number): number => (high > low ? round(((value - low) / (high - low)) * 100) : 0);
  const barOf = (part: Part): Bar | null => {
    const value = length(part);
    const mark = markOf(part);
    const isHeld = (figure: number): boolean => figure >= low && figure <= high;
    if (value === null || !isHeld(value)) return null;
    return {
      from: place(Math.min(0, value)),
      to: place(Math.max(0, value)),
      mark: mark === null || !isHeld(mark) ? null : place(mark),
      isNegative: value < 0,
    };
  };
  return { low, high, zero: place(0), barOf };
}

/** To a ten-thousandth of a per cent: of a bar of 1600 px less than a hundredth of a pixel. */
function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
