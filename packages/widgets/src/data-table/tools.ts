// Rows of data in the page, and series under a selection: a file of its own beside the element's, loaded when a table has such data.
export { narrowSeries, questionsOf } from '../chart/narrow-series.js';
export { createPageRows } from './rows/page-rows.js';
export { printWordRows } from './print-words.js';
