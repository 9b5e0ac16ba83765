import { describe, expect, test } from 'vitest';
import {
  areWhole,
  endOfPeriod,
  isPeriodStart,
  namePeriod,
  partStart,
  periodStart,
  type PeriodGrain,
} from '../../../packages/metrics/src/base/period.js';
import { periodEnd } from '../../../packages/metrics/src/goal/calendar.js';
import { endOf, resolveDuring, startOf } from '../../../packages/metrics/src/query/period.js';
import { random } from '../goal/random.js';

const grains: readonly PeriodGrain[] = ['month', 'quarter', 'half-year', 'year'];

describe('the period of a day', () => {
  test.each([
    ['2026-08-31', 'month', 1, '2026-08-01', '2026-08-31', '2026-08'],
    ['2026-08-31', 'quarter', 1, '2026-07-01', '2026-09-30', '2026-Q3'],
    ['2026-01-01', 'quarter', 1, '2026-01-01', '2026-03-31', '2026-Q1'],
    ['2026-12-31', 'quarter', 1, '2026-10-01', '2026-12-31', '2026-Q4'],
    ['2026-06-30', 'half-year', 1, '2026-01-01', '2026-06-30', '2026-H1'],
    ['2026-07-01', 'half-year', 1, '2026-07-01', '2026-12-31', '2026-H2'],
    ['2026-02-28', 'year', 1, '2026-01-01', '2026-12-31', '2026'],
    ['2026-03-31', 'quarter', 4, '2026-01-01', '2026-03-31', '2025-Q4'],
    ['2026-04-01', 'quarter', 4, '2026-04-01', '2026-06-30', '2026-Q1'],
    ['2026-03-31', 'half-year', 4, '2025-10-01', '2026-03-31', '2025-H2'],
    ['2026-03-31', 'year', 4, '2025-04-01', '2026-03-31', '2025'],
    ['2026-01-31', 'quarter', 2, '2025-11-01', '2026-01-31', '2025-Q4'],
    ['2024-02-10', 'quarter', 12, '2023-12-01', '2024-02-29', '2023-Q1'],
    ['2026-11-30', 'year', 12, '2025-12-01', '2026-11-30', '2025'],
    ['2026-08-31', 'month', 4, '2026-08-01', '2026-08-31', '2026-08'],
  ] as const)('%s, by %s of years from month %i', (day, grain, fiscalStart, start, end, name) => {
    const periods = { grain, fiscalStart };
    expect([periodStart(day, periods), periodEnd(periods, day), namePeriod(day, periods)]).toEqual([
      start,
      end,
      name,
    ]);
    expect(endOfPeriod(start, periods)).toBe(end);
    expect(isPeriodStart(start, periods)).toBe(true);
    expect(isPeriodStart(day, periods)).toBe(day === start);
  });

  test('is one of a query’s, and its name is read by `during` as it: random days', () => {
    const next = random(7);
    for (let i = 0; i < 2000; i++) {
      const day = new Date(Date.UTC(1990 + Math.floor(next() * 60), 0, 1 + Math.floor(next() * 365)));
      const text = day.toISOString().slice(0, 10);
      const grain = grains[Math.floor(next() * 4)]!;
      const fiscalStart = 1 + Math.floor(next() * 12);
      const start = periodStart(text, { grain, fiscalStart });
      const end = periodEnd({ grain, fiscalStart }, text);
      expect(start).toBe(startOf(text, grain, fiscalStart));
      expect(end).toBe(endOf(start, grain));
      expect(resolveDuring(namePeriod(text, { grain, fiscalStart }), fiscalStart)).toEqual({ start, end });
      const later = Math.floor(next() * 9) - 4;
      const months = later * { month: 1, quarter: 3, 'half-year': 6, year: 12 }[grain];
      expect(periodEnd({ grain, fiscalStart }, text, later)).toBe(periodEnd({ grain: 'month' }, end, months));
    }
  });

  test('so many later is counted across years', () => {
    expect(periodEnd({ grain: 'quarter' }, '2026-11-15', 1)).toBe('2027-03-31');
    expect(periodEnd({ grain: 'half-year', fiscalStart: 4 }, '2026-04-01', -1)).toBe('2026-03-31');
    expect(periodEnd({ grain: 'year', fiscalStart: 7 }, '2026-06-30', -2)).toBe('2024-06-30');
  });
});

test('a part of a year is counted from the month that it begins with', () => {
  expect(partStart(2026, 3, { grain: 'quarter' })).toBe('2026-07-01');
  expect(partStart(2026, 4, { grain: 'quarter', fiscalStart: 4 })).toBe('2027-01-01');
  expect(partStart(2026, 2, { grain: 'half-year', fiscalStart: 9 })).toBe('2027-03-01');
  expect(partStart(2026, 1, { grain: 'year', fiscalStart: 10 })).toBe('2026-10-01');
});

test('fiscal years are made of whole calendar quarters where they begin with one, but never of calendar years', () => {
  const starts = Array.from({ length: 12 }, (_, i) => i + 1);
  const fit = (grain: PeriodGrain, fiscalStart?: number) =>
    starts.filter((start) => areWhole({ grain, fiscalStart }, start));
  expect(fit('month')).toEqual(starts);
  expect(fit('quarter')).toEqual([1, 4, 7, 10]);
  expect(fit('quarter', 12)).toEqual([3, 6, 9, 12]);
  expect(fit('half-year', 4)).toEqual([4, 10]);
  expect(fit('year')).toEqual([1]);
  expect(fit('year', 4)).toEqual([4]);
});
