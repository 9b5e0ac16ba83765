import { describe, expect, test } from 'vitest';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import type { Series } from '../../../packages/metrics/src/goal/series.js';
import { dayOf2025, enterprises, events, figure, stock } from './goals.js';

describe('METHODS §4, worked: 2 enterprises in the 730 days of 2025 and 2026', () => {
  const statusOn = (day: number, ...recognised: readonly string[]): string => {
    const asOf = dayOf2025(day);
    return judge(enterprises, events(asOf, ...recognised), { asOf }).status;
  };

  test('0 of 2 stays on-track to day 88 of 730, at-risk from day 89, off-track from day 271', () => {
    const changes: [number, string][] = [];
    for (let day = 1; day < 730; day++) {
      const status = statusOn(day);
      if (status !== changes.at(-1)?.[1]) changes.push([day, status]);
    }
    expect(changes).toEqual([
      [1, 'not-assessable'],
      [73, 'on-track'],
      [89, 'at-risk'],
      [271, 'off-track'],
    ]);
  });

  test('1 of 2 is at-risk from day 460 and off-track from day 630', () => {
    expect([459, 460, 629, 630].map((day) => statusOn(day, '2025-01-01'))).toEqual([
      'on-track',
      'at-risk',
      'at-risk',
      'off-track',
    ]);
  });

  test('1 of 2 at day 669 has P = .123 and is off-track', () => {
    const verdict = judge(enterprises, events('2026-10-31', '2026-03-03'), { asOf: '2026-11-15' });
    expect(verdict).toMatchObject({ status: 'off-track', actual: 1, attainment: 0.5 });
    expect(verdict.forecast).toMatchObject({ method: 'poisson-gamma', point: 1, interval: [1, 2] });
    expect(verdict.forecast!.probability).toBeCloseTo(0.123, 3);
    expect(verdict.schedule!.expected).toBe(669 / 730);
  });

  test('2 of 2 is achieved on the day of the second, 1 of 2 is missed on the last day', () => {
    expect(statusOn(100, '2025-01-01', dayOf2025(100))).toBe('achieved');
    expect(statusOn(730, '2025-01-01')).toBe('missed');
  });
});

describe('METHODS §4.6: small counts', () => {
  const on = (goal: JudgedGoal, series: Series): ReturnType<typeof judge> =>
    judge(goal, series, { asOf: series.reportedThrough! });
  const oneYear = '2025-12-31';

  test('a count of at most 12 is judged by probability, of 13 by pace', () => {
    expect(on({ ...enterprises, target: 12 }, events(oneYear)).forecast).not.toBeNull();
    expect(on({ ...enterprises, target: 13 }, events(oneYear)).forecast!.method).not.toBe('poisson-gamma');
  });

  test('a total is judged like a count since a day', () => {
    expect(on({ ...enterprises, accumulate: 'total' }, events(oneYear)).forecast).not.toBeNull();
  });

  test.each<[string, JudgedGoal, Series]>([
    ['a metric that does not count', enterprises, { ...events(oneYear, oneYear), count: false }],
    [
      'a level',
      { ...stock, target: 10, baseline: { value: 2, date: '2024-12-31' } },
      { ...figure(5, oneYear), count: true },
    ],
    [
      'a unit of tens of thousands',
      { ...enterprises, unit: { zh: '件', en: 'items', power: 4 } },
      events(oneYear, oneYear),
    ],
    ['a figure that is no whole number', enterprises, { ...figure(0.5, oneYear), count: true }],
    ['a figure below zero', enterprises, { ...figure(-1, oneYear), count: true }],
    ['a threshold of the plan', { ...enterprises, thresholds: { smallCount: 1 } }, events(oneYear, oneYear)],
  ])('%s is judged by pace', (_, goal, series) => {
    const verdict = on(goal, series);
    expect(verdict.forecast?.method).not.toBe('poisson-gamma');
    expect(verdict.schedule).not.toBeNull();
    expect(['on-track', 'at-risk', 'off-track']).toContain(verdict.status);
  });

  test('probabilities of exactly one half and one fifth are on the better side', () => {
    // P = 1 − √p: one half where a quarter of the days has gone, one fifth where 64 % have.
    const goal = { ...enterprises, target: 1, period: { start: '2025-01-01', end: dayOf2025(400) } };
    expect([100, 101, 256, 257].map((day) => on(goal, events(dayOf2025(day))).status)).toEqual([
      'on-track',
      'at-risk',
      'at-risk',
      'off-track',
    ]);
  });

  test('nothing is forecast once the end is reported, and what is reached is not foretold', () => {
    expect(on(enterprises, events('2026-12-31')).forecast).toBeNull();
    const reached = on({ ...enterprises, target: 1 }, events(oneYear, oneYear));
    expect(reached.forecast).toMatchObject({ method: 'poisson-gamma', probability: 1 });
    expect(reached.reason.zh).toMatch(/，已达成。$/);
  });
});
