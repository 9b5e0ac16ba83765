import { compileQuery, isCovered, planCuboid } from '@zj/metrics/sql';
import type { Cuboid, Metric, Query } from '@zj/metrics';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patents } from '../metric/definitions.js';

const metric = (id: string, measure: Metric['measure'], more: Partial<Metric> = {}): Metric => ({
  ...patents.metric,
  id,
  measure,
  where: [],
  ...more,
});
const pct = { where: [{ column: 'route', equals: 'PCT' }] };
const { name, description, unit } = patents.metric;
const exact = [
  metric('filings', { count: 'rows' }),
  metric('pct', { count: 'rows' }, pct),
  metric('fees', { sum: 'fee' }, { scale: -2 }),
  metric('claims', { average: 'claims' }),
  metric('fee-by-claim', { average: 'fee', weight: 'claims' }),
  metric('least-fee', { minimum: 'fee' }, pct),
  metric('most-claims', { maximum: 'claims' }),
  { id: 'pct-share', name, description, unit, measure: { ratio: ['pct', 'filings'] } },
] as const satisfies readonly Metric[];
const others = [
  metric('weights', { sum: 'weight' }),
  metric('least-weight', { minimum: 'weight' }),
  metric('routes', { countDistinct: 'route' }),
  metric('middle', { median: 'claims' }),
  metric('stock', { last: 'claims' }),
];
const catalogue = { metrics: [...exact, ...others], datasets: [patents] };
const ids = exact.map(({ id }) => id);

let duckdb: Workbench;
let cuboid: Cuboid;
beforeAll(async () => {
  const { select, ...plan } = planCuboid({ metrics: ids, by: ['granted'] }, catalogue);
  cuboid = { ...plan, table: ['memory', 'main', 'patents_by_granted'] };
  duckdb = await openWorkbench();
  await duckdb.execute(`
    CREATE TABLE patents AS SELECT 'P' || i AS number, DATE '2025-01-01' + (hash(i) % 600)::INTEGER AS filed,
      ['PCT', 'domestic', 'it''s', NULL][1 + (hash(i, 'r') % 4)::INTEGER] AS route, [true, false, NULL][1 + (hash(i, 'g') % 3)::INTEGER] AS granted,
      CASE WHEN i % 7 > 0 THEN (hash(i, 'c') % 40)::INTEGER END AS claims, ((hash(i, 'f') % 900000) / 100)::DECIMAL(9,2) AS fee,
      random() AS weight
    FROM range(3000) AS rows(i);
    CREATE TABLE memory.main.patents_by_granted AS ${select}`);
});
afterAll(() => duckdb.close());

const queries: readonly Query[] = [
  { metrics: ids },
  { metrics: ids, by: ['granted', 'month'] },
  { metrics: ids, by: ['route'], totals: true, where: [{ column: 'granted', equals: true }] },
  { metrics: ids, by: ['quarter'], during: '2025-03-05/2026-02-11', fiscalStart: 2, complete: true },
  { metrics: ids, by: ['week'], cumulative: 'year-to-date', during: '2026' },
  { metrics: ids, by: ['month', 'granted'], rolling: 3, compare: 'year-over-year' },
  { metrics: ids, by: ['route', 'year'], top: { count: 2, by: 'fees' }, compare: 'previous-period' },
  { metrics: ['fees', 'pct'], by: ['route'], share: true },
  {
    metric: 'fees',
    where: [
      { column: 'granted', null: true },
      { column: 'filed', between: [null, '2025-06-30'] },
    ],
  },
  { metrics: ids, where: [{ column: 'route', equals: 'nowhere' }] },
];

describe('from a cuboid', () => {
  test.each(queries.map((query) => [JSON.stringify(query), query] as const))(
    '%s has the same answer to the bit, and does not read the rows',
    async (_, query) => {
      const { sql } = compileQuery(query, catalogue);
      const fast = compileQuery(query, { ...catalogue, cuboids: [cuboid] });
      expect(isCovered(cuboid, query, catalogue)).toBe(true);
      expect(fast.sql).toContain('FROM memory.main.patents_by_granted');
      if (query.complete !== true && query.rolling === undefined)
        expect(fast.sql).not.toMatch(/FROM patents\b/);
      expect((await duckdb.run(fast.sql)).columns).toEqual((await duckdb.run(sql)).columns);
    },
  );

  test.each<[string, Query]>([
    ['another dimension', { metric: 'fees', by: ['number'] }],
    ['a condition on another column', { metric: 'fees', where: [{ column: 'claims', equals: 3 }] }],
    ['a sum of DOUBLE', { metric: 'weights' }],
    ['a number of different values', { metric: 'routes' }],
    ['a median', { metric: 'middle' }],
    ['a stock', { metric: 'stock' }],
  ])('%s is not answered', (_, query) => {
    expect(isCovered(cuboid, query, catalogue)).toBe(false);
    const { sql } = compileQuery(query, { ...catalogue, cuboids: [cuboid] });
    expect(sql).toBe(compileQuery(query, catalogue).sql);
  });

  test('the smallest that has all it needs is read', () => {
    const small = { ...planCuboid({ metrics: ['fees'], by: [] }, catalogue), table: ['small'] };
    const read = (query: Query) => compileQuery(query, { ...catalogue, cuboids: [cuboid, small] }).sql;
    expect(read({ metric: 'fees', by: ['year'] })).toContain('FROM small');
    expect(read({ metric: 'fees', by: ['granted'] })).toContain('patents_by_granted');
  });
});

test('what does not follow from sums to the bit has no cuboid', () => {
  for (const { id } of others) {
    expect(() => planCuboid({ metrics: [id], by: [] }, catalogue)).toThrow(/computed exactly/);
  }
  expect(() => planCuboid({ metrics: ['fees'], by: ['rout'] }, catalogue)).toThrow(/Did you mean "route"/);
});
