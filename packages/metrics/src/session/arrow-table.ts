import { Field, makeData, RecordBatch, Schema, Struct, Table } from 'apache-arrow';
import { encodeColumn } from '../engine/arrow.js';
import type { QueryColumn, QueryResult } from './result.js';

/** The columns of a result in Arrow, with what is known of them as metadata. */
export function buildArrowTable(
  columns: readonly QueryColumn[],
  { rowCount, sql, query, completeness }: Pick<QueryResult, 'rowCount' | 'sql' | 'query' | 'completeness'>,
): Table {
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
  return new Table(schema, new RecordBatch(schema, rows));
}

/** Metadata are texts: a text as it is, all else as JSON. */
function describe(known: Readonly<Record<string, unknown>>): Map<string, string> {
  const given = Object.entries(known).filter(([, value]) => value !== undefined);
  return new Map(
    given.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
