import { DuckDBDateValue, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import type { Table, TableColumn } from '../engine.js';
import { beginReading, describeSql, endReading, notReading, readTypes, refused } from '../reading.js';
import { dayOf, type Cell } from '../table.js';

/** Runs one statement that reads. Throws `SQL`, `RESULT_TYPE`. */
export async function runStatement(connection: DuckDBConnection, sql: string): Promise<Table> {
  try {
    await connection.run(beginReading);
    try {
      return await readStatement(connection, sql);
    } finally {
      await connection.run(endReading).catch(() => undefined);
    }
  } catch (cause) {
    throw refused(cause);
  }
}

async function readStatement(connection: DuckDBConnection, sql: string): Promise<Table> {
  // Several statements cannot be prepared.
  const statement = await connection.prepare(sql);
  try {
    const description = await connection.runAndReadAll(describeSql(sql)).catch((cause: unknown) => {
      throw notReading(cause);
    });
    const [names = [], columnTypes = []] = description.getColumns();
    const types = readTypes(names, columnTypes);
    const result = await statement.runAndReadAll();
    const values = result.getColumns();
    const columns = types.map(
      (type, i) =>
        ({ name: result.columnName(i), type, values: (values[i] ?? []).map(readCell) }) as TableColumn,
    );
    return { columns, rowCount: result.currentRowCount, sql };
  } finally {
    statement.destroySync();
  }
}

function readCell(value: DuckDBValue): Cell {
  return value instanceof DuckDBDateValue ? dayOf(value.days) : (value as Cell);
}
