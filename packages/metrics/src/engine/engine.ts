import type { Day } from '../plan/plan.js';

/**
 * Something that runs SQL over one published database, read only: one call after another, each of which ends.
 * Each throws `REFUSED` where its deadline is no number of milliseconds, 0 or more.
 */
export interface Engine {
  /** Opens a database, and closes the one before. Throws `DATABASE`, `ENGINE_WORKER`, `ENGINE_WASM`, `DEADLINE`, `ABORTED`. */
  open(database: Database, options?: CallOptions): Promise<void>;
  /** Runs one statement that reads. Throws `SQL`, `RESULT_TYPE`, `DATABASE` where the file is damaged, `DEADLINE`, `ABORTED`, `CLOSED`. */
  run(sql: string, options?: CallOptions): Promise<Table>;
  /** Reads a file of the release: by address in the browser, by path in Node. Throws `RELEASE`, `DEADLINE`, `ABORTED`. */
  read(url: string, options?: CallOptions): Promise<Uint8Array>;
  /** Where a file is that `base`, another file, names relative to itself. */
  resolve(path: string, base: string): string;
  /** Version of the engine, `v1.4.3`. Throws as `run`. */
  version(options?: CallOptions): Promise<string>;
  /** Stops the engine; calls under way end with `CLOSED`. A later `open` starts it again. */
  close(): Promise<void>;
}

/** Where a database is, and what it must be. */
export interface Database {
  /** An address in the browser, a path in Node. */
  readonly url: string;
  /** SHA-256 of the file in hexadecimal: another file is refused. */
  readonly sha256?: string;
  readonly bytes?: number;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /**
   * Milliseconds until the call ends with `DEADLINE`; each step of progress gives it that long again.
   * 20 000 where files are loaded, 30 000 for a statement.
   */
  readonly deadline?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** How far a start has come: bytes of a file, of all where that is known. */
export interface Progress {
  readonly step: 'engine' | 'database';
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
