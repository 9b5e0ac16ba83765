import { checkObject, checkText } from '../base/argument.js';
import { MetricsError } from '../base/error.js';
import { Calls, loadDeadline, runDeadline, type Call } from './calls.js';
import { checkColumns } from './columns.js';
import { attachedName, checkContents, checkDatabaseName, checkDatabaseTables } from './contents.js';
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
import { isSameDatabase, type Host, type Loaded, type Session } from './host.js';
import { Ledger, perform, type Deed } from './ledger.js';
import { Listeners } from './listeners.js';
import { suggest } from '../base/nearest.js';
import { say } from '../base/sentence.js';

/** DuckDB, kept running over published databases wherever its host is: see {@link Engine}. */
export class DuckDBEngine implements Engine {
  readonly #calls: Calls;
  readonly #ledger = new Ledger();
  readonly #listeners = new Listeners();
  /** Kept, so that an engine that had to be stopped can be started again. */
  #loaded: readonly Loaded[] | undefined;
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

  async open(database?: Database | readonly Database[], options: CallOptions = {}): Promise<Opened> {
    const databases = listOf(database);
    checkDatabases(databases);
    const open = (call: Call): Promise<Opened> => this.#open(databases, call);
    return this.#calls.queue(open, { deadline: loadDeadline, ...options, awaits: 'engine' });
  }

  async attach(database: Database, options: CallOptions = {}): Promise<Opened> {
    checkDatabases([database]);
    const started = { deadline: loadDeadline, ...options };
    // It loads while the others answer; the first one loads while the engine starts.
    const load = (call: Call): Promise<Loaded> => this.host.load(database, call);
    const before = this.#loaded && (await this.#calls.start(load, { ...started, awaits: 'file' }));
    const attach = async (call: Call): Promise<Opened> => {
      if (!this.#loaded) return this.#open([database], call);
      const loaded = before ?? (await load(call));
      await this.#attach(loaded, call);
      return { verified: loaded.verified };
    };
    return this.#calls.queue(attach, { ...started, awaits: 'engine' });
  }

  async detach(name: string, options?: CallOptions): Promise<void> {
    checkDatabaseName('name', name);
    return this.#ask(async (session) => {
      const others = this.#loaded!.filter(({ database }) => attachedName(database) !== name.toLowerCase());
      if (others.length === this.#loaded!.length) return;
      if (others.length === 0) throw onlyOne(name);
      this.#loaded = others;
      await session.detach(name.toLowerCase(), attachedName(others[0]!.database));
    }, options);
  }

  /** As `open`, but where this very database is open already, it stays so. */
  async join(database: Database | undefined, options: CallOptions = {}): Promise<Opened> {
    const databases = listOf(database);
    checkDatabases(databases);
    const join = async (call: Call): Promise<Opened> => {
      const loaded = this.#loaded;
      if (!loaded || !isSameDatabase(loaded[0]?.database, database)) return this.#open(databases, call);
      const { contents } = await this.#resume(call);
      if (database) checkContents(database.url, contents[0]!, database.tables);
      return { verified: areVerified(loaded) };
    };
    return this.#calls.queue(join, { deadline: loadDeadline, ...options, awaits: 'engine' });
  }

  async run(sql: string, options?: RunOptions): Promise<Table> {
    checkText('sql', sql);
    const { types, database } = options ?? {};
    return this.#ask((session, { signal }) => {
      if (database === undefined) return session.run(sql, signal, { types });
      return session.run(sql, signal, { types, database: this.#find(database) });
    }, options);
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
    return this.#calls.start(read, { deadline: loadDeadline, ...options, awaits: 'file', file: url });
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

  async #open(databases: readonly Database[], call: Call): Promise<Opened> {
    this.#forget();
    await this.#stop(closed());
    const { session, loaded } = await this.#watch(call, (watched) => this.host.open(databases, watched));
    await this.#take(session, call);
    this.#loaded = loaded;
    this.#listeners.tell({ state: 'ready' });
    return { verified: areVerified(loaded) };
  }

