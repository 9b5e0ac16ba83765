import type { SeriesWords } from './words.js';

export const series: SeriesWords = {
  period: 'Period',
  partial: 'Covered through',
  kind: 'Kind of row',
  figure: 'Figure',
  toDate: 'To date',
  average: 'Average to date',
  state: 'State of data',
  lack: (lack) =>
    ({
      missing: 'Not reported',
      omitted: 'Not published',
      coming: 'Not due yet',
      sum: 'Not known after a gap or an estimate',
    })[lack],
  due: 'Schedule',
  path: 'Target path',
  milestone: 'Milestone',
  target: 'Target',
  limit: 'Against the limit',
  kept: (isKept) => (isKept ? 'kept' : '✕ not kept'),
  lastYear: 'A year before',
  change: 'Year on year',
  share: 'Share',
  contribution: 'Contribution',
  forecast: 'Forecast',
  low: 'Forecast, low',
  high: 'Forecast, high',
  titled: (name, column) => `${name}, ${column}`,
  inBrackets: (text) => ` (${text})`,
  list: ', ',
};
