import * as arrow from 'apache-arrow';
import { expect, test } from 'vitest';
import { readArrow } from '../../../../packages/metrics/src/dataset/read/arrow.js';

const read = (bytes: Uint8Array) => Promise.resolve(readArrow(bytes, { name: 'a.arrow' }));

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
