import { describe, expect, test } from 'vitest';
import { cagr, growth } from '../../../../packages/metrics/src/goal/methods/growth.js';

describe('METHODS §6.1: growth g(a, b, n) = (a/b)^(1/n) − 1', () => {
  test.each([
    [121, 100, 2, 0.1],
    [133.1, 100, 3, 0.1],
    [81, 100, 2, -0.1],
    [200, 100, 10, 2 ** 0.1 - 1],
    [-121, -100, 2, 0.1],
    [0, 100, 7, -1],
    [1, 100, 5, 0.01 ** 0.2 - 1],
    [1e9, 1, 3, 999],
  ])('from %d to %d over %i years', (to, from, years, rate) => {
    expect(growth(to, from, years)).toBeCloseTo(rate, 11);
  });

  test('is exact over one year, and 0 from a figure to itself', () => {
    expect(growth(115, 100, 1)).toBe(0.15);
    expect(growth(195, 100, 1)).toBe(0.95);
    expect(growth(4.1, 4.1, 13)).toBe(0);
    expect(growth(-7, -7, 1)).toBe(0);
  });

  test('keeps its digits where it is tiny', () => {
    expect(growth(1e15 + 1, 1e15, 10)! / 1e-16).toBeCloseTo(1, 9);
  });

  test.each([
    ['a base of 0', 5, 0, 2],
    ['a base of 0 in one year', 5, 0, 1],
    ['nothing to nothing', 0, 0, 2],
    ['from below 0 to above it', 5, -5, 2],
    ['no year, up', 5, 4, 0],
    ['no year, down', 3, 4, 0],
    ['years backwards', 5, 4, -1],
    ['more than a double holds', 1e15, 5e-324, 1],
  ])('has no value for %s', (_, to, from, years) => {
    expect(growth(to, from, years)).toBeNull();
  });
});

describe('cagr', () => {
  const known = { baseValue: 100, baseYear: 2020, currentValue: 121, currentYear: 2022 };

  test('is the growth between two figures by the span of their years', () => {
    expect(cagr(known)).toBeCloseTo(0.1, 15);
    expect(cagr({ ...known, currentYear: 2021 })).toBe(0.21);
    expect(cagr({ ...known, baseYear: 2018 })).toBeCloseTo(1.21 ** 0.25 - 1, 15);
  });

  test.each(['baseValue', 'baseYear', 'currentValue', 'currentYear'])('has no value without %s', (name) => {
    expect(cagr({ ...known, [name]: null })).toBeNull();
    expect(cagr({ ...known, [name]: undefined })).toBeNull();
    expect(cagr({ ...known, [name]: NaN })).toBeNull();
    expect(cagr({ ...known, [name]: Infinity })).toBeNull();
  });

  test('has no value in the same year', () => {
    expect(cagr({ ...known, currentYear: 2020 })).toBeNull();
  });
});
