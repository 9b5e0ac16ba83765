import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { sumExactly, toFinite } from '../../../packages/metrics/src/goal/sum.js';
import { random } from './random.js';

test('0.1 and 0.2 are 0.3', () => {
  expect(sumExactly([0.1, 0.2])).toBe(0.3);
});

test.each([
  [[], 0],
  [[-0], 0],
  [[5036], 5036],
  [[1.1, 2.2, 3.3], 6.6],
  [[0.3, -0.1], 0.2],
  [[1e15, 0.01, -1e15], 0.01],
  [[1e21, 1, -1e21], 1],
  [[1e-7, 2e-7], 3e-7],
  [[-0.5, -0.25], -0.75],
  [[5e-324, 1e308, -1e308], 5e-324],
  [[123456789012345.67, 0.33], 123456789012346],
])('the sum of %j is %d', (figures, sum) => {
  expect(Object.is(sumExactly(figures), sum)).toBe(true);
});

test('a sum too large for a double is the largest double', () => {
  expect(sumExactly([1e308, 1e308])).toBe(Number.MAX_VALUE);
  expect(sumExactly([-1e308, -1e308])).toBe(-Number.MAX_VALUE);
});

test('the nearest finite number has no negative zero', () => {
  expect(toFinite(Infinity)).toBe(Number.MAX_VALUE);
  expect(toFinite(-Infinity)).toBe(-Number.MAX_VALUE);
  expect(Object.is(toFinite(-0), 0)).toBe(true);
  expect(toFinite(-1.5)).toBe(-1.5);
});

test('the order of the figures changes nothing', () => {
  const next = random(1);
  const figures = Array.from({ length: 500 }, () => Math.round((next() - 0.3) * 1e11) / 1e4);
  const sum = sumExactly(figures);
  expect(sumExactly(figures.toReversed())).toBe(sum);
  expect(sumExactly(figures.toSorted((a, b) => a - b))).toBe(sum);
});

test('monthly doubles add up to the bit to what DuckDB makes of the sum of their DECIMALs', async () => {
  const next = random(2);
  const months = Array.from({ length: 2000 }, (_, i) => ({
    group: i % 200,
    // 亿元 with the digits of 万元 and its two decimals.
    value: Math.round(next() * 10 ** (6 + (i % 7))) / 1e6,
  }));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = months.map(({ group, value }) => `(${group}, ${value.toFixed(6)}::DECIMAL(18, 6))`).join();
  const reader = await connection.runAndReadAll(
    `SELECT g, CAST(sum(v) AS DOUBLE) FROM (VALUES ${rows}) AS t(g, v) GROUP BY g ORDER BY g`,
  );
  connection.closeSync();
  const sums = Array.from({ length: 200 }, (_, group) =>
    sumExactly(months.filter((month) => month.group === group).map(({ value }) => value)),
  );
  expect(sums).toEqual(reader.getRowsJS().map((row) => row[1]));
  // A plain sum would not do.
  const plain = Array.from({ length: 200 }, (_, group) =>
    months.filter((month) => month.group === group).reduce((sum, { value }) => sum + value, 0),
  );
  expect(plain).not.toEqual(sums);
});
