import { checkObject, checkText } from '../base/argument.js';
import { MetricsError } from '../base/error.js';
import { Calls, loadDeadline, runDeadline, type Call } from './calls.js';
import { checkColumns } from './columns.js';
import { checkContents, checkDatabaseTables } from './contents.js';
import { checkCsv, checkFile, type CsvFile, type DataFile } from './csv-file.js';
import type {
  CallOptions,
  Database,
  Engine,
  EngineEvent,
  Opened,
  ReadOptions,
  RunOptions,
  Table,
  TableColumn,
} from './engine.js';
import { isSameDatabase, type Host, type Session, type Start } from './host.js';
import { Ledger, perform, type Deed } from './ledger.js';
import { Listeners } from './listeners.js';
import { say } from '../base/sentence.js';

/** DuckDB, kept running over one published database wherever its host is: see {@link Engine}. */
export class DuckDBEngine implements Engine {
  readonly #calls: Calls;
  readonly #ledger = new Ledger();
  readonly #listeners = new Listeners();
  /** Kept, so that an engine that had to be stopped can be started again. */
  #start: (Start & { readonly database: Database | undefined }) | undefined;
  #session: Session | undefined;
  /** Why it had to be stopped. */
  #cause: MetricsError | undefined;

  /** An engine that does not let go of a call so many milliseconds after it has ended is replaced: 5 000 where nothing is said. */
  constructor(
    private readonly host: Host,
    patience?: number,
  ) {
    this.#calls = new Calls((error) => void this.#stop(error), patience);
  }

  async open(database?: Database, options: CallOptions = {}): Promise<Opened> {
    checkDatabase(database);
    const open = (call: Call): Promise<Opened> => this.#open(database, call);
    return this.#calls.queue(open, { deadline: loadDeadline, ...options, awaits: 'engine' });
  }

  /** As `open`, but where this very database is open already, it stays so. */
  async join(database: Database | undefined, options: CallOptions = {}): Promise<Opened> {
    checkDatabase(database);
    const join = async (call: Call): Promise<Opened> => {
      if (!this.#start || !isSameDatabase(this.#start.database, database)) return this.#open(database, call);
      const { entries } = await this.#resume(call);
      if (database) checkContents(database.url, entries, database.tables);
      return { verified: this.#start.verified };
    };
    return this.#calls.queue(join, { deadline: loadDeadline, ...options, awaits: 'engine' });
  }

  async run(sql: string, options?: RunOptions): Promise<Table> {
    checkText('sql', sql);
    return this.#ask((session, { signal }) => session.run(sql, signal, options?.types), options);
  }

  async load(name: string, columns: readonly TableColumn[], options?: CallOptions): Promise<void> {
    checkText('name', name);
    checkColumns(columns);
    return this.#do({ does: 'load', name, columns }, options);
  }

  async build(name: string, sql: string, options?: CallOptions): Promise<void> {
    checkText('name', name);
    checkText('sql', sql);
    return this.#do({ does: 'build', name, sql }, options);
  }

  async loadCsv(name: string, csv: CsvFile, options?: CallOptions): Promise<void> {
    checkText('name', name);
    checkCsv(csv);
    return this.#do({ does: 'read', name, csv }, options);
  }

  pieces(file: DataFile): AsyncIterable<Uint8Array> {
    checkFile('file', file);
    return this.host.pieces(file);
  }

  async drop(name: string, options?: CallOptions): Promise<void> {
    checkText('name', name);
    return this.#do({ does: 'drop', name }, options);
  }

  async read(url: string, options: ReadOptions = {}): Promise<Uint8Array> {
    checkText('url', url);
    const read = (call: Call): Promise<Uint8Array> => this.host.read(url, call, options.bytes);
    return this.#calls.start(read, { deadline: loadDeadline, ...options, awaits: 'file' });
  }

  resolve(path: string, base: string): string {
    return this.host.resolve(path, base);
  }

  async version(options?: CallOptions): Promise<string> {
    const { columns } = await this.run('SELECT version() AS version', options);
    return String(columns[0]?.values[0]);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    this.#forget();
    this.#calls.end(closed());
    await this.#stop(closed());
    this.#listeners.tell({ state: 'closed' });
  }

  async #open(database: Database | undefined, call: Call): Promise<Opened> {
    this.#forget();
    await this.#stop(closed());
    const start = await this.#watch(call, (watched) => this.host.open(database, watched));
    await this.#take(start.session, call);
    this.#start = { ...start, database };
    this.#listeners.tell({ state: 'ready' });
    return { verified: start.verified };
  }

  async #do(deed: Deed, options?: CallOptions): Promise<void> {
    await this.#ask(async (session, call) => {
      // Also if its caller left before it was done: the table exists.
      this.#ledger.note(await perform(deed, session, call));
    }, options);
  }

  #ask<T>(work: (session: Session, call: Call) => Promise<T>, options: CallOptions = {}): Promise<T> {
    return this.#calls.queue(async (call) => work(await this.#resume(call), call), {
      deadline: runDeadline,
      ...options,
    });
  }

  /** The session, or a new one over the same database and with the same tables where the last had to be stopped. */
  async #resume(call: Call): Promise<Session> {
    const failure = this.#session?.failure();
    if (this.#session && !failure) return this.#session;
    const start = this.#start;
    if (!start) throw closed();
    const cause = failure ?? this.#cause;
    const session = await this.#watch(call, async (watched) => {
      const again = await start.again(watched);
      await this.#take(again, call);
      try {
        for (const deed of this.#ledger.deeds) await perform(deed, again, watched);
        call.signal.throwIfAborted();
      } catch (error) {
        await this.#stop(error as MetricsError);
        throw error;
      }
      return again;
    });
    this.#listeners.tell({ state: 'restarted', ...(cause && { cause }) });
    return session;
  }

  /** Tells of a start, to its end. */
  async #watch<T>(call: Call, start: (call: Call) => Promise<T>): Promise<T> {
    const fail = (): void => this.#listeners.tell({ state: 'closed' });
    const advance: Call['advance'] = (progress) => {
      if (call.signal.aborted) return;
      this.#listeners.tell({ state: 'starting', ...progress });
      call.advance(progress);
    };
    call.signal.addEventListener('abort', fail);
    try {
      this.#listeners.tell({ state: 'starting', step: 'engine', loaded: 0 });
      return await start({ signal: call.signal, advance });
    } catch (error) {
      if (!call.signal.aborted) fail();
      throw error;
    } finally {
      call.signal.removeEventListener('abort', fail);
    }
  }

  /** Makes a session the engine's, unless nobody waits for it any more. */
  async #take(session: Session, { signal }: Call): Promise<void> {
    if (signal.aborted) await session.end(closed());
    signal.throwIfAborted();
    this.#session = session;
    this.#cause = undefined;
  }

  async #stop(error: MetricsError): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    this.#cause = error;
    await session?.end(error);
  }

  #forget(): void {
    this.#start = undefined;
    this.#ledger.clear();
  }
}

function checkDatabase(database: Database | undefined): void {
  if (database === undefined) return;
  checkObject('database', database);
  checkText('database.url', database.url);
  checkDatabaseTables(database.tables);
}

function closed(): MetricsError {
  return new MetricsError('CLOSED', say`No database is open. Open one first.`);
}
