import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { describe, expect, test } from 'vitest';
import { alongMilestones, linearShare } from '../../../packages/metrics/src/goal/schedule.js';
import type { Way } from '../../../packages/metrics/src/goal/schedule.js';
import { samePeriodShare } from '../../../packages/metrics/src/goal/same-period.js';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import { dayOf2025, enterprises, events, monthly, revenue, stock } from './goals.js';

/** The schedule that a goal without earlier figures is judged by. */
function schedule(goal: JudgedGoal, way: Way) {
  return alongMilestones(goal, way)[0];
}

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

describe('the same-period schedule of METHODS §3 (同期进度)', () => {
  const flat = (total: number): number[] => Array<number>(12).fill(total / 12);
  /** 1 in each month of the first half-year, 3 in each of the second: 24 a year. */
  const late = [1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3];
  const share = (values: readonly number[], day: string, first = 2024): number | null => {
    const { observations } = monthly(values, { year: first });
    return samePeriodShare(observations, { grain: 'month' }, revenue.period, day);
  };

  test('is the share of an earlier year that was reached by the same day', () => {
    expect(share(late, '2026-06-30', 2025)).toBe(6 / 24);
    expect(share(late, '2026-10-31', 2025)).toBe(18 / 24);
    expect(share(late, '2026-12-31', 2025)).toBe(1);
    expect(share(late, '2027-02-28', 2025)).toBe(1);
  });

  test('is the unweighted mean of the shares of all complete earlier years', () => {
    const values = [...late.map((value) => value * 1000), ...flat(12)];
    expect(share(values, '2026-06-30')).toBe((6 / 24 + 6 / 12) / 2);
  });

  test('leaves out a year with a missing month, and one that has not ended before the period', () => {
    const { observations } = monthly([...late, ...flat(12), 1, 1], { year: 2024 });
    const history = observations.filter(({ date }) => date !== '2024-03-31');
    expect(samePeriodShare(history, { grain: 'month' }, revenue.period, '2026-06-30')).toBe(0.5);
    expect(share(late.slice(1), '2026-06-30', 2025)).toBeNull();
    expect(share([], '2026-06-30')).toBeNull();
  });

  test('skips a year with a total of zero, and is absent where the mean is zero', () => {
    expect(share([...flat(0), ...flat(12)], '2026-06-30')).toBe(0.5);
    expect(share(flat(0), '2026-06-30', 2025)).toBeNull();
    expect(share([...Array<number>(11).fill(0), 5], '2026-06-30', 2025)).toBeNull();
  });

  test("compares a month's end with the same month's end, 28 or 29 February alike", () => {
    const one = [
      { date: '2024-02-29', value: 1 },
      { date: '2024-12-31', value: 1 },
    ];
    const period = { start: '2025-01-01', end: '2025-12-31' };
    const history = [{ date: '2024-01-01', value: 2 }, ...one];
    expect(samePeriodShare(history, { grain: 'day' }, period, '2025-02-27')).toBe(2 / 4);
    expect(samePeriodShare(history, { grain: 'day' }, period, '2025-02-28')).toBe(3 / 4);
    const leap = { start: '2024-01-01', end: '2024-12-31' };
    const before = [
      { date: '2023-01-01', value: 2 },
      { date: '2023-02-28', value: 1 },
      { date: '2023-12-31', value: 1 },
    ];
    expect(samePeriodShare(before, { grain: 'day' }, leap, '2024-02-28')).toBe(3 / 4);
    expect(samePeriodShare(before, { grain: 'day' }, leap, '2024-02-29')).toBe(3 / 4);
  });

  test('of events, a year counts from the month of the first one known', () => {
    const days = (first: string) => [
      { date: first, value: 1 },
      { date: '2025-07-01', value: 1 },
    ];
    expect(samePeriodShare(days('2025-01-20'), { grain: 'day' }, revenue.period, '2026-06-30')).toBe(0.5);
    expect(samePeriodShare(days('2025-02-20'), { grain: 'day' }, revenue.period, '2026-06-30')).toBeNull();
  });

  test('of a period of two years compares with those that ended before it began', () => {
    const period = { start: '2025-01-01', end: '2026-12-31' };
    const history = monthly([...flat(12), ...flat(36), ...flat(999)], { year: 2023 }).observations;
    expect(samePeriodShare(history, { grain: 'month' }, period, '2025-12-31')).toBe(0.25);
  });

  test('stands beside the schedule of a total and never decides; a level and a count since have none', () => {
    const series = monthly([...late, ...late.slice(0, 6)], { year: 2025 });
    const verdict = judge({ ...revenue, target: 24 }, series, { asOf: '2026-06-30' });
    expect(verdict.schedule).toMatchObject({ kind: 'linear', expected: 181 / 365 });
    expect(verdict.otherSchedules).toEqual([{ kind: 'same-period', expected: 0.25, gap: 0, ratio: 1 }]);
    expect(verdict.status).toBe('off-track');
    const since = judge(enterprises, events('2026-10-31', '2023-01-05', '2024-05-05', '2025-05-05'), {
      asOf: '2026-10-31',
    });
    expect(since.otherSchedules).toEqual([]);
    expect(
      judge(stock, monthly(Array<number>(24).fill(60), { year: 2024 }), { asOf: '2025-12-31' })
        .otherSchedules,
    ).toEqual([]);
  });

  test('a goal with milestones is judged by them, and the straight line stands beside', () => {
    const path = { ...revenue, milestones: [{ date: '2026-06-30', value: 3300 }] };
    const { schedule, otherSchedules } = judge(path, monthly(Array<number>(6).fill(500)), {
      asOf: '2026-06-30',
    });
    expect([schedule!.kind, ...otherSchedules.map(({ kind }) => kind)]).toEqual(['path', 'linear']);
    expect(schedule!.expected).toBe(0.55);
  });
});

test('the linear share of a period counts both its ends', () => {
  const period = { start: '2025-01-01', end: '2026-12-31' };
  expect([1, 365, 730, 731].map((day) => linearShare(period, dayOf2025(day)))).toEqual([1 / 730, 0.5, 1, 1]);
  expect(linearShare(period, '2024-12-31')).toBe(0);
});