  /** Starts once more with one database more; the old session goes on where that fails. */
  async #attach(one: Loaded, call: Call): Promise<void> {
    const name = attachedName(one.database);
    const before = this.#loaded!;
    const isNew = before.every(({ database }) => attachedName(database) !== name);
    // One that takes the place of another stays where that was: names without a place mean the first.
    const loaded = isNew
      ? [...before, one]
      : before.map((other) => (attachedName(other.database) === name ? one : other));
    const old = this.#session;
    // One that had to be stopped starts again with the next call.
    const goesOn: EngineEvent = { state: old ? 'ready' : 'closed' };
    const session = await this.#watch(call, (watched) => this.#begin(loaded, watched), goesOn);
    if (call.signal.aborted) await session.end(closed());
    call.signal.throwIfAborted();
    this.#session = session;
    this.#cause = undefined;
    this.#loaded = loaded;
    // Nobody waits for the end of the old one: from here on the new one answers.
    old?.end(closed()).catch(() => undefined);
    this.#listeners.tell({ state: 'restarted' });
  }

  /** A new session over databases, with the caller's tables. */
  async #begin(loaded: readonly Loaded[], call: Call): Promise<Session> {
    const session = await this.host.start(loaded, call);
    try {
      for (const deed of this.#ledger.deeds) await perform(deed, session, call);
      call.signal.throwIfAborted();
      return session;
    } catch (error) {
      await session.end(error as MetricsError);
      throw error;
    }
  }

  /** The name of an open database. Throws `REFUSED` where there is none of that name. */
  #find(name: string): string {
    checkText('options.database', name);
    const names = this.#loaded!.map(({ database }) => attachedName(database));
    if (names.includes(name.toLowerCase())) return name.toLowerCase();
    const message = say`No database "${name}" is open. ${suggest(name, names)}`;
    throw new MetricsError('REFUSED', message);
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

  /** The session, or a new one over the same databases and with the same tables where the last had to be stopped. */
  async #resume(call: Call): Promise<Session> {
    const failure = this.#session?.failure();
    if (this.#session && !failure) return this.#session;
    const loaded = this.#loaded;
    if (!loaded) throw closed();
    const cause = failure ?? this.#cause;
    const session = await this.#watch(call, async (watched) => {
      const again = await this.#begin(loaded, watched);
      await this.#take(again, call);
      return again;
    });
    this.#listeners.tell({ state: 'restarted', ...(cause && { cause }) });
    return session;
  }

  /** Tells of a start, to its end. */
  async #watch<T>(
    call: Call,
    start: (call: Call) => Promise<T>,
    failed: EngineEvent = { state: 'closed' },
  ): Promise<T> {
    const fail = (): void => this.#listeners.tell(failed);
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
    this.#loaded = undefined;
    this.#ledger.clear();
  }
}

function listOf(database: Database | readonly Database[] | undefined): readonly Database[] {
  if (database === undefined) return [];
  return Array.isArray(database) ? (database as readonly Database[]) : [database as Database];
}

/** Throws `REFUSED` for values that are no databases, and for two of one name. */
function checkDatabases(databases: readonly Database[]): void {
  const names = new Set<string>();
  for (const database of databases) {
    checkObject('database', database);
    checkText('database.url', database.url);
    if (database.name !== undefined) checkDatabaseName('database.name', database.name);
    checkDatabaseTables(database.tables);
    const name = attachedName(database);
    if (names.has(name)) throw sameName(name);
    names.add(name);
  }
}

function areVerified(loaded: readonly Loaded[]): boolean {
  return loaded.length > 0 && loaded.every(({ verified }) => verified);
}

function sameName(name: string): MetricsError {
  const message = say`Two databases are called "${name}". Give each a "name" of its own.`;
  return new MetricsError('REFUSED', message);
}

function onlyOne(name: string): MetricsError {
  const message = say`The database "${name}" is the only one. Close the engine to close it.`;
  return new MetricsError('REFUSED', message);
}

function closed(): MetricsError {
  return new MetricsError('CLOSED', say`No database is open. Open one first.`);
}
