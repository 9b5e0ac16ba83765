import { expect, test } from 'vitest';
import {
  decimalText,
  isCut,
  longText,
  plainText,
  singleText,
  workbookText,
  shiftedText,
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
  meant.push(...['123456789012349.9', '1234567890123498.5', '99999999999999.98'].map(Number));
  expect(meant.map(workbookText)).toEqual(meant.map(String));
});

test('a text has more digits than its double, or not', () => {
  expect(
    ['12345678901234567', '0.10000000000000000001', '-1e16', '1.00000000000000000E+22'].map(longText),
  ).toEqual([...['12345678901234567', '0.10000000000000000001', undefined, undefined]]);
  for (const value of [1 / 3, 2 ** -44, 5e-324, 987654321 / 7, Number.MAX_VALUE])
    for (const text of [String(value), value.toPrecision(17), value.toPrecision(40), value.toExponential(20)])
      expect(longText(text), text).toBeUndefined();
  for (const text of ['', 'x', '0', '0.00000000000000000', '1e400', '--1', '1.2.3', '0x10'])
    expect(longText(text), text).toBeUndefined();
});

test('a whole number of more than fifteen digits may have lost some where it ends in 0, or a double has no more', () => {
  expect([1e15, 1234567890123450, 2 ** 53, -1e18, 1e300].map(isCut)).toEqual(Array(5).fill(true));
  expect([999999999999990, 1234567890123451, 2 ** 53 - 1, 1e14 + 0.5, 0].map(isCut)).toEqual(
    Array(5).fill(false),
  );
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

test('a point is moved to the right in digits, not in doubles', () => {
  const shifted = ['0.052', '-0.0015', '0.29', '1', '0', '0.1234567890123456789', 'x'].map((text) =>
    shiftedText(text, 2),
  );
  expect(shifted).toEqual(['5.2', '-0.15', '29', '100', '0', '12.34567890123456789', 'x']);
});
