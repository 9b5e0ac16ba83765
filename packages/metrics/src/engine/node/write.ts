import { setImmediate } from 'node:timers/promises';
import {
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDataChunk,
  DuckDBDateValue,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { countRows, createSql } from '../columns.js';
import type { TableColumn } from '../engine.js';
import { epochDay, type CellType } from '../table.js';

const types: Readonly<Record<CellType, DuckDBType>> = { DOUBLE, VARCHAR, DATE, BOOLEAN };

/** Rows of a chunk: DuckDB's own vectors are that long. */
const chunkRows = 2048;

/** Makes columns a table of the memory, whole or not at all. Throws DuckDB's error, and the signal's reason. */
export async function writeTable(
  connection: DuckDBConnection,
  name: string,
  columns: readonly TableColumn[],
  signal?: AbortSignal,
): Promise<void> {
  await connection.run('BEGIN TRANSACTION');
  try {
    await connection.run(createSql(name, columns));
    await appendRows(connection, name, columns, signal);
    signal?.throwIfAborted();
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function appendRows(
  connection: DuckDBConnection,
  name: string,
  columns: readonly TableColumn[],
  signal?: AbortSignal,
): Promise<void> {
  const appender = await connection.createAppender(name, 'main', 'memory');
  const rows = countRows(columns);
  try {
    for (let from = 0; from < rows; from += chunkRows) {
      const count = Math.min(chunkRows, rows - from);
      const chunk = DuckDBDataChunk.create(
        columns.map(({ type }) => types[type]),
        count,
      );
      chunk.setColumns(columns.map((column) => readCells(column, from, from + count)));
      appender.appendDataChunk(chunk);
      // Deadlines and callers get their turn.
      if (from % (16 * chunkRows) === 0) await setImmediate();
      signal?.throwIfAborted();
    }
  } finally {
    appender.closeSync();
  }
}

function readCells({ type, values }: TableColumn, from: number, to: number): readonly DuckDBValue[] {
  const cells = values.slice(from, to);
  if (type !== 'DATE') return cells;
  return (cells as readonly (string | null)[]).map((day) => day && new DuckDBDateValue(epochDay(day)));
}
