import { describe, expect, test } from 'vitest';
import { formatPoints, formatShare, shareOfWay } from '../../../packages/metrics/src/goal/share.js';

test.each([
  [5036, 0, 6000, 5036 / 6000],
  [50, 50, 100, 0],
  [100, 50, 100, 1],
  [120, 50, 100, 1.4],
  [40, 50, 100, -0.2],
  [80, 100, 50, 0.4],
  [4.1, 3.2, 5, 0.5],
  [-0, 0, 5, 0],
])('%d on the way from %d to %d has come %d of it', (figure, from, to, share) => {
  expect(Object.is(shareOfWay(figure, from, to), share)).toBe(true);
});

test('a share too large for a double is the largest double', () => {
  expect(shareOfWay(1e15, 0, 1e-300)).toBe(Number.MAX_VALUE);
  expect(shareOfWay(-1e15, 0, 1e-300)).toBe(-Number.MAX_VALUE);
});

describe('a share as text', () => {
  test.each([
    [5036 / 6000, '83.9%'],
    [0.71, '71.0%'],
    [0, '0.0%'],
    [1, '100.0%'],
    [1.4, '140.0%'],
    [-0.2, '−20.0%'],
    [-1, '−100.0%'],
    [9.99949, '999.9%'],
    [9.9996, '1,000.0%'],
    [12.345, '1,234.5%'],
    [-12345.678, '−1,234,567.8%'],
  ])('%d is %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  test.each([
    [0.9994, '99.9%'],
    [0.9995, '99.9%'],
    [0.99999999, '99.9%'],
    [1.0000001, '100.0%'],
    [-0.99999, '−100.0%'],
  ])('never says that all is done before it is: %d is %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  test.each([
    [0.0004, '0.1%'],
    [1e-12, '0.1%'],
    [0.0006, '0.1%'],
    [-0.0001, '−0.1%'],
    [-0, '0.0%'],
  ])('never says that nothing is there while something is: %d is %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  test('stays finite', () => {
    expect(formatShare(Number.MAX_VALUE)).not.toContain('Inf');
  });
});

test('a difference of shares is told in percentage points, without its sign', () => {
  expect(formatPoints(5036 / 6000 - 304 / 365)).toBe('0.6');
  expect(formatPoints(-0.123)).toBe('12.3');
  expect(formatPoints(0.0004)).toBe('0.0');
  expect(formatPoints(-11.3456)).toBe('1,134.6');
});
