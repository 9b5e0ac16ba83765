import {
  formatProblem,
  parseLadder,
  parseTasks,
  type PublishedLadder,
  type PublishedTasks,
} from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { edit } from '../example.js';

const text = (zh: string) => ({ zh });
const head = {
  version: 1 as const,
  manifest: 'a'.repeat(64),
  plan: { id: 'park', title: text('方案') },
  asOf: '2026-10-31',
  source: text('登记'),
  demo: false,
  reportedThrough: '2026-10-31',
  rows: { read: 3, kept: 3, rejected: 0 },
  sql: 'SELECT 1',
};
const tier = (id: string) => ({
  id,
  name: text(id),
  support: text('支持'),
  events: [{ value: id, label: text(id) }],
});
const ladder: PublishedLadder = {
  ...head,
  kind: 'ladder',
  quote: text('高—低'),
  tiers: [tier('high'), tier('low')],
  moves: [
    { date: '2026-01-05', from: null, to: 'low', count: 2 },
    { date: '2026-02-01', from: 'low', to: 'high', count: 1 },
    { date: '2026-02-01', from: 'low', to: null, count: 1 },
  ],
  dataset: 'register',
};
const report = {
  state: 'done' as const,
  reported: '2026-06-30',
  reporter: text('甲'),
  changes: [
    { state: 'under-way' as const, since: null, reported: '2026-03-31' },
    { state: 'done' as const, since: '2026-06-01', reported: '2026-06-30' },
  ],
};
const tasks: PublishedTasks = {
  ...head,
  kind: 'tasks',
  areas: [
    {
      id: 'A1',
      ordinal: '（一）',
      title: text('领域'),
      tasks: [{ id: 'A1.1', title: text('任务'), report, measures: [{ text: text('措施'), report: null }] }],
    },
  ],
  safeguards: [],
  organisations: [],
  dataset: 'tasks',
};

test('a right ladder and right tasks are given back as they are', () => {
  expect(parseLadder(ladder)).toEqual({ ladder, problems: [] });
  expect(parseTasks(tasks)).toEqual({ tasks, problems: [] });
});

describe('a ladder is refused', () => {
  test.each<[string, string, unknown, string]>([
    [
      'between tiers that it does not have',
      'moves.1.to',
      'middle',
      '$.moves[1]: The ladder has no tier middle.',
    ],
    ['that leads nowhere', 'moves.1.to', 'low', '$.moves[1]: The move leads nowhere.'],
    [
      'out of order',
      'moves.1.date',
      '2026-01-01',
      '$.moves[1]: The move of 2026-01-01 is out of order, here twice, or after 2026-10-31.',
    ],
    [
      'after the last day',
      'moves.2.date',
      '2026-11-01',
      '$.moves[2]: The move of 2026-11-01 is out of order, here twice, or after 2026-10-31.',
    ],
    [
      'that takes more than came',
      'moves.1.count',
      2,
      '$.moves[2]: After 2026-02-01, more enterprises have left the tier low than came to it.',
    ],
    [
      'of half an enterprise',
      'moves.0.count',
      0.5,
      '$.moves[0].count: This must be a whole number, 1 or more, but is 0.5.',
    ],
    ['of nobody', 'moves.0.count', 0, '$.moves[0].count: This must be a whole number, 1 or more, but is 0.'],
  ])('with a move %s', (_, path, value, told) => {
    const [first] = parseLadder(edit(ladder, path, value)).problems;
    expect(formatProblem(first!)).toContain(told);
  });

  test('with one tier twice, and with a key that it does not have', () => {
    expect(
      parseLadder({ ...ladder, tiers: [tier('low'), tier('low'), tier('high')] }).problems[0]!.code,
    ).toBe('duplicate');
    expect(parseLadder({ ...ladder, extra: 1 }).problems[0]!.code).toBe('unknown-key');
  });

  test('where it is anything else, as are tasks', () => {
    for (const other of [null, 1, 'x', [], {}, tasks])
      expect(parseLadder(other).problems.length).toBeGreaterThan(0);
    for (const other of [null, 1, 'x', [], {}, ladder])
      expect(parseTasks(other).problems.length).toBeGreaterThan(0);
  });
});

describe('tasks are refused', () => {
  const at = 'areas.0.tasks.0.report';
  test.each<[string, string, unknown, string]>([
    [
      'whose last change is another state',
      `${at}.state`,
      'stopped',
      '.report: The last change does not lead to the state stopped.',
    ],
    [
      'reported after the last day',
      `${at}.reported`,
      '2026-11-01',
      '.report.reported: The report of 2026-11-01 is after 2026-10-31.',
    ],
    [
      'whose changes are out of order',
      `${at}.changes.0.reported`,
      '2026-07-01',
      '.report.changes[0]: The change reported on 2026-07-01 is out of order, or after the report.',
    ],
    [
      'in a state since a day after the report',
      `${at}.changes.1.since`,
      '2026-07-01',
      '.report.changes[1]: The change reported on 2026-06-30 is out of order, or after the report.',
    ],
    [
      'in one state twice in a row',
      `${at}.changes.0.state`,
      'done',
      '.report.changes[1]: The change reported on 2026-06-30 is out of order, or after the report.',
    ],
    ['in a state that is none', `${at}.state`, 'late', '.report.state: This must be one of'],
    [
      'with an address that would run as a script',
      `${at}.evidence`,
      'javascript:alert(1)',
      '.report.evidence: This must be the address of a web page',
    ],
    ['without a word on the report', at, undefined, ': "report" is missing.'],
  ])('%s', (_, path, value, told) => {
    const found = parseTasks(edit(tasks, path, value)).problems.map(formatProblem);
    expect(
      found.some((one) => one.includes(told)),
      found.join('\n'),
    ).toBe(true);
  });

  test('where a task is there twice', () => {
    const { tasks: all, ...area } = tasks.areas[0]!;
    expect(parseTasks({ ...tasks, areas: [{ ...area, tasks: [...all, ...all] }] }).problems[0]!.code).toBe(
      'duplicate',
    );
  });
});
