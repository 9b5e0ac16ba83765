import { rm } from 'node:fs/promises';
import { createMetrics, type Metrics, type Query } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';
import { codeOf, rows, tableOf, visitors, visits, watch } from './own.js';

let release: Release;
let statements: string[];
let metrics: Metrics;
beforeAll(async () => {
  release = await writeRelease();
});
afterAll(() => rm(release.folder, { recursive: true }));
beforeEach(async () => {
  statements = [];
  metrics = createMetrics({ engine: watch(nodeEngine(), statements) });
  await metrics.open(release.manifestFile);
});
afterEach(() => metrics.close());

const revenue = { metrics: ['industry-revenue'], by: ['industry', 'zone'] };
const query = { metric: 'industry-revenue', by: ['month', 'industry'], during: '2026' } as const;
const cuboid = /zj:cuboid/;

test('sums computed before answer what they can, with the same figures to the bit', async () => {
  const queries: readonly Query[] = [
    query,
    { ...query, by: ['quarter'], cumulative: 'year-to-date', compare: 'year-over-year' },
    { ...query, where: [{ column: 'industry', in: ['集成电路', '人工智能'] }], by: ['zone'], share: true },
  ];
  const plain = [];
  for (const one of queries) plain.push(await metrics.query(one));
  const { cells } = await metrics.precompute(revenue);
  expect(cells).toBeGreaterThan(50);
  for (const [i, one] of queries.entries()) {
    const fast = await metrics.query(one);
    expect([plain[i]!.sql, fast.sql]).toEqual([
      expect.not.stringMatching(cuboid),
      expect.stringMatching(cuboid),
    ]);
    expect(fast.rows()).toEqual(plain[i]!.rows());
  }
});

test('what they cannot answer is asked of the rows', async () => {
  await metrics.precompute({ metrics: ['industry-revenue'], by: ['industry'] });
  expect((await metrics.query({ ...query, by: ['zone'] })).sql).not.toMatch(cuboid);
  expect((await metrics.query({ metric: 'pct-applications' })).sql).not.toMatch(cuboid);
});

test('they are dropped once, and then the rows answer again', async () => {
  const { drop } = await metrics.precompute(revenue);
  const { sql } = await metrics.query(query);
  await drop();
  expect((await metrics.query(query)).sql).not.toMatch(cuboid);
  expect(metrics.catalogue.cuboids).toEqual([]);
  await drop();
  await metrics.close();
  await drop();
  expect(statements).toContain(sql);
});

test('they go with their dataset, and with its rows', async () => {
  const add = (lines: readonly string[]) =>
    metrics.add({ contract: visits, table: tableOf(lines), metrics: [visitors] });
  const total = async () => (await metrics.query({ metric: 'visitors', by: ['zone'] })).columns[1]!.values;
  await add(rows);
  await metrics.precompute({ metrics: ['visitors'], by: ['zone'] });
  await metrics.precompute(revenue);
  expect(await total()).toEqual([17, 5]);
  await add(rows.slice(0, 3));
  expect(await total()).toEqual([10, 5]);
  expect(metrics.catalogue.cuboids?.map(({ dataset }) => dataset)).toEqual(['industry-revenue']);
  await metrics.precompute({ metrics: ['visitors'], by: ['zone'] });
  await metrics.remove('visits');
  expect(metrics.catalogue.cuboids?.map(({ dataset }) => dataset)).toEqual(['industry-revenue']);
});

test('what has no exact sums, or no name, is not computed before', async () => {
  const codes = [
    metrics.precompute({ metrics: ['industry-revenue'], by: ['zones'] }),
    metrics.precompute({ metrics: ['industri-revenue'], by: [] }),
    metrics.precompute({ metrics: ['industry-revenue', 'pct-applications'], by: [] }),
    metrics.precompute(revenue, { signal: AbortSignal.abort() }),
  ].map(codeOf);
  expect(await Promise.all(codes)).toEqual(['UNKNOWN_NAME', 'UNKNOWN_NAME', 'REFUSED', 'ABORTED']);
  expect((await metrics.query(query)).sql).not.toMatch(cuboid);
});

test('a grain is answered from the days that are there anyway, and a finer one than theirs refused', async () => {
  await metrics.add({ contract: visits, table: tableOf(rows), metrics: [visitors] });
  const monthly: Query = { metric: 'visitors', by: ['month', 'zone'] };
  const plain = await metrics.query(monthly);
  for (const grain of ['day', 'week', 'month', 'year', 'period']) {
    const { cells, drop } = await metrics.precompute({ metrics: ['visitors'], by: [grain, 'zone'] });
    const fast = await metrics.query(monthly);
    expect([cells, fast.rows()], grain).toEqual([3, plain.rows()]);
    expect(fast.sql).toMatch(cuboid);
    await drop();
  }
  const finer = metrics.precompute({ metrics: ['industry-revenue'], by: ['day'] });
  await expect(finer).rejects.toMatchObject({ code: 'REFUSED' });
  await expect(finer).rejects.toThrow(/has figures by month, and none by day/);
  const two = metrics.precompute({ metrics: ['visitors'], by: ['month', 'year'] });
  await expect(two).rejects.toThrow(/two grains/);
});

test('a column called like a grain is there for conditions', async () => {
  const columns = [
    { name: 'day', label: visits.name, type: 'DATE' },
    { name: 'year', label: visits.name, type: 'INTEGER' },
    { name: 'visitors', label: visits.name, type: 'INTEGER' },
  ] as const;
  const table = tableOf(['day,year,visitors', '2026-01-05,1,10', '2026-01-06,2,20']);
  await metrics.add({ contract: { ...visits, columns, key: ['day'] }, table, metrics: [visitors] });
  await metrics.precompute({ metrics: ['visitors'], by: ['year'] });
  const { sql, columns: given } = await metrics.query({
    metric: 'visitors',
    where: [{ column: 'year', equals: 2 }],
  });
  expect([given[0]!.values, sql]).toEqual([[20], expect.stringMatching(cuboid)]);
});
