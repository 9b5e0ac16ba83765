import { createHash } from 'node:crypto';
import { digestManifest, type UnsealedManifest } from '@zj/metrics';
import { digestSql, publishedColumns } from '@zj/metrics/sql';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patents, revenue } from '../metric/definitions.js';

let duckdb: Workbench;
beforeAll(async () => {
  duckdb = await openWorkbench();
});
afterAll(() => duckdb.close());

async function digest(rows: string, columns = ['a', 'b']): Promise<string> {
  await duckdb.execute(`CREATE OR REPLACE TABLE "some rows" AS SELECT * FROM (VALUES ${rows}) AS t(a, b)`);
  const { columns: result } = await duckdb.run(digestSql('some rows', columns));
  expect(result.map(({ name, type }) => [name, type])).toEqual([['digest', 'VARCHAR']]);
  return result[0]!.values[0] as string;
}
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a digest is the SHA-256 of the sorted rows as CSV lines', async () => {
  expect(await digest(`('x', 1.50), ('a"b', 2.00), (NULL, NULL), ('', 3.00)`)).toBe(
    sha256('"","3.00"\n"a""b","2.00"\n"x","1.50"\n,'.split('\n').sort().join('\n')),
  );
  expect(await digest(`('汉字', DATE '2026-10-31')`)).toBe(sha256('"汉字","2026-10-31"'));
  expect(await digest(`(true, 1)`, ['b', 'a'])).toBe(sha256('"1","true"'));
});

test('it does not depend on the order of the rows, nor on the number of processors', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `('r${(i * 7919) % 3000}', ${i % 5})`);
  const here = await digest(rows.join());
  expect(await digest([...rows].reverse().join())).toBe(here);
  await duckdb.execute('CREATE OR REPLACE TABLE sorted AS FROM "some rows" ORDER BY b, a; SET threads = 1');
  expect((await duckdb.run(digestSql('sorted', ['a', 'b']))).columns[0]!.values).toEqual([here]);
  await duckdb.execute('SET threads = 4');
  expect((await duckdb.run(digestSql('sorted', ['a', 'b']))).columns[0]!.values).toEqual([here]);
});

test('any change of a value changes it: nothing is not an empty text, and no text can pass for two cells', async () => {
  const variants = [
    `('', 'b')`,
    `(NULL, 'b')`,
    `('a', 'b')`,
    `('a,b', NULL)`,
    `('a"', 'b')`,
    `('a","b', '')`,
    `('a', 'b'), ('a', 'b')`,
    `('a', 'b' || chr(10) || 'a')`,
    `('NULL', 'b')`,
    `(NULL, NULL)`,
  ];
  const digests = [];
  for (const rows of variants) digests.push(await digest(rows));
  expect(new Set(digests).size).toBe(variants.length);
});

test('an empty table has the digest of nothing', async () => {
  await duckdb.execute('CREATE OR REPLACE TABLE nothing (a INTEGER)');
  expect((await duckdb.run(digestSql('nothing', ['a']))).columns[0]!.values).toEqual([sha256('')]);
});

test('the columns of a register are its own, those of confidential returns the public cube', () => {
  expect(publishedColumns(patents.contract)).toEqual([
    'number',
    'filed',
    'route',
    'granted',
    'claims',
    'fee',
    'weight',
  ]);
  expect(publishedColumns(revenue.contract)).toEqual(['month', 'industry', 'revenue', 'contributors']);
});

test('beside each figure of a register with marks stands why there is none', () => {
  const { cube, ...register } = revenue.contract;
  const contract = { ...register, missing: [{ mark: 'x', means: 'suppressed' as const }] };
  expect(cube).toBeDefined();
  const names = publishedColumns(contract);
  const figures = contract.columns.filter(
    ({ name, type }) => /^(INTEGER|DOUBLE|DECIMAL)/.test(type) && !contract.key.includes(name),
  );
  expect(figures.map(({ name }) => name)).toContain('revenue');
  expect(names.filter((name) => name.endsWith(':means'))).toEqual(figures.map(({ name }) => `${name}:means`));
  expect(publishedColumns({ ...revenue.contract, missing: contract.missing })).toEqual(
    publishedColumns(revenue.contract),
  );
});

test('a manifest’s digest does not depend on the order of its keys, nor on how the engine laid out its file', async () => {
  const rest = { version: 1, plan: { b: 1, a: ['é', 'z'] }, metrics: [], datasets: [] };
  const given = (files: object, more: object = {}) =>
    digestManifest({ ...rest, ...more, files } as unknown as UnsealedManifest);
  const own = await given({ database: { path: 'p.duckdb', bytes: 1, sha256: 'a' }, verdicts: { bytes: 2 } });
  expect(own).toBe(
    sha256(
      '{"datasets":[],"files":{"database":{"path":"p.duckdb"}},"metrics":[],"plan":{"a":["é","z"],"b":1},"version":1}',
    ),
  );
  expect(await given({ database: { path: 'p.duckdb', bytes: 9, sha256: 'b' } })).toBe(own);
  expect(await given({ database: { path: 'q.duckdb' } })).not.toBe(own);
  expect(await given({ database: { path: 'p.duckdb' } }, { demo: true })).not.toBe(own);
});
