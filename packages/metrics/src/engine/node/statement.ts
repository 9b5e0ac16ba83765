import { DuckDBDateValue, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import type { Table, TableColumn } from '../engine.js';
import { beginReading, describeSql, endReading, notReading, readTypes, refused } from '../reading.js';
import { dayOf, type Cell } from '../table.js';
import { readColumn } from './chunk.js';

/** Runs one statement that reads. Throws `SQL`, `RESULT_TYPE`. */
export function runStatement(connection: DuckDBConnection, sql: string): Promise<Table> {
  return prepare(connection, sql, async (statement, { names, types: columnTypes }) => {
    const types = readTypes(names, columnTypes);
    const result = await statement.run();
    const chunks = await result.fetchAllChunks();
    const columns = types.map((type, i) => {
      return { name: result.columnName(i), type, values: readColumn(chunks, i, readCell) } as TableColumn;
    });
    return { columns, rowCount: chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0), sql };
  });
}

/** Throws `SQL` where a text is not one statement that reads. */
export function checkStatement(connection: DuckDBConnection, sql: string): Promise<void> {
  return prepare(connection, sql, () => Promise.resolve());
}

type Prepared = Awaited<ReturnType<DuckDBConnection['prepare']>>;

/** What a statement would answer, in the words of SQL. */
interface Description {
  readonly names: readonly DuckDBValue[];
  readonly types: readonly DuckDBValue[];
}

async function prepare<T>(
  connection: DuckDBConnection,
  sql: string,
  use: (statement: Prepared, description: Description) => Promise<T>,
): Promise<T> {
  try {
    await connection.run(beginReading);
    try {
      // Several statements cannot be prepared.
      const statement = await connection.prepare(sql);
      try {
        const description = await connection.runAndReadAll(describeSql(sql)).catch((cause: unknown) => {
          throw notReading(cause);
        });
        const [names = [], types = []] = description.getColumns();
        return await use(statement, { names, types });
      } finally {
        statement.destroySync();
      }
    } finally {
      await connection.run(endReading).catch(() => undefined);
    }
  } catch (cause) {
    throw refused(cause);
  }
}

function readCell(value: DuckDBValue): Cell {
  return value instanceof DuckDBDateValue ? dayOf(value.days) : (value as Cell);
}
