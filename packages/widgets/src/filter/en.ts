import type { FilterWords } from './words.js';

export const filter: FilterWords = {
  filter: 'Filter',
  matching: (rows, all) => ['', rows, ` of ${all} rows match`],
  merged: (cells) =>
    `${cells} more rows are merged (confidential): they may match or not, and are not counted`,
  starting: 'Starting the engine…',
  computing: 'Computing…',
  older: 'These are the figures of before.',
  noSource: 'zj-filter stands inside a <zj-source>: that says which data it filters.',
  noEngine:
    'The filter has to query data, but zj-source names no engine. Set sdk and engine, or let the page set the property metrics.',

  conditions: 'Conditions',
  noConditions: 'No conditions yet: all rows count.',
  chip: (field, choice) => `${field}: ${choice}`,
  or: ' or ',
  excluding: (choice) => `not ${choice}`,
  alsoExcluding: (merged) => `; without ${merged}`,
  andMore: (first, count) => `${first} and others, ${count} in all`,
  remove: (chip) => `Remove ${chip}`,
  moreChips: (count) => `${count} more condition${count === 1 ? '' : 's'}`,
  fewerChips: 'Show fewer',
  clearAll: 'Clear all',
  notNarrowed: (chosen) => `The rows have no such column and are not narrowed by it (${chosen}).`,
  beside: (count) =>
    `The page has set ${count} more condition${count === 1 ? '' : 's'}; the figures are under ${count === 1 ? 'it' : 'them'}.`,

  blank: 'Not filled in',
  mergedValue: 'Merged (confidential)',
  either: 'Not filled in, or merged',
  count: (all, chosen, excludes) =>
    chosen === 0 ? `${all} values` : `${all} values, ${chosen} ${excludes ? 'excluded' : 'chosen'}`,
  found: (all, found) => `${all} values, ${found} found`,
  search: (field) => `Search ${field}`,
  searchHint: 'Chinese, or initials of its pinyin',
  plainHint: 'Type to search',
  noneFound: (text) => `No “${text}”`,
  more: (count) => `Show ${count} more`,
  exclude: 'Exclude these',
  ownLeftOut: 'Each list is counted as if nothing were chosen in it.',
  rows: (rows) => `${rows} rows`,

  chart: (figure, unit) => (unit ? `${figure}, ${unit}` : figure),
  rowsChart: 'Rows',
  from: 'From',
  to: 'To',
  first: (field) => `${field}: first`,
  last: (field) => `${field}: last`,
  week: (first) => `week of ${first}`,
  partial: (period, day) => `${period} (to ${day})`,
  quick: { 'this-year': 'This year', 'last-year': 'Last year', 'last-12': 'Last 12 months', all: 'All' },
  unclear: (text, example) => `“${text}” is no period. Write it like ${example}.`,
  outside: (text, first, last) => `There are no data for “${text}”: they go from ${first} to ${last}.`,
  reversed: 'The first period is later than the last. Change one of them.',

  otherRelease: (needed, own) =>
    `This link is of another release (${needed}); this page has ${own}. The conditions are those of the link, the figures may differ. Open release ${needed} to see those of the link.`,
  unknownRelease: (needed) =>
    `This link is of release ${needed}. The data of this page have no release, so nobody can tell if the figures are the same.`,
  unknownName: (name) => `“${name}” of the link is no field of this page and is not used.`,
  unknownValue: (field, values) =>
    `The data have no “${values}” of ${field}, which the link names: it is not used.`,
  repeated: (field) => `The link has ${field} more than once, and not alike: the first is used.`,
  notHeld: (name) =>
    `“${name}” of the address is used for something else: the choices here are not in the address.`,
  tooLong:
    'The conditions are too many for an address of 2,000 characters. It stays as it was, and does not hold them.',
};
