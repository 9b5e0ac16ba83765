import { MetricsError, type Table, toSeries } from '@zj/metrics';
import { expect, test } from 'vitest';

const facts = { grain: 'month', reportedThrough: '2026-10-31', provisional: false, count: false } as const;

const table = (periods: readonly (string | null)[], values: readonly (number | null)[]): Table => ({
  columns: [
    { name: 'period', type: 'DATE', values: periods },
    { name: 'value', type: 'DOUBLE', values },
  ],
  rowCount: periods.length,
  sql: 'SELECT …',
});

test('a month’s figure is dated by the month’s last day, leap years included', () => {
  const series = toSeries(table(['2024-02-01', '2026-02-01', '2026-12-01'], [1, 2.5, -3]), facts);
  expect(series).toEqual({
    grain: 'month',
    reportedThrough: '2026-10-31',
    count: false,
    observations: [
      { date: '2024-02-29', value: 1 },
      { date: '2026-02-28', value: 2.5 },
      { date: '2026-12-31', value: -3 },
    ],
  });
});

test('months for which no figure is ever published go with it, where there are any', () => {
  expect(toSeries(table([], []), { ...facts, omits: [1] }).omits).toEqual([1]);
  expect(toSeries(table([], []), { ...facts, omits: [] })).not.toHaveProperty('omits');
});

test('a year’s figure is dated by the year’s last day', () => {
  const { grain, observations } = toSeries(table(['2018-01-01', '2024-01-01'], [2528, 7000.5]), {
    ...facts,
    grain: 'year',
  });
  expect([grain, observations]).toEqual([
    'year',
    [
      { date: '2018-12-31', value: 2528 },
      { date: '2024-12-31', value: 7000.5 },
    ],
  ]);
});

test('events keep their day, and count', () => {
  const { grain, count, observations } = toSeries(table(['2026-05-04'], [2]), {
    ...facts,
    grain: 'day',
    count: true,
  });
  expect([grain, count, observations]).toEqual(['day', true, [{ date: '2026-05-04', value: 2 }]]);
});

test('figures that may be revised say so', () => {
  expect(toSeries(table(['2026-01-01'], [1]), { ...facts, state: 'provisional' }).observations).toEqual([
    { date: '2026-01-31', value: 1, quality: 'provisional' },
  ]);
});

test('a period without a figure is left out, and is no zero', () => {
  expect(toSeries(table(['2026-01-01', '2026-02-01', null], [null, 0, 7]), facts).observations).toEqual([
    { date: '2026-02-28', value: 0 },
  ]);
});

test('nor is a figure beyond the range of a double one', () => {
  const months = ['2026-01-01', '2026-02-01', '2026-03-01'];
  expect(toSeries(table(months, [NaN, Infinity, 1]), facts).observations).toEqual([
    { date: '2026-03-31', value: 1 },
  ]);
});

test('a table of another shape is refused', () => {
  const words: Table = {
    columns: [{ name: 'period', type: 'VARCHAR', values: [] }],
    rowCount: 0,
    sql: 'SELECT …',
  };
  expect(() => toSeries(words, facts)).toThrow(MetricsError);
  expect(() => toSeries({ ...words, columns: table([], []).columns.slice(0, 1) }, facts)).toThrow(/"value"/);
});
