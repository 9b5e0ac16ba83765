import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { MetricsError } from '../../error.js';
import { buildSql, dropSql } from '../columns.js';
import type { Session } from '../host.js';
import type { Entry } from '../contents.js';
import type { Database } from '../engine.js';
import { lockDown } from '../lockdown.js';
import { isFatal, refused } from '../reading.js';
import { checkStatement, runStatement } from './statement.js';
import { writeTable } from './write.js';

/** Opens a database read only, or nothing; nothing else can be reached from it. Throws `DATABASE`. */
export async function openSession(database?: Database): Promise<Session> {
  // One thread, as in the browser: sums of DOUBLE depend on their number.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    const say = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
    const entries = await lockDown(say, database && { path: database.url, database });
    return holdSession(connection, entries, close);
  } catch (cause) {
    close();
    if (cause instanceof MetricsError) throw cause;
    const message = `${database?.url} cannot be opened as a database (${(cause as Error).message}). Publish the release again.`;
    throw new MetricsError('DATABASE', message, { cause });
  }
}

function holdSession(connection: DuckDBConnection, entries: readonly Entry[], close: () => void): Session {
  let idle: Promise<unknown> = Promise.resolve();
  let failure: MetricsError | undefined;
  const ended = new AbortController();
  const work = <T>(answer: Promise<T>): Promise<T> => {
    const known = answer.catch((cause: Error) => {
      const error = refused(cause);
      if (isFatal(cause)) failure = error;
      throw error;
    });
    idle = known.catch(() => undefined);
    return known;
  };
  return {
    entries,
    run: (sql) => work(runStatement(connection, sql)),
    load: (name, columns) => work(writeTable(connection, name, columns, ended.signal)),
    build: (name, sql) =>
      work(
        checkStatement(connection, sql).then(async () => void (await connection.run(buildSql(name, sql)))),
      ),
    drop: (name) => work(connection.run(dropSql(name)).then(() => undefined)),
    failure: () => failure,
    async end(error) {
      failure ??= error;
      ended.abort(error);
      connection.interrupt();
      await idle;
      close();
    },
  };
}
