import { describe, expect, test } from 'vitest';
import {
  countDays,
  countMonths,
  dayNumber,
  earlier,
  monthEnd,
  periodEnd,
  shiftPeriod,
  shiftYears,
  splitDay,
} from '../../../packages/metrics/src/goal/calendar.js';

describe('days', () => {
  test('follow one another by one, through 400 years, as the calendar of UTC has them', () => {
    const first = Date.UTC(1900, 0, 1);
    for (let i = 0; i < 146_097 + 366; i++) {
      const day = new Date(first + i * 86_400_000).toISOString().slice(0, 10);
      if (dayNumber(day) !== first / 86_400_000 + i) expect(day).toBe('in its place');
    }
  });

  test.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2025-02-28', '2025-03-01', 1],
    ['1900-02-28', '1900-03-01', 1],
    ['2000-02-28', '2000-03-01', 2],
    ['2025-12-31', '2026-01-01', 1],
    ['0099-12-31', '0100-01-01', 1],
    ['0004-02-28', '0004-03-01', 2],
  ])('from %s to %s it is %i', (from, to, days) => {
    expect(dayNumber(to) - dayNumber(from)).toBe(days);
  });

  test('are counted with both ends', () => {
    expect(countDays('2026-01-01', '2026-01-01')).toBe(1);
    expect(countDays('2026-01-01', '2026-12-31')).toBe(365);
    expect(countDays('2024-01-01', '2024-12-31')).toBe(366);
    expect(countDays('2025-01-01', '2026-10-31')).toBe(669);
    expect(countDays('2026-01-01', '2025-12-31')).toBe(0);
  });

  test('have an earlier one of two', () => {
    expect(earlier('2026-10-31', '2026-11-01')).toBe('2026-10-31');
    expect(earlier('2026-10-31', '2025-12-31')).toBe('2025-12-31');
  });

  test('are split into year, month and day of the month', () => {
    expect(splitDay('2026-10-05')).toEqual([2026, 10, 5]);
  });
});

describe('the last day of a month', () => {
  test.each([
    ['2026-01-01', 0, '2026-01-31'],
    ['2026-02-28', 0, '2026-02-28'],
    ['2024-02-01', 0, '2024-02-29'],
    ['1900-02-01', 0, '1900-02-28'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-31'],
    ['2026-01-15', 10, '2026-11-30'],
    ['0004-01-31', 1, '0004-02-29'],
  ])('of %s and %i months later is %s', (day, later, end) => {
    expect(monthEnd(day, later)).toBe(end);
  });
});

test.each([
  ['2026-10-31', -1, '2025-10-31'],
  ['2024-02-29', -1, '2023-02-28'],
  ['2023-02-28', 1, '2024-02-29'],
  ['2024-02-28', -1, '2023-02-28'],
  ['2024-02-28', 1, '2025-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2026-05-11', -26, '2000-05-11'],
])("%s, %i years later, is %s: a month's end stays one", (day, years, shifted) => {
  expect(shiftYears(day, years)).toBe(shifted);
});

test('a half-year and a fiscal year are moved as a whole', () => {
  expect(shiftPeriod({ start: '2024-01-01', end: '2024-06-30' }, -1)).toEqual({
    start: '2023-01-01',
    end: '2023-06-30',
  });
  expect(shiftPeriod({ start: '2024-03-01', end: '2025-02-28' }, -1)).toEqual({
    start: '2023-03-01',
    end: '2024-02-29',
  });
});

test.each([
  ['2026-10-31', '2026-12-31', 2],
  ['2025-12-31', '2026-12-31', 12],
  ['2026-10-15', '2026-12-31', 16 / 31 + 2],
  ['2026-12-15', '2026-12-31', 16 / 31],
  ['2026-12-15', '2026-12-20', 5 / 31],
  ['2024-01-31', '2024-02-29', 1],
  ['2024-02-10', '2024-04-15', 19 / 29 + 1 + 15 / 30],
  ['2026-12-31', '2026-12-31', 0],
])('from the day after %s to %s are %f months', (after, last, months) => {
  expect(countMonths(after, last)).toBeCloseTo(months, 12);
});

test('a month and a year end on their last day', () => {
  expect([
    periodEnd({ grain: 'month' }, '2026-02-03', 1),
    periodEnd({ grain: 'year' }, '2026-02-03'),
    periodEnd({ grain: 'year' }, '2026-02-03', -3),
  ]).toEqual(['2026-03-31', '2026-12-31', '2023-12-31']);
});
