import type { ChartWords } from './words.js';

export const chart: ChartWords = {
  table: 'Data table',
  chart: 'Chart',
  noInput:
    'Nothing says which data this chart shows. Write src, or goal, metric or query inside a <zj-source>, or set the property series or result.',
  noSource: 'The attribute query needs a <zj-source> around the chart to be answered.',
  points: 'percentage points',
  narrowedTitle: (title, chosen) => `${title} (${chosen})`,
  narrowed: (chosen) => `Narrowed to the selection: ${chosen}`,
  narrowing: (chosen) => `The selection is being queried (${chosen}); these are still the figures of before`,
  notNarrowed: (chosen) => `Not narrowed to the selection (${chosen}): these are all figures`,
  goalWhole: (chosen) => `A goal is judged by all figures, and does not follow the selection (${chosen})`,
  cut: (first, last) =>
    `Only the days from ${first} to ${last} are counted: they cut a period, whose figure is not that of the whole period`,
  beside: (chosen) => `Not narrowed by a column that its data do not have (${chosen})`,
  weakestStates: 'The state of a narrowed figure is the least settled one of its period',
  sumsSince: (day) =>
    `Figures to date begin with the year, on ${day}, also where the chosen period begins later`,
};
