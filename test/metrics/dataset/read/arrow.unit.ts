import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as arrow from 'apache-arrow';
import { expect, test } from 'vitest';
import { readArrow } from '../../../../packages/metrics/src/dataset/read/arrow.js';

const read = (bytes: Uint8Array, signal?: AbortSignal) =>
  readArrow(bytes, { name: 'a.arrow', ...(signal && { signal }) });
const readCase = async (name: string) => read(await readFile(join(import.meta.dirname, 'cases', name)));

/** A column of one type from its stored values; the last row is null. */
function stored(type: arrow.DataType, data: ArrayBufferView, length: number): arrow.Vector {
  const nullBitmap = Uint8Array.of((1 << (length - 1)) - 1);
  return new arrow.Vector([arrow.makeData({ type, length, nullCount: 1, nullBitmap, data } as never)]);
}

const words = (value: bigint) =>
  Uint32Array.from({ length: 4 }, (_, i) => Number(BigInt.asUintN(32, value >> BigInt(32 * i))));
const day = 20697;
const columns: Readonly<Record<string, readonly [arrow.Vector, readonly (string | null)[]]>> = {
  text: [arrow.vectorFromArray(['集成电路', '', null], new arrow.Utf8()), ['集成电路', null, null]],
  dictionary: [
    arrow.vectorFromArray(['甲', '乙', null], new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())),
    ['甲', '乙', null],
  ],
  bool: [arrow.vectorFromArray([true, false, null], new arrow.Bool()), ['true', 'false', null]],
  int64: [
    stored(new arrow.Int64(), BigInt64Array.of(9007199254740993n, -1n, 0n), 3),
    ['9007199254740993', '-1', null],
  ],
  uint8: [stored(new arrow.Uint8(), Uint8Array.of(255, 0, 0), 3), ['255', '0', null]],
  float: [stored(new arrow.Float32(), Float32Array.of(0.1, 1e9, 0), 3), ['0.1', '1000000000', null]],
  double: [stored(new arrow.Float64(), Float64Array.of(0.1, 1e-7, 0), 3), ['0.1', '0.0000001', null]],
  decimal: [
    stored(
      new arrow.Decimal(2, 38, 128),
      Uint32Array.of(...words(1234567890123456789012n), ...words(-5n), ...words(0n)),
      3,
    ),
    ['12345678901234567890.12', '-0.05', null],
  ],
  days: [stored(new arrow.DateDay(), Int32Array.of(day, -1, 0), 3), ['2026-09-01', '1969-12-31', null]],
  milliseconds: [
    stored(new arrow.DateMillisecond(), BigInt64Array.of(BigInt(day) * 86_400_000n, -86_400_000n, 0n), 3),
    ['2026-09-01', '1969-12-31', null],
  ],
  micros: [
    stored(new arrow.TimestampMicrosecond(), BigInt64Array.of(BigInt(day) * 86_400_000_000n, 1n, 0n), 3),
    ['2026-09-01', '1970-01-01 00:00:00.000001', null],
  ],
};
const whole = new arrow.Table(
  Object.fromEntries(Object.entries(columns).map(([name, [vector]]) => [name, vector])),
);

test.each(['file', 'stream'] as const)('values of every kind are exact, from a %s', async (format) => {
  const { table, problems } = await read(arrow.tableToIPC(whole, format));
  expect(problems).toEqual([]);
  const got = Object.fromEntries(table!.header.map(({ name }, i) => [name, table!.columns[i]]));
  expect(got).toEqual(Object.fromEntries(Object.entries(columns).map(([name, [, texts]]) => [name, texts])));
  expect(table!.placeOf(2, 0)).toBe('a.arrow:3:text');
});

test('batches follow one another, moments too', async () => {
  const batch = (n: bigint) =>
    new arrow.Table({
      at: new arrow.Vector([
        arrow.makeData({ type: new arrow.TimestampSecond(), data: BigInt64Array.of(n * 86_400n) }),
      ]),
    });
  const { table } = await read(arrow.tableToIPC(batch(0n).concat(batch(1n)), 'stream'));
  expect(table!.columns).toEqual([['1970-01-01', '1970-01-02']]);
});

test('a column without a text is a problem', async () => {
  const made = new arrow.Table({
    list: arrow.vectorFromArray([[1]], new arrow.List(new arrow.Field('x', new arrow.Int32()))),
    zoned: new arrow.Vector([
      arrow.makeData({ type: new arrow.TimestampSecond('Asia/Shanghai'), data: BigInt64Array.of(0n) }),
    ]),
  });
  expect((await read(arrow.tableToIPC(made))).problems.map(({ code, where }) => [code, where])).toEqual([
    ['unsupported-type', 'a.arrow:list'],
    ['unsupported-type', 'a.arrow:zoned'],
  ]);
});

