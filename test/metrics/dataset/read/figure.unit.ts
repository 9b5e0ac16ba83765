import { expect, test } from 'vitest';
import {
  decimalText,
  plainText,
  singleText,
  workbookText,
} from '../../../../packages/metrics/src/dataset/read/figure.js';

test('a number is written in digits alone, however large or small', () => {
  expect([1e-7, 1.5e21, -2.5e-10, 1e21, 0.1, -0, 12300].map(plainText)).toEqual([
    '0.0000001',
    '1500000000000000000000',
    '-0.00000000025',
    '1000000000000000000000',
    '0.1',
    '0',
    '12300',
  ]);
  for (const value of [5e-324, 1.7976931348623157e308, 123456.789e-12])
    expect(Number(plainText(value))).toBe(value);
});

test('what adding binary fractions leaves behind is not shown, as in the workbook itself', () => {
  expect([0.1 + 0.2, 0.1 * 3, 1.1 + 2.2, 0.57 * 100, 0.07 * 100, 1.005 * 1000].map(workbookText)).toEqual([
    '0.3',
    '0.3',
    '3.3',
    '57',
    '7',
    '1005',
  ]);
});

test('digits that were meant are kept, also beyond the fifteenth', () => {
  const meant = [12345678901234.56, 12345678901234.04, 9007199254740991, 1000000000000001, 1 / 3, 0, -12.5];
  expect(meant.map(workbookText)).toEqual(meant.map(String));
});

test('a single-precision number has the fewest digits that mean it', () => {
  expect([0.1, 16777216, 3.4028235e38, -1.5].map(Math.fround).map(singleText)).toEqual([
    '0.1',
    '16777216',
    `34028235${'0'.repeat(31)}`,
    '-1.5',
  ]);
});

test('a decimal has its point where it belongs', () => {
  expect(
    [
      [123456n, 2],
      [-5n, 2],
      [5n, 0],
      [5n, -3],
      [0n, 2],
      [-123456789012345678901234567890n, 10],
    ].map(([value, scale]) => decimalText(value as bigint, scale as number)),
  ).toEqual(['1234.56', '-0.05', '5', '5000', '0.00', '-12345678901234567890.1234567890']);
});
