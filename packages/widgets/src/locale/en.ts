import {
  chanceWord,
  forecastWords,
  formatChance,
  formatDate,
  formatDay,
  formatShare,
  statusWord,
  tellFormula,
} from '@zj/metrics';
import { groupThousands } from './decimal.js';
import type { Detail, Face } from './words.js';

export const face: Face = {
  text: 'en',
  scales: [
    ['billion ', 9, 9],
    ['million ', 6, 6],
    ['', 0, -Infinity],
  ],
  space: ' ',
  number: groupThousands,
  target: 'Target',
  progress: 'Progress',
  schedule: 'Schedule',
  due: 'Due',
  source: 'Source: ',
  demo: 'Demo data',
  demoBriefly: 'Demo',
  why: 'Why this status?',
  whyBriefly: 'Why',
  loading: 'Loading…',
  stale: 'May be out of date',
  withheld: 'Withheld',
  provisional: ' (provisional)',
  retry: 'Try again',
  comma: ', ',
  level: 'level with it',
  share: formatShare,
  day: (day) => formatDay(day).en,
  status: (status, qualifier, isKept) => statusWord(status, qualifier, isKept).en,
  newerStatus: (code) => `Status “${code}”: newer than this page’s script`,
  undated: 'No schedule: as-of is missing',
  through: (day) => `Through ${day}`,
  apart: (points, ahead) => `${points} points ${ahead ? 'ahead' : 'behind'}`,
  ofTarget: (figure, goal) => `${figure} of a target of ${goal}`,
  limit: (low, high, of) =>
    (low && high ? `between ${low} and ${high}` : high ? `at most ${high}` : `at least ${low}`) +
    (of === 'average' ? ' on average' : of && ` each ${of}`),
  margin: (by, side, isAbove) => {
    if (by) return `${by} ${isAbove ? 'above' : 'below'} the ${side}`;
    return side === 'range' ? 'Within the range' : `Exactly at the ${side}`;
  },
  keptOf: (known, grain) => ` / ${known} ${grain}${known === 1 ? '' : 's'} kept`,
  period: (last, grain, briefly) => {
    const [year, month] = last.split('-').map(Number) as [number, number];
    const name = formatDay(last).en;
    if (grain === 'year') return `${year}`;
    if (grain === 'day') return briefly ? last.slice(5) : formatDate(last).en;
    if (grain === 'month') return briefly ? name.slice(0, 3) : name;
    const part = grain === 'quarter' ? `Q${Math.ceil(month / 3)}` : month > 6 ? 'H2' : 'H1';
    return briefly ? part : `${part} ${year}`;
  },
  breaches: (newest, others, side) =>
    newest.map(([period, figure]) => `${figure} in ${period}`).join(', ') +
    (others > 0 ? ` and ${others} more` : '') +
    `, ${side} the ${side === 'outside' ? 'range' : 'limit'}`,
  provisionalBriefly: 'prov.',
  used: (share, due) => `${share} of the ceiling, schedule ${due}`,
  averaged: (periods, of) => `average of ${periods} of ${of} periods`,
  forecast: (figure, range) => `Forecast ${figure}${range && ` (${range})`}`,
  chance: (probability) => `${chanceWord(probability).en} to be attained (${formatChance(probability)})`,
  badAttribute: (name, written, example) =>
    `Attribute ${name}="${written}" is missing or wrong. Write it like ${name}="${example}".`,
  nature: (nature) => (nature === 'binding' ? 'Binding target' : 'Expected target'),
  together: (one, other) => `Attributes ${one} and ${other} exclude each other. Remove one of them.`,
  unreachable: (file, detail) => `${file} cannot be read (${detail}). Check the address and the network.`,
  foreign:
    'a script from another host needs crossorigin on its tag, and that host must allow cross-origin reading',
  noAnswer: 'no answer within 20 seconds',
  noConnection: 'no connection, or the CSP of this page refuses it',
  notPinned: 'the file differs from integrity, or there is no connection',
  otherSite: 'the file is on another site, and the CSP of this page or that site refuses it',
  needsHttp:
    'browsers read only addresses that begin with http: put the file and the page on a web server, such as zj serve',
  malformed: (file) => `${file} is not valid. Write it again with zj publish.`,
  broken:
    'The gauge has a bug. The data are correct. Reload the page. If the message remains, tell the site administrator.',
  badGoal: (goal, known) => `There is no goal “${goal}”. The attribute goal can be: ${known.join(', ')}.`,
};

