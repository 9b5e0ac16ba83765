import { rm } from 'node:fs/promises';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parkDatasets } from '../example.js';
import { writeRelease, type Release } from '../release/release.js';
import { countWorkers, databaseOf, openSite, type Site, type Visit } from './site.js';
import { equalEverywhere, needsExtension, refusedEverywhere, slow, typesKeptInside } from './statements.js';

let release: Release;
let site: Site;
let visit: Visit;

beforeAll(async () => {
  release = await writeRelease();
  site = await openSite(release.folder);
  visit = await site.visit();
});
afterAll(async () => {
  await site.close();
  await rm(release.folder, { recursive: true });
});

/** The error of a statement in the page. */
function refusal(sql: string): Promise<{ code: string; message: string }> {
  return visit.page.evaluate(
    (text) =>
      engine.run(text).then(
        (table) => ({ code: 'none', message: JSON.stringify(table) }),
        ({ code, message }: { code: string; message: string }) => ({ code, message }),
      ),
    sql,
  );
}

describe('an open engine', () => {
  beforeAll(async () => {
    await visit.page.evaluate(async (database) => {
      globalThis.engine = zj.wasmEngine({ baseUrl: '/engine' });
      await engine.open(database);
    }, databaseOf(release));
  });
  afterAll(() => visit.page.evaluate(() => engine.close()));

  test('says which version it is', async () => {
    expect(await visit.page.evaluate(() => engine.version())).toBe('v1.4.3');
  });

  test('gives what native DuckDB gives, to the bit', async () => {
    const native = nodeEngine();
    await native.open({ url: release.databaseFile });
    for (const sql of equalEverywhere) {
      expect(await visit.page.evaluate((text) => engine.run(text), sql)).toEqual(await native.run(sql));
    }
    await native.close();
  });

  test('runs one statement that reads, and refuses everything else without a request', async () => {
    const before = visit.requests.length;
    for (const sql of refusedEverywhere) {
      const { code, message } = await refusal(sql);
      expect(code, `${sql}: ${message}`).toBe('SQL');
    }
    // Would fetch an extension from another site if it could.
    for (const sql of needsExtension) expect((await refusal(sql)).code, sql).toBe('SQL');
    expect(visit.requests.slice(before)).toEqual([]);
    expect(visit.foreign).toEqual([]);
    const rows = 'SELECT CAST(count(*) AS DOUBLE) AS n FROM patents';
    const { columns } = await visit.page.evaluate((sql) => engine.run(sql), rows);
    expect(columns[0]!.values).toEqual([release.manifest.datasets[1]!.published]);
  });

  test('keeps all but four types inside, and says what to cast them to', async () => {
    for (const [sql, type, better] of typesKeptInside) {
      const { code, message } = await refusal(`SELECT ${sql} AS x`);
      expect(code, sql).toBe('RESULT_TYPE');
      expect(message).toContain(`"x" is ${type},`);
      expect(message).toContain(`CAST(… AS ${better})`);
    }
  });

  test('answers many questions at once, each with its own answer', async () => {
    const answers = await visit.page.evaluate(async () => {
      const ask = async (i: number): Promise<unknown> =>
        (await engine.run(`SELECT '${i}' AS i`)).columns[0]!.values[0];
      return Promise.all(Array.from({ length: 30 }, (_, i) => ask(i)));
    });
    expect(answers).toEqual(Array.from({ length: 30 }, (_, i) => String(i)));
  });

  test('ends a statement at its deadline, and answers the next from the database it kept', async () => {
    const before = visit.requests.filter((path) => path.endsWith('.duckdb')).length;
    const { code, late, next } = await visit.page.evaluate(async (sql) => {
      const started = performance.now();
      const error = await engine.run(sql, { deadline: 700 }).catch((reason: { code: string }) => reason);
      const took = performance.now() - started;
      const { rowCount } = await engine.run("SELECT route FROM patents WHERE route = 'PCT'");
      return { code: (error as { code: string }).code, late: took, next: rowCount };
    }, slow);
    expect(code).toBe('DEADLINE');
    expect(late).toBeGreaterThan(690);
    expect(next).toBeGreaterThan(60);
    expect(visit.requests.filter((path) => path.endsWith('.duckdb')).length).toBe(before);
    expect(await countWorkers(visit.page, 1)).toBe(1);
  });

  test('ends a statement whose caller gives up, and those that wait behind it still get their answer', async () => {
    const result = await visit.page.evaluate(async (sql) => {
      const [running, waiting] = [new AbortController(), new AbortController()];
      const codeOf = (call: Promise<unknown>): Promise<string> =>
        call.then(
          () => 'answered',
          ({ code }: { code: string }) => code,
        );
      const calls = [
        engine.run(sql, { signal: running.signal }),
        engine.run("SELECT 'a'", { signal: waiting.signal }),
        engine.run("SELECT 'b'"),
        engine.run("SELECT 'c'", { signal: AbortSignal.abort() }),
      ].map(codeOf);
      setTimeout(() => waiting.abort(), 100);
      setTimeout(() => running.abort(), 400);
      return Promise.all(calls);
    }, slow);
    expect(result).toEqual(['ABORTED', 'ABORTED', 'answered', 'ABORTED']);
  });

  test('goes on where its memory ran out', async () => {
    const started = (): number => visit.requests.filter((path) => path.endsWith('.wasm')).length;
    const before = started();
    const full = await refusal(
      "SELECT CAST(len(string_agg(repeat('x', 50000000), '')) AS DOUBLE) AS n FROM range(100)",
    );
    expect(full).toMatchObject({ code: 'SQL', message: expect.stringMatching(/memory/i) as string });
    expect(await refusal("SELECT 'a' AS a")).toMatchObject({ code: 'none' });
    expect(started()).toBe(before);
  });

  test.each([
    [
      'groups too many rows',
      'SELECT CAST(max(n) AS DOUBLE) AS n FROM (SELECT sum(range) AS n FROM range(10000000000) GROUP BY range % 99991)',
    ],
    [
      'fills the memory',
      "SELECT CAST(len(repeat('x', 1000000000) || repeat('y', 1000000000)) AS DOUBLE) AS n",
    ],
  ])('ends a statement that %s', async (_, sql) => {
    const { code, next } = await visit.page.evaluate(async (text) => {
      const error = await engine.run(text, { deadline: 400 }).catch((reason: { code: string }) => reason);
      return {
        code: (error as { code: string }).code,
        next: (await engine.run("SELECT 'a' AS a")).rowCount,
      };
    }, sql);
    expect([code, next]).toEqual(['DEADLINE', 1]);
    expect(await countWorkers(visit.page, 1)).toBe(1);
  });

  test('stays open where only a waiting call is given up', async () => {
    const before = visit.requests.filter((path) => path.endsWith('.wasm')).length;
    const codes = await visit.page.evaluate(async () => {
      const controller = new AbortController();
      const calls = [
        engine.run("SELECT 'a'"),
        engine.run("SELECT 'b'", { signal: controller.signal }).catch(String),
      ];
      controller.abort();
      await Promise.all(calls);
      return (await engine.run("SELECT 'c' AS c")).columns[0]!.values;
    });
    expect(codes).toEqual(['c']);
    expect(visit.requests.filter((path) => path.endsWith('.wasm')).length).toBe(before);
  });
});

