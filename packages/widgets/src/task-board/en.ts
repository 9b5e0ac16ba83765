import type { BoardWords, State } from './words.js';

const states: Readonly<Record<State, string>> = {
  done: 'Done',
  'under-way': 'Under way',
  'not-started': 'Not started',
  stopped: 'Stopped',
  none: 'No report',
};

const tasks = (count: number): string => `${count} ${count === 1 ? 'task' : 'tasks'}`;

export const board: BoardWords = {
  title: 'Tasks',
  noInput:
    'Nothing says which tasks are shown. Write src, or put the element inside a <zj-source>, or set the property tasks.',
  states,
  ofState: (state, count) => `${states[state].toLowerCase()}: ${count}`,
  summary: (count, areas, each) =>
    `${tasks(count)} in ${areas} ${areas === 1 ? 'area' : 'areas'}${each.length > 0 ? `. ${each.join(', ').replace(/^./, (letter) => letter.toUpperCase())}` : ''}.`,
  filter: 'Tasks by state',
  all: 'All',
  shown: (count) => `${tasks(count)} shown`,
  area: (ordinal, title) => `${ordinal} ${title}`,
  tasks: (count, done) => `${tasks(count)}, ${done} done`,
  measures: (count, done, unreported) =>
    `${count} ${count === 1 ? 'measure' : 'measures'}, ${done} done${unreported > 0 ? `, ${unreported} without a report` : ''}`,
  reported: (day, reporter) => `Reported on ${day} by ${reporter}`,
  noReport: 'Those responsible have not reported yet',
  since: (state, day) => `${states[state]} since ${day}`,
  due: (day) => `Due by ${day}`,
  note: (note) => `Note: ${note}`,
  evidence: (host) => `Evidence (${host})`,
  measuresOf: (task) => `Measures of “${task}”`,
  changes: (count) => `${count} ${count === 1 ? 'state' : 'states'} so far`,
  change: (state, since, reported) =>
    `${states[state]}: ${since ? `since ${since}` : 'first day not reported'}, reported on ${reported}`,
  safeguards: (count) => `${count} ${count === 1 ? 'safeguard' : 'safeguards'}`,
  asReported:
    'States are as reported by those responsible, and are not concluded from measures or days. “No report” says only that no report has come; it does not say that a task is late.',
  rejected: (rejected, read) => `Of ${read} rows of reports, ${rejected} are wrong and do not count.`,
  plan: (title, number) => `Plan: ${title}${number && ` (${number})`}`,
  columns: {
    task: 'Task and measures',
    state: 'State',
    due: 'Due by',
    reported: 'Reported on',
    reporter: 'Reported by',
    note: 'Note',
    changes: 'States so far',
  },
  areaHead: 'Area',
  evidenceHead: 'Evidence',
  semicolon: '; ',
};
