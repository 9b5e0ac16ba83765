import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTasks, type PublishedTasks } from '@zj/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSource, contractWith, lines, openFolder, park, run, writeSource } from './source.js';

// The dataset of the reports on a plan's tasks: its rows held against the plan.

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const header = 'task,measure,state,since,due,note_zh,note_en,evidence,reported,reporter';
const good = 'A1.1,0,under-way,2026-03-02,,,,,2026-06-30,保税区管理局';
/** The problems of a file of reports whose second row is this one. */
const toldOf = async (...rows: readonly string[]): Promise<readonly string[]> =>
  (await checkSource(folder, { 'tasks.csv': lines(header, good, ...rows) })).told;

describe('a row is refused with its place and the remedy', () => {
  test.each([
    [
      'of a task that the plan does not have',
      'A1.9,1,done,2026-03-02,,,,,2026-06-30,保税区管理局',
      'data/tasks.csv:3:1: task is "A1.9", which is not among its values. Did you mean "A1.1"?',
    ],
    [
      'of a measure that the task does not have',
      'A1.1,7,done,2026-03-02,,,,,2026-06-30,保税区管理局',
      'data/tasks.csv:3:6: measure is "7", but the measures of task A1.1 have the numbers from 1 to 6. Write the number of a measure in the order of the plan, or 0 for the task as a whole.',
    ],
    [
      'of a measure below the task as a whole',
      'A1.1,-1,done,2026-03-02,,,,,2026-06-30,保税区管理局',
      'data/tasks.csv:3:6: measure is "-1", but the measures of task A1.1 have the numbers from 1 to 6. Write the number of a measure in the order of the plan, or 0 for the task as a whole.',
    ],
    [
      'in a state that is none',
      'A1.1,1,finished,2026-03-02,,,,,2026-06-30,保税区管理局',
      'data/tasks.csv:3:8: state is "finished", which is not among its values. Use one of: not-started, under-way, done, stopped.',
    ],
    [
      'that a second row reports on the same day',
      'A1.1,0,done,2026-05-02,,,,,2026-06-30,区科经委',
      'data/tasks.csv:3:1: task and measure and reported (A1.1, 0, 2026-06-30) are already in line 2. Keep one of the two rows and remove the other.',
    ],
    [
      'with a state since a day after the report',
      'A1.1,1,done,2026-07-02,,,,,2026-06-30,保税区管理局',
      'data/tasks.csv:3:13: since is "2026-07-02", after the day of the report, 2026-06-30. Correct one of the two days. The day on which something is to be done is written as "due".',
    ],
    [
      'due after the plan',
      'A1.1,1,under-way,2026-03-02,2206-12-31,,,,2026-06-30,保税区管理局',
      'data/tasks.csv:3:29: due is "2206-12-31", outside the days of the plan from 2025-01-01 to 2026-12-31. Correct the day.',
    ],
    [
      'reported before the plan',
      'A1.1,1,under-way,2016-03-02,,,,,2016-06-30,保税区管理局',
      'data/tasks.csv:3:33: reported is "2016-06-30", outside the days of the plan from 2025-01-01 to 2026-12-31. Correct the day.',
    ],
    [
      'reported on a day to come',
      'A1.1,1,under-way,2026-03-02,,,,,2026-12-30,保税区管理局',
      'data/tasks.csv:3:33: reported is "2026-12-30", but the figures of this file cover the days up to 2026-10-31. Correct the date, or, if all later figures are complete, write a later "reportedThrough" in the contract.',
    ],
    [
      'on a day that no calendar has',
      'A1.1,1,under-way,2026-02-30,,,,,2026-06-30,保税区管理局',
      'data/tasks.csv:3:18: since is "2026-02-30" but must be a day of the calendar written like 2026-10-31. Correct the cell, e.g. 2026-10-31.',
    ],
    [
      'whose evidence would run as a script',
      'A1.1,1,done,2026-03-02,,,,javascript:alert(1),2026-06-30,保税区管理局',
      'data/tasks.csv:3:27: evidence is "javascript:alert(1)", which is no address of a web page. Write it like https://www.pudong.gov.cn/, or leave the cell empty.',
    ],
    [
      'of nobody',
      'A1.1,1,done,2026-03-02,,,,,2026-06-30,',
      'data/tasks.csv:3:39: reporter is empty but must be given. Fill in the cell, or remove the row.',
    ],
  ])('%s', async (_, row, told) => {
    expect(await toldOf(row)).toEqual([told]);
  });
});

test('a right row of every state is no problem, nor is a day that is not told', async () => {
  expect(
    await toldOf(
      'A1.1,1,not-started,,2026-12-31,,,,2026-06-30,保税区管理局',
      'A1.1,2,under-way,,,在建,,,2026-06-30,保税区管理局',
      'A1.1,6,done,2026-06-30,2026-06-01,,,https://www.example.com/,2026-06-30,保税区管理局',
      'A1.2,7,stopped,2024-06-30,,,Given up,,2026-06-30,保税区管理局',
    ),
  ).toEqual([]);
});

