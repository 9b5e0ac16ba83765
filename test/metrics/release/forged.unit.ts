import { copyFile, rm, writeFile } from 'node:fs/promises';
import { createMetrics, type Metrics } from '@zj/metrics';
import { nodeEngine, openWorkbench } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forge, forgeries } from './forged.js';
import { writeRelease, type Release } from './release.js';

let release: Release;
let metrics: Metrics;
beforeAll(async () => {
  release = await writeRelease();
});
afterAll(async () => {
  for (const folder of [release.folder, `${release.folder}-forged`])
    await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  metrics = createMetrics({ engine: nodeEngine() });
});
afterEach(() => metrics.close());

describe('a release does not open whose database, well named by its manifest, holds', () => {
  test.each(forgeries.map((forgery) => [forgery.what, forgery] as const))('%s', async (_, forgery) => {
    const { manifestFile } = await forge(release, forgery);
    await expect(metrics.open(manifestFile)).rejects.toMatchObject({
      code: 'DATABASE',
      message: expect.stringMatching(forgery.says) as string,
    });
    expect(() => metrics.manifest).toThrow(/No release/);
  });
});

test('the same release opens where nothing of it was changed', async () => {
  const { manifestFile } = await forge(release, { sql: 'SELECT 1' });
  await metrics.open(manifestFile);
  expect(metrics.verified).toBe(true);
});

test('an engine refuses what is no table, also where nobody names its tables', async () => {
  const engine = nodeEngine();
  const macro = await forge(release, { sql: 'CREATE MACRO sum(x) AS 1' });
  await expect(engine.open({ url: macro.databaseFile })).rejects.toMatchObject({ code: 'DATABASE' });
  const table = await forge(release, { sql: 'CREATE TABLE beside (a INTEGER)' });
  expect(await engine.open({ url: table.databaseFile })).toEqual({ verified: false });
  for (const tables of [7, [7], [{ name: 'a' }], [{ name: 'a', columns: [{ name: 'a' }] }]]) {
    const database = { url: table.databaseFile, tables: tables as unknown as [] };
    await expect(engine.open(database)).rejects.toMatchObject({ code: 'REFUSED' });
  }
  await engine.close();
});

test('rows that lie beside the database, and that an engine would add to it, are refused', async () => {
  const forged = await forge(release, { sql: 'SELECT 1' });
  // The changes that an engine writes down until it has put them into the file.
  const copy = `${forged.databaseFile}.copy`;
  await copyFile(forged.databaseFile, copy);
  const workbench = await openWorkbench();
  await workbench.execute(
    `ATTACH '${copy}' AS release; SET checkpoint_threshold = '1TB'; DELETE FROM release.patents`,
  );
  await copyFile(`${copy}.wal`, `${forged.databaseFile}.wal`);
  await workbench.close();
  await expect(metrics.open(forged.manifestFile)).rejects.toMatchObject({
    code: 'DATABASE',
    message: expect.stringMatching(/\.wal/) as string,
  });
  await writeFile(`${forged.databaseFile}.wal`, '');
  await expect(metrics.open(forged.manifestFile)).rejects.toMatchObject({ code: 'DATABASE' });
});
