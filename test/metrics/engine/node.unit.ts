import { existsSync } from 'node:fs';
import { appendFile, copyFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import {
  createMetrics,
  type Engine,
  type EngineEvent,
  MetricsError,
  type Opened,
  type Progress,
  tableRows,
  type TableColumn,
} from '@zj/metrics';
import { nodeEngine, openWorkbench } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';
import { equalEverywhere, refusedEverywhere, slow, typesKeptInside } from './statements.js';
import { everyCell, refusedBuilds, refusedColumns } from './tables.js';

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

const open = (): Promise<Opened> => engine.open({ url: release.databaseFile });
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

  test('keeps a U+FEFF that a text begins with, in any of many rows', async () => {
    const workbench = await openWorkbench();
    const sql = `SELECT CASE WHEN range % 3 = 0 THEN NULL ELSE repeat(chr(65279), range % 2 + 1) || repeat('长', range % 7) END AS text
      FROM range(5000)`;
    const expected = Array.from({ length: 5000 }, (_, i) =>
      i % 3 === 0 ? null : '\ufeff'.repeat((i % 2) + 1) + '长'.repeat(i % 7),
    );
    expect((await workbench.run(sql)).columns[0]!.values).toEqual(expected);
    expect((await workbench.rows(sql)).map(({ text }) => text)).toEqual(expected);
    await workbench.close();
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
    expect(await codeOf(engine.run(slow, { deadline: 100 }))).toBe('DEADLINE');
    const controller = new AbortController();
    const running = codeOf(engine.run(slow, { signal: controller.signal }));
    const next = codeOf(engine.run("SELECT 'a'"));
    setTimeout(() => controller.abort(), 50);
    expect([await running, await next]).toEqual(['ABORTED', 'answered']);
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

  test('reads no file further than it may go, though it has no end', async () => {
    const { length } = await engine.read(release.manifestFile);
    expect((await engine.read(release.manifestFile, { bytes: length })).length).toBe(length);
    const call = engine.read(release.manifestFile, { bytes: length - 1 });
    await expect(call).rejects.toMatchObject({ code: 'RELEASE' });
    await expect(call).rejects.toThrow(/has more than \d+ bytes/);
    if (existsSync('/dev/zero')) {
      const endless = createMetrics({ engine: nodeEngine() }).open('/dev/zero');
      await expect(endless).rejects.toMatchObject({ code: 'RELEASE' });
    }
  });
});

describe('tables of the caller', () => {
  const numbers = (...values: number[]): TableColumn[] => [{ name: 'a', type: 'DOUBLE', values }];
  const cells = async (table: string): Promise<readonly unknown[]> =>
    (await engine.run(`FROM memory.main.${table}`)).columns[0]!.values;

  test('keep every cell, and any number of rows', async () => {
    await open();
    await engine.load('it\'s "mine"', everyCell);
    const { columns } = await engine.run(`FROM memory.main."it's ""mine"""`);
    expect(columns).toEqual(everyCell);
    const values = Array.from({ length: 70_000 }, (_, i) => `row ${i}`);
    await engine.load('long', [{ name: 'a', type: 'VARCHAR', values }]);
    expect(await cells('long')).toEqual(values);
    await engine.load('none', numbers());
    expect(await cells('none')).toEqual([]);
  });

  test('are loaded, built from each other and from what is published, replaced and dropped', async () => {
    await open();
    await engine.load('kept', numbers(1, 2));
    await engine.build(
      'sums',
      'SELECT sum(a)::DECIMAL(9,2) AS total, count(*) AS n FROM memory.main.kept; -- both',
    );
    expect(
      (await engine.run('SELECT CAST(total AS DOUBLE) AS t FROM memory.main.sums')).columns[0]!.values,
    ).toEqual([3]);
    await engine.build('routes', 'SELECT DISTINCT route FROM patents ORDER BY route');
    expect((await cells('routes')).length).toBeGreaterThan(1);
    await engine.load('kept', numbers(5));
    await engine.build('kept', 'SELECT a + 1 AS a FROM memory.main.kept');
    expect(await cells('kept')).toEqual([6]);
    await engine.drop('kept');
    await engine.drop('kept');
    expect(await codeOf(cells('kept'))).toBe('SQL');
  });

  test('are there in an engine without a database, which is locked all the same', async () => {
    expect(await codeOf(engine.load('kept', numbers(1)))).toBe('CLOSED');
    expect(await engine.open()).toEqual({ verified: false });
    await engine.load('kept', numbers(1));
    expect((await engine.run('FROM kept')).columns[0]!.values).toEqual([1]);
    for (const sql of refusedEverywhere) expect(await codeOf(engine.run(sql)), sql).toBe('SQL');
    expect(await cells('kept')).toEqual([1]);
  });

  test('are refused where they are none, and what was there stays', async () => {
    await open();
    await engine.load('kept', numbers(1));
    for (const [columns, says] of refusedColumns) {
      const load = engine.load('kept', columns as TableColumn[]);
      await expect(load).rejects.toMatchObject({
        code: 'REFUSED',
        message: expect.stringMatching(says) as string,
      });
    }
    for (const sql of refusedBuilds) expect(await codeOf(engine.build('kept', sql)), sql).toBe('SQL');
    for (const name of [undefined, 7]) {
      expect(await codeOf(engine.load(name as unknown as string, numbers(1)))).toBe('REFUSED');
      expect(await codeOf(engine.drop(name as unknown as string))).toBe('REFUSED');
    }
    expect(await codeOf(engine.load('', numbers(1)))).toBe('SQL');
    expect(await codeOf(engine.run('DROP TABLE memory.main.kept'))).toBe('SQL');
    expect(await cells('kept')).toEqual([1]);
  });

  test('stay where they are when a statement is given up, and are gone after open and close', async () => {
    const events: EngineEvent[] = [];
    await open();
    engine.subscribe((event) => events.push(event));
    await engine.load('raw', numbers(1, 2));
    await engine.build('kept', 'SELECT sum(a) AS a FROM memory.main.raw');
    await engine.drop('raw');
    expect(await codeOf(engine.build('late', slow, { deadline: 100 }))).toBe('DEADLINE');
    expect(await cells('kept')).toEqual([3]);
    expect(await codeOf(cells('raw'))).toBe('SQL');
    expect(await codeOf(cells('late'))).toBe('SQL');
    expect(events).toEqual([]);
    await open();
    expect(await codeOf(cells('kept'))).toBe('SQL');
    await engine.close();
    await open();
    expect(await codeOf(cells('kept'))).toBe('SQL');
    expect(events.map(({ state }) => state)).toEqual(['starting', 'ready', 'closed', 'starting', 'ready']);
  });

  test('survive a hundred statements given up at any moment', async () => {
    const events: EngineEvent[] = [];
    await open();
    engine.subscribe((event) => events.push(event));
    await engine.load('kept', numbers(...Array.from({ length: 50_000 }, (_, i) => i)));
    const sums = 'SELECT CAST(sum(a.a * b.a) AS DOUBLE) AS n FROM memory.main.kept a, range(20) b(a)';
    const codes = new Set<string>();
    for (let i = 0; i < 100; i++) {
      const controller = new AbortController();
      const { signal } = controller;
      const call =
        i % 3 === 0
          ? engine.run(sums, { signal })
          : i % 3 === 1
            ? engine.build('made', sums, { signal })
            : engine.load('other', numbers(1, 2), { signal });
      setTimeout(() => controller.abort(), i % 40);
      codes.add(await codeOf(call));
      expect(
        (await engine.run('SELECT CAST(count(*) AS DOUBLE) AS n FROM memory.main.kept')).columns[0]!.values,
      ).toEqual([50_000]);
    }
    expect([...codes].sort()).toEqual(['ABORTED', 'answered']);
    expect(events).toEqual([]);
  });

  test('is not run at all when it is given up while it waits', async () => {
    await engine.open();
    const running = codeOf(engine.run(slow, { deadline: 300 }));
    const controller = new AbortController();
    const waiting = codeOf(engine.load('late', numbers(1), { signal: controller.signal }));
    controller.abort();
    expect([await waiting, await running]).toEqual(['ABORTED', 'DEADLINE']);
    expect(await codeOf(cells('late'))).toBe('SQL');
  });

  test('are not left half by a load that is given up', async () => {
    await engine.open();
    await engine.load('kept', numbers(1));
    const values = new Array<number>(2_000_000).fill(1);
    const controller = new AbortController();
    const load = codeOf(
      engine.load('kept', [{ name: 'a', type: 'DOUBLE', values }], { signal: controller.signal }),
    );
    setTimeout(() => controller.abort(), 20);
    expect(await load).toBe('ABORTED');
    expect(await cells('kept')).toEqual([1]);
  });
});

test('the examples of the interface run, one after another', async () => {
  const source = join(import.meta.dirname, '../../../packages/metrics/src/engine/engine.ts');
  const examples = [...(await readFile(source, 'utf8')).matchAll(/@example\n(.*?)\*\//gs)].map(([, text]) =>
    text!.replaceAll(/^ +\* ?/gm, ''),
  );
  expect(examples.length).toBe(2);
  await engine.open();
  for (const code of examples) await runInNewContext(`(async () => {${code}})()`, { engine });
  expect((await engine.run('SELECT CAST(sum(visits) AS DOUBLE) AS n FROM zones')).columns[0]!.values).toEqual(
    [2],
  );
});

test('an engine says closed where it does not start', async () => {
  const states: string[] = [];
  engine.subscribe(({ state }) => states.push(state));
  expect(await codeOf(engine.open({ url: join(release.folder, 'nothing.duckdb') }))).toBe('DATABASE');
  expect(states).toEqual(['starting', 'closed']);
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

  test('it is called verified where its SHA-256 was, and only there', async () => {
    const { bytes, sha256 } = release.manifest.files.database;
    expect(await engine.open({ url: copy, bytes, sha256 })).toEqual({ verified: true });
    expect(await engine.open({ url: copy, bytes })).toEqual({ verified: false });
    expect(await engine.open({ url: copy, bytes, sha256, range: true })).toEqual({ verified: false });
    expect(await codeOf(engine.open({ url: copy, bytes: bytes + 1, range: true }))).toBe('DATABASE');
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

  test('takes columns as tables, between its statements', async () => {
    const workbench = await openWorkbench();
    const [empty, loaded] = [workbench.load('none', []), workbench.load('cells', everyCell)];
    await expect(empty).rejects.toMatchObject({ code: 'REFUSED' });
    await loaded;
    expect((await workbench.run('FROM cells')).columns).toEqual(everyCell);
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
