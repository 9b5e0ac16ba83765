import type { MetricSeries, QueryResult } from '@zj/metrics';
import { printChart } from '../chart/fallback.js';
import { chartSvg, pictureRoom, type PictureSize } from '../chart/svg.js';
import { localeOf } from '../locale/locale.js';
import { inkBars } from './bar-ink.js';
import { breakdownShape, usual } from './breakdown-shape.js';
import { tableTree } from './breakdown-tree.js';
import { multiplesShape, type MultiplesShape } from './multiples.js';
import { drawPanels, membersTree } from './multiples-tree.js';
import type { Choice } from './of-series.js';
import { drawRows } from './picture.js';
import { readBreakdown } from './read-breakdown.js';
import type { Appearance, BreakdownLook, BreakdownShape } from './shape.js';
import type { Tree } from '../drawing/tree.js';

/** The part of a breakdown that is printed: the period and the rows, or a small chart for each member of a series file. */
export interface BreakdownPrint
  extends Partial<Choice>, Partial<Omit<BreakdownLook, 'locale' | 'appearance'>> {
  readonly locale: BreakdownLook['locale'];
  readonly appearance?: Appearance;
  /** With `multiples`: one scale for all, or each its own. */
  readonly scale?: 'one' | 'own';
}

/**
 * A breakdown as HTML for inside of its tag: for readers without scripts, for print and for search engines. One table with its bars,
 * presentation attributes alone; the parts of the rest stand below it, since nothing opens it. Throws an `Error` in words where the
 * data have no parts, or none at that period.
 *
 * @example breakdownHtml(series, { locale: 'zh-CN', cumulative: true }) // '<figure lang="zh-CN" …>…</figure>'
 */
export function breakdownHtml(data: MetricSeries | QueryResult, print: BreakdownPrint): string {
  const locale = localeOf(print.locale);
  const shape = shapeOf(data, { isOpen: true, ...print, locale });
  if (shape.appearance === 'multiples') {
    const { tree, width, height } = drawPanels(shape, narrow, locale);
    const [tag, attributes, ...charts] = tree as Exclude<Tree, string>;
    const drawing: Tree = [tag, { ...attributes, width, height, 'aria-hidden': 'true' }, ...charts];
    return printChart(shape, locale, { content: [drawing], tables: [membersTree(shape, locale)] });
  }
  const content = [
    ...(shape.legend ? [['p', {}, shape.legend] as const] : []),
    ...inkBars(tableTree(shape, { locale })),
  ];
  return printChart(shape, locale, { content });
}

/**
 * A breakdown as one self-contained SVG file, 860 px wide where no width is given: its words, its rows with their bars, and its source.
 * Throws as {@link breakdownHtml}.
 *
 * @example breakdownSvg(series, { locale: 'en', width: 640 }) // '<svg xmlns=…>…</svg>'
 */
export function breakdownSvg(
  data: MetricSeries | QueryResult,
  { width = 860, font, ...print }: BreakdownPrint & Partial<PictureSize>,
): string {
  const locale = localeOf(print.locale);
  const shape = shapeOf(data, { ...print, locale });
  const { title, demo, summary, remarks, source, through } = shape;
  return chartSvg(
    {
      lang: locale,
      title,
      demo,
      summary,
      drawing:
        shape.appearance === 'multiples'
          ? drawPanels(shape, pictureRoom(width), locale)
          : drawRows(shape, pictureRoom(width)),
      lines: remarks,
      credits: [source.join(''), through].filter(Boolean),
    },
    { width, ...(font && { font }) },
  );
}

/** The width of small charts in a page, in px: every page has room for it. */
const narrow = 320;
/** So many small charts stand there where nobody says. */
const usualPanels = 6;

function shapeOf(
  data: MetricSeries | QueryResult,
  { period = '', cumulative = false, appearance = 'table', scale = 'one', ...look }: BreakdownPrint,
): BreakdownShape | MultiplesShape {
  const breakdown = readBreakdown(data, { period, cumulative, appearance });
  if ('problem' in breakdown) throw new Error(breakdown.problem(look.locale));
  if (appearance !== 'multiples') return breakdownShape(breakdown, { ...usual, ...look, appearance });
  const { locale, order = null, isAscending = false, top = usualPanels } = look;
  // A result was refused above: it has one period.
  const series = data as MetricSeries;
  return multiplesShape(series, breakdown, { locale, order, isAscending, top, isOwn: scale === 'own' });
}
