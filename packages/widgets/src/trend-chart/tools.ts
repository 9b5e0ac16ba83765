// The table of a trend, and the files that readers save: a file of its own beside the element's, loaded on demand.
import type { ChartTools } from '../chart/chart-tools.js';
import { chartSvg } from '../chart/svg.js';
import type { Tree } from '../drawing/tree.js';
import { besideTrees as besideOf } from './table-beside.js';
import { rowsOf as rowsOfTable } from './table-rows.js';
import { csvOf, tableOf as tableOfView } from './table.js';
import { trendPicture } from './trend-picture.js';
import type { TrendShape } from './trend-shape.js';

export { chartCsv } from '../chart/csv.js';
export { narrowSeries, questionsOf } from '../chart/narrow-series.js';
export { chartPng } from '../chart/png.js';

type Tools = ChartTools<TrendShape>;

export const rowsOf: NonNullable<Tools['rowsOf']> = ({ view, teller }) =>
  rowsOfTable(tableOfView(view, teller), view, teller);

export function besideTrees({ view, teller }: TrendShape): readonly Tree[] {
  return besideOf(tableOfView(view, teller), teller);
}

export function tableOf({ view, teller }: TrendShape): ReturnType<Tools['tableOf']> {
  return csvOf(tableOfView(view, teller), teller);
}

export const svgOf: Tools['svgOf'] = (shape, width, locale) =>
  chartSvg(trendPicture(shape, { width, locale }), { width });
