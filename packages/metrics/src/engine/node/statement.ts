import { DuckDBDateValue, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import type { Table, TableColumn } from '../engine.js';
import { beginReading, describeSql, endReading, notReading, readTypes, refused } from '../reading.js';
import { dayOf, type Cell } from '../table.js';
import { readColumn } from './chunk.js';
import { interruptible } from './interrupt.js';

/** Runs one statement that reads. Throws `SQL`, `RESULT_TYPE`, and the signal's reason. */
export function runStatement(
  connection: DuckDBConnection,
  sql: string,
  signal?: AbortSignal,
): Promise<Table> {
  return usePrepared(connection, { sql, signal }, async (statement, { names, types: columnTypes }) => {
    const types = readTypes(names, columnTypes);
    const result = await statement.run();
    const chunks = await result.fetchAllChunks();
    signal?.throwIfAborted();
    const columns = types.map((type, i) => {
      return { name: result.columnName(i), type, values: readColumn(chunks, i, readCell) } as TableColumn;
    });
    return { columns, rowCount: chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0), sql };
  });
}

/** Throws `SQL` where a text is not one statement that reads. */
export function checkStatement(
  connection: DuckDBConnection,
  sql: string,
  signal?: AbortSignal,
): Promise<void> {
  return usePrepared(connection, { sql, signal }, () => Promise.resolve());
}

type PreparedStatement = Awaited<ReturnType<DuckDBConnection['prepare']>>;

/** The columns of a statement's answer, in the words of SQL. */
interface Description {
  readonly names: readonly DuckDBValue[];
  readonly types: readonly DuckDBValue[];
}

async function usePrepared<T>(
  connection: DuckDBConnection,
  { sql, signal }: { readonly sql: string; readonly signal: AbortSignal | undefined },
  use: (statement: PreparedStatement, description: Description) => Promise<T>,
): Promise<T> {
  try {
    signal?.throwIfAborted();
    await connection.run(beginReading);
    try {
      return await interruptible(connection, signal, async () => {
        // Several statements cannot be prepared.
        const statement = await connection.prepare(sql);
        try {
          const description = await connection.runAndReadAll(describeSql(sql)).catch((cause: unknown) => {
            throw notReading(cause);
          });
          signal?.throwIfAborted();
          const [names = [], types = []] = description.getColumns();
          return await use(statement, { names, types });
        } finally {
          statement.destroySync();
        }
      });
    } finally {
      await connection.run(endReading).catch(() => undefined);
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw refused(cause);
  }
}

function readCell(value: DuckDBValue): Cell {
  return value instanceof DuckDBDateValue ? dayOf(value.days) : (value as Cell);
}
