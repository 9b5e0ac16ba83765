import { formatDate, formatDay, formatShare, statusWord } from '@zj/metrics';
import { groupThousands } from './decimal.js';
import type { Face } from './words.js';

export const face: Face = {
  text: 'en',
  scales: [
    ['trillion ', 12, 13],
    ['billion ', 9, 9],
    ['million ', 6, 6],
    ['', 0, -Infinity],
  ],
  space: ' ',
  number: groupThousands,
  target: 'Target',
  schedule: 'Schedule',
  source: 'Source: ',
  demo: 'Demo data',
  demoBriefly: 'Demo',
  loading: 'Loading…',
  stale: 'May be out of date',
  withheld: 'Withheld',
  provisional: ' (provisional)',
  states: { final: 'final', provisional: 'provisional', estimate: 'estimate', revised: 'revised' },
  more: (title) => `More: ${title}`,
  retry: 'Try again',
  readAloud: 'Read aloud',
  stopReading: 'Stop reading',
  comma: ', ',
  near: (shown, isLess) => `just ${isLess ? 'below' : 'above'} ${shown}`,
  share: formatShare,
  day: (day) => formatDay(day).en,
  status: (status, qualifier, isKept) => statusWord(status, qualifier, isKept).en,
  newerStatus: (code) => `Status “${code}”: newer than this page’s script`,
  through: (day) => `Through ${day}`,
  limit: (low, high, of) =>
    (low && high ? `between ${low} and ${high}` : high ? `at most ${high}` : `at least ${low}`) +
    (of === 'average' ? ' on average' : of && ` each ${of}`),
  period: (last, grain, briefly) => {
    const [year, month] = last.split('-').map(Number) as [number, number];
    const name = formatDay(last).en;
    if (grain === 'year') return `${year}`;
    if (grain === 'day') return briefly ? last.slice(5) : formatDate(last).en;
    if (grain === 'month') return briefly ? name.slice(0, 3) : name;
    const part = grain === 'quarter' ? `Q${Math.ceil(month / 3)}` : month > 6 ? 'H2' : 'H1';
    return briefly ? part : `${part} ${year}`;
  },
  provisionalBriefly: 'prov.',
  badAttribute: (name, written, example) =>
    `Attribute ${name}="${written}" is missing or wrong. Write it like ${name}="${example}".`,
  unknown: (name, written, known) =>
    `Attribute ${name}="${written}" is unknown. It can be: ${known.join(', ')}.`,
  idle: (name) =>
    `Attribute ${name} has no effect without src. Inside a <zj-source>, write it on the source.`,
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
    'This element has a bug. The data are correct. Reload the page. If the message remains, tell the site administrator.',
};
