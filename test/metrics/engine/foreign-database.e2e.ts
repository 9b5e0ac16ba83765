import { readFile } from 'node:fs/promises';
import type { Database } from '@zj/metrics';
import { describe, expect } from 'vitest';
import { parkDatasets } from '../example.js';
import { countWorkers, databaseOf } from './site.js';
import { databaseFile, send, testOnStages } from './stage.js';

const test = testOnStages();

describe.concurrent('a database that is not the published one is never opened', () => {
  test('neither one with another digest, nor a truncated one, nor garbage that no digest tells apart', async ({
    stage,
  }) => {
    const { page } = await stage.visit();
    const content = await readFile(stage.release.databaseFile);
    const named = databaseOf(stage.release);
    const flipped = Buffer.from(content);
    flipped[content.length >> 1]! ^= 1;
    const cases: readonly [Buffer, Database][] = [
      [flipped, named],
      [content.subarray(0, content.length - 4096), named],
      [content.subarray(0, 300_000), { url: named.url }],
      [content.subarray(0, content.length - 262_144), { url: named.url }],
      [Buffer.alloc(content.length, 7), { url: named.url }],
      [Buffer.alloc(0), { url: named.url }],
    ];
    // All cells of all tables.
    const whole = parkDatasets
      .map((id) => id.replace('-', '_'))
      .map((table) => `SELECT CAST(max(hash(${table})) AS VARCHAR) FROM ${table}`)
      .join(' UNION ALL ');
    for (const [body, database] of cases) {
      stage.answers.set(databaseFile, (response) => send(response, 'application/octet-stream', body));
      // A fault that no digest shows may come to light while reading.
      const { code } = await stage.open(database);
      expect(code === 'none' ? await stage.run(whole) : code).toBe('DATABASE');
      if (code !== 'none') expect(await stage.run("SELECT 'a'")).toBe('CLOSED');
      await page.evaluate(() => engine.close());
    }
    expect(await countWorkers(page, 0)).toBe(0);
    stage.answers.clear();
    expect((await stage.open(named)).code).toBe('none');
  });

  test('on a page without HTTPS the digest is checked all the same', async ({ stage }) => {
    const { page } = await stage.visit();
    await page.evaluate(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    expect((await stage.open({ ...databaseOf(stage.release), sha256: '0'.repeat(64) })).code).toBe(
      'DATABASE',
    );
    expect((await stage.open()).code).toBe('none');
  });
});
describe.concurrent('verification in the browser', () => {
  test('shows an edited figure, and that the file was edited', async ({ stage }) => {
    const { page } = await stage.visit();
    const [edited, ...others] = stage.release.verdicts.verdicts;
    const body = {
      ...stage.release.verdicts,
      verdicts: [{ ...edited, actual: edited!.actual! + 1, status: 'achieved' }, ...others],
    };
    stage.answers.set('/release/verdicts.json', (response) =>
      send(response, 'application/json', JSON.stringify(body)),
    );
    const { equal, goals, verdictsFile } = await page.evaluate(async () => {
      const metrics = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: '/engine/' }) });
      await metrics.open('/release/manifest.json');
      return metrics.verify().finally(() => metrics.close());
    });
    expect([equal, verdictsFile.equal]).toEqual([false, false]);
    expect(goals.map((goal) => goal.differences)).toEqual([['actual', 'status'], [], [], []]);
  });
});
