import { rm } from 'node:fs/promises';
import type { Database, DatabaseTable } from '@zj/metrics';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { publishedTables } from '../../../packages/metrics/src/release/tables.js';
import { countWorkers, databaseOf, openSite, type Site, type Visit } from '../engine/site.js';
import { forge, forgeries, type Forgery } from './forged.js';
import { writeRelease, type Release } from './release.js';

let release: Release;
let site: Site;
let visit: Visit;
beforeAll(async () => {
  release = await writeRelease();
  site = await openSite(`${release.folder}-forged`);
});
afterAll(async () => {
  await site.close();
  for (const folder of [release.folder, `${release.folder}-forged`])
    await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  visit = await site.visit();
});
afterEach(() => visit.page.context().close());

/** One of each kind: every one costs a start of the engine. */
const some = forgeries.filter(({ what }) =>
  /of sum|of a table$|duckdb_functions|computed|a table beside|empty schema|another type|compared|sequence|index|a type/.test(
    what,
  ),
);

function openRelease(): Promise<readonly [code: string, message: string]> {
  return visit.page.evaluate(async () => {
    const metrics = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: '/engine/' }) });
    const outcome = await metrics.open('/release/manifest.json').then(
      () => ['verified', String(metrics.verified)] as const,
      ({ code, message }: { code: string; message: string }) => [code, message] as const,
    );
    await metrics.close();
    return outcome;
  });
}

function openEngine(database: Database): Promise<readonly [code: string, message: string]> {
  return visit.page.evaluate(async (given) => {
    const engine = zj.wasmEngine({ baseUrl: '/engine/' });
    const outcome = await engine.open(given).then(
      ({ verified }) => ['verified', String(verified)] as const,
      ({ code, message }: { code: string; message: string }) => [code, message] as const,
    );
    await engine.close();
    return outcome;
  }, database);
}

test.each(some.map((forgery): [string, Forgery] => [forgery.what, forgery]))(
  'the browser opens no release whose database, well named by its manifest, holds %s',
  async (_, forgery) => {
    await forge(release, forgery);
    const [code, message] = await openRelease();
    expect(code).toBe('DATABASE');
    expect(message).toMatch(forgery.says);
    expect(await countWorkers(visit.page, 0)).toBe(0);
  },
);

test('nor where only the parts that a statement needs are fetched', async () => {
  const tables: readonly DatabaseTable[] = publishedTables(release.manifest);
  for (const { sql, says } of some.slice(0, 3)) {
    const forged = await forge(release, { sql });
    const [code, message] = await openEngine({ ...databaseOf(forged), range: true, tables });
    expect(code).toBe('DATABASE');
    expect(message).toMatch(says);
  }
  const honest = await forge(release, { sql: 'SELECT 1' });
  expect(await openEngine({ ...databaseOf(honest), range: true, tables })).toEqual(['verified', 'false']);
  expect(await openRelease()).toEqual(['verified', 'true']);
});

test('holds on one engine are held against the tables of each', async () => {
  const tables = publishedTables(release.manifest);
  const database = databaseOf(await forge(release, { sql: 'CREATE TABLE beside (a INTEGER)' }));
  const told = await visit.page.evaluate(
    async ([given, named]) => {
      const [careless, careful] = [
        zj.sharedEngine({ baseUrl: '/engine/' }),
        zj.sharedEngine({ baseUrl: '/engine/' }),
      ];
      const code = (call: Promise<unknown>): Promise<string> =>
        call.then(
          () => 'answered',
          (error: { code: string }) => error.code,
        );
      return [
        await code(careless.open(given)),
        await code(careful.open({ ...given, tables: named })),
        await code(careful.run("SELECT 'a'")),
        await code(careless.run("SELECT 'a'")),
      ];
    },
    [database, tables] as const,
  );
  expect(told).toEqual(['answered', 'DATABASE', 'CLOSED', 'answered']);
});
