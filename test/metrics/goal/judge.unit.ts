import { describe, expect, test } from 'vitest';
import { judgeWithoutHistory } from '../../../packages/metrics/src/goal/conclusion.js';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import type { Series } from '../../../packages/metrics/src/goal/series.js';
import { forecastWords } from '../../../packages/metrics/src/goal/words-of-forecasts.js';
import { defaultThresholds } from '../../../packages/metrics/src/goal/thresholds.js';
import {
  aspirational,
  dayOf2025,
  enterprises,
  events,
  figure,
  firm,
  monthly,
  revenue,
  stock,
} from './goals.js';

/** Ten months of 2026 that add up to 5036. */
const tenMonths = monthly([480, 470, 500, 505, 510, 515, 500, 505, 520, 531]);

describe('METHODS §4, rule by rule', () => {
  const exactly = (goal: JudgedGoal, value: number, date: string, asOf = date): string =>
    judge(goal, figure(value, date), { asOf }).status;
  /** 366 + 364 days: the 73rd of 730 is exactly one tenth. */
  const years: JudgedGoal = { ...revenue, period: { start: '2025-01-01', end: '2026-12-31' }, target: 1000 };
  const half = '2025-12-31';
  const bare: JudgedGoal = { ...stock, baseline: null };

  test.each<[string, JudgedGoal, Series, string, string]>([
    ['1: before the period', revenue, tenMonths, '2025-12-31', 'no-data'],
    ['1: on its first day nothing is reported', revenue, monthly([]), '2026-01-01', 'no-data'],
    ['1: reported for earlier years only', revenue, monthly([1, 2], { year: 2025 }), '2026-06-30', 'no-data'],
    ['1: a register that ends before the period', enterprises, events('2024-12-31'), '2026-06-30', 'no-data'],
    [
      '1: a level without any figure',
      stock,
      { ...events('2025-12-31'), count: false },
      '2026-01-31',
      'no-data',
    ],
    ['1 before 2: no data and no target', { ...revenue, target: null }, monthly([]), '2026-06-30', 'no-data'],
    ['2: no target', { ...revenue, target: null }, tenMonths, '2026-10-31', 'not-assessable'],
    [
      '2: no target, even at the end',
      { ...revenue, target: null },
      figure(1, '2026-12-31'),
      '2027-01-31',
      'not-assessable',
    ],
    ['2: a level below its target without a baseline', bare, figure(99, half), half, 'not-assessable'],
    [
      '2: target equal to baseline and not met',
      { ...stock, target: 50 },
      figure(49, half),
      half,
      'not-assessable',
    ],
    [
      '2 before 4: the same at the end',
      { ...stock, target: 50 },
      figure(49, '2026-12-31'),
      '2026-12-31',
      'not-assessable',
    ],
    [
      '2: the same where less is better',
      { ...stock, target: 50, direction: 'decrease' },
      figure(51, half),
      half,
      'not-assessable',
    ],
    ['3: target equal to baseline and met', { ...stock, target: 50 }, figure(50, half), half, 'achieved'],
    ['3: a level that meets its target without a baseline', bare, figure(100, half), half, 'achieved'],
    ['3: reached exactly', years, figure(1000, '2025-01-01'), '2025-01-01', 'achieved'],
    ['3 before 5: reached on the first day', revenue, figure(6000, '2026-01-01'), '2026-01-01', 'achieved'],
    ['3: reached after the end of the data', revenue, figure(6001, '2026-12-31'), '2027-06-30', 'achieved'],
    [
      '3: less than the target where less is better',
      { ...stock, target: 20, direction: 'decrease' },
      figure(20, half),
      half,
      'achieved',
    ],
    ['3: a target of zero', { ...revenue, target: 0 }, figure(0, '2026-10-31'), '2026-10-31', 'achieved'],
    [
      '3: to be held, before the end',
      { ...stock, hold: true },
      figure(100, '2026-12-30'),
      '2026-12-31',
      'on-track',
    ],
    [
      '3: to be held, at the end',
      { ...stock, hold: true },
      figure(100, '2026-12-31'),
      '2026-12-31',
      'achieved',
    ],
    ['3: hold says nothing of a total', { ...years, hold: true }, figure(1000, half), half, 'achieved'],
    [
      '4: a period of one day',
      { ...revenue, period: { start: '2026-05-05', end: '2026-05-05' } },
      figure(1, '2026-05-05'),
      '2026-05-05',
      'missed',
    ],
    ['4: at the end', revenue, figure(5999.99, '2026-12-31'), '2026-12-31', 'missed'],
    ['4: after the end', revenue, figure(5999, '2026-12-31'), '2027-12-31', 'missed'],
    ['4: a level without a baseline at the end', bare, figure(99, '2026-12-31'), '2026-12-31', 'missed'],
    ['4: to be held, and lost', { ...stock, hold: true }, figure(99, '2026-12-31'), '2026-12-31', 'missed'],
    ['5: nothing done yet', revenue, figure(0, '2026-01-31'), '2026-02-28', 'not-assessable'],
  ])('%s', (_, goal, series, asOf, status) => {
    expect(judge(goal, series, { asOf }).status).toBe(status);
  });

  test('5: too early below one tenth of the schedule, and not on it', () => {
    expect(exactly(years, 500, dayOf2025(72))).toBe('not-assessable');
    expect(exactly(years, 500, dayOf2025(73))).toBe('on-track');
  });

  test('7: on-track from a pace of 0.95, at-risk from 0.60, both exactly on the line', () => {
    expect([475, 474.99, 300, 299.99].map((value) => exactly(years, value, half))).toEqual([
      'on-track',
      'at-risk',
      'at-risk',
      'off-track',
    ]);
  });

  test('7: the line is the same at every share of the schedule and in every unit, whatever doubles make of it', () => {
    for (let day = 74; day < 730; day += process.env.ZJ_MUTATION ? 41 : 1) {
      for (const [pace, status, below] of [
        [0.95, 'on-track', 'at-risk'],
        [0.6, 'at-risk', 'off-track'],
      ] as const) {
        for (const unit of [1e-4, 1, 1e7]) {
          // 730 × 20 parts, so that every line is a whole number of them.
          const goal = { ...years, target: 14_600 * unit };
          const line = Math.round(day * 20 * pace);
          expect(exactly(goal, line * unit, dayOf2025(day))).toBe(status);
          expect(exactly(goal, (line - 1e-6) * unit, dayOf2025(day))).toBe(below);
        }
      }
    }
  });

  test('7: nothing or less done is off-track', () => {
    expect(exactly(years, 0, half)).toBe('off-track');
    expect(exactly(years, -100, half)).toBe('off-track');
  });

  test('7: where less is better, the way down is measured from the baseline', () => {
    const down: JudgedGoal = {
      ...stock,
      baseline: { value: 100, date: '2024-12-31' },
      target: 50,
      direction: 'decrease',
    };
    expect([76.25, 76.3, 85, 85.1, 101].map((value) => exactly(down, value, half))).toEqual([
      'on-track',
      'at-risk',
      'at-risk',
      'off-track',
      'off-track',
    ]);
    expect(judge(down, figure(80, half), { asOf: half }).attainment).toBe(0.4);
  });

  test('a target on the wrong side of the baseline cannot be paced, only reached or missed', () => {
    const wrong = { ...stock, target: 40 };
    expect(exactly(wrong, 30, half)).toBe('not-assessable');
    expect(exactly(wrong, 45, half)).toBe('achieved');
    expect(exactly(wrong, 30, '2026-12-31')).toBe('missed');
    expect(exactly({ ...revenue, target: -10 }, -20, '2026-10-31')).toBe('not-assessable');
    expect(exactly({ ...stock, target: 60, direction: 'decrease' }, 70, half)).toBe('not-assessable');
  });

  test('the milestones of a plan are its schedule', () => {
    const late = { ...years, milestones: [{ date: half, value: 200 }] };
    expect(exactly(years, 190, half)).toBe('off-track');
    expect(exactly(late, 190, half)).toBe('on-track');
    expect(judge(late, figure(190, half), { asOf: half }).schedule).toMatchObject({
      kind: 'path',
      expected: 0.2,
    });
  });

  test('where a path asks for nothing yet it is too early, whatever the threshold', () => {
    const flat = { ...years, milestones: [{ date: half, value: 0 }], thresholds: { tooEarly: 0 } };
    const verdict = judge(flat, figure(5, half), { asOf: half });
    expect(verdict.status).toBe('not-assessable');
    expect(verdict.schedule).toMatchObject({ expected: 0, ratio: null });
  });
});

