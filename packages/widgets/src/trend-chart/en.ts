import { formatDate, type Grain } from '@zj/metrics';
import type { TrendWords } from './words.js';

const nouns: Readonly<Record<Grain, string>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half-year',
  year: 'year',
};
const some = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
const adverbs: Readonly<Record<Grain, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  'half-year': 'half-yearly',
  year: 'yearly',
};

const countMoves = (more: number, less: number, same: number): string =>
  [more && `${more} up`, less && `${less} down`, same && `${same} unchanged`].filter(Boolean).join(', ');

export const trend: TrendWords = {
  measure: (of, grain, isYear) =>
    of === 'to-date' ? (isYear ? 'year to date' : 'to date') : of === 'period' ? adverbs[grain] : '',
  titled: (name, measure) => name + (measure && `, ${measure}`),
  year: (year) => year,
  week: (first) => `week of ${formatDate(first).en}`,
  lack: (lack) =>
    ({
      missing: 'Not reported',
      omitted: 'Not published',
      coming: 'Not due yet',
      merged: 'Not known: cells were merged (confidential)',
      sum: 'Not known after a gap or an estimate',
    })[lack],
  partial: (period, day) => `${period} (to ${day})`,
  partialHead: 'Covered through',
  merged: 'Merged (confidential)',
  nobody: 'Not stated',
  whole: 'Total',
  rest: 'Others',

  cursor: 'Cursor',
  period: 'Period',
  figure: 'Figure',
  toDate: 'To date',
  average: 'Average to date',
  due: 'Schedule',
  path: 'Target path',
  milestone: 'Milestone',
  gap: 'Gap',
  target: 'Target',
  lastYear: 'A year before',
  change: 'Year on year',
  forecast: 'Forecast',
  interval: 'Forecast interval',
  limit: 'Against the limit',
  low: 'Forecast, low',
  high: 'Forecast, high',
  ahead: (points, isAhead) => `${points} points ${isAhead ? 'ahead' : 'behind'}`,
  onTime: 'level with it',
  kept: (isKept) => (isKept ? 'kept' : '✕ not kept'),
  status: 'Status',
  stateHead: 'State of data',
  events: 'Events',
  unit: (unit) => `Unit: ${unit}`,
  table: 'Data table',
  walk: 'Go through the periods',

  done: (share) => `${share} done`,
  days: (done, all, share) => `${done}/${all} days, ${share}`,
  before: (period, figure) => `${period}: ${figure}`,
  between: (low, high) => low + (high.startsWith('−') ? ' to ' : '–') + high,
  spoken: (name, words) => `${name} ${words}`,

  // January to October 2026
  span: (first, last) => {
    const [, name, year] = /^(.+) (\d{4})$/.exec(first) ?? [];
    return `${name !== undefined && last.endsWith(` ${year}`) ? name : first} to ${last}`;
  },
  summed: (span, figure) => `${span}: ${figure} in all`,
  ofTarget: (target, share) => `${share} of the target of ${target}`,
  toSchedule: (points, isAhead) => `${points} percentage points ${isAhead ? 'ahead of' : 'behind'} schedule`,
  level: 'level with its schedule',
  overYear: (change, isMore) => `${isMore ? 'up' : 'down'} ${change} on a year before`,
  sameAsLastYear: 'the same as a year before',
  moved: (span, from, to) => `${span}: from ${from} to ${to}`,
  grown: (change, isMore) => `${isMore ? 'up' : 'down'} ${change}`,
  unmoved: 'unchanged',
  extremes: (high, highAt, low, lowAt) => `Highest: ${high} in ${highAt}; lowest: ${low} in ${lowAt}`,
  highest: (grain, at, figure) => `Highest ${nouns[grain]}: ${at} with ${figure}`,
  alone: (period, figure) => `${period}: ${figure}`,
  lines: (period, high, highest, low, lowest) =>
    `${period}: highest ${high} (${highest}), lowest ${low} (${lowest})`,
  since: (period, more, less, same) => `Since ${period}: ${countMoves(more, less, same)}`,
  sinceLastYear: (more, less, same) => `On a year before: ${countMoves(more, less, same)}`,
  averaged: (span, figure) => `Average of ${span}: ${figure}`,
  limits: (low, high) =>
    low && high
      ? `Required: between ${low} and ${high}`
      : high
        ? `Required: at most ${high}`
        : `Required: at least ${low}`,
  broken: (broken, of, grain) =>
    broken === 0
      ? `kept in all ${some(of, nouns[grain])}`
      : `not kept in ${broken} of ${some(of, nouns[grain])}`,
  foreseen: (figure, isYear) => `Forecast for the ${isYear ? 'year' : 'end'}: ${figure}`,
  withState: (periods, state, more) =>
    `${state[0]!.toUpperCase()}${state.slice(1)}: ${periods}${more > 0 ? ` and ${more} more` : ''}`,
  inBrackets: (text) => ` (${text})`,
  absent: (period, names, more) =>
    `Not compared, no figure in ${period}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  mergedIn: (periods, more) =>
    `Not known, because cells were merged for confidentiality: ${periods.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  missing: (periods, more) =>
    `Not reported, neither joined nor filled: ${periods.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  stops: (last, next) => `The sum ends with ${last}, because ${next} has no figure that counts`,
  plot: {
    unit: (unit, from) => unit + (from === null ? '' : `${unit && '; '}the axis begins at ${from}`),
    target: 'Target',
    schedule: 'Schedule',
    path: 'Milestones',
    lastYear: 'Year before',
    forecast: (figure) => `Forecast ${figure}`,
    interval: (level, low, high) => `${level} interval ${low}${high.startsWith('−') ? ' to ' : '–'}${high}`,
    lacks: { missing: 'not reported', omitted: 'not published', merged: 'merged' },
    nothing: 'No data yet',
    nothingWhy: {
      missing: 'No figure of these periods was reported',
      omitted: 'The figures of these periods are not published',
      coming: 'No figure of these periods is due yet',
      merged: 'Cells were merged for confidentiality, so the sums of these periods are not known',
    },
    legend: (sign, periods) => `${sign}: ${periods.join(', ')}`,
    low: 'Floor',
    high: 'Ceiling',
    gap: (unit) => `Gap to the schedule${unit && `, ${unit}`}`,
    ahead: 'ahead',
    behind: 'behind',
    margin: (by, side, isAbove) => {
      if (by) return `${by} ${isAbove ? 'above' : 'below'} the ${side}`;
      return side === 'range' ? 'Within the range' : `Exactly at the ${side}`;
    },
    span: (from, to) => `${from}–${to}`,
  },
  nothing: 'There are no figures for these periods',
  comma: ', ',
  list: ', ',
  stop: '. ',
  semicolon: '; ',

  milestones: '◇ is a milestone',
  fan: (level, coverage, origins) =>
    `The pale band is the ${level} forecast interval` +
    (coverage && `; in back-tests it held ${coverage}${origins > 0 ? ` of ${some(origins, 'origin')}` : ''}`),
  noCoverage: '; its coverage could not be tested',
  noInterval: 'No forecast interval: fewer than 8 errors are known',
  judgedThrough: (day) => `The status is judged by the figures through ${day}; later ones do not count`,
  noForecast: (why) => `No forecast: ${why}`,
  summedForecast: 'The forecast is of the sum to date: see the cumulative chart',
  needed: (months, each) => `${each} a month in the ${months} months left would reach the target`,
  leftOut: (count, names) =>
    `Only the 11 largest lines are drawn; the other ${count} are in the data table: ${names}`,
  unknownMembers: (names) => `There are no such members: ${names}`,
  inTable: 'The total is in the data table',
  demoEvents: ' (demo)',

  noTime: 'The result has no column of time, so there is no trend. Add a grain such as month to "by".',
  noFigures: 'The result has no column of figures.',
  units:
    'The metrics of the result have different units, and a chart has one axis. Use a chart for each unit.',
  dimensions:
    'The result has several dimensions, so lines have no single name. Keep one dimension and one metric.',
  noPeriods: (during) => `There are no periods in during="${during}".`,
};
