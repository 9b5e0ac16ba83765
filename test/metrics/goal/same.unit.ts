import { describe, expect, test } from 'vitest';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import { roundFigure } from '../../../packages/metrics/src/goal/print.js';
import { formatPoints, formatShare, shareOfWay } from '../../../packages/metrics/src/goal/share.js';
import type { Series } from '../../../packages/metrics/src/goal/series.js';
import { formatChance } from '../../../packages/metrics/src/goal/words-of-forecasts.js';
import { isSame, reaches, settle } from '../../../packages/metrics/src/base/same.js';
import { enterprises, figure, monthly, revenue, stock } from './goals.js';

describe('METHODS §2: two figures are the same', () => {
  test.each([
    [0.1 + 0.2, 0.3, true],
    [1, 1 + 0.99e-12, true],
    [1, 1 - 0.9e-12, true],
    [1, 1 + 1.1e-12, false],
    [-1e15, -1e15 + 999, true],
    [-1e15, -1e15 + 1001, false],
    [0, 0, true],
    [0, -0, true],
    [0, 1e-300, false],
    [1e-300, 1e-300 * (1 + 1e-13), true],
    [5, -5, false],
    [Number.MAX_VALUE, -Number.MAX_VALUE, false],
  ])('%d and %d: %s', (a, b, same) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([same, same]);
    expect(reaches(Math.min(a, b), Math.max(a, b))).toBe(same);
    expect(reaches(Math.max(a, b), Math.min(a, b))).toBe(true);
  });

  test('and the first of others that is the same stands for a figure', () => {
    expect(settle(0.1 + 0.2, [null, 0, 0.3])).toBe(0.3);
    expect(settle(7, [null, 0, 0.3])).toBe(7);
    expect(settle(7, [])).toBe(7);
  });
});

/** A figure that adding binary fractions has moved: within 1e-12 of its true value. */
const noisy = (value: number): readonly number[] => [value * (1 - 9e-13), value * (1 + 9e-13)];

describe('noise decides nothing', () => {
  test('at the target: it is reached, attainment is exactly 1, and 100.0% is told', () => {
    for (const value of noisy(100)) {
      for (const direction of ['increase', 'decrease'] as const) {
        const goal = {
          ...stock,
          direction,
          baseline: { value: direction === 'increase' ? 50 : 150, date: '2024-12-31' },
        };
        const verdict = judge(goal, figure(value, '2026-12-31'), { asOf: '2026-12-31' });
        expect(verdict).toMatchObject({ status: 'achieved', attainment: 1, needed: null });
        expect(verdict.reason.zh).toContain('完成100.0%');
      }
    }
    const off = judge(stock, figure(100 * (1 - 2e-12), '2026-12-31'), { asOf: '2026-12-31' });
    expect(off.status).toBe('missed');
    expect(off.reason.zh).toContain('完成99.9%');
  });

  test('at the baseline: nothing is attained, exactly', () => {
    for (const value of noisy(50)) {
      const verdict = judge(stock, figure(value, '2025-12-31'), { asOf: '2025-12-31' });
      expect(verdict.attainment).toBe(0);
      expect(verdict.reason.zh).toContain('完成0.0%');
    }
  });

  test('between a target and the baseline that it is the same as: there is no way', () => {
    for (const value of noisy(100)) {
      const keep = { ...stock, baseline: { value, date: '2024-12-31' } };
      const below = judge(keep, figure(90, '2026-12-31'), { asOf: '2026-12-31' });
      expect(below).toMatchObject({ status: 'not-assessable', attainment: null, schedule: null });
      expect(judge(keep, figure(100, '2026-12-31'), { asOf: '2026-12-31' }).status).toBe('achieved');
    }
  });

  test('at a milestone: the pace is exactly 1', () => {
    for (const value of noisy(60.7)) {
      const goal = { ...stock, milestones: [{ date: '2025-12-31', value: 60.7 }] };
      const { schedule } = judge(goal, figure(value, '2025-12-31'), { asOf: '2025-12-31' });
      expect(schedule).toMatchObject({ kind: 'path', gap: 0, ratio: 1 });
    }
    const far = {
      ...stock,
      target: 1_000_001,
      baseline: { value: 1_000_000, date: '2024-12-31' },
      milestones: [{ date: '2025-12-31', value: 1_000_000.5 }],
    };
    const { schedule } = judge(far, figure(1_000_000.5 + 1e-9, '2025-12-31'), { asOf: '2025-12-31' });
    expect(schedule).toMatchObject({ gap: 0, ratio: 1 });
  });

  test('at a threshold: what is on the line is above it, whatever the divisions before', () => {
    for (const onTrack of noisy(0.7)) {
      // 35 of 50 of the way, on its last day but one.
      const goal = { ...stock, thresholds: { onTrack }, period: { start: '2025-01-01', end: '9999-12-31' } };
      const half = { ...goal, milestones: [{ date: '2025-12-31', value: 100 - 1e-7 }] };
      const at = (value: number): string =>
        judge(half, figure(value, '2025-12-31'), { asOf: '2025-12-31' }).status;
      expect(at(50 + 0.7 * (50 - 1e-7))).toBe('on-track');
      expect(at(50 + 0.7 * (50 - 1e-7) - 1e-9)).toBe('at-risk');
    }
  });

  test('in a forecast: a steady 100 a month foretells 100.0 % of 1200', () => {
    for (const month of [100, ...noisy(100), 100.1 - 0.1]) {
      const series: Series = {
        ...monthly(
          Array.from({ length: 46 }, () => month),
          { year: 2023 },
        ),
      };
      for (const forecast of ['auto', 'holt', 'same-period', 'holt-winters-additive'] as const) {
        const verdict = judge({ ...revenue, target: 1200 }, series, { asOf: '2026-10-31', forecast });
        expect(verdict.forecast!.point).toBe(1200);
        for (const end of verdict.forecast!.interval ?? []) expect(end).toBe(1200);
        expect(verdict.reason.zh).toContain('预计期末完成100.0%');
        expect(verdict.forecast!.probability ?? 1).toBeGreaterThan(0.8);
      }
    }
  });
});

