import type { GoalSeries, MetricSeries, WithheldGoal } from '@zj/metrics';
import { printChart, printWithheld, withheldSvg } from '../chart/fallback.js';
import { chartSvg, type PictureSize } from '../chart/svg.js';
import { inkPlot } from '../drawing/ink-plot.js';
import { faceOf, localeOf } from '../locale/locale.js';
import { trendWords } from './book.js';
import { tellListed } from './listed.js';
import { plotTree } from './plot.js';
import type { ReadResult } from './read-result.js';
import { tableTrees } from './table-tree.js';
import { tableOf } from './table.js';
import { trendPicture } from './trend-picture.js';
import { trendShape, type TrendLook, type TrendShape } from './trend-shape.js';

/** The data of a printed trend: a series file, the result of a query, or a goal of which no figure is published. */
export type PrintedTrend = GoalSeries | MetricSeries | ReadResult | WithheldGoal;

/** How a trend is printed. */
export interface TrendPrint extends TrendLook {
  /** The width of the drawing in px: 320 where absent, which every page has room for. */
  readonly width?: number;
}

/**
 * A trend as HTML for inside of its tag: for readers without scripts, for print and for search engines. The sentence, the drawing and
 * the table of all figures, with presentation attributes alone. Throws an `Error` in words where the data cannot be drawn over time.
 *
 * @example trendHtml(series, { locale: 'zh-CN' }) // '<figure lang="zh-CN" …>…</figure>'
 */
export function trendHtml(data: PrintedTrend, { width = 320, ...wanted }: TrendPrint): string {
  const look = { ...wanted, locale: localeOf(wanted.locale) };
  if (isWithheld(data)) return printWithheld(data, look.locale);
  const shape = shapeOf(data, look);
  const { locale } = look;
  const { tree, listed } = plotTree(shape.model, {
    ...{ width, em: 16, locale, words: trendWords(locale).plot },
    figures: shape.figures,
  });
  const remarks = [...tellListed(listed), ...shape.remarks];
  return printChart({ ...shape, remarks }, locale, {
    content: [inkPlot(tree)],
    tables: tableTrees(tableOf(shape.view, shape.teller), shape.teller),
  });
}

/**
 * A trend as one self-contained SVG file, 860 px wide where no width is given: its words, its drawing and its source. Throws as
 * {@link trendHtml}.
 *
 * @example trendSvg(series, { locale: 'en', width: 640 }) // '<svg xmlns=…>…</svg>'
 */
export function trendSvg(
  data: PrintedTrend,
  { width = 860, font, ...wanted }: TrendPrint & Partial<PictureSize>,
): string {
  const look = { ...wanted, locale: localeOf(wanted.locale) };
  const size = { width, ...(font && { font }) };
  if (isWithheld(data)) return withheldSvg(data, look.locale, size);
  return chartSvg(trendPicture(shapeOf(data, look), { width, locale: look.locale }), size);
}

function shapeOf(data: Exclude<PrintedTrend, WithheldGoal>, look: TrendLook): TrendShape {
  const shape = trendShape(data, look);
  if (!('problem' in shape)) return shape;
  throw new Error(shape.problem.message(faceOf(look.locale)));
}

function isWithheld(data: PrintedTrend): data is WithheldGoal {
  return 'reason' in data;
}
