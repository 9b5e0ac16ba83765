import { Field, makeData, RecordBatch, Schema, Struct, Table as ArrowTable } from 'apache-arrow';
import { encodeColumn } from '../engine/arrow.js';
import type { Table } from '../engine/engine.js';
import type { Completeness } from '../query/completeness.js';
import type { Query } from '../query/query.js';
import type { QueryColumn } from './column.js';

/** The facts of a result beside its columns. */
interface ResultFacts extends Pick<Table, 'rowCount' | 'sql'> {
  readonly query: Query;
  readonly completeness: readonly Completeness[];
}

/** The columns of a result in Arrow, with their facts as metadata. */
export function buildArrowTable(
  columns: readonly QueryColumn[],
  { rowCount, sql, query, completeness }: ResultFacts,
): ArrowTable {
  const children = columns.map((column) => encodeColumn(column, 0, rowCount));
  const fields = columns.map(({ name, role, label, metric, unit, format, grain }, i) => {
    const known = describe({ role, label, metric, unit, format, grain });
    return new Field(name, children[i]!.type, true, known);
  });
  const schema = new Schema(
    fields,
    describe({ sql, query, completeness: completeness.length > 0 ? completeness : undefined }),
  );
  const rows = makeData({ type: new Struct(fields), length: rowCount, nullCount: 0, children });
  return new ArrowTable(schema, new RecordBatch(schema, rows));
}

/** Metadata are texts: a text as it is, all else as JSON. */
function describe(known: Readonly<Record<string, unknown>>): Map<string, string> {
  const given = Object.entries(known).filter(([, value]) => value !== undefined);
  return new Map(
    given.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
