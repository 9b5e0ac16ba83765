import { MetricsError } from '../../base/error.js';
import type { Call } from '../calls.js';
import { buildSql, countRows, createSql, dropSql, ownTable } from '../columns.js';
import type { Database, TableColumn } from '../engine.js';
import type { Session } from '../host.js';
import { attachedName, type Entry } from '../contents.js';
import { lockDown, useSql } from '../lockdown.js';
import {
  beginReading,
  describeSql,
  endReading,
  isFatal,
  notReading,
  readTypes,
  refused,
} from '../reading.js';
import type { CellType } from '../table.js';
import { encodeRows } from './arrow.js';
import { importCsv } from './import.js';
import type { Instance } from './instance.js';
import { runInSteps } from './pending.js';
import type { RemoteFile } from './report.js';
import { decodeTable, readTable } from './result.js';
import { say } from '../../base/sentence.js';
import { sqlName } from '../../base/sql.js';

/** DuckDB's number for files read by HTTP. */
const http = 4;

/** Rows of one insert, and statements whose types are remembered. */
const batch = 65_536;
const most = 1000;

/** A database, and the bytes of its file, or where parts of it are. */
export interface SessionFile {
  readonly database: Pick<Database, 'url' | 'tables' | 'name'>;
  readonly file: Uint8Array | RemoteFile;
}

/** Starts another engine, to read files of the caller's own. */
type StartReader = (call: Call) => Instance;

/** The name of a file within the engine. */
const fileOf = (name: string): string => `${name}.duckdb`;

/** Opens databases read only, or nothing, in a fresh engine, which can then open nothing else. Throws `DATABASE`. */
export async function openSession(
  instance: Instance,
  files: readonly SessionFile[],
  startReader: StartReader,
): Promise<Session> {
  const { ask } = instance;
  try {
    const places = files.map(({ database }) => ({ path: fileOf(attachedName(database)), database }));
    for (const [i, { file }] of files.entries()) {
      const { path } = places[i]!;
      // The engine takes the bytes it is given away from here.
      if (file instanceof Uint8Array) await ask((db) => db.registerFileBuffer(path, file.slice()));
      else await ask((db) => db.registerFileURL(path, file.url, http, false));
    }
    const reader = await ask((db) => db.connectInternal());
    const answer = async (sql: string): Promise<readonly (readonly unknown[])[]> => {
      const table = decodeTable(await ask((db) => db.runQuery(reader, sql)));
      const columns = Array.from({ length: table.numCols }, (_, i) => table.getChildAt(i)!);
      return Array.from({ length: table.numRows }, (_, row) =>
        columns.map((column) => column.get(row) as unknown),
      );
    };
    const contents = await lockDown(answer, places);
    // Arrow finds its table by the connection's own database: this one stays with the memory.
    const writer = await ask((db) => db.connectInternal());
    await ask((db) => db.runQuery(reader, beginReading));
    const first = files[0] && attachedName(files[0].database);
    return holdSession(instance, { contents, first, reader, writer, startReader });
  } catch (cause) {
    if (cause instanceof MetricsError) throw cause;
    const message = say`The database cannot be opened (${(cause as Error).message}). Publish the release again, and upload it whole.`;
    throw new MetricsError('DATABASE', message, { cause });
  }
}

/** The open connections; `reader` is always within a transaction that reads, `writer` within one only while it writes. */
interface Opened {
  readonly contents: readonly (readonly Entry[])[];
  /** The database that names without a place mean. */
  readonly first: string | undefined;
  readonly startReader: StartReader;
  readonly reader: number;
  readonly writer: number;
}