describe('a verdict', () => {
  test('carries the figures, the method, the thresholds and the reason, and nothing else', () => {
    expect(judgeWithoutHistory(revenue, tenMonths, { asOf: '2026-11-15' })).toEqual({
      goal: 'revenue',
      method: 'default',
      asOf: '2026-11-15',
      dataThrough: '2026-10-31',
      actual: 5036,
      before: null,
      baseline: 0,
      target: 6000,
      attainment: 5036 / 6000,
      schedule: {
        kind: 'linear',
        expected: 304 / 365,
        gap: 5036 / 6000 - 304 / 365,
        ratio: 5036 / 6000 / (304 / 365),
      },
      otherSchedules: [],
      forecast: null,
      forecasts: [],
      needed: { total: 964, months: 2, perMonth: 482 },
      status: 'on-track',
      published: null,
      stale: false,
      provisional: false,
      thresholds: defaultThresholds,
      reason: {
        zh: '截至2026年10月，完成83.9%，比时序进度快0.6个百分点，进度正常。',
        en: 'As of October 2026, 83.9% is complete, 0.6 percentage points ahead of schedule: on track.',
      },
    });
  });

  test('without data has no figure but those of the goal', () => {
    for (const asOf of ['2024-12-31', '2025-06-30']) {
      const verdict = judge(stock, asOf < '2025' ? figure(60, '2024-06-30') : figure(60, '2025-07-01'), {
        asOf,
      });
      expect(verdict).toMatchObject({
        status: 'no-data',
        dataThrough: null,
        actual: null,
        baseline: 50,
        target: 100,
        attainment: null,
        schedule: null,
        forecast: null,
      });
    }
  });

  test('never invents a baseline', () => {
    for (const value of [99, 100]) {
      const verdict = judge({ ...stock, baseline: null }, figure(value, '2025-12-31'), {
        asOf: '2025-12-31',
      });
      expect(verdict).toMatchObject({ baseline: null, attainment: null, schedule: null });
    }
  });

  test('keeps attainment beyond the target and below the baseline as it is', () => {
    const attainment = (value: number): number | null =>
      judge(stock, figure(value, '2025-12-31'), { asOf: '2025-12-31' }).attainment;
    expect([attainment(150), attainment(25)]).toEqual([2, -0.5]);
  });

  test('the thresholds of a plan take the place of the defaults one by one', () => {
    const strict = { ...revenue, thresholds: { onTrack: 1.01 } };
    const verdict = judge(strict, tenMonths, { asOf: '2026-11-15' });
    expect(verdict.status).toBe('at-risk');
    expect(verdict.thresholds).toEqual({ ...defaultThresholds, onTrack: 1.01 });
  });

  test('is frozen throughout', () => {
    const verdict = judge(enterprises, events('2026-10-31', '2026-03-03'), { asOf: '2026-11-15' });
    const parts = [
      verdict,
      verdict.reason,
      verdict.thresholds,
      verdict.schedule,
      verdict.forecast,
      verdict.forecast!.interval,
    ];
    expect(parts.map((part) => Object.isFrozen(part))).toEqual(parts.map(() => true));
  });

  test('leaves what it was given as it was', () => {
    const goal = structuredClone({
      ...enterprises,
      milestones: [
        { date: '2026-06-30', value: 1 },
        { date: '2025-06-30', value: 0 },
      ],
    });
    const series = events('2026-10-31', '2026-03-03');
    const before = structuredClone({ goal, series });
    judge(goal, series, { asOf: '2026-11-15' });
    expect({ goal, series }).toEqual(before);
    expect(Object.isFrozen(goal) || Object.isFrozen(series)).toBe(false);
  });

  test('never says minus zero', () => {
    const level: JudgedGoal = { ...stock, target: -0, baseline: { value: -0, date: '2024-12-31' } };
    for (const goal of [
      level,
      { ...level, target: 5 },
      { ...level, target: -5, direction: 'decrease' } as const,
    ]) {
      const { actual, baseline, target, attainment } = judge(goal, figure(-0, '2025-12-31'), {
        asOf: '2025-12-31',
      });
      for (const value of [actual, baseline, target, attainment]) expect(Object.is(value, -0)).toBe(false);
    }
  });
});

