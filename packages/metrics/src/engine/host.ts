import type { MetricsError } from '../base/error.js';
import type { Call } from './calls.js';
import type { Entry } from './contents.js';
import type { CsvFile, DataFile } from './csv-file.js';
import type { Database, Table, TableColumn } from './engine.js';

/** A place where DuckDB runs: a browser, or Node. */
export interface Host {
  /** Starts DuckDB over a database, or over nothing; a started one ends with the call's signal. Throws as `Engine.open`. */
  open(database: Database | undefined, call: Call): Promise<Start>;
  /** Reads a file that has at most so many bytes. Throws `RELEASE`. */
  read(url: string, call: Call, most?: number): Promise<Uint8Array>;
  resolve(path: string, base: string): string;
  /** Throws `REFUSED`. */
  pieces(file: DataFile): AsyncIterable<Uint8Array>;
}

/** DuckDB, started. */
export interface Start {
  readonly session: Session;
  readonly verified: boolean;
  /** Starts it over the same database once more. Throws as `Host.open`. */
  readonly again: (call: Call) => Promise<Session>;
}

/**
 * DuckDB while it runs, with a database open in it: asked one thing at a time. A question is stopped by its signal, and settles
 * when it has stopped; the tables are then as before.
 */
export interface Session {
  /** The objects of its database. */
  readonly entries: readonly Entry[];
  /** Each throws `SQL`, `DATABASE` where the file is damaged, and the reason of its signal. */
  run(sql: string, signal: AbortSignal, types?: readonly TableColumn['type'][]): Promise<Table>;
  load(name: string, columns: readonly TableColumn[], signal: AbortSignal): Promise<void>;
  build(name: string, sql: string, signal: AbortSignal): Promise<void>;
  /**
   * Reads a file; if it must be a file that was read before, throws `DATABASE` for another. Returns the mark that tells it from
   * others.
   */
  read(name: string, csv: CsvFile, call: Call, before?: string): Promise<string>;
  drop(name: string): Promise<void>;
  /** Why it is worth nothing any more, where it is not. */
  failure(): MetricsError | undefined;
  /** Ends the running call with this error, and everything with it. */
  end(error: MetricsError): Promise<void>;
}

/** Whether two are one file, looked at in the same way. */
export function isSameDatabase(a: Database | undefined, b: Database | undefined): boolean {
  return a?.url === b?.url && a?.sha256 === b?.sha256 && !a?.range === !b?.range;
}
