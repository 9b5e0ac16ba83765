import { expect, test } from 'vitest';
import { isWithin, limitsOf, marginOf } from '../../../packages/metrics/src/goal/limits.js';

test('a bound has one limit, a range two, and a goal without a figure none', () => {
  expect(limitsOf({ bound: 'at-least', target: 5 })).toEqual({ low: 5, high: null });
  expect(limitsOf({ bound: 'at-most', target: 5 })).toEqual({ low: null, high: 5 });
  expect(limitsOf({ range: { from: 4, to: 5 }, target: null })).toEqual({ low: 4, high: 5 });
  for (const none of [{ target: 5 }, { target: null }, { bound: 'at-most', target: null }] as const)
    expect(limitsOf(none)).toBeNull();
});

test('a limit of minus zero is zero', () => {
  expect(limitsOf({ bound: 'at-least', target: -0 })).toEqual({ low: 0, high: null });
  expect(limitsOf({ bound: 'at-most', target: -0 })).toEqual({ low: null, high: 0 });
  expect(limitsOf({ range: { from: -0, to: -0 }, target: null })).toEqual({ low: 0, high: 0 });
});

test('an open side keeps every figure', () => {
  for (const figure of [-1e9, -1, 0, 1e-9]) expect(isWithin(figure, { low: null, high: 1 })).toBe(true);
  for (const figure of [1e9, 1, 0, -1e-9]) expect(isWithin(figure, { low: -1, high: null })).toBe(true);
  expect(isWithin(2, { low: null, high: 1 })).toBe(false);
  expect(isWithin(-2, { low: -1, high: null })).toBe(false);
});

test('the margin is that to the nearest limit, zero where the figure is the same as it', () => {
  expect(marginOf(5.2, { low: null, high: 5.5 })).toBe(0.3);
  expect(marginOf(5.7, { low: 4.5, high: 5.5 })).toBe(-0.2);
  expect(marginOf(4.6, { low: 4.5, high: 5.5 })).toBe(0.1);
  expect(marginOf(4.4, { low: 4.5, high: 5.5 })).toBe(-0.1);
  expect(marginOf(-3, { low: -2, high: null })).toBe(-1);
  expect(marginOf(5.5 * (1 + 1e-13), { low: null, high: 5.5 })).toBe(0);
});