describe('a release in the browser', () => {
  beforeEach(async () => {
    await visit.page.context().close();
    visit = await site.visit();
  });

  test('is verified: every figure equal to the bit, every row as published, no request to anyone else', async () => {
    const verification = await visit.page.evaluate(async () => {
      const metrics = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: '/engine/' }) });
      await metrics.open('/release/manifest.json');
      const result = await metrics.verify();
      await metrics.close();
      return result;
    });
    expect(verification.equal).toBe(true);
    expect(verification.goals.map(({ published, recomputed }) => [published, recomputed])).toEqual(
      release.verdicts.verdicts.map((verdict) => [verdict, verdict]),
    );
    expect(verification.verdictsFile.equal).toBe(true);
    expect(verification.rows.map(({ dataset, equal }) => [dataset, equal])).toEqual(
      parkDatasets.map((id) => [id, true]),
    );
    expect(visit.foreign).toEqual([]);
    expect(visit.complaints).toEqual([]);
    expect(await countWorkers(visit.page, 0)).toBe(0);
  });

  test('opens relative to the page, tells its progress, and says how long a first visit takes', async () => {
    const { steps, times } = await visit.page.evaluate(async () => {
      const seen: { step: string; loaded: number; total?: number }[] = [];
      const metrics = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: 'engine' }) });
      const laps = [performance.now()];
      await metrics.open('release/manifest.json', { onProgress: (progress) => seen.push(progress) });
      laps.push(performance.now());
      await metrics.query({ metric: 'industry-revenue', by: ['period', 'industry'] });
      laps.push(performance.now());
      await metrics.verify();
      laps.push(performance.now());
      await metrics.close();
      return { steps: seen, times: laps.slice(1).map((lap, i) => Math.round(lap - laps[i]!)) };
    });
    for (const step of ['engine', 'database']) {
      const loaded = steps.filter((one) => one.step === step);
      expect(loaded.map((one) => one.loaded)).toEqual(loaded.map((one) => one.loaded).sort((a, b) => a - b));
      expect(loaded.at(-1)!.loaded).toBe(loaded.at(-1)!.total);
    }
    console.log(`open ${times[0]} ms, first query ${times[1]} ms, verify ${times[2]} ms`);
  });

  test('opens again after close, and another one replaces it', async () => {
    const result = await visit.page.evaluate(async (database) => {
      const kept = zj.wasmEngine({ baseUrl: '/engine/' });
      const codeOf = (call: Promise<unknown>): Promise<string> =>
        call.then(
          () => 'answered',
          ({ code }: { code: string }) => code,
        );
      const codes = [await codeOf(kept.run("SELECT 'a'")), await codeOf(kept.open(database))];
      const running = codeOf(kept.run('SELECT CAST(count(*) AS DOUBLE) AS n FROM range(10000000000)'));
      const waiting = codeOf(kept.run("SELECT 'a'"));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await kept.close();
      codes.push(await running, await waiting, await codeOf(kept.run("SELECT 'a'")));
      codes.push(
        await codeOf(kept.open(database)),
        await codeOf(kept.open(database)),
        await codeOf(kept.run("SELECT 'a'")),
      );
      const opening = codeOf(kept.open(database));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await kept.close();
      codes.push(await opening);
      return codes;
    }, databaseOf(release));
    expect(result).toEqual([
      ...['CLOSED', 'answered', 'CLOSED', 'CLOSED', 'CLOSED'],
      ...['answered', 'answered', 'answered', 'CLOSED'],
    ]);
    expect(await countWorkers(visit.page, 0)).toBe(0);
  });
});
