import type { ColumnType } from '../dataset/contract.js';
import type { MetricsError } from '../base/error.js';
import type { Day } from '../base/day.js';
import type { CsvFile, DataFile } from './csv-file.js';

/**
 * Something that runs SQL over one published database, read only, beside tables of the caller's own: one call after
 * another, each of which ends. Each throws `REFUSED` where its deadline is no number of milliseconds, 0 or more.
 */
export interface Engine {
  /**
   * Opens a database, several of them, or an empty memory where none is named, and closes those before: the caller's tables go
   * with them. Names without a place mean the tables of the first. Throws `DATABASE`, `ENGINE_WORKER`, `ENGINE_WASM`, `DEADLINE`, `ABORTED`, and `REFUSED` where others share the engine.
   */
  open(database?: Database | readonly Database[], options?: CallOptions): Promise<Opened>;
  /**
   * Opens one more database beside those that are open, in the place of one of its name: the engine starts once more, with all
   * of them and with the caller's tables. It answers until then, and goes on as before where that fails. With nothing open it
   * opens this one. Throws as `open`.
   */
  attach?(database: Database, options?: CallOptions): Promise<Opened>;
  /** Closes one of several databases, if it is open; tables of the caller's own stay. Throws as `run`, and `REFUSED` for the only one. */
  detach?(name: string, options?: CallOptions): Promise<void>;
  /** Runs one statement that reads. Throws `SQL`, `RESULT_TYPE`, `DATABASE` where the file is damaged, `DEADLINE`, `ABORTED`, `CLOSED`. */
  run(sql: string, options?: RunOptions): Promise<Table>;
  /**
   * Makes columns of one length a table `memory.main.<name>`, in the place of one of that name. The columns are not
   * copied: leave them as they are while the table, or one built after it, is there. Throws as `run`, and `REFUSED` for
   * columns that are no table.
   *
   * @example
   * await engine.load('visits', [{ name: 'zone', type: 'VARCHAR', values: ['北区', null] }]);
   * const { rowCount } = await engine.run('SELECT zone FROM memory.main.visits');
   */
  load(name: string, columns: readonly TableColumn[], options?: CallOptions): Promise<void>;
  /**
   * Makes the answer of one statement that reads a table `memory.main.<name>`, in the place of one of that name. Its
   * columns may be of any type; names without a place mean the published tables. Throws as `run`.
   *
   * @example
   * await engine.build('zones', 'SELECT zone, count(*) AS visits FROM memory.main.visits GROUP BY zone');
   */
  build(name: string, sql: string, options?: CallOptions): Promise<void>;
  /**
   * Makes the rows of a CSV file a table `memory.main.<name>`, in the place of one of that name: the file is read by a DuckDB of
   * its own, so that the one that answers never sees a file. Leave the file as it is while the table is there. Throws as `run`,
   * `SQL` if a row has another number of cells, and `REFUSED` for a value that is no file.
   */
  loadCsv?(name: string, csv: CsvFile, options?: CallOptions): Promise<void>;
  /** The bytes of a file of the caller's own, in pieces. Throws `REFUSED` for a path where there are none. */
  pieces?(file: DataFile): AsyncIterable<Uint8Array>;
  /** Forgets a table that was loaded or built, if it is there. Throws as `run`. */
  drop(name: string, options?: CallOptions): Promise<void>;
  /**
   * Reads a file of the release, in the browser the newest that its server has: by address there, by path in Node. Throws
   * `RELEASE`, also where it has more bytes than it may, `DEADLINE`, `ABORTED`.
   */
  read(url: string, options?: ReadOptions): Promise<Uint8Array>;
  /** Where a file is that `base`, another file, names relative to itself. */
  resolve(path: string, base: string): string;
  /** Version of the engine, `v1.4.3`. Throws as `run`. */
  version(options?: CallOptions): Promise<string>;
  /** Calls the listener at each change of the engine from now on, until the returned function is called. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Stops the engine; calls under way end with `CLOSED`. A later `open` starts it again. */
  close(): Promise<void>;
}

/** How a file is read. */
export interface ReadOptions extends CallOptions {
  /** The most bytes that it may have: reading stops there. */
  readonly bytes?: number;
}

/** How a statement is run. */
export interface RunOptions extends CallOptions {
  /** The types of its columns in order, where the caller wrote it and knows them: then it need not be described first. */
  readonly types?: readonly TableColumn['type'][];
  /** The database whose tables names without a place mean; the first where absent. */
  readonly database?: string;
}

/** The changes of an engine, for those who show it. */
export type EngineEvent =
  /** It starts, for the first time or again. */
  | ({ readonly state: 'starting' } & Progress)
  /** A database is open. */
  | { readonly state: 'ready' }
  /** It has started again with the same tables: it had to be stopped, for this cause, or has one more database. */
  | { readonly state: 'restarted'; readonly cause?: MetricsError }
  /** It was closed, or did not start. */
  | { readonly state: 'closed' };

/** The address of a database, and its digest. */
export interface Database {
  /** Under which its tables are `<name>.main.<table>`, in letters, digits and underscores; `published` where absent. */
  readonly name?: string;
  /** An address in the browser, a path in Node. */
  readonly url: string;
  /** SHA-256 of the file in hexadecimal: another file is refused. */
  readonly sha256?: string;
  readonly bytes?: number;
  /**
   * Whether only the parts that a statement needs are fetched, by HTTP range requests: for one too large to download. Its
   * SHA-256 is then not checked. In Node the file is simply not read to check it.
   */
  readonly range?: boolean;
  /** Its tables, all of them: a database with any other table, column, view or macro is refused. */
  readonly tables?: readonly DatabaseTable[];
}

/** A table of a database: the name and type of each of its columns, in order. */
export interface DatabaseTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
}

/** The facts of an opened database. */
export interface Opened {
  /** Whether the whole file was there, and had the SHA-256 that was named; of several all of them. */
  readonly verified: boolean;
}

/** How a call may be cancelled, how long it may take, and who is told how far it has come. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /**
   * Milliseconds until the call ends with `DEADLINE`; each step of progress gives it that long again, and compiling does not
   * count: it may go on as long as it gives signs, for ten minutes. 20 000 where files are loaded, 30 000 for a statement.
   */
  readonly deadline?: number;
  /** Told after each step of a start. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * How far a start has come: `engine` and `database` are being downloaded, bytes of all where that is known; the engine, `loaded`
 * bytes of it, is `compiling`, which is told once a second; `opening`, a database or an empty memory; `rows`, so many of a file
 * are read.
 */
export interface Progress {
  readonly step: 'engine' | 'database' | 'compiling' | 'opening' | 'rows';
  readonly loaded: number;
  readonly total?: number;
}

/** A result in columns. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rowCount: number;
  /** The statement that gave it. */
  readonly sql: string;
}

/** Only four types cross the boundary; a DATE is a {@link Day}. */
export type TableColumn =
  | { readonly name: string; readonly type: 'DOUBLE'; readonly values: readonly (number | null)[] }
  | { readonly name: string; readonly type: 'VARCHAR'; readonly values: readonly (string | null)[] }
  | { readonly name: string; readonly type: 'DATE'; readonly values: readonly (Day | null)[] }
  | { readonly name: string; readonly type: 'BOOLEAN'; readonly values: readonly (boolean | null)[] };
