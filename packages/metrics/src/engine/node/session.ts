import { setTimeout } from 'node:timers/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { MetricsError } from '../../base/error.js';
import { buildSql, dropSql } from '../columns.js';
import type { Session } from '../host.js';
import type { Entry } from '../contents.js';
import type { Database } from '../engine.js';
import { lockDown } from '../lockdown.js';
import { isFatal, refused } from '../reading.js';
import { importCsv } from './import.js';
import { interruptible } from './interrupt.js';
import { checkStatement, runStatement } from './statement.js';
import { writeTable } from './write.js';
import { say } from '../../base/sentence.js';

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
    const answer = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
    const entries = await lockDown(answer, database && { path: database.url, database });
    return holdSession(connection, entries, close);
  } catch (cause) {
    close();
    if (cause instanceof MetricsError) throw cause;
    const { message: reason } = cause as Error;
    const message = database
      ? say`${database.url} cannot be opened as a database (${reason}). Publish the release again.`
      : say`The engine cannot start (${reason}). Close other programs, and try again.`;
    throw new MetricsError('DATABASE', message, { cause });
  }
}

function holdSession(connection: DuckDBConnection, entries: readonly Entry[], close: () => void): Session {
  let idle: Promise<unknown> = Promise.resolve();
  let failure: MetricsError | undefined;
  const ended = new AbortController();
  const work = <T>(deed: (signal: AbortSignal) => Promise<T>, given: readonly AbortSignal[]): Promise<T> => {
    const signal = AbortSignal.any([...given, ended.signal]);
    const known = deed(signal).catch((cause: Error) => {
      const error = refused(cause);
      if (isFatal(cause)) failure = error;
      signal.throwIfAborted();
      throw error;
    });
    idle = known.catch(() => undefined);
    return known;
  };
  return {
    entries,
    run: (sql, given) => work((signal) => runStatement(connection, sql, signal), [given]),
    load: (name, columns, given) => work((signal) => writeTable(connection, name, columns, signal), [given]),
    build: (name, sql, given) =>
      work(
        async (signal) => {
          await checkStatement(connection, sql, signal);
          await interruptible(connection, signal, () => connection.run(buildSql(name, sql)));
        },
        [given],
      ),
    read: (name, csv, call, before) =>
      work(
        (signal) => importCsv(connection, { name, csv, before }, { signal, advance: call.advance }),
        [call.signal],
      ),
    drop: (name) => work(() => connection.run(dropSql(name)).then(() => undefined), []),
    failure: () => failure,
    async end(error) {
      failure ??= error;
      ended.abort(error);
      const closed = idle.then(close);
      // A connection that does not stop frees its memory when it does.
      const waiting = new AbortController();
      await Promise.race([closed, setTimeout(5_000, undefined, { signal: waiting.signal, ref: false })]);
      closed.catch(() => undefined);
      waiting.abort();
    },
  };
}
