import { rm } from 'node:fs/promises';
import type { EngineEvent, TableColumn } from '@zj/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';
import { countWorkers, databaseOf, openSite, type Site, type Visit } from './site.js';
import { refusedEverywhere, slow } from './statements.js';
import { everyCell, refusedBuilds, refusedColumns } from './tables.js';

declare global {
  /** The messages of the page's engine. */
  var events: EngineEvent[];
}

let release: Release;
let site: Site;
let visit: Visit;

beforeAll(async () => {
  release = await writeRelease();
  site = await openSite(release.folder);
  visit = await site.visit();
  await visit.page.evaluate(() => {
    globalThis.engine = zj.wasmEngine({ baseUrl: '/engine' });
    globalThis.events = [];
    engine.subscribe(() => {
      throw new Error('a listener that is broken');
    });
    engine.subscribe((event) => events.push(event));
  });
});
afterAll(async () => {
  await site.close();
  await rm(release.folder, { recursive: true });
});

const numbers = (...values: number[]): TableColumn[] => [{ name: 'a', type: 'DOUBLE', values }];
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: Error) => /\[(\w+)\]/.exec(error.message)?.[1] ?? error.message,
  );
/** The engine of the page; its errors come with their code in brackets. */
const ask = <T>(work: string, ...given: readonly unknown[]): Promise<T> =>
  visit.page.evaluate(
    async ([method, values]) => {
      const call = engine[method as 'run'].bind(engine) as unknown as (...all: unknown[]) => Promise<unknown>;
      return call(...(values as unknown[])).catch((error: Error & { code: string }) => {
        throw new Error(`[${error.code}] ${error.message}`);
      });
    },
    [work, given] as const,
  ) as Promise<T>;
const load = (name: string, columns: readonly TableColumn[]): Promise<void> => ask('load', name, columns);
const build = (name: string, sql: string): Promise<void> => ask('build', name, sql);
const cells = async (table: string): Promise<readonly unknown[]> =>
  (await ask<{ columns: readonly TableColumn[] }>('run', `FROM memory.main.${table}`)).columns[0]!.values;

