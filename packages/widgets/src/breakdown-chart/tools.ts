// The files that readers save of a breakdown, and small multiples: a file of its own beside the element's, loaded on demand.
import type { ChartTools } from '../chart/chart-tools.js';
import { chartSvg, pictureRoom } from '../chart/svg.js';
import { exactTable } from './exact.js';
import type { MultiplesShape } from './multiples.js';
import { drawPanels, membersRows, membersTable } from './multiples-tree.js';
import { drawRows } from './picture.js';
import type { BreakdownShape } from './shape.js';

export { chartCsv } from '../chart/csv.js';
export { narrowSeries, questionsOf } from '../chart/narrow-series.js';
export { chartPng } from '../chart/png.js';
export { multiplesShape } from './multiples.js';
export { gridOf } from './multiples-tree.js';
export { multiplesView } from './multiples-view.js';

type Tools = ChartTools<BreakdownShape | MultiplesShape>;

export const tableOf: Tools['tableOf'] = (shape, locale) =>
  shape.appearance === 'multiples' ? membersTable(shape, locale) : exactTable(shape, locale);

/** Of small charts alone: rows are a table already. */
export const rowsOf: NonNullable<Tools['rowsOf']> = (shape, locale) =>
  membersRows(shape as MultiplesShape, locale);

export const svgOf: Tools['svgOf'] = (shape, width, locale) => {
  const { title, demo, summary, remarks, source, through } = shape;
  const room = pictureRoom(width);
  const drawing = shape.appearance === 'multiples' ? drawPanels(shape, room, locale) : drawRows(shape, room);
  const credits = [source.join(''), through].filter(Boolean);
  return chartSvg({ lang: locale, title, demo, summary, drawing, lines: remarks, credits }, { width });
};
