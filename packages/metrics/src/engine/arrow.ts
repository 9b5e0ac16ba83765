import { Bool, DateDay, Float64, makeData, Utf8, type Data } from 'apache-arrow';
import type { TableColumn } from './engine.js';
import { epochDay, type Cell } from './table.js';
import { encodeTexts } from './text.js';

/**
 * A part of a column in Arrow: Float64, Utf8, DateDay or Bool. Its buffers are filled here: Arrow's own builders compile
 * code, which a strict page forbids.
 */
export function encodeColumn(column: TableColumn, from: number, to: number): Data {
  const values: readonly Cell[] = column.values.slice(from, to);
  const { length } = values;
  const nullBitmap = packBits(values, (value) => value !== null);
  const shape = { length, nullCount: values.filter((value) => value === null).length, nullBitmap };
  switch (column.type) {
    case 'DOUBLE':
      return makeData({ type: new Float64(), ...shape, data: Float64Array.from(values as number[]) });
    case 'DATE': {
      const days = Int32Array.from(values as (string | null)[], (day) => (day === null ? 0 : epochDay(day)));
      return makeData({ type: new DateDay(), ...shape, data: days });
    }
    case 'BOOLEAN':
      return makeData({ type: new Bool(), ...shape, data: packBits(values, (value) => value === true) });
    case 'VARCHAR':
      return makeData({ type: new Utf8(), ...shape, ...encodeTexts(values as (string | null)[]) });
  }
}

/** A bit for each value, the first one lowest. */
function packBits<T>(values: readonly T[], test: (value: T) => boolean): Uint8Array {
  const bits = new Uint8Array((values.length + 7) >> 3);
  for (let i = 0; i < values.length; i++) if (test(values[i]!)) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}
