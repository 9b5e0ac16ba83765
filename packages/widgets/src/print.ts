// Charts, gauges and tables as text: HTML for inside of their tags, and SVG files. No DOM, no Lit, no element: for build steps and servers.
export { gaugeHtml } from './goal-gauge/fallback.js';
export { gaugeSvg, type PictureLook } from './goal-gauge/picture.js';
export type { Look } from './goal-gauge/shape.js';
export { trendHtml, trendSvg, type PrintedTrend, type TrendPrint } from './trend-chart/fallback.js';
export { breakdownHtml, breakdownSvg, type BreakdownPrint } from './breakdown-chart/fallback.js';
export { tableHtml, type PrintedRows, type TablePrint } from './data-table/fallback.js';
export { filterHtml, type FilterPrint, type PrintedState } from './filter/fallback.js';
export { goalBoardHtml, type GoalBoardPrint } from './goal-board/fallback.js';
export { ladderHtml, type LadderPrint } from './tier-ladder/fallback.js';
export { boardHtml, type BoardPrint } from './task-board/fallback.js';
export { verifyCommand, verifyHtml, type VerifyPrint } from './verify/fallback.js';
export { chartCsv, type ChartTable } from './chart/csv.js';
export { printMarkup } from './drawing/print.js';
export type { PictureSize } from './chart/svg.js';
export type { Attributes, Tree } from './drawing/tree.js';
export type { Locale } from './locale/locale.js';
