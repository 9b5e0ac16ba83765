import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { MetricsError } from '../../error.js';
import type { Table } from '../engine.js';
import { lockdown } from '../lockdown.js';
import { runStatement } from './statement.js';

/** A database open in native DuckDB. */
export interface Session {
  /** Throws `SQL`, `RESULT_TYPE`. */
  readonly run: (sql: string) => Promise<Table>;
  /** Interrupts what runs, and resolves when everything is closed. */
  readonly close: () => Promise<void>;
}

/** Opens a database read only; nothing else can be reached from it. Throws `DATABASE`. */
export async function openSession(path: string): Promise<Session> {
  // One thread, as in the browser: sums of DOUBLE depend on their number.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    for (const sql of lockdown(path)) await connection.run(sql);
  } catch (cause) {
    close();
    const message = `${path} cannot be opened as a database (${(cause as Error).message}). Publish the release again.`;
    throw new MetricsError('DATABASE', message, { cause });
  }
  return holdSession(connection, close);
}

function holdSession(connection: DuckDBConnection, close: () => void): Session {
  let idle: Promise<unknown> = Promise.resolve();
  return {
    run(sql) {
      const table = runStatement(connection, sql);
      idle = table.catch(() => undefined);
      return table;
    },
    async close() {
      connection.interrupt();
      await idle;
      close();
    },
  };
}
