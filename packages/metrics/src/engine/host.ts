import type { MetricsError } from '../base/error.js';
import type { Call } from './calls.js';
import type { Entry } from './contents.js';
import type { CsvFile, DataFile } from './csv-file.js';
import type { Database, Table, TableColumn } from './engine.js';

/** A place where DuckDB runs: a browser, or Node. It keeps a `File` of a database. */
export interface Host<File = unknown> {
  /** Starts DuckDB over databases, or over nothing; a started one ends with the call's signal. Throws as `Engine.open`. */
  open(databases: readonly Database[], call: Call): Promise<Start<File>>;
  /** Fetches a database, or checks its file, so that DuckDB can start over it. Throws as `Engine.open`. */
  load(database: Database, call: Call): Promise<Loaded<File>>;
  /** Starts DuckDB over databases that were loaded. Throws as `Engine.open`. */
  start(loaded: readonly Loaded<File>[], call: Call): Promise<Session>;
  /** Reads a file that has at most so many bytes. Throws `RELEASE`. */
  read(url: string, call: Call, most?: number): Promise<Uint8Array>;
  resolve(path: string, base: string): string;
  /** Throws `REFUSED`. */
  pieces(file: DataFile): AsyncIterable<Uint8Array>;
}

/** A database that was loaded. */
export interface Loaded<File = unknown> {
  readonly database: Database;
  readonly verified: boolean;
  /** Kept by its host. */
  readonly file: File;
}

/** DuckDB, started over these. */
export interface Start<File = unknown> {
  readonly session: Session;
  readonly loaded: readonly Loaded<File>[];
}

/**
 * DuckDB while it runs, with a database open in it: asked one thing at a time. A question is stopped by its signal, and settles
 * when it has stopped; the tables are then as before.
 */
export interface Session {
  /** The objects of each of its databases. */
  readonly contents: readonly (readonly Entry[])[];
  /** Each throws `SQL`, `DATABASE` where the file is damaged, and the reason of its signal. */
  run(sql: string, signal: AbortSignal, options?: SessionRunOptions): Promise<Table>;
  load(name: string, columns: readonly TableColumn[], signal: AbortSignal): Promise<void>;
  build(name: string, sql: string, signal: AbortSignal): Promise<void>;
  /**
   * Reads a file; if it must be a file that was read before, throws `DATABASE` for another. Returns the mark that tells it from
   * others.
   */
  read(name: string, csv: CsvFile, call: Call, before?: string): Promise<string>;
  drop(name: string): Promise<void>;
  /** Closes one of several databases, by its name; names without a place then mean `first`. */
  detach(name: string, first: string): Promise<void>;
  /** Why it is worth nothing any more, where it is not. */
  failure(): MetricsError | undefined;
  /** Ends the running call with this error, and everything with it. */
  end(error: MetricsError): Promise<void>;
}

/** How a statement is run. */
export interface SessionRunOptions {
  /** The types of its columns, where they are known. */
  readonly types?: readonly TableColumn['type'][] | undefined;
  /** The database whose tables names without a place mean, by its name; the first where absent. */
  readonly database?: string | undefined;
}

/** Whether two are one file, looked at in the same way. */
export function isSameDatabase(a: Database | undefined, b: Database | undefined): boolean {
  return a?.url === b?.url && a?.sha256 === b?.sha256 && a?.name === b?.name && !a?.range === !b?.range;
}
