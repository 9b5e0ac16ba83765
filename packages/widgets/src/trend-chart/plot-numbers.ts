import { place, type Point } from '../drawing/line.js';
import type { Box } from '../drawing/marks.js';
import { drawText } from '../drawing/text.js';
import type { Tree } from '../drawing/tree.js';
import type { Listed } from './plot-look.js';

/** The list under a plot: the texts without a place in it. */
export interface Numbers {
  /** The number of a text that has a circle in the plot. */
  readonly add: (text: string) => number;
  /** A text without a circle. */
  readonly list: (text: string) => void;
  readonly listed: () => readonly Listed[];
}

export function startNumbers(): Numbers {
  const listed: Listed[] = [];
  let count = 0;
  return {
    add: (text) => {
      count += 1;
      listed.push({ number: count, text });
      return count;
    },
    list: (text) => {
      listed.push({ number: null, text });
    },
    listed: () => [
      ...listed.filter(({ number }) => number !== null),
      ...listed.filter(({ number }) => number === null),
    ],
  };
}

/** How wide the circle of a number is, in px of the design. */
export const circle = 20;

/** A number in a full circle. */
export function drawNumber(
  number: number,
  [x, y]: Point,
  k: number,
): { readonly trees: readonly Tree[]; readonly box: Box } {
  const half = (circle / 2) * k;
  return {
    trees: [
      [
        'circle',
        { part: 'number', cx: place(x), cy: place(y), r: place(half), 'stroke-width': place(1.5 * k) },
      ],
      drawText({
        part: 'digit',
        text: `${number}`,
        x,
        y: y + 4.5 * k,
        size: (number > 99 ? 9 : 12) * k,
        anchor: 'middle',
        isBold: true,
      }),
    ],
    box: { x: x - half, y: y - half, width: 2 * half, height: 2 * half },
  };
}
