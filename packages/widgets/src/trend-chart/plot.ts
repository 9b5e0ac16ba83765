import { place } from '../drawing/line.js';
import { drawText } from '../drawing/text.js';
import type { Tree } from '../drawing/tree.js';
import { drawAxes, tickNames, unitLines } from './plot-axes.js';
import { drawCursor } from './plot-cursor.js';
import { drawEnds, endLabels } from './plot-ends.js';
import { layFrame, sizeOf, type PlotFrame } from './plot-frame.js';
import { drawGrounds, drawLimits, gapsOf } from './plot-grounds.js';
import { drawLines } from './plot-lines.js';
import type { Plot, PlotLook } from './plot-look.js';
import { drawNotes } from './plot-notes.js';
import { startNumbers } from './plot-numbers.js';
import { areApart } from './plot-room.js';
import { drawSpots, spotsOf } from './plot-states.js';
import { drawStrip } from './plot-strip.js';
import { plotValues } from './plot-values.js';
import type { TrendModel } from './trend-model.js';

/**
 * A trend as an SVG drawing, laid out for a width: axes, lines or bars with their states, gaps, limits and events, and labels none of
 * which touches another. The same in Node and in every browser. Shapes have names of parts and no colours: those are a style sheet's,
 * or `inkPlot`'s for paper.
 *
 * @example plotTree(model, { width: 860, em: 16, locale: 'zh-CN', words: trendWords('zh-CN').plot })
 */
export function plotTree(model: TrendModel, look: PlotLook): Plot {
  const values = plotValues(model, look);
  const { labels, width } = endLabels(model, look, values);
  const margins = { beside: width, above: unitLines(look, values).length };
  const gaps = gapsOf(model);
  const lay = (isInside: boolean): PlotFrame => layFrame(model, look, values, margins, isInside);
  // On a phone the names of ticks stand on their lines, unless something is drawn there.
  const inside = sizeOf(look) === 'phone' ? lay(true) : null;
  const frame =
    inside &&
    areApart(tickNames(model, values, inside), { model, frame: inside, spots: spotsOf(model, inside), gaps })
      ? inside
      : lay(false);
  const axes = drawAxes(model, look, values, frame);
  const spots = spotsOf(model, frame);
  const numbers = startNumbers();
  const ends = drawEnds(labels, frame, numbers);
  const notes = drawNotes({ model, look, values, frame, spots, gaps, numbers, ...axes });
  const strip = drawStrip(model, look, values, frame);
  const height = Math.ceil(strip?.end ?? frame.end);
  const cursor = (index: number): Tree => drawCursor(model, frame, index);
  const group = (key: string, trees: readonly Tree[]): Tree => ['g', { key }, ...trees];
  return {
    tree: [
      'svg',
      {
        part: 'plot',
        width: place(look.width),
        height,
        viewBox: `0 0 ${place(look.width)} ${height}`,
        fill: 'none',
        // On a page from right to left, texts would begin at the other side.
        direction: 'ltr',
        'aria-hidden': 'true',
      },
      group('grounds', drawGrounds(model, gaps, frame)),
      group('axes', axes.lines),
      group('ropes', notes.filter(isRope)),
      group('lines', drawLines(model, frame)),
      group('limits', drawLimits(model, frame)),
      group('spots', drawSpots(model, spots, frame)),
      group('texts', axes.texts.map(drawText)),
      group('ends', ends.trees),
      group(
        'notes',
        notes.filter((note) => !isRope(note)),
      ),
      group('strip', strip?.trees ?? []),
      ...(typeof look.cursor === 'number' ? [cursor(look.cursor)] : []),
    ],
    listed: numbers.listed(),
    x: frame.x,
    y: frame.y,
    height,
    frame: { left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom },
    unit: values.unit,
    tell: values.tell,
    cursor,
  };
}

/** The lines on which notes hang run behind the figures. */
function isRope(tree: Tree): boolean {
  return typeof tree !== 'string' && tree[1].part === 'rope';
}
