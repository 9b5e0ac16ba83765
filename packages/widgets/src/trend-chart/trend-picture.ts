import { statusInk } from '../drawing/ink.js';
import { inkPlot } from '../drawing/ink-plot.js';
import type { ChartPicture } from '../chart/svg.js';
import { pictureRoom } from '../chart/svg.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { trendWords } from './book.js';
import { tellListed } from './listed.js';
import { plotTree } from './plot.js';
import type { TrendShape } from './trend-shape.js';

/** A trend as it leaves the page: the drawing with its colours, all words around it, the notes that the drawing has no room for. */
export function trendPicture(
  shape: TrendShape,
  { width, locale }: { readonly width: number; readonly locale: Locale },
): ChartPicture {
  const room = pictureRoom(width);
  const plot = plotTree(shape.model, {
    width: room,
    em: 16,
    locale,
    words: trendWords(locale).plot,
    figures: shape.figures,
  });
  const { status } = shape;
  return {
    lang: locale,
    title: shape.title,
    demo: shape.demo,
    status: status ? { ...status, colour: statusInk(status.code) } : undefined,
    summary: shape.summary,
    drawing: { tree: inkPlot(plot.tree), width: room, height: plot.height },
    lines: [...tellListed(plot.listed), ...shape.remarks],
    credits: [[shape.source.join(''), shape.through].filter(Boolean).join(faceOf(locale).comma)],
  };
}
