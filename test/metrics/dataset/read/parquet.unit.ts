import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readParquet } from '../../../../packages/metrics/src/dataset/read/parquet.js';
import { sqlText } from '../../../../packages/metrics/src/sql.js';

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
const read = (bytes: Uint8Array) => readParquet(bytes, { name: 'a.parquet' });

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

test('a column without a text is a problem, whatever the others are', async () => {
  const { problems } = await read(
    await write(
      `SELECT 1 AS a, [1, 2] AS l, {'x': 1} AS s, TIMESTAMPTZ '2026-09-01 00:00:00+08' AS z, TIME '08:00' AS t`,
    ),
  );
  expect(problems.map(({ code, where }) => [code, where])).toEqual(
    ['l', 's', 'z', 't'].map((name) => ['unsupported-type', `a.parquet:${name}`]),
  );
});

test('what is cut off or garbage is a problem', async () => {
  const bytes = await write(`SELECT i, 'x' || i AS t FROM range(1000) AS r(i)`);
  for (let length = 4; length < bytes.length; length += Math.ceil(bytes.length / 50))
    expect((await read(bytes.subarray(0, length))).problems[0]?.code, String(length)).toBe('damaged-file');
  const garbage = bytes.slice().fill(7, 4, bytes.length - 300);
  expect((await read(garbage)).problems[0]!.code).toBe('damaged-file');
});
