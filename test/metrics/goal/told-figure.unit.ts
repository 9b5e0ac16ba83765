import { expect, test } from 'vitest';
import { toldBeside } from '../../../packages/metrics/src/goal/told-figure.js';

const ceiling = { low: null, high: 5.5 } as const;
const range = { low: 4.5, high: 5.25 } as const;

test('a quotient has one decimal more than its limits', () => {
  expect(toldBeside(64.7 / 12, ceiling)).toBe(5.39);
  expect(toldBeside(100 / 17, { low: 5, high: null })).toBe(5.9);
  expect(toldBeside(14.6 / 3, range)).toBe(4.867);
  expect(toldBeside(-64.7 / 12, { low: -5.5, high: null })).toBe(-5.39);
});

test('a figure of few decimals is told in full', () => {
  for (const figure of [5, 5.4, 5.3917, 12345.6789, -0.0625, 0])
    expect(toldBeside(figure, ceiling)).toBe(figure);
});

test('a figure that breaks a limit never reads as it', () => {
  expect(toldBeside(5.5004999, ceiling)).toBe(5.5005);
  expect(toldBeside(5.5000001, ceiling)).toBe(5.5000001);
  expect(toldBeside(5.500000012345, ceiling)).toBe(5.50000001);
  expect(toldBeside(4.4999999, range)).toBe(4.4999999);
  expect(toldBeside(5.2500001, range)).toBe(5.2500001);
});

test('a very small figure is no zero beside a limit of zero', () => {
  expect(toldBeside(1.23456e-7, { low: null, high: 0 })).toBe(1e-7);
  expect(toldBeside(2.5e-7, { low: 1e-7, high: null })).toBe(2.5e-7);
});

test('a figure that is the same as a limit stays so', () => {
  expect(toldBeside(5.5 + 1e-15, ceiling)).toBe(5.5 + 1e-15);
});
