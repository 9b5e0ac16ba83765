import { appendFile, copyFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Engine, MetricsError, type Progress, tableRows } from '@zj/metrics';
import { nodeEngine, openWorkbench } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';
import { equalEverywhere, refusedEverywhere, slow, typesKeptInside } from './statements.js';

let release: Release;
let engine: Engine;
beforeAll(async () => {
  release = await writeRelease();
});
afterAll(() => rm(release.folder, { recursive: true }));
beforeEach(() => {
  engine = nodeEngine();
});
afterEach(() => engine.close());

const open = (): Promise<void> => engine.open({ url: release.databaseFile });
async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'answered',
    (error: unknown) => (error instanceof MetricsError ? error.code : String(error)),
  );
}

describe('native DuckDB', () => {
  test('answers in columns of four types, with the statement', async () => {
    await open();
    const sql = `SELECT 'a' AS words, DATE '2026-10-31' AS day, CAST(1.5 AS DOUBLE) AS number, true AS truth
      UNION ALL SELECT NULL, NULL, NULL, NULL`;
    const table = await engine.run(sql);
    expect(table).toEqual({
      columns: [
        { name: 'words', type: 'VARCHAR', values: ['a', null] },
        { name: 'day', type: 'DATE', values: ['2026-10-31', null] },
        { name: 'number', type: 'DOUBLE', values: [1.5, null] },
        { name: 'truth', type: 'BOOLEAN', values: [true, null] },
      ],
      rowCount: 2,
      sql,
    });
    expect(tableRows(table)[0]).toEqual({ words: 'a', day: '2026-10-31', number: 1.5, truth: true });
    expect(await engine.version()).toMatch(/^v\d+\.\d+\.\d+$/);
  });

  test('answers all that the browser answers', async () => {
    await open();
    for (const sql of equalEverywhere) expect(await codeOf(engine.run(sql)), sql).toBe('answered');
  });

  test('runs one statement that reads, and refuses everything else', async () => {
    await open();
    for (const sql of refusedEverywhere) expect(await codeOf(engine.run(sql)), sql).toBe('SQL');
    const { columns } = await engine.run('SELECT CAST(count(*) AS DOUBLE) AS n FROM patents');
    expect(columns[0]!.values).toEqual([release.manifest.datasets[1]!.published]);
  });

  test('keeps all but four types inside, and says what to cast them to', async () => {
    await open();
    for (const [sql, type, better] of typesKeptInside) {
      const call = engine.run(`SELECT ${sql} AS x`);
      await expect(call, sql).rejects.toMatchObject({ code: 'RESULT_TYPE' });
      await expect(call).rejects.toThrow(`"x" is ${type},`);
      await expect(call).rejects.toThrow(`CAST(… AS ${better})`);
    }
    await expect(engine.run("SELECT DATE 'infinity' AS d")).rejects.toMatchObject({ code: 'RESULT_TYPE' });
  });

  test('ends a statement at its deadline or by its signal, and answers the next', async () => {
    await open();
    const started = performance.now();
    expect(await codeOf(engine.run(slow, { deadline: 100 }))).toBe('DEADLINE');
    const controller = new AbortController();
    const running = codeOf(engine.run(slow, { signal: controller.signal }));
    const next = codeOf(engine.run("SELECT 'a'"));
    setTimeout(() => controller.abort(), 50);
    expect([await running, await next]).toEqual(['ABORTED', 'answered']);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test('closes what runs, and opens again', async () => {
    expect(await codeOf(engine.run("SELECT 'a'"))).toBe('CLOSED');
    await open();
    const calls = [codeOf(engine.run(slow)), codeOf(engine.run("SELECT 'a'"))];
    await new Promise((resolve) => setTimeout(resolve, 50));
    await engine.close();
    expect(await Promise.all(calls)).toEqual(['CLOSED', 'CLOSED']);
    expect(await codeOf(engine.run("SELECT 'a'"))).toBe('CLOSED');
    await open();
    await open();
    expect(await codeOf(engine.run("SELECT 'a'"))).toBe('answered');
  });

  test('finds files beside each other, and says which it cannot read', async () => {
    expect(engine.resolve('park.duckdb', release.manifestFile)).toBe(release.databaseFile);
    expect(new TextDecoder().decode(await engine.read(release.manifestFile))).toContain('"version": 1');
    await expect(engine.read(join(release.folder, 'nothing.json'))).rejects.toMatchObject({
      code: 'RELEASE',
    });
  });
});

describe('a database that is not the published one is never opened', () => {
  let copy: string;
  beforeEach(async () => {
    copy = join(release.folder, 'copy.duckdb');
    await copyFile(release.databaseFile, copy);
  });

  test('the published one is, its bytes counted', async () => {
    const { bytes, sha256 } = release.manifest.files.database;
    const seen: Progress[] = [];
    await engine.open({ url: copy, bytes, sha256 }, { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ step: 'database', loaded: bytes, total: bytes });
  });

  test('neither a missing, a longer, a changed nor a truncated one, nor garbage', async () => {
    const { bytes, sha256 } = release.manifest.files.database;
    expect(await codeOf(engine.open({ url: join(release.folder, 'nothing.duckdb') }))).toBe('DATABASE');
    await appendFile(copy, 'x');
    expect(await codeOf(engine.open({ url: copy, bytes }))).toBe('DATABASE');
    expect(await codeOf(engine.open({ url: copy, sha256 }))).toBe('DATABASE');
    await writeFile(copy, Buffer.alloc(bytes, 7));
    expect(await codeOf(engine.open({ url: copy, bytes, sha256 }))).toBe('DATABASE');
    expect(await codeOf(engine.open({ url: copy }))).toBe('DATABASE');
    await copyFile(release.databaseFile, copy);
    await truncate(copy, 5000);
    expect(await codeOf(engine.open({ url: copy }))).toBe('DATABASE');
    expect(await codeOf(engine.run("SELECT 'a'"))).toBe('CLOSED');
  });

  test('damage that no digest tells apart is told when it is read', async () => {
    const content = await readFile(copy);
    for (let at = 300_000; at < content.length; at += 10_000) content[at]! ^= 255;
    await writeFile(copy, content);
    await engine.open({ url: copy });
    expect(await codeOf(engine.run('SELECT * FROM patents'))).toBe('DATABASE');
  });
});

describe('a workbench', () => {
  test('runs statements, and gives rows of plain values', async () => {
    const workbench = await openWorkbench();
    await workbench.execute("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2); SELECT 'x'");
    const rows = await workbench.rows(`
      SELECT sum(a) AS total, 9007199254740993 AS big, 12.30::DECIMAL(9,2) AS exact, DATE '2026-10-31' AS day, [1, NULL] AS list,
        NULL AS nothing, true AS truth, 0.5::DOUBLE AS half, 'a' AS words FROM t`);
    expect(rows).toEqual([
      {
        ...{ total: 3, big: 9007199254740993n, exact: '12.30', day: '2026-10-31', list: [1, null] },
        ...{ nothing: null, truth: true, half: 0.5, words: 'a' },
      },
    ]);
    await expect(workbench.execute('SELECT nothing')).rejects.toThrow(/nothing/);
    expect((await workbench.run('SELECT CAST(sum(a) AS DOUBLE) AS n FROM t')).columns[0]!.values).toEqual([
      3,
    ]);
    await workbench.close();
  });

  test('sums money alike on one processor and on all', async () => {
    const workbench = await openWorkbench();
    await workbench.execute(
      'CREATE TABLE t AS SELECT (range * 1.37 % 1000)::DECIMAL(18,2) AS a, range % 7 AS g FROM range(500000)',
    );
    const sql =
      'SELECT CAST(g AS DOUBLE) AS g, CAST(sum(a) * 0.0001 AS DOUBLE) AS total FROM t GROUP BY g ORDER BY g';
    await workbench.execute('SET threads = 1');
    const one = await workbench.run(sql);
    await workbench.execute('SET threads = 4');
    expect(await workbench.run(sql)).toEqual(one);
    await workbench.close();
  });
});