function holdSession(
  instance: Instance,
  { contents, first: opened, reader, writer, startReader }: Opened,
): Session {
  let first = opened;
  let current = first;
  let isReading = true;
  /** The answers of statements that were checked (one, reading); the tables they read change only here. */
  const known = new Map<string, readonly CellType[]>();
  const ask: Instance['ask'] = (question) =>
    instance.ask(question).catch((cause: Error) => {
      if (isTrap(cause)) instance.stop(refused(cause));
      throw cause;
    });
  const tell = (connection: number, sql: string): Promise<Uint8Array> =>
    ask((db) => db.runQuery(connection, sql));

  /** Lets names without a place mean the tables of a database. */
  async function use(wanted = first): Promise<void> {
    if (wanted === undefined || wanted === current) return;
    await tell(reader, useSql(wanted));
    current = wanted;
  }

  async function check(sql: string): Promise<readonly CellType[]> {
    const description = await describe(sql);
    const [names, types] = [[...description.getChildAt(0)!], [...description.getChildAt(1)!]];
    return readTypes(names, types);
  }

  /**
   * The answer of a statement whose types are known. Without a semicolon it is one statement, but for PIVOT, which becomes
   * several; any other is prepared, which only one can be. That it reads is told by its first word.
   */
  async function runOne(sql: string, signal: AbortSignal): Promise<Uint8Array> {
    if (!/^(SELECT|WITH)\s/.test(sql)) throw notReading(undefined);
    if (/;|pivot/i.test(sql)) await close(await prepare(sql));
    return runInSteps(ask, reader, sql, signal);
  }

  /** Several statements, or none, cannot be prepared. */
  const prepare = (sql: string): Promise<number> => ask((db) => db.createPrepared(reader, sql));
  const close = (statement: number): Promise<void> => ask((db) => db.closePrepared(reader, statement));

  async function describe(sql: string) {
    const statement = await prepare(sql);
    const [description] = await Promise.all([
      tell(reader, describeSql(sql)).catch((cause: unknown) => {
        throw notReading(cause);
      }),
      close(statement),
    ]);
    return decodeTable(description);
  }

  /** A transaction that failed answers nothing more, and one that began before a change does not see it. */
  async function renew(): Promise<void> {
    await endRead().catch(() => undefined);
    await tell(reader, beginReading).then(
      () => (isReading = true),
      () => undefined,
    );
  }

  /** Ends the transaction that reads. The engine complains on the console where there is none. */
  async function endRead(): Promise<void> {
    if (!isReading) return;
    isReading = false;
    await tell(reader, endReading);
  }

  async function change(work: () => Promise<unknown>): Promise<void> {
    known.clear();
    try {
      await work();
    } catch (cause) {
      throw refused(cause);
    } finally {
      await renew();
    }
  }

  async function write(name: string, columns: readonly TableColumn[], signal: AbortSignal): Promise<void> {
    const rows = countRows(columns);
    await tell(writer, 'BEGIN TRANSACTION');
    try {
      await tell(writer, createSql(name, columns));
      for (let from = 0; from < rows; from += batch) {
        signal.throwIfAborted();
        const bytes = encodeRows(columns, from, Math.min(from + batch, rows));
        const options = { name, schema: 'main', create: false };
        await ask((db) => db.insertArrowFromIPCStream(writer, bytes, options));
      }
      // It leaves out rows that it cannot read, without a word.
      const count = decodeTable(await tell(writer, `SELECT CAST(count(*) AS DOUBLE) FROM ${ownTable(name)}`));
      const kept = Number(count.getChildAt(0)?.get(0));
      if (kept !== rows)
        throw new MetricsError('SQL', say`The engine took ${kept} of ${rows} rows. Load them again.`);
      signal.throwIfAborted();
      await tell(writer, 'COMMIT');
    } catch (error) {
      await tell(writer, 'ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  return {
    contents,
    async run(sql, signal, { types: expected, database } = {}) {
      try {
        signal.throwIfAborted();
        await use(database);
        const key = `${current} ${sql}`;
        const seen = known.get(key);
        const types = seen ?? expected ?? (await check(sql));
        const checked = seen !== undefined || expected === undefined;
        const answer = await (checked ? runInSteps(ask, reader, sql, signal) : runOne(sql, signal));
        if (known.size >= most) known.clear();
        known.set(key, types);
        return readTable(decodeTable(answer), types, sql);
      } catch (cause) {
        await renew();
        throw refused(cause);
      }
    },
    load: (name, columns, signal) => change(() => write(name, columns, signal)),
    build: (name, sql, signal) =>
      change(async () => {
        await use();
        await describe(sql);
        await endRead();
        await runInSteps(ask, reader, buildSql(name, sql), signal);
      }),
    async read(name, csv, call) {
      await change(() => importCsv({ ask, writer }, { name, csv, start: startReader }, call));
      // Content does not change.
      return '';
    },
    drop: (name) => change(() => tell(writer, dropSql(name))),
    detach: (name, next) =>
      change(async () => {
        first = next;
        await use();
        await endRead();
        await tell(reader, `DETACH ${sqlName(name)}`);
        await ask((db) => db.dropFile(fileOf(name)));
      }),
    failure: instance.failure,
    end(error) {
      instance.stop(error);
      return Promise.resolve();
    },
  };
}

/** Whether the engine trapped, rather than refused. */
function isTrap(error: Error): boolean {
  return !(error instanceof MetricsError) && (error.name !== 'Error' || isFatal(error));
}
