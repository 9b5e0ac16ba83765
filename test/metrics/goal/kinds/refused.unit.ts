import { judge, judgeWithoutHistory, type JudgedGoal } from '@zj/metrics';
import { compareMethods } from '@zj/metrics/methods';
import { expect, test } from 'vitest';
import { firm, monthly } from '../goals.js';

const goal: JudgedGoal = {
  id: 'rate',
  name: { zh: '率' },
  unit: { zh: '%', en: '%' },
  qualifier: firm,
  target: 5.5,
  bound: 'at-most',
  period: { start: '2026-01-01', end: '2026-12-31' },
  accumulate: 'level',
};
const series = monthly([5, 5.2, 5.4]);
const fiveYears = { start: '2021-01-01', end: '2025-12-31' };
const level: JudgedGoal = {
  ...goal,
  bound: undefined,
  target: null,
  period: fiveYears,
  baseline: { value: 6, date: '2020-12-31' },
  formula: { percent: -10 },
} as unknown as JudgedGoal;

test.each<[string, object]>([
  ['a bound of another spelling', { bound: 'at_least' }],
  ['a hold of another spelling', { hold: 'each_period' }],
  ['a word for no sum', { accumulate: 'avg' }],
  ['a range of texts', { bound: undefined, target: null, range: { from: '10', to: '9' } }],
  ['a range without end', { bound: undefined, target: null, range: { from: -Infinity, to: 5.5 } }],
  ['a growth without years', { ...level, formula: { growth: 7 } }],
  ['a growth of years below zero', { ...level, formula: { growth: 7, years: -1 } }],
  ['a growth of ten million years', { ...level, formula: { growth: 7, years: 1e7 } }],
  ['a chain without links', { ...level, formula: { chain: [] } }],
  ['a chain of a text', { ...level, formula: { chain: '3' } }],
  ['a formula of nothing', { ...level, formula: {} }],
  ['a formula of no number', { ...level, formula: { plus: NaN } }],
  ['a formula of a total', { ...level, accumulate: 'total', baseline: undefined }],
  ['a formula beyond a double', { ...level, formula: { growth: 1e300, years: 5 } }],
  ['a formula beside a direction that it contradicts', { ...level, direction: 'increase' }],
  ['a ceiling of a sum below zero', { accumulate: 'total', target: -3 }],
])('a program without types that gives %s is refused', (_, change) => {
  expect(() => judge({ ...goal, ...change }, series, { asOf: '2026-04-15' })).toThrow(
    expect.objectContaining({ code: 'REFUSED' }),
  );
});

test('a ceiling of nothing on a sum has a sentence, early and late', () => {
  const none: JudgedGoal = { ...goal, target: 0, accumulate: 'total' };
  const tell = (months: number) =>
    judge(none, monthly(Array.from({ length: months }, () => 0)), { asOf: '2027-01-15' });
  expect(tell(1)).toMatchObject({ status: 'not-assessable', schedule: null });
  expect(tell(6)).toMatchObject({ status: 'on-track', schedule: null, margin: 0 });
  expect(tell(6).reason.zh).toContain('为0%，恰为上限0%，目前达标');
  expect(tell(12).status).toBe('achieved');
});

test('a published method reads the computed target of a formula', () => {
  const figures = { ...monthly([5.9, 5.8], { year: 2021 }), reportedThrough: '2021-02-28' };
  const options = { asOf: '2021-03-15' };
  expect(judge({ ...level, method: 'escap' }, figures, options).published!.outputs).not.toBeNull();
  expect(compareMethods(level, figures, options).map(({ method }) => method)).toContain('escap');
});

test('a goal without an end in sight ends the judging all the same', () => {
  const forever = {
    ...goal,
    accumulate: 'average',
    period: { start: '2026-01-01', end: '9999-12-31' },
  } as const;
  expect(judgeWithoutHistory(forever, series, { asOf: '2026-04-15' }).averaged!.periods).toBe(3);
});

test('a month that is never published is none to average or to limit, even if it has a figure', () => {
  const omitting = { ...monthly([99, 5, 5]), omits: [1] };
  const average = judge({ ...goal, accumulate: 'average' }, omitting, { asOf: '2026-04-15' });
  expect(average).toMatchObject({ actual: 5, averaged: { periods: 2, of: 11 }, status: 'on-track' });
  const alone = { ...monthly([99]), omits: [1] };
  const limit = { ...goal, hold: 'each-period' } as const;
  expect(judge(limit, alone, { asOf: '2026-02-15' }).status).toBe('no-data');
  const january = { ...limit, period: { start: '2026-01-01', end: '2026-01-31' } };
  expect(judge(january, alone, { asOf: '2026-02-15' }).status).toBe('no-data');
});