test.each(['views.arrow', 'views.arrows'])(
  'views are read as texts: %s, which polars wrote',
  async (name) => {
    const { table, problems } = await readCase(name);
    expect(problems).toEqual([]);
    expect(table!.header.map(({ name: header }, i) => [header, table!.columns[i]])).toEqual([
      ['month', ['2026-09-01', '2026-10-01', null]],
      ['industry', ['集成电路', '一个长于十二字节的行业名称', null]],
      ['code', ['x', 'twelve bytes', 'thirteen byte']],
      ['v', ['1.5', '2.25', null]],
      ['at', ['2026-09-01', null, '2026-09-01 08:30:00']],
      ['kind', ['a', 'b', 'a']],
    ]);
    expect(
      table!.notes.map(({ code, where, message }) => [code, where, / type (\w+)/.exec(message)![1]]),
    ).toEqual([
      ['unsupported-type', 'a.arrow:tags', 'LargeList'],
      ['unsupported-type', 'a.arrow:raw', 'BinaryView'],
    ]);
  },
);

test.each(['types.arrow', 'types.arrows'])(
  'each column of another type costs itself alone, whatever its parts: %s, which pyarrow wrote',
  async (name) => {
    const { table } = await readCase(name);
    expect(Object.fromEntries(table!.header.map((cell, i) => [cell.name, table!.columns[i]]))).toEqual({
      t: ['a', null, '一个长于十二字节的行业名称'],
      lt: ['a', null, 'b'],
      d32: ['1.25', null, '-0.05'],
      d256: ['12345678901234567890123456789012345678.25', null, '-0.05'],
      h: ['0.5', null, '-2'],
      ree: ['1', '1', '2'],
      u8: ['1', '2', '255'],
      dd: ['x', null, 'y'],
      du: ['2026-01-01', null, '2026-01-01'],
      last: ['end1', 'end2', 'end3'],
      after: ['7', '8', '9'],
    });
    expect(table!.unread!.map((one) => [one.name, / type (\w+)/.exec(one.problem.message)![1]])).toEqual([
      ['struct', 'Struct'],
      ['map', 'Map'],
      ['lv', 'ListView'],
      ['dur', 'Duration'],
      ['z', 'Timestamp'],
      ['fsl', 'FixedSizeList'],
      ['dict_list', 'List'],
      ['ree2', 'RunEndEncoded'],
      ['union', 'Union'],
    ]);
    expect(table!.unread!.find((one) => one.name === 'z')!.problem.message).toContain('Asia/Shanghai');
  },
);

test('lists of different values that are replaced, or grow, are those of the rows behind them', async () => {
  expect((await readCase('dictionaries.arrows')).table!.columns).toEqual([['a', 'b', 'c', 'd', 'e', 'd']]);
});

test('numbers that are big-endian are refused by name', async () => {
  expect((await readCase('09-big-endian.arrows')).problems).toMatchObject([
    { code: 'big-endian', where: 'a.arrow', message: expect.stringContaining('big-endian') as string },
  ]);
});

test('a file whose bytes were changed anywhere never throws', async () => {
  const bytes = await readFile(join(import.meta.dirname, 'cases/types.arrow'));
  let seed = 7;
  const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 300; round++) {
    const changed = new Uint8Array(bytes);
    for (let n = 0; n < 4; n++) changed[next(changed.length)] = next(256);
    const { table, problems } = await read(changed);
    if (!table) expect(problems[0]!.remedy).toMatch(/\S/);
  }
});

test('what is cut off anywhere is a problem, also between two of its messages', async () => {
  for (const format of ['file', 'stream'] as const) {
    const bytes = arrow.tableToIPC(whole, format);
    for (let length = 8; length < bytes.length; length += 8) {
      const { problems } = await read(bytes.subarray(0, length));
      expect(
        problems.map(({ code }) => code),
        `${format} ${length}`,
      ).toEqual(['damaged-file']);
    }
  }
});

test('garbage is a problem', async () => {
  const bytes = arrow.tableToIPC(whole, 'stream').fill(9, 8, 200);
  expect((await read(bytes)).problems[0]!.code).toBe('damaged-file');
});

test('a text that holds a NUL rejects its row, also from a list of different values', async () => {
  const table = new arrow.Table({
    t: arrow.vectorFromArray(['a', 'x\0', 'c'], new arrow.Utf8()),
    d: arrow.vectorFromArray(['甲', '乙', '\0'], new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())),
  });
  const found = (await read(arrow.tableToIPC(table, 'file'))).table!;
  expect(found.columns).toEqual([['a'], ['甲']]);
  expect(found.rejects.map(({ place, problem }) => [place, problem.code])).toEqual([
    ['a.arrow:2:t', 'not-text'],
    ['a.arrow:3:d', 'not-text'],
  ]);
});
