import type { BreakdownWords } from './words.js';

const before = { year: 'on a year before', period: 'on the period before' } as const;

export const breakdown: BreakdownWords = {
  rank: 'Rank',
  value: 'Figure',
  share: 'Share',
  difference: 'Change',
  change: { year: 'On a year before', period: 'On the period before' },
  contribution: 'Contribution',
  points: 'points',
  pointsUnit: 'points',
  inUnit: (unit) => `, ${unit}`,
  rest: (count) => (count > 0 ? `Other (${count})` : 'Other'),
  merged: 'Merged (confidential)',
  total: 'Total',
  unnamed: 'Not stated',
  none: 'No data',
  title: (name, dimension, period) => `${name} by ${dimension.toLowerCase()}${period && `, ${period}`}`,
  span: (first, last) => {
    if (first === last) return first;
    const [year] = / \d+$/.exec(last) ?? [];
    return `${year && first.endsWith(year) ? first.slice(0, -year.length) : first}–${last}`;
  },
  week: (day) => `week from ${day}`,
  bases: { year: 'a year before', period: 'the period before' },
  mark: {
    year: 'the line is the figure a year before',
    period: 'the line is the figure of the period before',
  },
  more: 'more',
  less: 'less',
  above: 'above zero',
  below: 'below zero',
  noBar: 'Too long for a bar',
  brackets: (text, unit) => (unit ? `${text} (${unit})` : text),
  state: 'State',
  and: ', ',
  semicolon: '; ',
  stop: '. ',
  changed: (by, direction, base, isPoints) => {
    if (direction === 0) return `the same as ${base === 'year' ? 'a year before' : 'in the period before'}`;
    return `${direction > 0 ? 'up' : 'down'} ${by}${isPoints ? ' points' : ''} ${before[base]}`;
  },
  summary: {
    total: (figure, changed) => `The total is ${figure}${changed && `, ${changed}`}`,
    first: (names, figure, share) =>
      (names.length === 1
        ? `${names[0]} is the largest with ${figure}`
        : `${names.join(', ')} share the first place with ${figure}${share && ' each'}`) +
      (share && ` (${share})`),
    leading: (count, share) => `the first ${count} have ${share}`,
    drivers: (up, down) =>
      [
        up && `${up[0]} added most to the change (${up[1]} points)`,
        down && `${down[0]} took most from it (${down[1]} points)`,
      ]
        .filter(Boolean)
        .join('; '),
    counts: (all, up, down) => `${up} of ${all} became more, ${down} less`,
    changes: (up, down) =>
      [up && `${up[0]} rose most (${up[1]})`, down && `${down[0]} fell most (${down[1]})`]
        .filter(Boolean)
        .join('; '),
  },
  notes: {
    rounded: 'Shares are rounded by the largest remainder and add up to 100.0%.',
    bySize: 'Ranks are by the size of the change, either way.',
    merged: (name) => `${name}: published together for confidentiality, and part of the total.`,
    unequal: (sum, total) =>
      `The parts add up to ${sum}, the total is ${total}: data are missing, so the shares do not add up to 100%.`,
    mixed: 'Some parts are above zero and some below, so there are no shares and nothing is stacked.',
    apart: (reason) =>
      `The parts overlap and cannot be added, so there is no total, no share and no figure for “Other”: ${reason}`,
    notAdded: 'Nothing says that the parts may be added, so there is no share and no figure for “Other”.',
    state: (word) => `All figures are ${word}.`,
    partial: (day) => `The period is not over; the figures count up to ${day}.`,
    contributions: 'Contributions are rounded, so their sum may differ slightly from the total.',
    missing: (count) =>
      `${count} ${count === 1 ? 'has' : 'have'} no figure and ${count === 1 ? 'stands' : 'stand'} last.`,
    without: (names, more) =>
      `the total lacks figures of ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} in one of the two periods, so its change does not compare like with like`,
    stopped: (period) =>
      `A period before is missing, so from then on up to ${period} the sum so far is not known.`,
  },
  failures: {
    noSum:
      'The sum so far is not known: a period of the year before this one is missing, or the year has no data from its beginning.',
    noParts:
      'The data are not split by one dimension. Use a series file that is published by a dimension, or a query with one dimension in “by”.',
    noPeriod: (period, first, last, example) =>
      `The data have no period="${period}". Write one from ${first} to ${last}, such as ${example}.`,
    noFigures: 'There is no figure to show.',
    merged:
      'Cells that may meet the conditions were merged for confidentiality, so the sums, the order and the shares are not known. Choose other conditions.',
    noCumulative: 'This metric has no year to date. Remove the attribute cumulative.',
    noTime:
      'Small charts need a series over time. Read a series file with src or metric, or use appearance="table".',
    noChange: 'There are no earlier figures to compare with. Use appearance="table".',
  },
  multiples: {
    one: (low, high) => `one scale for all (${low}–${high})`,
    own: 'each on a scale of its own: compare shapes, not heights',
    ownPanel: (low, high) => `scale ${low}–${high}`,
    corner: (period, change) => `in the corner ${period} ${change[0]!.toLowerCase()}${change.slice(1)}`,
    lines: { now: 'This year', before: 'Last year' },
    told: (last, high, low) =>
      `${last[1]} in ${last[0]}; highest ${high[1]} (${high[0]}), lowest ${low[1]} (${low[0]})`,
    more: (count) => `${count} more in the table of data.`,
    states: (names, state) => `${state[0]!.toUpperCase()}${state.slice(1)}: ${names.join(', ')}.`,
    period: 'Period',
  },
};