describe('a broken promise is refused by name', () => {
  const judged =
    (goal: Partial<JudgedGoal>, series: Partial<Series> = {}, asOf = '2026-10-31') =>
    (): unknown =>
      judge({ ...revenue, ...goal }, { ...tenMonths, ...series }, { asOf });
  const noDay = /is not a calendar day such as 2026-10-31/;

  test.each<[string, () => unknown, RegExp]>([
    ['asOf', judged({}, {}, '2026-02-29'), noDay],
    ['asOf with a time', judged({}, {}, '2026-10-31T00:00'), noDay],
    ['a start', judged({ period: { start: '2026-1-1', end: '2026-12-31' } }), noDay],
    ['an end', judged({ period: { start: '2026-01-01', end: '2026-13-31' } }), noDay],
    [
      'an order',
      judged({ period: { start: '2026-12-31', end: '2026-01-01' } }),
      /its period ends before it begins/,
    ],
    ['a baseline date', judged({ baseline: { value: 1, date: '2025' } }), noDay],
    ['a milestone date', judged({ milestones: [{ value: 1, date: '' }] }), noDay],
    ['reportedThrough', judged({}, { reportedThrough: '2026-00-31' }), noDay],
    ['an observation date', judged({}, { observations: [{ date: '2026-04-31', value: 1 }] }), noDay],
    ['a target', judged({ target: NaN }), /NaN is not a finite number/],
    [
      'a baseline',
      judged({ baseline: { value: Infinity, date: '2025-12-31' } }),
      /Infinity is not a finite number/,
    ],
    ['a milestone', judged({ milestones: [{ value: NaN, date: '2026-06-30' }] }), /not a finite number/],
    [
      'an observation',
      judged({}, { observations: [{ date: '2026-01-31', value: -Infinity }] }),
      /not a finite number/,
    ],
    ['a total that is to decrease', judged({ direction: 'decrease' }), /only a level can decrease/],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(expect.objectContaining({ name: 'MetricsError', code: 'REFUSED' }) as Error);
    expect(call).toThrow(/^Goal revenue cannot be judged: /);
    expect(call).toThrow(message);
  });
});

