import { Field, makeData, RecordBatch, RecordBatchStreamWriter, Schema, Struct } from 'apache-arrow';
import { encodeColumn } from '../arrow.js';
import type { TableColumn } from '../engine.js';

/** Rows of columns as a stream of Arrow. */
export function encodeRows(columns: readonly TableColumn[], from: number, to: number): Uint8Array {
  const children = columns.map((column) => encodeColumn(column, from, to));
  const schema = new Schema(children.map(({ type }, i) => new Field(columns[i]!.name, type, true)));
  const rows = makeData({ type: new Struct(schema.fields), length: to - from, nullCount: 0, children });
  return RecordBatchStreamWriter.writeAll([new RecordBatch(schema, rows)]).toUint8Array(true);
}
