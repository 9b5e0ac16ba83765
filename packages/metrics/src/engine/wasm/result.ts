import { RecordBatchReader, Table as ArrowTable, type Vector } from 'apache-arrow';
import type { Day } from '../../plan/plan.js';
import type { Table, TableColumn } from '../engine.js';
import { dayOf, type Cell, type CellType } from '../table.js';

/** What the engine answered, as a table of Arrow. */
export function decodeTable(bytes: Uint8Array): ArrowTable {
  return new ArrowTable(RecordBatchReader.from(bytes));
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
  return Array.from({ length: rows }, (_, row) => (vector.get(row) as Cell | undefined) ?? null);
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
