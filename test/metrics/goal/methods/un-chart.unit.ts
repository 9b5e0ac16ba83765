import { describe, expect, test } from 'vitest';
import {
  unChartProgress,
  type UnChartInputs,
  type UnChartResult,
} from '../../../../packages/metrics/src/goal/methods/un-chart.js';

const rise: UnChartInputs = {
  baseValue: 100,
  baseYear: 2015,
  currentValue: 150,
  currentYear: 2020,
  target: 300,
  targetYear: 2030,
  direction: 'increase',
};
const with_ = (change: Partial<UnChartInputs>): UnChartResult => unChartProgress({ ...rise, ...change });
const nothing = { cagr: null, expectedTargetYearValue: null, ratio: null, score: null };

describe('METHODS §6.2 with a target: ve = y·(1 + go)^(tT − t), ratio (ve − y0)/(yT − y0)', () => {
  test('the growth goes on to the target year', () => {
    const result = with_({});
    expect(result.cagr).toBeCloseTo(1.5 ** 0.2 - 1, 14);
    expect(result.expectedTargetYearValue).toBeCloseTo(337.5, 10);
    expect(result.ratio).toBeCloseTo(237.5 / 200, 12);
    expect(result.score).toBe(3);
  });

  test('and falls where it is to fall', () => {
    const result = with_({ currentValue: 80, target: 40, direction: 'decrease' });
    expect(result.expectedTargetYearValue).toBeCloseTo(80 * 0.8 ** 2, 10);
    expect(result.ratio).toBeCloseTo((100 - 51.2) / 60, 12);
    expect(result.score).toBe(2);
    expect(with_({ currentValue: 110, target: 40, direction: 'decrease' }).score).toBe(1);
  });

  // At the target year the expected value is the current one: the ratio is the share of the way.
  test.each([
    [295, 3],
    [290, 3],
    [289.999, 2],
    [120, 2],
    [119.999, 1],
    [100, 1],
    [50, 1],
  ])('in the target year itself, %d on the way from 100 to 300 scores %i', (currentValue, score) => {
    for (const unit of [1e-4, 1, 1e4]) {
      const result = with_({
        baseValue: 100 * unit,
        target: 300 * unit,
        currentValue: currentValue * unit,
        currentYear: 2030,
      });
      expect(result.expectedTargetYearValue).toBe(currentValue * unit);
      expect(result.ratio).toBeCloseTo((currentValue - 100) / 200, 12);
      expect(result.score).toBe(score);
    }
  });

  test('the ratio alone decides, whatever the direction says', () => {
    expect(with_({ direction: 'decrease' })).toEqual(with_({}));
  });

  test('a target of 0 or below is a target', () => {
    const result = with_({ currentValue: 50, target: 0, direction: 'decrease' });
    expect(result.ratio).toBeCloseTo(1 - 0.125, 12);
    expect(with_({ currentValue: 50, target: -0 })).toEqual(with_({ currentValue: 50, target: 0 }));
    expect(with_({ currentValue: 50, target: -100 }).ratio).toBeCloseTo(0.4375, 12);
  });
});

describe('METHODS §6.2 without a target: d·go', () => {
  test.each([
    [102, 'increase', 3],
    [101.999, 'increase', 2],
    [100.5, 'increase', 2],
    [100.499, 'increase', 1],
    [100, 'increase', 1],
    [90, 'increase', 1],
    [98, 'decrease', 3],
    [98.001, 'decrease', 2],
    [99.5, 'decrease', 2],
    [99.501, 'decrease', 1],
    [110, 'decrease', 1],
  ] as const)('from 100 to %d in a year, to %s, scores %i', (currentValue, direction, score) => {
    for (const target of [null, undefined]) {
      const result = with_({ currentValue, direction, currentYear: 2016, target: target! });
      expect(result).toEqual({ ...nothing, cagr: result.cagr, score });
      expect(result.cagr).toBeCloseTo(currentValue / 100 - 1, 12);
    }
  });
});

describe('METHODS §6.2: null', () => {
  test.each<[string, Partial<UnChartInputs>]>([
    ['y0 = 0', { baseValue: 0 }],
    ['y0 < 0', { baseValue: -100, currentValue: -50 }],
    ['y = 0', { currentValue: 0 }],
    ['y < 0', { currentValue: -1 }],
    ['no current value', { currentValue: null }],
    ['no base', { baseValue: null }],
    ['no year between', { currentYear: 2015 }],
    ['a current year before the base', { currentYear: 2014 }],
  ])('for everything: %s', (_, change) => {
    expect(with_(change)).toEqual(nothing);
    expect(with_({ ...change, target: null })).toEqual(nothing);
  });

  test('an absent current value is none', () => {
    expect(unChartProgress({ baseValue: 100, baseYear: 2015, direction: 'increase' })).toEqual(nothing);
  });

  test('for ratio and score: yT = y0', () => {
    expect(with_({ target: 100 })).toMatchObject({ ratio: null, score: null });
  });

  test('for what a target year is needed for', () => {
    const { cagr } = with_({});
    expect(with_({ targetYear: null })).toEqual({ ...nothing, cagr });
  });

  test('for what no double holds', () => {
    expect(with_({ currentValue: 1e15, targetYear: 9999 })).toMatchObject({
      expectedTargetYearValue: null,
      score: null,
    });
  });
});
