import { rm } from 'node:fs/promises';
import { createMetrics, tableRows, type Metric, type Metrics, type Query } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { year2026 } from '../metric/definitions.js';
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

const query: Query = { metric: 'industry-revenue', by: ['month', 'industry'], during: year2026 };

test('an answer says what was asked, how, and what its columns are', async () => {
  const result = await metrics.query(query);
  expect(result.columns.map(({ name, type, role }) => [name, type, role])).toEqual([
    ['month', 'DATE', 'time'],
    ['industry', 'VARCHAR', 'dimension'],
    ['value', 'DOUBLE', 'value'],
  ]);
  expect(result.columns[2]).toMatchObject({ metric: 'industry-revenue', unit: { zh: '元', power: 8 } });
  expect(result.query).toEqual(query);
  expect(result.rows()).toEqual(tableRows(result));
  expect([result.rowCount, result.cached]).toEqual([50, false]);
  expect(statements).toEqual([result.sql]);
});

test('the same question is answered from memory, however it is written', async () => {
  const first = await metrics.query(query);
  const again = await metrics.query({
    where: [],
    during: '2026',
    by: ['month', 'industry'],
    metric: query.metric,
  });
  expect([first.cached, again.cached]).toEqual([false, true]);
  expect(again.rows()).toEqual(first.rows());
  expect(statements.length).toBe(1);
});

test('another question is not', async () => {
  await metrics.query(query);
  const others: readonly Query[] = [
    { ...query, during: '2025' },
    { ...query, where: [{ column: 'industry', equals: '集成电路' }] },
    { ...query, by: ['month'] },
  ];
  for (const other of others) expect((await metrics.query(other)).cached).toBe(false);
});

test('questions at one time are asked of the engine once', async () => {
  const results = await Promise.all([query, query, query].map((one) => metrics.query(one)));
  expect(results.map(({ rowCount }) => rowCount)).toEqual([50, 50, 50]);
  expect(statements.length).toBe(1);
});

test('each caller gives up alone, and the last takes the work along', async () => {
  const controller = new AbortController();
  const calls = [metrics.query(query, { signal: controller.signal }), metrics.query(query)];
  controller.abort();
  expect(await Promise.all(calls.map(codeOf))).toEqual(['ABORTED', 'answered']);
  const alone = metrics.query({ ...query, by: ['industry'] }, { signal: AbortSignal.abort() });
  expect(await codeOf(alone)).toBe('ABORTED');
  expect(await codeOf(metrics.query({ ...query, by: ['industry'] }, { deadline: -1 }))).toBe('REFUSED');
  expect((await metrics.query({ ...query, by: ['industry'] })).rowCount).toBe(5);
});

test('nobody spoils the answer of the next caller', async () => {
  const first = await metrics.query(query);
  expect(() => ((first.columns[2]!.values as number[])[0] = 0)).toThrow(TypeError);
  expect(() => (first.columns as unknown[]).reverse()).toThrow(TypeError);
  (first.rows()[0] as { value: number }).value = 0;
  expect((await metrics.query(query)).rows()[0]!.value).toBeGreaterThan(0);
});

test('memory is as large as is asked for, and none with 0', async () => {
  const engine = nodeEngine();
  const forgetful = createMetrics({ engine, cacheBytes: 0 });
  await forgetful.open(release.manifestFile);
  await forgetful.query(query);
  expect((await forgetful.query(query)).cached).toBe(false);
  await forgetful.close();
  for (const cacheBytes of [-1, NaN, '1' as unknown as number])
    expect(() => createMetrics({ engine, cacheBytes })).toThrow(/"cacheBytes"/);
});

test('what is opened again is asked again', async () => {
  await metrics.query(query);
  await metrics.open(release.manifestFile);
  expect((await metrics.query(query)).cached).toBe(false);
});

test('a goal is judged on another day from the same figures, and a verification reads all of them again', async () => {
  await metrics.judge('pct-applications');
  await metrics.judge('pct-applications', { asOf: '2026-06-30' });
  expect(statements.length).toBe(1);
  const [sql] = statements;
  await metrics.verify();
  expect(statements.filter((one) => one === sql).length).toBe(2);
});

test('the release and a dataset of one’s own are asked at once', async () => {
  await metrics.add({ contract: visits, table: tableOf(rows), metrics: [visitors] });
  const { columns } = await metrics.query({
    metrics: ['visitors', 'pct-applications'],
    by: ['month'],
    during: '2026-01/2026-02',
  });
  expect(columns.map(({ name }) => name)).toEqual(['month', 'visitors', 'pct-applications']);
  expect(columns[1]!.values).toEqual([15, 7]);
});

test('what is beyond the range of a double is null, in rows, CSV and Arrow', async () => {
  const { name, description, unit } = visitors;
  const measure = { multiply: ['visitors', 1e308] };
  const vast: Metric = { id: 'vast', name, description, unit, measure };
  await metrics.add({ contract: visits, table: tableOf(rows), metrics: [visitors, vast] });
  const result = await metrics.query({ metric: 'vast', by: ['month'] });
  expect(result.columns[1]!.values).toEqual([null, null]);
  expect(result.toCsv({ header: 'name' })).toBe('month,value\r\n2026-01-01,\r\n2026-02-01,\r\n');
  expect((await result.toArrow()).getChild('value')?.toJSON()).toEqual([null, null]);
});
