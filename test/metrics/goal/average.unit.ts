import { expect, test } from 'vitest';
import { averageOf } from '../../../packages/metrics/src/goal/average.js';
import type { Observation } from '../../../packages/metrics/src/goal/series.js';

const figures = (...values: readonly number[]): readonly Observation[] =>
  values.map((value, i) => ({ date: `20${10 + i}-12-31`, value }));
const ratios = (...parts: readonly (readonly [number, number])[]): readonly Observation[] =>
  parts.map(([a, b], i) => ({ date: `20${10 + i}-12-31`, value: a / b, parts: [a, b] }));

test('the mean of figures, without the noise of dividing', () => {
  expect(averageOf(figures(5, 5.4))).toBe(5.2);
  expect(averageOf(figures(5.7, 5.1, 5.4))).toBe(5.4);
  expect(averageOf(figures(0.1, 0.2))).toBe(0.15);
  expect(averageOf(figures(-1, 1))).toBe(0);
  expect(averageOf(figures(1.7e308, 1.7e308, 1.7e308))).toBeLessThan(Infinity);
});

test('of ratios with their parts one sum by the other', () => {
  expect(averageOf(ratios([10, 100], [60, 300]))).toBe(0.175);
});

test('figures of which one has no parts are averaged as they are', () => {
  expect(averageOf([...ratios([10, 100], [60, 300]), ...figures(0.3)])).toBe(0.2);
});

test('nothing has no average, nor have parts whose divisors add up to zero', () => {
  expect(averageOf([])).toBeNull();
  expect(averageOf(ratios([1, 1], [1, -1]))).toBeNull();
  expect(averageOf(ratios([0, 0]))).toBeNull();
});
