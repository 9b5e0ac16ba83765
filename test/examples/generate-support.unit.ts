import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupBy, readDataset, run, type Row } from './demo.js';

// Space, service packages, loans and equity: the offers of the park to its enterprises.

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-demo-support-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

/** The largest share of a sum that one enterprise has. */
function largestShare(rows: readonly Row[], column: string): number {
  const parts = [...groupBy(rows, 'enterprise').values()].map((part) => sum(part, column));
  return Math.max(...parts) / sum(rows, column);
}

describe.each([
  [1_000, 42],
  [1_000, 9],
  [10_000, 42],
  [50_000, 4_294_967_295],
])('%i rows with seed %i', (rows, seed) => {
  let [space, packages, finance]: (readonly Row[])[] = [];
  beforeAll(async () => {
    const out = join(folder, `${rows}-${seed}`);
    expect(await run(`--rows ${rows} --seed ${seed} --out ${out}`)).toMatchObject({ code: 0 });
    const ids = ['space-supply', 'service-packages', 'science-finance'];
    [space, packages, finance] = await Promise.all(ids.map(async (id) => (await readDataset(out, id)).rows));
  });

  test('all three have rows in each of the 46 months', () => {
    for (const dataset of [space!, packages!, finance!]) {
      const months = [...groupBy(dataset, 'month').keys()];
      expect(months).toEqual([...groupBy(space!, 'month').keys()]);
      expect([months.length, months[0], months.at(-1)]).toEqual([46, '2023-01-01', '2026-10-01']);
    }
  });

  test('a space keeps its zone, kind and area, is never missing again, and is built, then free, then occupied', () => {
    const order = ['under-construction', 'available', 'occupied'];
    const spaces = [...groupBy(space!, 'space').values()];
    expect(groupBy(space!, 'space', 'zone', 'kind', 'area').size).toBe(spaces.length);
    for (const months of spaces) {
      const states = months.map(({ state }) => order.indexOf(state!));
      expect(states).toEqual(states.toSorted((a, b) => a - b));
      const from = 46 - months.length;
      expect(months.map(({ month }) => month)).toEqual([...groupBy(space!, 'month').keys()].slice(from));
    }
    expect([...groupBy(space!, 'state').keys()].sort()).toEqual(order.toSorted());
  });

  test('each kind of space is occupied somewhere in every month, so that its share has a value', () => {
    const occupied = space!.filter(({ state }) => state === 'occupied');
    expect(groupBy(occupied, 'month', 'kind').size).toBe(46 * 3);
  });

  test('a row is one package, an enterprise has two a month at most, and every month can be published', () => {
    expect(packages!.every((row) => row.packages === '1' && Number(row.days) >= 1)).toBe(true);
    const twice = [...groupBy(packages!, 'month', 'enterprise').values()].map((some) => some.length);
    expect(Math.max(...twice)).toBe(2);
    for (const month of groupBy(packages!, 'month').values()) {
      expect(month.length).toBeGreaterThanOrEqual(12);
      expect(largestShare(month, 'days')).toBeLessThan(0.85);
    }
  });

  test('loans and equity of every month can be published', () => {
    const cells = [...groupBy(finance!, 'month', 'instrument').values()];
    expect(cells).toHaveLength(46 * 2);
    for (const cell of cells) {
      expect(groupBy(cell, 'enterprise').size).toBeGreaterThanOrEqual(8);
      expect(largestShare(cell, 'amount')).toBeLessThan(0.85);
    }
  });

  test('each month some enterprises have a loan beside new equity; each keeps its industry', () => {
    for (const month of groupBy(finance!, 'month').values()) {
      const both = [...groupBy(month, 'enterprise').values()].filter((some) => some.length === 2);
      const equity = month.filter(({ instrument }) => instrument === 'equity');
      expect(both).toHaveLength(Math.ceil(equity.length / 2));
    }
    expect(groupBy(finance!, 'enterprise', 'industry').size).toBe(groupBy(finance!, 'enterprise').size);
  });
});

test('at 10,000 rows some cells are too small to publish, and others are not', async () => {
  for (const [id, by] of [
    ['service-packages', ['need']],
    ['science-finance', ['instrument', 'industry']],
  ] as const) {
    const { rows } = await readDataset(join(folder, '10000-42'), id);
    const cells = [...groupBy(rows, 'month', ...by).values()];
    const small = cells.filter((cell) => groupBy(cell, 'enterprise').size < 3).length;
    expect(small / cells.length, id).toBeGreaterThan(0.02);
    expect(small / cells.length, id).toBeLessThan(0.7);
  }
});

test('answers become quicker from year to year', async () => {
  const { rows } = await readDataset(join(folder, '50000-4294967295'), 'service-packages');
  const mean = (year: string): number => {
    const some = rows.filter(({ month }) => month!.startsWith(year));
    return sum(some, 'days') / some.length;
  };
  expect(mean('2026')).toBeLessThan(0.95 * mean('2023'));
});