describe('tables of the caller in the browser', () => {
  beforeAll(() => ask('open', databaseOf(release)));

  test('keep every cell, over more rows than go in at once', async () => {
    await load('it\'s "mine"', everyCell);
    const { columns } = await ask<{ columns: unknown }>('run', `FROM memory.main."it's ""mine"""`);
    expect(columns).toEqual(everyCell);
    await load('none', numbers());
    expect(await cells('none')).toEqual([]);
    const answer = await visit.page.evaluate(async () => {
      const values = Array.from({ length: 140_000 }, (_, i) => (i % 3 ? `行 ${i}` : null));
      const days = values.map(() => '2026-10-31');
      await engine.load('long', [
        { name: 'a', type: 'VARCHAR', values },
        { name: 'b', type: 'DATE', values: days },
      ]);
      const table = await engine.run('SELECT a FROM memory.main.long');
      return table.rowCount === 140_000 && table.columns[0]!.values.every((cell, i) => cell === values[i]);
    });
    expect(answer).toBe(true);
  });

  test('are built from each other and from what is published, replaced, dropped, and seen at once', async () => {
    await load('kept', numbers(1, 2));
    expect(await cells('kept')).toEqual([1, 2]);
    await build('sums', 'SELECT sum(a)::DECIMAL(9,2) AS total FROM memory.main.kept; -- exact');
    expect(await codeOf(cells('sums'))).toBe('RESULT_TYPE');
    await build('sums', 'SELECT CAST(total AS DOUBLE) AS total FROM memory.main.sums');
    expect(await cells('sums')).toEqual([3]);
    await build('routes', 'SELECT DISTINCT route FROM patents');
    expect((await cells('routes')).length).toBeGreaterThan(1);
    await load('kept', [{ name: 'a', type: 'VARCHAR', values: ['x'] }]);
    expect(await cells('kept')).toEqual(['x']);
    await ask('drop', 'KEPT');
    await ask('drop', 'kept');
    expect(await codeOf(cells('kept'))).toBe('SQL');
  });

  test('are refused where they are none, and what was there stays', async () => {
    await load('kept', numbers(1));
    for (const [columns, says] of refusedColumns) {
      const call = load('kept', columns as TableColumn[]);
      await expect(call).rejects.toThrow('[REFUSED]');
      await expect(call).rejects.toThrow(says);
    }
    for (const sql of refusedBuilds) expect(await codeOf(build('kept', sql)), sql).toBe('SQL');
    expect(await codeOf(load('', numbers(1)))).toBe('SQL');
    expect(await codeOf(ask('run', 'DROP TABLE memory.main.kept'))).toBe('SQL');
    expect(await cells('kept')).toEqual([1]);
  });

  test('stay where they are when a statement, a build or a load is given up', async () => {
    await load('raw', numbers(1, 2));
    await build('kept', 'SELECT sum(a) AS a FROM memory.main.raw');
    await ask('drop', 'raw');
    await visit.page.evaluate(() => void (events.length = 0));
    expect(await codeOf(ask('run', slow, { deadline: 500 }))).toBe('DEADLINE');
    expect(await codeOf(ask('build', 'late', slow, { deadline: 500 }))).toBe('DEADLINE');
    const codes = await visit.page.evaluate(async (sums) => {
      const given: Promise<unknown>[] = [];
      const values = new Array<number>(1_000_000).fill(1);
      for (let i = 0; i < 40; i++) {
        const controller = new AbortController();
        const { signal } = controller;
        const call =
          i % 3 === 0
            ? engine.load('kept', [{ name: 'a', type: 'DOUBLE', values }], { signal })
            : i % 3 === 1
              ? engine.run(sums, { signal })
              : engine.build('late', sums, { signal });
        // A load is over in a tenth of a second, a statement in many.
        setTimeout(() => controller.abort(), i % 3 === 0 ? i % 20 : 5 * i);
        given.push(call.catch((error: { code: string }) => error.code));
        if (i % 2) await given.at(-1);
      }
      return [
        ...new Set((await Promise.all(given)).map((one) => (typeof one === 'string' ? one : 'answered'))),
      ];
    }, slow);
    expect(codes).toEqual(['ABORTED']);
    expect(await cells('kept')).toEqual([3]);
    expect(await codeOf(cells('raw'))).toBe('SQL');
    expect(await codeOf(cells('late'))).toBe('SQL');
    expect(await visit.page.evaluate(() => events)).toEqual([]);
    expect(await countWorkers(visit.page, 1)).toBe(1);
  });

  test('are there again after the engine, deaf to interrupts, had to be stopped, and the page is told why', async () => {
    const deaf = "SELECT length(repeat('x' || CAST(range AS VARCHAR), 60000000)) > 1 AS a FROM range(200)";
    expect(await codeOf(ask('run', deaf, { deadline: 500 }))).toBe('DEADLINE');
    expect(await cells('kept')).toEqual([3]);
    const told = await visit.page.evaluate(() =>
      events.map((event) => [event.state, 'cause' in event ? event.cause?.code : undefined]),
    );
    expect(told[0]).toEqual(['starting', undefined]);
    expect(told.slice(1).filter(([state]) => state !== 'starting')).toEqual([['restarted', 'DEADLINE']]);
    expect(await countWorkers(visit.page, 1)).toBe(1);
  });
});

test('an engine without a database is locked all the same, and forgets its tables when it is closed', async () => {
  expect(await ask('open')).toEqual({ verified: false });
  const before = visit.requests.length;
  await load('kept', numbers(1));
  for (const sql of refusedEverywhere) expect(await codeOf(ask('run', sql)), sql).toBe('SQL');
  expect(await cells('kept')).toEqual([1]);
  expect(visit.requests.slice(before)).toEqual([]);
  expect(visit.foreign).toEqual([]);
  await visit.page.evaluate(() => void (events.length = 0));
  await ask('close');
  expect(await codeOf(load('kept', numbers(1)))).toBe('CLOSED');
  expect(await visit.page.evaluate(() => events)).toEqual([{ state: 'closed' }]);
  expect(await ask('open', databaseOf(release))).toEqual({ verified: true });
  expect(await codeOf(cells('kept'))).toBe('SQL');
});

test('building, dropping and refusing leave no complaint on the console: nobody ends a transaction that is not there', async () => {
  const before = visit.complaints.length;
  await ask('build', 'quiet', 'SELECT CAST(1 AS DOUBLE) AS a');
  await ask('drop', 'quiet');
  expect(await codeOf(ask('run', 'SELECT nothing'))).not.toBe('answered');
  await ask('run', 'SELECT CAST(1 AS DOUBLE) AS a');
  const told = visit.complaints.slice(before);
  expect(told.filter((text) => /rollback|TransactionContext/i.test(text))).toEqual([]);
});
