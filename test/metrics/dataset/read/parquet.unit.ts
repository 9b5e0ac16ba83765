import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alignTable } from '../../../../packages/metrics/src/dataset/align.js';
import type { Contract } from '../../../../packages/metrics/src/dataset/contract.js';
import { readParquet } from '../../../../packages/metrics/src/dataset/read/parquet.js';
import { sqlText } from '../../../../packages/metrics/src/base/sql.js';
import { column, revenue } from '../contracts.js';

let folder: string;
let workbench: Workbench;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-parquet-'));
  workbench = await openWorkbench();
});
afterAll(async () => {
  await workbench.close();
  await rm(folder, { recursive: true });
});

async function write(select: string, codec = 'snappy', more = ''): Promise<Uint8Array> {
  const file = join(folder, `${codec}.parquet`);
  await workbench.execute(
    `COPY (${select}) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION ${codec}${more})`,
  );
  return readFile(file);
}
const read = (bytes: Uint8Array, contract?: Contract) =>
  readParquet(bytes, { name: 'a.parquet', ...(contract && { contract }) });
const readCase = (name: string) => readFile(join(import.meta.dirname, 'cases', name));

const values: Readonly<Record<string, string>> = {
  "'集成电路'": '集成电路',
  "DATE '2026-09-01'": '2026-09-01',
  "DATE '1900-02-28'": '1900-02-28',
  'CAST(1234567890123456.78 AS DECIMAL(18,2))': '1234567890123456.78',
  "CAST('-12345678901234567890.12345' AS DECIMAL(38,5))": '-12345678901234567890.12345',
  'CAST(-0.5 AS DECIMAL(4,1))': '-0.5',
  '9007199254740993::BIGINT': '9007199254740993',
  '18446744073709551615::UBIGINT': '18446744073709551615',
  '4294967295::UINTEGER': '4294967295',
  '255::UTINYINT': '255',
  '(-7)::TINYINT': '-7',
  true: 'true',
  '0.1::DOUBLE': '0.1',
  '0.1::FLOAT': '0.1',
  "TIMESTAMP '2026-09-01 00:00:00'": '2026-09-01',
  "TIMESTAMP '2026-09-01 08:30:00.000001'": '2026-09-01 08:30:00.000001',
  "TIMESTAMP_NS '2026-09-01 00:00:00'": '2026-09-01',
};

test.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli'])(
  'values of every kind are exact, compressed with %s',
  async (codec) => {
    const columns = Object.keys(values).map((sql, i) => `${sql} AS c${i}`);
    const nulls = Object.keys(values).map(() => 'NULL');
    const { table, problems } = await read(
      await write(`SELECT ${columns.join(', ')} UNION ALL SELECT ${nulls.join(', ')}`, codec),
    );
    expect(problems).toEqual([]);
    expect(table!.columns).toEqual(Object.values(values).map((text) => [text, null]));
    expect(table!.placeOf(1, 3)).toBe('a.parquet:2:c3');
  },
);

test('rows of many groups are in their order, and an empty text is an empty cell', async () => {
  const select = `SELECT i::INTEGER AS i, CASE WHEN i % 2 = 0 THEN '' ELSE 'x' || (i % 7) END AS t FROM range(30000) AS r(i)`;
  const { table } = await read(await write(select, 'zstd', ', ROW_GROUP_SIZE 2048'));
  expect(table!.rowCount).toBe(30000);
  expect(table!.columns[0]!.every((text, i) => text === String(i))).toBe(true);
  expect(table!.columns[1]!.slice(0, 4)).toEqual([null, 'x1', null, 'x3']);
});

test('a column without a text costs that column, and a note names it with its type and a remedy', async () => {
  const bytes = await write(
    `SELECT 1 AS a, [1, 2] AS l, {'x': 1} AS s, TIMESTAMPTZ '2026-09-01 00:00:00+08' AS z, TIME '08:00' AS t, 'x' AS b`,
  );
  const { table, problems } = await read(bytes);
  expect(problems).toEqual([]);
  expect(table!.header.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(table!.columns).toEqual([['1'], ['x']]);
  expect(table!.unread!.map(({ name, problem }) => [name, problem.code, problem.where])).toEqual(
    ['l', 's', 'z', 't'].map((name) => [name, 'unsupported-type', `a.parquet:${name}`]),
  );
  expect(table!.notes.map(({ where, message }) => [where, /of type (\w+)/.exec(message)![1]])).toEqual([
    ['a.parquet:l', 'LIST'],
    ['a.parquet:s', 'group'],
    ['a.parquet:z', 'TIMESTAMP'],
    ['a.parquet:t', 'TIME'],
  ]);
  const asked = { ...revenue, columns: [column('a'), column('z', { type: 'DATE' })] };
  const wanted = alignTable((await read(bytes, asked)).table!, asked);
  expect(wanted.problems.map(({ code, where }) => [code, where])).toContainEqual([
    'unsupported-type',
    'a.parquet:z',
  ]);
  expect(wanted.problems.find(({ where }) => where.endsWith(':z'))!.remedy).toContain('a date');
  const ignoring = { ...revenue, columns: [column('a'), column('b')], ignore: ['l', 's', 'z', 't'] };
  const left = (await read(bytes, ignoring)).table!;
  expect(left.notes).toEqual([]);
  expect(alignTable(left, ignoring).problems).toEqual([]);
});

test('a file without one column that can be read is a problem', async () => {
  expect(
    (await read(await write('SELECT [1] AS l'))).problems.map(({ code, where }) => [code, where]),
  ).toEqual([['unsupported-type', 'a.parquet:l']]);
});

test('a time of the world never slips to another day: it is named, and one that says nothing of zones is told', async () => {
  const zones = (await read(await readCase('zones.parquet'))).table!;
  expect(zones.header.map(({ name }, i) => [name, zones.columns[i]])).toEqual([
    ['m', ['2026-09-01']],
    ['v', ['1.5']],
  ]);
  expect(zones.unread!.map(({ name }) => name)).toEqual(['z', 'l']);
  // By the older words of the format, which know times of UTC alone.
  expect((await read(await readCase('utc.parquet'))).table!.unread!.map(({ name }) => name)).toEqual(['m']);
  const old = (await read(await readCase('int96.parquet'))).table!;
  expect(old.columns).toEqual([['2026-09-01'], ['1.5']]);
  expect(old.notes.map(({ code, where }) => [code, where])).toEqual([['zoneless-time', 'a.parquet:m']]);
});

test('what is cut off or garbage is a problem', async () => {
  const bytes = await write(`SELECT i, 'x' || i AS t FROM range(1000) AS r(i)`);
  for (let length = 4; length < bytes.length; length += Math.ceil(bytes.length / 50))
    expect((await read(bytes.subarray(0, length))).problems[0]?.code, String(length)).toBe('damaged-file');
  const garbage = bytes.slice().fill(7, 4, bytes.length - 300);
  expect((await read(garbage)).problems[0]!.code).toBe('damaged-file');
});

test('a text that holds a NUL rejects its row, and the others keep their places', async () => {
  const { table } = await read(
    await write(`SELECT * FROM (VALUES (1, 'a'), (2, 'x' || chr(0) || 'y'), (3, 'c')) AS r(i, t)`),
  );
  expect([table!.rowCount, table!.columns, table!.placeOf(1, 1)]).toEqual([
    2,
    [
      ['1', '3'],
      ['a', 'c'],
    ],
    'a.parquet:3:t',
  ]);
  expect(table!.rejects.map(({ place, text, problem }) => [place, text, problem.code])).toEqual([
    ['a.parquet:2:t', '2\tx\0y', 'not-text'],
  ]);
});