describe('METHODS §4: what misses a threshold never reads as it', () => {
  test.each([
    [0.9496, [0.95], '94.9%'],
    [0.9496, [], '95.0%'],
    [0.9496, [0.95, 0.6], '94.9%'],
    [0.59999, [0.95, 0.6], '59.9%'],
    [0.95, [0.95], '95.0%'],
    [0.95 - 1e-14, [0.95], '95.0%'],
    [0.9504, [0.95], '95.0%'],
    [0.9494, [0.95], '94.9%'],
    [0.9494, [0.9495], '94.9%'],
    [0.9996, [], '99.9%'],
    [1 - 1e-13, [], '100.0%'],
    [0.0996, [0.1], '9.9%'],
    [-0.9496, [0.95], '−95.0%'],
  ])('%d with lines at %j is %s', (share, lines, text) => {
    expect(formatShare(share, lines)).toBe(text);
  });

  test('nor a probability as a step of the words beside it', () => {
    expect(['很大', formatChance(0.8996), formatChance(0.9)]).toEqual(['很大', '89.9%', '90.0%']);
    expect([formatChance(0.6596), formatChance(0.3299), formatChance(0.0996)]).toEqual([
      '65.9%',
      '32.9%',
      '9.9%',
    ]);
    expect([formatChance(0.4999), formatChance(0.1999)]).toEqual(['49.9%', '19.9%']);
    expect([formatChance(0.6999), formatChance(0.6999, [0.7])]).toEqual(['70.0%', '69.9%']);
  });

  test('so in the reason of a count, whose own thresholds decide', () => {
    const thresholds = { onTrackProbability: 0.12275 };
    const goal = { ...enterprises, thresholds: { ...thresholds, atRiskProbability: 0.01 } };
    const series = { ...figure(1, '2025-06-30'), count: true, reportedThrough: '2026-10-31' };
    const { reason, status, forecast } = judge(goal, series, { asOf: '2026-10-31' });
    expect([status, forecast!.probability! < 0.12275, forecast!.probability! > 0.1225]).toEqual([
      'at-risk',
      true,
      true,
    ]);
    expect(reason.zh).toContain('概率12.2%');
  });

  test('so where it is too early: 9.9% of the days, not 10.0%', () => {
    const period = { start: '2025-01-01', end: '9999-12-31' };
    const early = { ...stock, period, milestones: [{ date: '2025-12-31', value: 54.98 }] };
    const { status, reason } = judge(early, figure(51, '2025-12-31'), { asOf: '2025-12-31' });
    expect(status).toBe('not-assessable');
    expect(reason.zh).toContain('时序进度9.9%，为时尚早');
  });
});

describe('METHODS §4: all other figures are rounded to 15 significant digits first, then half away from zero', () => {
  test.each([
    [8.35, 1, 8.4],
    [-8.35, 1, -8.4],
    [8.25, 1, 8.3],
    [1.005, 2, 1.01],
    [8.35 - 1e-15, 1, 8.4],
    [8.34999999999, 1, 8.3],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [0.05, 1, 0.1],
    [-0.04, 1, 0],
    [1e15, 2, 1e15],
    [1e300, 2, 1e300],
    [1e-300, 2, 0],
    [Number.MAX_VALUE, 1, Number.MAX_VALUE],
  ])('%d to %d decimals is %d', (value, decimals, rounded) => {
    expect(Object.is(roundFigure(value, decimals), rounded)).toBe(true);
  });

  test('in shares and percentage points, whatever their sign', () => {
    expect([0.0835, -0.0835, 0.00835].map((share) => formatShare(share))).toEqual(['8.4%', '−8.4%', '0.8%']);
    expect([0.0835, -0.0835, 0.0825, 0.00005].map(formatPoints)).toEqual(['8.4', '8.4', '8.3', '0.0']);
    expect(formatShare(1.0005)).toBe('100.1%');
    expect(formatShare(shareOfWay(8.35, 0, 100))).toBe('8.4%');
  });
});
