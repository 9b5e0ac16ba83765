import { describe, expect, test } from 'vitest';
import { schedule } from '../../../packages/metrics/src/goal/schedule.js';
import { revenue, stock } from './goals.js';

/** The share that is due of a way from 0 to 100. */
function due(goal: Parameters<typeof schedule>[0], dataThrough: string, baseline = 0): number {
  return schedule(goal, { attainment: 0.5, baseline, target: 100, dataThrough }).expected;
}

describe('the linear schedule of METHODS §3', () => {
  test.each([
    ['2026-01-01', 1 / 365],
    ['2026-10-31', 304 / 365],
    ['2026-12-30', 364 / 365],
    ['2026-12-31', 1],
    ['2027-06-30', 1],
    ['2025-12-31', 0],
    ['2025-06-30', 0],
  ])('counts the days to %s, both ends inclusive, from 0 to 1', (day, share) => {
    expect(due(revenue, day)).toBe(share);
  });

  test.each([
    ['2024-02-28', 59 / 366],
    ['2024-02-29', 60 / 366],
    ['2024-03-01', 61 / 366],
    ['2024-12-31', 1],
  ])('has 366 days in a leap year: %s', (day, share) => {
    expect(due({ ...revenue, period: { start: '2024-01-01', end: '2024-12-31' } }, day)).toBe(share);
  });

  test('is all due on the day of a period of one day', () => {
    const oneDay = { ...revenue, period: { start: '2026-05-05', end: '2026-05-05' } };
    expect([due(oneDay, '2026-05-04'), due(oneDay, '2026-05-05')]).toEqual([0, 1]);
  });

  test("runs from the day after a level's baseline, which may lie before the period or in it", () => {
    expect(due(stock, '2025-01-01', 50)).toBe(1 / 730);
    expect(due({ ...stock, baseline: { value: 50, date: '2023-12-31' } }, '2024-12-31', 50)).toBe(366 / 1096);
    expect(due({ ...stock, baseline: { value: 50, date: '2025-06-30' } }, '2025-06-30', 50)).toBe(0);
    expect(due({ ...stock, baseline: { value: 50, date: '2025-06-30' } }, '2025-07-01', 50)).toBe(1 / 549);
  });

  test('a baseline of a total moves nothing', () => {
    expect(due({ ...revenue, baseline: { value: 0, date: '2026-06-30' } }, '2026-01-01')).toBe(1 / 365);
  });

  test('gives the gap and the ratio, and no ratio where nothing was due', () => {
    const way = { attainment: 0.5, baseline: 0, target: 100 };
    expect(schedule(revenue, { ...way, dataThrough: '2026-10-31' })).toEqual({
      kind: 'linear',
      expected: 304 / 365,
      gap: 0.5 - 304 / 365,
      ratio: 0.5 / (304 / 365),
    });
    expect(schedule(revenue, { ...way, dataThrough: '2025-12-31' })).toMatchObject({ gap: 0.5, ratio: null });
  });
});

describe('the path of METHODS §3', () => {
  const path = {
    ...revenue,
    milestones: [
      { date: '2026-04-10', value: 10 },
      { date: '2026-07-19', value: 60 },
      { date: '2026-09-27', value: 40 },
    ],
  };

  test.each([
    ['2025-12-31', 0],
    ['2026-02-19', 0.05],
    ['2026-04-10', 0.1],
    ['2026-05-30', 0.35],
    ['2026-07-19', 0.6],
    ['2026-08-23', 0.5],
    ['2026-09-27', 0.4],
    ['2026-12-31', 1],
    ['2027-01-31', 1],
  ])('joins the milestones by straight lines, also downward: %s', (day, share) => {
    expect(due(path, day)).toBeCloseTo(share, 14);
  });

  test('takes the milestones in the order of their days, and says that it is a path', () => {
    const shuffled = { ...path, milestones: path.milestones.toReversed() };
    const way = { attainment: 0, baseline: 0, target: 100, dataThrough: '2026-05-30' };
    expect(schedule(shuffled, way)).toEqual(schedule(path, way));
    expect(schedule(path, way).kind).toBe('path');
  });

  test('is measured from the baseline', () => {
    const climb = { ...stock, milestones: [{ date: '2025-12-31', value: 60 }] };
    expect(due(climb, '2025-12-31', 50)).toBeCloseTo(0.2, 14);
    expect(due(climb, '2026-12-31', 50)).toBe(1);
  });

  test('milestones outside the way are no part of it', () => {
    const outside = [
      { date: '2025-12-31', value: 70 },
      { date: '2026-12-31', value: 70 },
      { date: '2027-06-30', value: 70 },
    ];
    const way = { attainment: 0.5, baseline: 0, target: 100, dataThrough: '2026-10-31' };
    expect(schedule({ ...revenue, milestones: outside }, way)).toEqual(schedule(revenue, way));
  });
});
