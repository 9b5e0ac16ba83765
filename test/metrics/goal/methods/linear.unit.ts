import { expect, test } from 'vitest';
import { linearAttainment } from '../../../../packages/metrics/src/goal/methods/linear.js';

test.each([
  ['at the start', 50, 100, 50, 0],
  ['on the way', 50, 100, 60, 20],
  ['at the target', 50, 100, 100, 100],
  ['unclamped above 100', 50, 100, 150, 200],
  ['unclamped below 0', 50, 100, 25, -50],
  ['falling', 100, 50, 60, 80],
  ['from 0', 0, 6000, 5036, 503_600 / 6000],
  ['in decimals', 3.2, 5, 4.1, 50],
  ['in hundredths', 0, 100, 29, 29],
  ['0/0 → 0', 50, 50, 50, 0],
  ['a missing current value counts as start', 50, 100, null, 0],
  ['an absent current value counts as start', 50, 100, undefined, 0],
  ['a missing current value where the target is the start', 50, 50, null, 0],
  ['no way, but elsewhere', 50, 50, 60, null],
  ['no start', null, 100, 60, null],
  ['no target', 50, null, 60, null],
  ['more than a double holds', 0, 5e-324, 1e15, Number.MAX_VALUE],
])('METHODS §6.5: %s', (_, startValue, targetValue, currentValue, percentageCompleted) => {
  const result = linearAttainment({ startValue, targetValue, currentValue: currentValue! });
  expect(Object.is(result.percentageCompleted, percentageCompleted)).toBe(true);
});

test('METHODS §6.5: a current value need not be given', () => {
  expect(linearAttainment({ startValue: 1, targetValue: 2 })).toEqual({ percentageCompleted: 0 });
});
