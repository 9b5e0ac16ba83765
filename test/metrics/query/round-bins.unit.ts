import { expect, test } from 'vitest';
import { periodEdges, roundEdges } from '../../../packages/metrics/src/query/round-bins.js';
import { compareNumbers } from '../../../packages/metrics/src/base/order.js';
import { throwDice } from './worlds.js';

const decimal = { most: 12, decimals: 2 };

test('edges of numbers are round decimals around all of them', () => {
  expect(roundEdges('0.07', '0.93', decimal)).toEqual([
    '0.0',
    '0.1',
    '0.2',
    '0.3',
    '0.4',
    '0.5',
    '0.6',
    '0.7',
    '0.8',
    '0.9',
    '1.0',
  ]);
  expect(roundEdges('-7', '12', { most: 12, decimals: 0 })).toEqual([
    '-8',
    '-6',
    '-4',
    '-2',
    '0',
    '2',
    '4',
    '6',
    '8',
    '10',
    '12',
    '14',
  ]);
  expect(roundEdges('1', '2', { most: 12, decimals: 0 })).toEqual(['1', '2', '3']);
  expect(roundEdges('0', '1000000', decimal)).toEqual([
    '0',
    '100000',
    '200000',
    '300000',
    '400000',
    '500000',
    '600000',
    '700000',
    '800000',
    '900000',
    '1000000',
    '1100000',
  ]);
  expect(roundEdges('5.5', '5.50', decimal)).toEqual([]);
});

test('edges stay exact beyond the digits of a double', () => {
  const edges = roundEdges(
    '99999999999999999999999999999999999990',
    '99999999999999999999999999999999999999',
    {
      most: 12,
      decimals: 0,
    },
  );
  expect(edges[1]).toBe('99999999999999999999999999999999999991');
  expect(roundEdges('1e-300', '5e-300', { most: 12, decimals: 400 })[0]).toMatch(/^0\.0{299}\d/);
  expect(roundEdges('-1.7e+308', '1.7e+308', { most: 12, decimals: 400 }).length).toBeLessThanOrEqual(13);
});

test('any two numbers are within at most twelve bins, the first and the last of which hold them', () => {
  for (let seed = 1; seed <= 2_000; seed++) {
    const { whole, chance } = throwDice(seed);
    const draw = (): string => `${chance(0.5) ? '-' : ''}${whole(0, 10 ** whole(0, 9))}.${whole(10, 99)}`;
    const [least, greatest] = [draw(), draw()].sort(compareNumbers) as [string, string];
    if (compareNumbers(least, greatest) === 0) continue;
    const edges = roundEdges(least, greatest, decimal);
    const told = `seed ${seed}: ${least} to ${greatest} in ${edges.join(' ')}`;
    expect(edges.length, told).toBeLessThanOrEqual(13);
    expect(edges.length, told).toBeGreaterThan(2);
    expect(compareNumbers(edges[0]!, least) <= 0 && compareNumbers(least, edges[1]!) < 0, told).toBe(true);
    expect(
      compareNumbers(edges.at(-2)!, greatest) <= 0 && compareNumbers(greatest, edges.at(-1)!) < 0,
      told,
    ).toBe(true);
  }
});

test('edges of days are the first days of periods', () => {
  expect(periodEdges('2026-01-01', '2026-10-01', { most: 12, grain: 'month' })).toHaveLength(11);
  expect(periodEdges('2026-03-05', '2026-03-07', { most: 12 })).toEqual([
    '2026-03-05',
    '2026-03-06',
    '2026-03-07',
    '2026-03-08',
  ]);
  const fiscal = { most: 4, grain: 'month', fiscalStart: 4 } as const;
  expect(periodEdges('2025-05-01', '2026-03-01', fiscal)).toEqual([
    '2025-04-01',
    '2025-07-01',
    '2025-10-01',
    '2026-01-01',
    '2026-04-01',
  ]);
  expect(periodEdges('1949-10-01', '2026-10-01', { most: 12 })).toEqual([
    '1940-01-01',
    '1950-01-01',
    '1960-01-01',
    '1970-01-01',
    '1980-01-01',
    '1990-01-01',
    '2000-01-01',
    '2010-01-01',
    '2020-01-01',
    '2030-01-01',
  ]);
  expect(periodEdges('0001-01-01', '9999-12-31', { most: 12 })[0]).toBe('0001-01-01');
  expect(periodEdges('9999-12-30', '9999-12-31', { most: 12 })).toEqual(['9999-12-30', '9999-12-31']);
});
