import { RecordBatchReader, Table as ArrowTable, type Utf8, type Vector } from 'apache-arrow';
import type { Day } from '../../base/day.js';
import type { Table, TableColumn } from '../engine.js';
import { dayOf, type Cell, type CellType } from '../table.js';

/** The engine's answer as a table of Arrow. */
export function decodeTable(bytes: Uint8Array): ArrowTable {
  const reader = RecordBatchReader.from(bytes).open();
  return new ArrowTable(reader.schema, [...reader]);
}

/** A table of Arrow as one of ours, its columns of these types. Throws `RESULT_TYPE` for a day outside the years 1 to 9999. */
export function readTable(result: ArrowTable, types: readonly CellType[], sql: string): Table {
  const columns = types.map((type, i): TableColumn => {
    const values = readValues(result.getChildAt(i), result.numRows, type);
    return { name: result.schema.fields[i]!.name, type, values } as TableColumn;
  });
  return { columns, rowCount: result.numRows, sql };
}

function readValues(vector: Vector | null, rows: number, type: CellType): readonly Cell[] {
  if (!vector) return new Array<null>(rows).fill(null);
  if (type === 'DOUBLE' && vector.nullCount === 0) return Array.from(vector.toArray() as Float64Array);
  if (type === 'DATE') return readDays(vector, rows);
  if (type === 'VARCHAR') return readTexts(vector, rows);
  return Array.from({ length: rows }, (_, row) => (vector.get(row) as Cell | undefined) ?? null);
}

/**
 * The texts of a column. The decoder of Arrow takes a U+FEFF at the beginning of a text for a byte order mark, and drops it:
 * it is put back.
 */
function readTexts(vector: Vector, rows: number): readonly (string | null)[] {
  const texts = Array.from({ length: rows }, (_, row) => vector.get(row) as string | null);
  let row = 0;
  for (const { length, valueOffsets, values } of (vector as Vector<Utf8>).data) {
    for (let i = 0; i < length; i++, row++) {
      const at = valueOffsets[i]!;
      // An empty text has the bytes of the next one there.
      if (values[at] !== 0xef || values[at + 1] !== 0xbb || values[at + 2] !== 0xbf) continue;
      if (texts[row] !== null && valueOffsets[i + 1]! > at) texts[row] = `\uFEFF${texts[row]!}`;
    }
  }
  return texts;
}

/** The days of a column; few of them, as a rule, in many rows. */
function readDays(vector: Vector, rows: number): readonly (Day | null)[] {
  const days = new Map<number, Day>();
  return Array.from({ length: rows }, (_, row) => {
    // A DATE arrives as milliseconds.
    const time = vector.get(row) as number | null;
    if (time === null) return null;
    const day = days.get(time) ?? dayOf(time / 86_400_000);
    days.set(time, day);
    return day;
  });
}
