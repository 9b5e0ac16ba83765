import { expect, it } from 'vitest';
import { decimalOf, printDecimal, sumTexts } from '../../../packages/metrics/src/base/decimal.js';

it('texts of decimals add up to the last digit', () => {
  expect(sumTexts(['0.10', '12345678901234567890'])).toBe('12345678901234567890.10');
  expect(sumTexts(['-0.05', '0.02', '1e-7'])).toBe('-0.0299999');
  expect(sumTexts(['1e21', '-1'])).toBe('999999999999999999999');
  expect(sumTexts(['0.5', '-0.5'])).toBe('0.0');
});

it('a decimal is printed without a power of ten', () => {
  expect(printDecimal({ digits: -50n, places: 3 })).toBe('-0.050');
  expect(printDecimal({ digits: 12n, places: -2 })).toBe('1200');
  expect(printDecimal({ digits: 0n, places: -2 })).toBe('0');
  expect(['1e-05', '1e+16', '0'].map((text) => printDecimal(decimalOf(text)))).toEqual([
    '0.00001',
    '10000000000000000',
    '0',
  ]);
});
