import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database, EngineEvent, Metrics } from '@zj/metrics';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';
import { countWorkers, databaseOf, openSite, type Site, type Visit } from './site.js';

declare global {
  /** The messages of the page's engine, and its releases. */
  var told: EngineEvent[];
  var metrics: Metrics;
}

let first: Release;
let second: Release;
let site: Site;
let visit: Visit;
beforeAll(async () => {
  first = await writeRelease();
  second = await writeRelease({
    patents: 'DELETE FROM patents WHERE rowid > 9',
    industry_revenue: 'UPDATE industry_revenue SET revenue = CAST(revenue / 2 AS DECIMAL(38, 2))',
  });
  await cp(second.folder, join(first.folder, 'former'), { recursive: true });
  site = await openSite(first.folder);
});
afterAll(async () => {
  await site.close();
  await Promise.all([first, second].map(({ folder }) => rm(folder, { recursive: true })));
});
beforeEach(async () => {
  visit = await site.visit();
  await visit.page.evaluate(() => {
    globalThis.engine = zj.wasmEngine({ baseUrl: '/engine/' });
    globalThis.told = [];
    engine.subscribe((event) => told.push(event));
  });
});
afterEach(() => visit.page.context().close());

const former = (): Database => ({
  ...databaseOf(second),
  url: '/release/former/park.duckdb',
  name: 'former',
});
const rows = ({ manifest }: Release): number =>
  manifest.datasets.find(({ table }) => table === 'patents')!.published;
/** Rows of tables, as the page's engine counts them. */
const count = (tables: readonly string[], database?: string): Promise<readonly unknown[]> =>
  visit.page.evaluate(
    async ({ tables, database }) => {
      const counts: unknown[] = [];
      for (const table of tables) {
        const sql = `SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${table}`;
        const { columns } = await engine.run(sql, database === undefined ? {} : { database });
        counts.push(columns[0]!.values[0]);
      }
      return counts;
    },
    { tables, database },
  );
const opened = (databases: readonly Database[]): Promise<boolean> =>
  visit.page.evaluate(async (databases) => (await engine.open(databases)).verified, databases);
const attached = (database: Database): Promise<string> =>
  visit.page.evaluate(
    (database) =>
      engine.attach!(database).then(
        ({ verified }) => `verified: ${verified}`,
        (error: { code: string }) => error.code,
      ),
    database,
  );

test('several databases are open in one worker; names without a place mean the one that is asked for', async () => {
  expect(await opened([databaseOf(first), former()])).toBe(true);
  expect(await count(['patents', 'former.main.patents'])).toEqual([rows(first), rows(second)]);
  expect(await count(['patents', 'published.main.patents'], 'former')).toEqual([rows(second), rows(first)]);
  expect(await count(['patents'])).toEqual([rows(first)]);
  expect(await countWorkers(visit.page, 1)).toBe(1);
  expect(visit.complaints).toEqual([]);
  expect(visit.foreign).toEqual([]);
});

test('one that comes later is fetched alone, and the tables of the page stay', async () => {
  await opened([databaseOf(first)]);
  await visit.page.evaluate(async () => {
    await engine.load('own', [{ name: 'a', type: 'DOUBLE', values: [1, 2, 3] }]);
    await engine.build('few', 'SELECT * FROM patents LIMIT 5');
    told.length = 0;
  });
  expect(await attached(former())).toBe('verified: true');
  expect(await count(['patents', 'former.main.patents', 'memory.main.own', 'memory.main.few'])).toEqual([
    rows(first),
    rows(second),
    3,
    5,
  ]);
  const states = await visit.page.evaluate(() => told.map(({ state }) => state));
  expect(states.filter((state) => state !== 'starting')).toEqual(['restarted']);
  expect(await countWorkers(visit.page, 1)).toBe(1);
  expect(visit.requests.filter((path) => path.endsWith('.duckdb'))).toEqual([
    '/release/park.duckdb',
    '/release/former/park.duckdb',
  ]);
  await visit.page.evaluate(() => engine.detach!('former'));
  expect(await count(['patents', 'memory.main.own'])).toEqual([rows(first), 3]);
  expect(
    await visit.page.evaluate(() =>
      engine.run('FROM former.main.patents').catch((error: { code: string }) => error.code),
    ),
  ).toBe('SQL');
});

test('one that is broken changes nothing', async () => {
  await opened([databaseOf(first)]);
  expect(await attached({ ...former(), url: '/release/none.duckdb' })).toBe('DATABASE');
  expect(await attached({ ...former(), sha256: '0'.repeat(64) })).toBe('DATABASE');
  expect(await attached({ ...former(), tables: [] })).toBe('DATABASE');
  expect(await count(['patents'])).toEqual([rows(first)]);
  expect(await countWorkers(visit.page, 1)).toBe(1);
  expect(await visit.page.evaluate(() => told.at(-1)!.state)).toBe('ready');
});

test('parts of several are fetched, and of nothing else', async () => {
  const parts = ({ url, name }: Database): Database => ({ url, range: true, ...(name && { name }) });
  expect(await opened([parts(databaseOf(first)), former()])).toBe(false);
  expect(await attached({ ...parts(former()), name: 'third' })).toBe('verified: false');
  expect(await count(['patents', 'former.main.patents', 'third.main.patents'])).toEqual([
    rows(first),
    rows(second),
    rows(second),
  ]);
});

test('releases are queried, judged and verified side by side', async () => {
  const found = await visit.page.evaluate(async () => {
    globalThis.metrics = zj.createMetrics({ engine });
    await metrics.open('/release/manifest.json');
    await metrics.attach('former', '/release/former/manifest.json');
    const former = metrics.release('former');
    const both = await metrics.query({
      metrics: ['industry-revenue', 'former.industry-revenue'],
      during: '2026',
    });
    const [row] = both.rows();
    const { goals } = metrics.plan;
    const judged = await former.judge(goals[0]!.id);
    const equal = [(await metrics.verify()).equal, (await former.verify()).equal];
    await metrics.close();
    return { row, judged, equal };
  });
  const [own, other] = Object.values(found.row as unknown as Record<string, number>) as [number, number];
  expect(other).toBeCloseTo(own / 2, 0);
  expect(found.judged).toEqual(second.verdicts.verdicts[0]);
  expect(found.equal).toEqual([true, true]);
  expect(await countWorkers(visit.page, 0)).toBe(0);
  expect(visit.complaints).toEqual([]);
});