test('the qualifier changes no status', () => {
  for (const qualifier of [firm, aspirational]) {
    expect(judge({ ...revenue, qualifier }, tenMonths, { asOf: '2026-11-15' }).status).toBe('on-track');
  }
});

describe('what is still needed', () => {
  test('is what is missing, in all and for each month to come, of which one begun is a share', () => {
    expect(judge(revenue, figure(1000, '2026-10-15'), { asOf: '2026-10-20' }).needed).toEqual({
      total: 5000,
      months: 16 / 31 + 2,
      perMonth: 5000 / (16 / 31 + 2),
    });
    expect(judge(stock, figure(60.1, '2026-06-30'), { asOf: '2026-06-30' }).needed).toMatchObject({
      total: 39.9,
      months: 6,
    });
  });

  test('is nothing where the target is reached, the period is over, nothing is reported or no target is set', () => {
    const needs = (goal: JudgedGoal, series: Series, asOf: string) => judge(goal, series, { asOf }).needed;
    expect(needs(revenue, figure(6000, '2026-10-15'), '2026-10-20')).toBeNull();
    expect(needs(revenue, figure(5000, '2026-12-31'), '2026-12-31')).toBeNull();
    expect(needs(revenue, { ...figure(1, '2026-10-15'), reportedThrough: null }, '2026-10-20')).toBeNull();
    expect(needs({ ...revenue, target: null }, figure(5000, '2026-10-31'), '2026-10-31')).toBeNull();
  });
});

test('judgeWithoutHistory is judge without history and published methods', () => {
  const { forecast, forecasts, reason, ...rest } = judge(revenue, tenMonths, { asOf: '2026-11-15' });
  expect(forecast).toEqual({
    method: 'run-rate',
    point: 5036 / (304 / 365),
    interval: null,
    probability: null,
    backtest: null,
  });
  expect(forecasts.map(({ method }) => method)).toEqual(Object.keys(forecastWords));
  const alone = judgeWithoutHistory(revenue, tenMonths, { asOf: '2026-11-15' });
  expect(alone).toMatchObject(rest);
  expect(reason.zh.startsWith(alone.reason.zh.slice(0, -1))).toBe(true);
});
