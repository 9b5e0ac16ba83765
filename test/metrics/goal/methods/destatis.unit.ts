import { describe, expect, test } from 'vitest';
import {
  destatisWeather,
  type AnnualPoint,
  type DestatisInputs,
  type DestatisResult,
} from '../../../../packages/metrics/src/goal/methods/destatis.js';

/** One figure a year, the last in 2020. */
const until2020 = (...values: readonly number[]): readonly AnnualPoint[] =>
  values.map((value, i) => [2021 - values.length + i, value]);
const weather = (values: readonly number[], change: Partial<DestatisInputs> = {}): DestatisResult =>
  destatisWeather({ series: until2020(...values), target: 100, targetYear: 2030, ...change });
const notCalculated = { status: 'not_calculated', projected: null, averageChange: null };

describe('METHODS §6.3: the mean of the last five annual changes, from six points', () => {
  test('is projected linearly to the target year', () => {
    expect(weather([50, 53, 51, 58, 57, 60])).toEqual({ status: 'cloud', projected: 80, averageChange: 2 });
  });

  test('takes no point before the last six', () => {
    expect(weather([-900, 7, 50, 53, 51, 58, 57, 60])).toEqual(weather([50, 53, 51, 58, 57, 60]));
  });

  test('takes five or four points where there are no more', () => {
    expect(weather([52, 51, 58, 57, 60])).toMatchObject({ averageChange: 2, projected: 80 });
    expect(weather([54, 58, 57, 60])).toMatchObject({ averageChange: 2, projected: 80 });
  });

  test('is not calculated from three points or fewer', () => {
    for (const values of [[56, 58, 60], [58, 60], [60], []]) expect(weather(values)).toEqual(notCalculated);
  });

  test('counts only points that follow one another year by year up to the latest', () => {
    const points = (...years: readonly number[]): DestatisResult =>
      destatisWeather({ series: years.map((year) => [year, year]), target: 3000, targetYear: 2030 });
    expect(points(2015, 2016, 2017, 2018, 2020)).toEqual(notCalculated);
    expect(points(2015, 2016, 2018, 2019, 2020)).toEqual(notCalculated);
    expect(points(2010, 2012, 2014, 2016, 2018, 2020)).toEqual(notCalculated);
    expect(points(2017, 2018, 2019, 2020, 2020)).toEqual(notCalculated);
    expect(points(2015, 2017, 2018, 2019, 2020)).toMatchObject({ averageChange: 1 });
    const broken: readonly AnnualPoint[] = [[2013, 900], [2015, 800], ...until2020(54, 58, 57, 60)];
    expect(destatisWeather({ series: broken, target: 100, targetYear: 2030 })).toEqual(
      weather([54, 58, 57, 60]),
    );
  });

  test('takes the years in any order and leaves them so', () => {
    const series = until2020(50, 53, 51, 58, 57, 60).toReversed();
    const before = structuredClone(series);
    expect(destatisWeather({ series, target: 100, targetYear: 2030 })).toEqual(
      weather([50, 53, 51, 58, 57, 60]),
    );
    expect(series).toEqual(before);
  });

  test('a point that is no number is none', () => {
    expect(weather([54, 56, NaN, 60])).toEqual(notCalculated);
    expect(weather([54, 58, 57, 60, NaN])).toMatchObject({ averageChange: 2 });
  });

  test('is not calculated without a target or its year', () => {
    expect(weather([1, 2, 3, 4], { target: null })).toEqual(notCalculated);
    expect(weather([1, 2, 3, 4], { targetYear: null })).toEqual(notCalculated);
  });
});

describe('METHODS §6.3: the miss as a share of |target − current|', () => {
  // From 80, 20 are missing: a change of `step` a year covers 10 × step of them.
  const rising = (step: number, unit = 1): DestatisResult =>
    weather([80 * unit - 3 * step * unit, 5 * unit, 5 * unit, 80 * unit], { target: 100 * unit });
  const falling = (step: number): DestatisResult => weather([120 + 3 * step, 5, 5, 120]);

  test.each([
    [2.5, 'sun', 'passed'],
    [2, 'sun', 'met'],
    [1.9001, 'sun', 'missed by less than 5 %'],
    [1.9, 'slightly_cloudy', 'missed by exactly 5 %'],
    [1.8999, 'slightly_cloudy', 'missed by more than 5 %'],
    [1.6001, 'slightly_cloudy', 'missed by less than 20 %'],
    [1.6, 'slightly_cloudy', 'missed by exactly 20 %'],
    [1.5999, 'cloud', 'missed by more than 20 %'],
    [0.0001, 'cloud', 'missed by far, but moving the right way'],
    [0, 'thunderstorm', 'no nearer'],
    [-0.0001, 'thunderstorm', 'left behind'],
    [-5, 'thunderstorm', 'left far behind'],
  ])('a step of %d a year is %s: the target would be %s', (step, status) => {
    expect([rising(step).status, falling(step).status]).toEqual([status, status]);
    for (const unit of [1e-4, 1e4, 1e8]) expect(rising(step, unit).status).toBe(status);
  });

  test('in the target year and after it nothing more is projected', () => {
    for (const targetYear of [2020, 2019, 2000]) {
      expect(weather([77, 5, 5, 80], { targetYear })).toEqual({
        status: 'cloud',
        projected: 80,
        averageChange: 1,
      });
      expect(weather([83, 5, 5, 80], { targetYear }).status).toBe('thunderstorm');
    }
  });
});

describe('METHODS §6.3: at or past the target it is sunny', () => {
  test.each<[string, readonly number[], Partial<DestatisInputs>, string]>([
    ['at it, rising', [94, 96, 98, 100], {}, 'sun'],
    ['at it, falling', [106, 104, 102, 100], {}, 'sun'],
    ['at it, without moving', [100, 100, 100, 100], {}, 'sun'],
    ['at it, having come back', [100, 90, 90, 100], {}, 'sun'],
    ['past it, coming from below', [95, 97, 99, 105], {}, 'sun'],
    ['past it, coming from above', [105, 103, 101, 95], {}, 'sun'],
    ['past it by a target that is to be risen to', [120, 115, 112, 110], { direction: 'increase' }, 'sun'],
    ['past it by a target that is to be fallen to', [80, 85, 88, 90], { direction: 'decrease' }, 'sun'],
    ['not past it on the side it comes from', [95, 97, 99, 105], { direction: 'decrease' }, 'thunderstorm'],
    ['not past it on the other side', [105, 103, 101, 95], { direction: 'increase' }, 'thunderstorm'],
    ['not past it if it left from it', [100, 103, 104, 105], {}, 'thunderstorm'],
    ['not past it if it left from it downwards', [100, 97, 96, 95], {}, 'thunderstorm'],
  ])('%s', (_, values, change, status) => {
    expect(weather(values, change).status).toBe(status);
  });
});
