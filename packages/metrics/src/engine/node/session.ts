import { setTimeout } from 'node:timers/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { MetricsError } from '../../base/error.js';
import { buildSql, dropSql } from '../columns.js';
import type { Session } from '../host.js';
import { attachedName, type Entry } from '../contents.js';
import type { Database } from '../engine.js';
import { lockDown, useSql } from '../lockdown.js';
import { isFatal, refused } from '../reading.js';
import { importCsv } from './import.js';
import { interruptible } from './interrupt.js';
import { checkStatement, runStatement } from './statement.js';
import { writeTable } from './write.js';
import { listed, say } from '../../base/sentence.js';
import { sqlName } from '../../base/sql.js';

/** Opens databases read only, or nothing; nothing else can be reached from it. Throws `DATABASE`. */
export async function openSession(databases: readonly Database[]): Promise<Session> {
  // One thread, as in the browser: sums of DOUBLE depend on their number.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    const answer = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
    const places = databases.map((database) => ({ path: database.url, database }));
    const contents = await lockDown(answer, places);
    return holdSession(connection, { contents, first: databases[0] && attachedName(databases[0]) }, close);
  } catch (cause) {
    close();
    if (cause instanceof MetricsError) throw cause;
    const { message: reason } = cause as Error;
    const urls = databases.map(({ url }) => url);
    const message =
      databases.length > 0
        ? say`${listed(urls)} cannot be opened as a database (${reason}). Publish the release again.`
        : say`The engine cannot start (${reason}). Close other programs, and try again.`;
    throw new MetricsError('DATABASE', message, { cause });
  }
}

/** The objects of the open databases, and the database that names without a place mean. */
interface Opened {
  readonly contents: readonly (readonly Entry[])[];
  readonly first: string | undefined;
}

function holdSession(
  connection: DuckDBConnection,
  { contents, first: opened }: Opened,
  close: () => void,
): Session {
  let first = opened;
  let current = first;
  /** Lets names without a place mean the tables of a database. */
  const use = async (wanted = first): Promise<void> => {
    if (wanted === undefined || wanted === current) return;
    await connection.run(useSql(wanted));
    current = wanted;
  };
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
    contents,
    run: (sql, given, { database } = {}) =>
      work(
        async (signal) => {
          await use(database);
          return runStatement(connection, sql, signal);
        },
        [given],
      ),
    load: (name, columns, given) => work((signal) => writeTable(connection, name, columns, signal), [given]),
    build: (name, sql, given) =>
      work(
        async (signal) => {
          await use();
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
    detach: (name, next) =>
      work(async () => {
        first = next;
        await use();
        await connection.run(`DETACH ${sqlName(name)}`);
      }, []),
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
