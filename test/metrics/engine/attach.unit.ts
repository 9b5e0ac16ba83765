import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MetricsError, type Engine, type EngineEvent, type TableColumn } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';

let first: Release;
let second: Release;
let engine: Engine;
beforeAll(async () => {
  first = await writeRelease();
  second = await writeRelease({ patents: 'DELETE FROM patents WHERE rowid > 9' });
});
afterAll(() => Promise.all([first, second].map(({ folder }) => rm(folder, { recursive: true }))));
beforeEach(() => {
  engine = nodeEngine();
});
afterEach(() => engine.close());

const attach: Engine['attach'] = (database, options) => engine.attach!(database, options);
const count = async (table: string, database?: string): Promise<unknown> => {
  const sql = `SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${table}`;
  return (await engine.run(sql, database === undefined ? {} : { database })).columns[0]!.values[0];
};
const numbers = (...values: number[]): TableColumn[] => [{ name: 'a', type: 'DOUBLE', values }];
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof MetricsError ? error.code : String(error)),
  );
const rows = (release: Release): number =>
  release.manifest.datasets.find(({ table }) => table === 'patents')!.published;
const databaseOf = ({ databaseFile: url, manifest: { files } }: Release, name?: string) => ({
  url,
  sha256: files.database.sha256,
  ...(name !== undefined && { name }),
});

test('several databases are open at once, each under its name; names without a place mean the first', async () => {
  const opened = await engine.open([databaseOf(first), databaseOf(second, 'Former')]);
  expect(opened.verified).toBe(true);
  expect(rows(second)).toBeLessThan(rows(first));
  expect(await count('patents')).toBe(rows(first));
  expect(await count('published.main.patents')).toBe(rows(first));
  expect(await count('former.main.patents')).toBe(rows(second));
  expect(await count('patents', 'former')).toBe(rows(second));
  expect(await count('patents')).toBe(rows(first));
  await engine.build('both', 'SELECT * FROM patents UNION ALL SELECT * FROM former.main.patents');
  expect(await count('memory.main.both', 'former')).toBe(rows(first) + rows(second));
});

test('one that comes later is beside the others, and tables of the caller stay', async () => {
  const events: EngineEvent[] = [];
  await engine.open(databaseOf(first));
  await engine.load('own', numbers(1, 2, 3));
  await engine.build('few', 'SELECT * FROM patents LIMIT 5');
  engine.subscribe((event) => events.push(event));
  expect(await attach(databaseOf(second, 'former'))).toEqual({ verified: true });
  expect(events.map(({ state }) => state).filter((state) => state !== 'starting')).toEqual(['restarted']);
  expect(await count('former.main.patents')).toBe(rows(second));
  expect(await count('patents')).toBe(rows(first));
  expect(await count('memory.main.own')).toBe(3);
  expect(await count('memory.main.few')).toBe(5);
  // Nothing outside them can be read.
  expect(await codeOf(engine.run(`ATTACH '${second.databaseFile}' AS more`))).toBe('SQL');
});

test('with nothing open it is the first; one of a name that is open takes its place', async () => {
  await attach(databaseOf(first, 'one'));
  expect(await count('patents')).toBe(rows(first));
  await attach(databaseOf(second, 'two'));
  await attach(databaseOf(second, 'ONE'));
  expect(await count('patents')).toBe(rows(second));
  expect(await count('one.main.patents')).toBe(rows(second));
  expect(await count('two.main.patents')).toBe(rows(second));
});

test('one that is broken changes nothing: the others answer on', async () => {
  await engine.open(databaseOf(first));
  await engine.load('own', numbers(1, 2, 3));
  const events: EngineEvent[] = [];
  engine.subscribe((event) => events.push(event));
  const garbage = join(first.folder, 'garbage.duckdb');
  await writeFile(garbage, 'no database');
  expect(await codeOf(attach({ name: 'a', url: join(first.folder, 'none.duckdb') }))).toBe('DATABASE');
  expect(await codeOf(attach({ name: 'a', url: garbage }))).toBe('DATABASE');
  expect(await codeOf(attach({ ...databaseOf(second, 'a'), sha256: '0'.repeat(64) }))).toBe('DATABASE');
  expect(await codeOf(attach({ ...databaseOf(second, 'a'), tables: [] }))).toBe('DATABASE');
  const controller = new AbortController();
  controller.abort();
  expect(await codeOf(attach(databaseOf(second, 'a'), { signal: controller.signal }))).toBe('ABORTED');
  expect(await count('patents')).toBe(rows(first));
  expect(await count('memory.main.own')).toBe(3);
  expect(events.map(({ state }) => state)).not.toContain('closed');
  expect(events.at(-1)).toEqual({ state: 'ready' });
  expect(await codeOf(count('a.main.patents'))).toBe('SQL');
});

test('a name that no database can have, or that two have, is refused', async () => {
  await engine.open(databaseOf(first));
  for (const name of ['', 'memory', 'SYSTEM', '1a', 'a b', 'a.b', 'ä', 'a'.repeat(41), 7]) {
    expect(await codeOf(attach({ name: name as string, url: second.databaseFile })), `${name}`).toBe(
      'REFUSED',
    );
  }
  expect(await codeOf(engine.open([databaseOf(first), databaseOf(second)]))).toBe('REFUSED');
  expect(await codeOf(engine.run('SELECT 1.5 + 0 AS a', { database: 'forme' }))).toBe('REFUSED');
  expect(await count('patents')).toBe(rows(first));
});

test('one is closed while the others answer; the only one is not', async () => {
  await engine.open([databaseOf(first), databaseOf(second, 'former')]);
  await engine.load('own', numbers(1));
  await engine.run('FROM former.main.patents LIMIT 0', {}).catch(() => undefined);
  expect(await count('patents', 'former')).toBe(rows(second));
  await engine.detach!('Former');
  expect(await codeOf(count('former.main.patents'))).toBe('SQL');
  expect(await count('patents')).toBe(rows(first));
  expect(await count('memory.main.own')).toBe(1);
  await engine.detach!('former');
  expect(await codeOf(engine.detach!('published'))).toBe('REFUSED');
  await attach(databaseOf(second, 'former'));
  await engine.detach!('published');
  expect(await count('patents')).toBe(rows(second));
});

test('statements and releases that come at the same time wait for each other', async () => {
  await engine.open(databaseOf(first));
  const copy = join(second.folder, 'copy.duckdb');
  await copyFile(second.databaseFile, copy);
  const calls = [
    count('patents'),
    attach(databaseOf(second, 'a')).then(() => count('a.main.patents')),
    attach({ name: 'b', url: copy }).then(() => count('patents', 'b')),
    engine.load('own', numbers(1, 2)).then(() => count('memory.main.own')),
    count('patents'),
  ];
  expect(await Promise.all(calls)).toEqual([rows(first), rows(second), rows(second), 2, rows(first)]);
  expect(await count('patents', 'a')).toBe(rows(second));
  await engine.close();
  expect(await codeOf(count('patents'))).toBe('CLOSED');
});

test('an open file that is gone when one more comes is told, and the others answer on', async () => {
  await engine.open([databaseOf(first), databaseOf(second, 'former')]);
  await engine.load('own', numbers(1, 2));
  await rm(second.databaseFile);
  const again = await attach({ name: 'third', url: first.databaseFile }).catch((error: unknown) => error);
  expect((again as MetricsError).code).toBe('DATABASE');
  expect(await count('patents')).toBe(rows(first));
  expect(await count('memory.main.own')).toBe(2);
});
