import type { SourceWords } from './words.js';

export const source: SourceWords = {
  noGoalSeries: (goal, known) =>
    `There is no series file of the goal “${goal}”.${known.length > 0 ? ` The attribute goal can be: ${known.join(', ')}.` : ''}`,
  noMetricSeries: (series, known) =>
    `The series “${series}” is not published.${known.length > 0 ? ` Published: ${known.join(', ')}.` : ''} To publish it, name it under "publish" in metrics.json and run zj publish.`,
  withoutSeries: 'This release has no series files. Publish it again with a newer zj publish.',
  noEngine:
    'This chart queries the data, but zj-source names no engine. Give it sdk (the address of zj-metrics.js) and engine (the folder of the engine files), or let the page set the property metrics.',
  noSdk: (address) =>
    `${address} cannot be read. Check the attribute sdk, the network, and that the CSP of this page allows the script.`,
  notSdk: (address) =>
    `${address} is not zj-metrics.js. Copy the folder dist/browser of @zj/metrics to your site, and let sdk name zj-metrics.js in it.`,
  otherRelease:
    'The release has changed: the engine read another one than this page shows. Reload the page, then try again.',
  lacksMethod: (method) =>
    `The property metrics of zj-source has no method “${method}”. Update @zj/metrics of this page.`,

  is: (column, value) => `${column}: ${value}`,
  empty: (column, isEmpty) => `${column} is ${isEmpty ? 'empty' : 'not empty'}`,
  not: (condition) => `not ${condition}`,
  or: ' or ',
  and: '; ',
  list: ', ',
  period: (period) => `period: ${period}`,
  range: (first, last) => `${first} – ${last}`,
  last: (count, grain, day) => `the last ${count === 1 ? grain : `${count} ${grain}s`} to ${day}`,
};
