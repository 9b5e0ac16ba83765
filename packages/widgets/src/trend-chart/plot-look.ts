import type { Tree } from '../drawing/tree.js';
import type { Locale } from '../locale/locale.js';
import type { PlotWords } from './plot-words.js';

/** How a trend is laid out. */
export interface PlotLook {
  /** The room that it has, in px. */
  readonly width: number;
  /** The height of its text, in px: 16 at 100 %. All of the drawing but its width grows with it. */
  readonly em: number;
  /** How high the frame of the figures is, as a share of the usual height: larger letters need no higher card. Default 1. */
  readonly share?: number;
  readonly locale: Locale;
  readonly words: PlotWords;
  /** The figures that choose the scale and the decimals of the labels; where absent, those that have labels. */
  readonly figures?: readonly (number | null)[] | undefined;
  /** The period of the cursor, if it is to be drawn with the rest. */
  readonly cursor?: number | null;
}

/** A trend as a drawing, with the measures that an element around it needs. */
export interface Plot {
  /** An `svg` element of the given width. */
  readonly tree: Tree;
  /** The texts without a place in the drawing; `number` is that of a circle in it, `null` where not even the circle has one. */
  readonly listed: readonly Listed[];
  /** Where a period is, in px from the left; also between two of them: 6.5 is the end of the seventh. */
  readonly x: (index: number) => number;
  /** Where a figure is, in px from the top. */
  readonly y: (value: number) => number;
  readonly height: number;
  /** The frame of the figures, in px: a slider as a cursor has the same ends as `x`. */
  readonly frame: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** The unit as the axis tells it, and a figure in it: all figures of the drawing are told so. */
  readonly unit: string;
  readonly tell: (value: number) => string;
  /** The cursor at a period, to be drawn over the rest: it changes alone. */
  readonly cursor: (index: number) => Tree;
}

export interface Listed {
  readonly number: number | null;
  readonly text: string;
}
