import { describe, expect, test } from 'vitest';
import { escapCurrentStatus, type EscapInputs } from '../../../../packages/metrics/src/goal/methods/escap.js';

const index = (
  currentValue: number | null,
  baseValue: number | null,
  target: number | null,
  rest: Partial<EscapInputs> = {},
): number | null =>
  escapCurrentStatus({ currentValue, baseValue, target, direction: 'increasing', ...rest }).index;

describe('METHODS §6.4: 10·(y − y0)/|yT − y0|', () => {
  test.each([
    ['at the base', 50, 50, 100, 0],
    ['half way', 75, 50, 100, 5],
    ['at the target', 100, 50, 100, 10],
    ['above 10', 120, 50, 100, 14],
    ['negative', 40, 50, 100, -2],
    ['from below 0', -5, -10, 10, 2.5],
    ['in decimals', 4.1, 3.2, 5, 5],
  ])('%s', (_, currentValue, baseValue, target, figure) => {
    expect(index(currentValue, baseValue, target)).toBe(figure);
  });

  test.each([
    ['at the base', 100, 100, 50, 0],
    ['half way', 75, 100, 50, 5],
    ['at the target', 50, 100, 50, 10],
    ['above 10', 40, 100, 50, 12],
    ['negative', 110, 100, 50, -2],
  ])('negated for decreasing targets: %s', (_, currentValue, baseValue, target, figure) => {
    expect(index(currentValue, baseValue, target, { direction: 'decreasing' })).toBe(figure);
  });

  test('the direction is what it is told, not what the target says', () => {
    expect(index(75, 100, 50)).toBe(-5);
    expect(index(75, 50, 100, { direction: 'decreasing' })).toBe(-5);
  });
});

describe('METHODS §6.4, parity: 10 − 10·|yT − y|/|yT − y0|', () => {
  test.each([
    ['at the base', 0.8, 0.8, 1, 0],
    ['half way', 0.9, 0.8, 1, 5],
    ['at the target', 1, 0.8, 1, 10],
    ['as far on the other side', 1.2, 0.8, 1, 0],
    ['half as far on the other side', 1.1, 0.8, 1, 5],
    ['further away', 0.6, 0.8, 1, -10],
  ])('%s', (_, currentValue, baseValue, target, figure) => {
    for (const direction of ['increasing', 'decreasing'] as const)
      expect(index(currentValue, baseValue, target, { parity: true, direction })).toBe(figure);
  });

  test('is not asked for by false', () => {
    expect(index(1.2, 0.8, 1, { parity: false })).toBe(20);
  });
});

test.each([
  ['the target is the base', 5, 50, 50],
  ['all are the same', 50, 50, 50],
  ['there is no current value', null, 50, 100],
  ['there is no base', 5, null, 100],
  ['there is no target', 5, 50, null],
  ['a figure is no number', NaN, 50, 100],
])('METHODS §6.4: null where %s', (_, currentValue, baseValue, target) => {
  expect(index(currentValue, baseValue, target)).toBeNull();
  expect(index(currentValue, baseValue, target, { parity: true })).toBeNull();
});