test('rows that are let go are counted in tasks.json, and kept whole beside the source', async () => {
  const source = await writeSource(join(folder, 'rejected'), {
    'tasks.csv': lines(
      header,
      good,
      'A9.9,1,done,2026-03-02,,,,,2026-06-30,保税区管理局',
      'A1.2,0,done,2026-08-02,,,,,2026-06-30,区科经委',
    ),
  });
  const out = `${source}-out`;
  expect((await run('publish', source, '--out', out, '--max-rejects', '2')).code).toBe(0);
  const { tasks } = parseTasks(JSON.parse(await readFile(join(out, 'tasks.json'), 'utf8')) as unknown);
  expect(tasks!.rows).toEqual({ read: 3, kept: 1, rejected: 2 });
  const kept = await readFile(join(source, '.zj/rejects/tasks.csv'), 'utf8');
  expect(
    kept
      .split('\n')
      .slice(1, 3)
      .map((line) => line.slice(0, 24)),
  ).toEqual(['"3","1","task","A9.9","t', '"4","13","since reported']);
});

test('the states of one measure are read from all reports on it: a state told twice is one change, with its latest day', async () => {
  const rows = [
    'A1.1,2,not-started,,,,,,2025-06-30,保税区管理局',
    'A1.1,2,under-way,2025-08-01,2026-06-30,,,,2025-09-30,保税区管理局',
    'A1.1,2,under-way,2025-07-15,2026-06-30,在建,,,2025-12-31,保税区管理局',
    'A1.1,2,stopped,,,,,,2026-03-31,区科经委',
    'A1.1,2,under-way,2026-05-01,2026-11-30,,,,2026-06-30,区科经委',
  ];
  // In any order of the file.
  const source = await writeSource(join(folder, 'states'), {
    'tasks.csv': lines(header, good, ...rows.reverse()),
  });
  const out = `${source}-out`;
  expect((await run('publish', source, '--out', out)).told).toEqual([]);
  const { areas } = JSON.parse(await readFile(join(out, 'tasks.json'), 'utf8')) as PublishedTasks;
  expect(areas[0]!.tasks[0]!.measures[1]!.report).toEqual({
    state: 'under-way',
    due: '2026-11-30',
    reported: '2026-06-30',
    reporter: { zh: '区科经委', en: 'Pudong Science, Technology and Economy Commission' },
    changes: [
      { state: 'not-started', since: null, reported: '2025-06-30' },
      { state: 'under-way', since: '2025-07-15', reported: '2025-09-30' },
      { state: 'stopped', since: null, reported: '2026-03-31' },
      { state: 'under-way', since: '2026-05-01', reported: '2026-06-30' },
    ],
  });
});

describe('a dataset that cannot hold the reports is told at the plan’s own key', () => {
  const place = /^plan\.json:\d+:\d+ \$\.taskReports: /;
  test.each([
    [
      'that is not there',
      'plan.json',
      async () =>
        (await readFile(join(park, 'plan.json'), 'utf8')).replace(
          '"taskReports": "tasks"',
          '"taskReports": "task"',
        ),
      'No dataset is called "task". Did you mean "tasks"?',
    ],
    [
      'without the key of a report',
      'tasks.json',
      () => contractWith('tasks', { key: ['task', 'reported'] }),
      'The dataset tasks cannot hold the reports on tasks: its key is not task, measure, reported, so that double reports would not be noticed. Write "key": ["task", "measure", "reported"] in its contract.',
    ],
    [
      'dated by another column',
      'tasks.json',
      () => contractWith('tasks', { time: { column: 'due', grain: 'day' } }),
      'The dataset tasks cannot hold the reports on tasks: its rows are not dated by the day of the report. Write "time": { "column": "reported", "grain": "day" } in its contract.',
    ],
  ] as const)('%s', async (_, file, text, told) => {
    const { told: found } = await checkSource(folder, { [file]: await text() });
    expect(found[0]).toMatch(place);
    expect(found.map((one) => one.replace(place, ''))).toContain(told);
  });

  test('without a column that reports have, and with one of another type', async () => {
    const json = JSON.parse(await contractWith('tasks', {})) as { columns: { name: string; type: string }[] };
    const columns = json.columns
      .filter(({ name }) => name !== 'since' && name !== 'evidence')
      .map((one) => (one.name === 'due' ? { ...one, type: 'VARCHAR' } : one));
    const { told } = await checkSource(folder, { 'tasks.json': JSON.stringify({ ...json, columns }) });
    expect(told.filter((one) => one.startsWith('plan.json')).map((one) => one.replace(place, ''))).toEqual([
      'The dataset tasks cannot hold the reports on tasks: it has no column since. Add the column { "name": "since", "type": "DATE" } to its contract, with the header of the file if that is another.',
      'The dataset tasks cannot hold the reports on tasks: its column due is of type VARCHAR. Write "type": "DATE".',
    ]);
  });
});
