import { place } from './line.js';
import type { Box } from './marks.js';
import { lineWidth } from './text-width.js';
import type { Tree } from './tree.js';

/** A line of text in a drawing. */
export interface Text {
  /** The names of its part: the first is the kind. */
  readonly part: string;
  readonly text: string;
  /** Where its anchor is, and its baseline, in px. */
  readonly x: number;
  readonly y: number;
  /** The size of its font, in px. */
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isBold?: boolean;
  /** On a casing of the surface's colour, where lines run behind it. */
  readonly isCased?: boolean;
}

/** The text as an SVG element. */
export function drawText({ part, text, x, y, size, anchor = 'start', isBold, isCased }: Text): Tree {
  return [
    'text',
    {
      part: isCased ? `${part} cased` : part,
      x: place(x),
      y: place(y),
      'font-size': place(size),
      ...(anchor !== 'start' && { 'text-anchor': anchor }),
      ...(isBold && { 'font-weight': 600 }),
      ...(isCased && { 'paint-order': 'stroke', 'stroke-width': 4, 'stroke-linejoin': 'round' }),
    },
    text,
  ];
}

/** So far letters reach above their baseline, and below it, in their font size. */
export const ascent = 0.9;
export const descent = 0.25;

/** The box that a line of text takes at most. */
export function boxOf({ text, x, y, size, anchor = 'start', isBold }: Omit<Text, 'part'>): Box {
  const width = lineWidth(text, isBold) * size;
  const left = { start: 0, middle: width / 2, end: width }[anchor];
  return { x: x - left, y: y - ascent * size, width, height: (ascent + descent) * size };
}