export const detail: Detail = {
  figures: 'Figures and formulas',
  target: 'Target',
  formula: 'Target computed',
  formulaOf: (formula, unit) => tellFormula(formula, unit).en,
  computed: (baseline, formula, target) => `from ${baseline}, ${formula}: ${target}`,
  averageGrowth: 'Average growth per year so far',
  nature: 'Nature',
  margin: 'Against the requirement',
  baseline: 'Baseline',
  before: 'Last figure before the period',
  actual: 'Actual',
  conflict: 'Also published, not used',
  attainment: 'Attainment',
  schedule: 'Schedule',
  schedules: { linear: 'evenly by days', 'same-period': 'as in earlier years', path: 'by milestones' },
  otherSchedule: 'Another schedule',
  days: (done, all) => `${done} ÷ ${all} days`,
  brackets: (text) => ` (${text})`,
  gap: 'Gap',
  ratio: (ratio) => `attainment ÷ schedule = ${ratio}`,
  forecast: 'Forecast of the end',
  noForecast: 'None; the reason for each method is under “Forecasting methods”',
  interval: '80% interval',
  range: (low, high, unit) => low + (high.startsWith('−') ? ' to ' : '–') + high + unit,
  probability: 'Probability',
  forecastMethod: 'Forecasting method',
  forecastName: (method) => forecastWords[method].en,
  backtest: 'Back-test',
  origins: (count) => `${count} ${count === 1 ? 'origin' : 'origins'}`,
  error: (error) => `mean absolute error ${error}`,
  relative: (share) => `${share} of the seasonal naive forecast's`,
  coverage: (share) => `intervals covered ${share}`,
  needed: 'Still needed',
  perMonth: (total, months, each) =>
    `${total} in ${months} ${months === '1' ? 'month' : 'months'}, ${each} a month`,
  status: 'Status',
  thresholds: 'Thresholds',
  pace: 'Attainment ÷ schedule',
  tooEarly: (share) => `too early below a schedule of ${share}`,
  period: 'Period',
  date: (day) => formatDate(day).en,
  span: (start, end) => `${start} to ${end}`,
  through: 'Figures through',
  asOf: 'Judged as of',
  clause: 'Clause',
  quote: (text) => `“${text}”`,
  qualifier: 'Qualifier',
  source: 'Source',
  periods: 'Periods',
  keeps: (isKept) => (isKept ? 'kept' : '✕ not kept'),
  former: 'Targets before a change',
  until: (date) => `Until ${date}`,
  trials: 'Forecasting methods',
  chosen: ' (used)',
  ruledOut: (why) => `Not used: ${why}`,
  published: 'Other published methods',
  publishedMethods: {
    'open-sdg': 'Open SDG',
    'un-chart': 'UN SDG Progress Chart',
    destatis: 'German Sustainability Strategy (weather symbols)',
    escap: 'ESCAP Current Status Index',
    linear: 'Key-result attainment',
  },
  inputs: (list) => `Inputs: ${list}`,
  outputs: (list) => `Result: ${list}`,
  notApplicable: (why) => `Does not apply: ${why}`,
  completeness: 'Gaps in the data',
  kinds: {
    rejected: 'Rejected rows',
    empty: 'Empty cells',
    merged: 'Merged for confidentiality',
    missing: 'Missing periods',
    silent: 'Not reported',
  },
  partly: 'Parts of this verdict are not valid, or newer than this page’s script. They are not shown here.',
  interpretations: 'How the wording is read',
  semicolon: '; ',
};
