import { describe, expect, test } from 'vitest';
import {
  countPeriods,
  endOf,
  lengthOf,
  moveDay,
  placeBack,
  resolveDuring,
  startOf,
  type Grain,
} from '../../../packages/metrics/src/query/period.js';

describe('a period of a grain', () => {
  test.each<[string, Grain, number, string, string]>([
    ['2026-03-31', 'day', 1, '2026-03-31', '2026-03-31'],
    ['2026-01-01', 'week', 1, '2025-12-29', '2026-01-04'],
    ['1969-12-31', 'week', 1, '1969-12-29', '1970-01-04'],
    ['2024-02-29', 'month', 4, '2024-02-01', '2024-02-29'],
    ['2026-05-31', 'quarter', 1, '2026-04-01', '2026-06-30'],
    ['2026-01-31', 'quarter', 2, '2025-11-01', '2026-01-31'],
    ['2026-07-01', 'half-year', 1, '2026-07-01', '2026-12-31'],
    ['2026-03-31', 'half-year', 4, '2025-10-01', '2026-03-31'],
    ['2026-03-31', 'year', 4, '2025-04-01', '2026-03-31'],
  ])('%s: the %s of years from month %d is %s to %s', (day, grain, fiscalStart, start, end) => {
    expect(startOf(day, grain, fiscalStart)).toBe(start);
    expect(endOf(start, grain)).toBe(end);
  });

  test('stays within the years 0001 to 9999', () => {
    expect(endOf('9999-01-01', 'year')).toBe('9999-12-31');
    expect(moveDay('0001-01-15', { months: -1, days: 0 })).toBe('0001-01-01');
  });
});

describe('what during names', () => {
  test.each([
    ['2026', 1, '2026-01-01', '2026-12-31'],
    ['2026', 4, '2026-04-01', '2027-03-31'],
    ['2026-H2', 1, '2026-07-01', '2026-12-31'],
    ['2026-H2', 10, '2027-04-01', '2027-09-30'],
    ['2026-Q3', 1, '2026-07-01', '2026-09-30'],
    ['2026-Q3', 4, '2026-10-01', '2026-12-31'],
    ['2024-02', 4, '2024-02-01', '2024-02-29'],
    ['2026-07-01', 1, '2026-07-01', '2026-07-01'],
    ['2025-07/2026-06', 1, '2025-07-01', '2026-06-30'],
    ['2025-Q4/2026-02-03', 1, '2025-10-01', '2026-02-03'],
  ])('%s, with years from month %d', (text, fiscalStart, start, end) => {
    expect(resolveDuring(text, fiscalStart)).toEqual({ start, end });
  });

  test.each([
    '',
    '26',
    '2026-',
    '2026-13',
    '2026-H3',
    '2026-Q0',
    '2026-02-30',
    '0000',
    '2026/2025',
    '2024/2025/2026',
    '2026-1',
    ' 2026',
  ])('%j is nothing', (text) => expect(resolveDuring(text)).toBeUndefined());

  test('a period is itself, but nothing where it ends before it starts', () => {
    const one = { start: '2026-01-31', end: '2026-01-31' };
    expect(resolveDuring(one)).toEqual(one);
    expect(resolveDuring({ start: '2026-02-01', end: '2026-01-31' })).toBeUndefined();
  });

  test('the last complete periods are those that end on or before a day', () => {
    const last = (grain: Grain, asOf: string, fiscalStart?: number) =>
      resolveDuring({ last: 2, grain, asOf }, fiscalStart);
    expect(last('quarter', '2026-10-31')).toEqual({ start: '2026-04-01', end: '2026-09-30' });
    expect(last('month', '2026-10-31')).toEqual({ start: '2026-09-01', end: '2026-10-31' });
    expect(last('month', '2026-10-30')).toEqual({ start: '2026-08-01', end: '2026-09-30' });
    expect(last('year', '2026-03-31', 4)).toEqual({ start: '2024-04-01', end: '2026-03-31' });
    expect(last('week', '2026-01-04')).toEqual({ start: '2025-12-22', end: '2026-01-04' });
  });
});

test.each<[Grain, number, number]>([
  ['day', 1, 366],
  ['week', 1, 53],
  ['month', 1, 13],
  ['quarter', 1, 5],
  ['quarter', 2, 5],
  ['half-year', 1, 3],
  ['year', 1, 2],
  ['year', 4, 2],
  ['year', 3, 1],
])('a year and a day by %s, with years from month %d, are %d periods', (grain, fiscalStart, count) => {
  const period =
    fiscalStart === 3
      ? { start: '2026-03-01', end: '2027-02-28' }
      : { start: '2025-12-31', end: '2026-12-31' };
  expect(countPeriods(period, grain, fiscalStart)).toBe(count);
});

test('a period is as long as its months where they are whole, else as its days', () => {
  expect(lengthOf({ start: '2025-11-01', end: '2026-02-28' })).toEqual({ months: 4, days: 0 });
  expect(lengthOf({ start: '2026-02-01', end: '2026-02-27' })).toEqual({ months: 0, days: 27 });
});

test.each([
  // The end of a month stays one where the stretch begins with a month,
  ['2026-04-01', '2026-04-30', 1, '2026-03-01', '2026-03-31'],
  ['2025-01-01', '2025-02-28', 12, '2024-01-01', '2024-02-29'],
  ['2024-02-01', '2024-02-29', 12, '2023-02-01', '2023-02-28'],
  // else it is the same day.
  ['2026-04-15', '2026-04-30', 1, '2026-03-15', '2026-03-30'],
  ['2026-02-28', '2026-02-28', 1, '2026-01-28', '2026-01-28'],
  // An end on a day that the other month lacks is its last, a start the day after it.
  ['2026-03-01', '2026-03-30', 1, '2026-02-01', '2026-02-28'],
  ['2026-03-10', '2026-03-31', 1, '2026-02-10', '2026-02-28'],
  ['2026-03-30', '2026-04-02', 1, '2026-03-01', '2026-03-02'],
  ['2024-02-29', '2024-03-10', 12, '2023-03-01', '2023-03-10'],
  // Of 30 and 31 March nothing is left.
  ['2026-03-30', '2026-03-31', 1, '2026-03-01', '2026-02-28'],
])('%s to %s, %d months before, is %s to %s', (start, end, months, from, to) => {
  expect(placeBack({ start, end }, { months, days: 0 })).toEqual({ start: from, end: to });
});

test('a stretch by days keeps its length wherever it is placed', () => {
  const placed = placeBack({ start: '2026-03-30', end: '2026-04-02' }, { months: 0, days: 31 });
  expect(placed).toEqual({ start: '2026-02-27', end: '2026-03-02' });
});
