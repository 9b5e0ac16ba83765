import { MetricsError } from '../../base/error.js';
import { sqlName } from '../../base/sql.js';
import { Calls, loadDeadline, runDeadline, type Call, type CallStart } from '../calls.js';
import { checkColumns, ownTable } from '../columns.js';
import { checkCsv, checkFile, type CsvFile, type DataFile } from '../csv-file.js';
import { DuckDBEngine } from '../duckdb.js';
import type {
  CallOptions,
  Database,
  Engine,
  EngineEvent,
  Opened,
  Progress,
  ReadOptions,
  Table,
  TableColumn,
} from '../engine.js';
import { isSameDatabase, type Host } from '../host.js';
import { Listeners } from '../listeners.js';
import { wasmHost } from './host.js';
import { say, type Parameter } from '../../base/sentence.js';

/** The engine that the holds of one folder have in common. */
interface Share {
  readonly engine: DuckDBEngine;
  /** Who holds it, and over which database. */
  readonly holds: Map<SharedEngine, Database | undefined>;
  /** Whose each table is. */
  readonly owners: Map<string, SharedEngine>;
}

const shares = new Map<string, Share>();

/** A hold on the page's one engine of a folder: see {@link Engine}. */
export class SharedEngine implements Engine {
  readonly #calls = new Calls(() => undefined);
  readonly #listeners = new Listeners();
  readonly #host: Host;
  #share: Share | undefined;
  #leave: (() => void) | undefined;

  constructor(private readonly folder: string) {
    this.#host = wasmHost(folder);
  }

  async open(given?: Database | readonly Database[], options: CallOptions = {}): Promise<Opened> {
    const database = onlyDatabase(given);
    const share = this.#enter(database);
    try {
      await this.#dropOwn(share, options);
      const opened = await this.#wait(share, (own) => share.engine.join(database, own), {
        deadline: loadDeadline,
        ...options,
        awaits: 'engine',
      });
      this.#listeners.tell({ state: 'ready' });
      return opened;
    } catch (error) {
      if (this.#share === share) await this.#exit();
      throw error;
    }
  }

  async run(sql: string, options?: CallOptions): Promise<Table> {
    const share = this.#held();
    return this.#wait(share, (own) => share.engine.run(sql, own), options);
  }

  async load(name: string, columns: readonly TableColumn[], options?: CallOptions): Promise<void> {
    checkColumns(columns);
    await this.#claim(name, (engine, own) => engine.load(name, columns, own), options);
  }

  build(name: string, sql: string, options?: CallOptions): Promise<void> {
    return this.#claim(name, (engine, own) => engine.build(name, sql, own), options);
  }

  async loadCsv(name: string, csv: CsvFile, options?: CallOptions): Promise<void> {
    checkCsv(csv);
    await this.#claim(name, (engine, own) => engine.loadCsv(name, csv, own), options);
  }

  pieces(file: DataFile): AsyncIterable<Uint8Array> {
    checkFile('file', file);
    return this.#host.pieces(file);
  }

  async drop(name: string, options?: CallOptions): Promise<void> {
    await this.#claim(name, (engine, own) => engine.drop(name, own), options);
    this.#share?.owners.delete(name.toLowerCase());
  }

  read(url: string, options: ReadOptions = {}): Promise<Uint8Array> {
    const read = (call: Call): Promise<Uint8Array> => this.#host.read(url, call, options.bytes);
    return this.#calls.start(read, { deadline: loadDeadline, ...options, awaits: 'file', file: url });
  }

  resolve(path: string, base: string): string {
    return this.#host.resolve(path, base);
  }

  async version(options?: CallOptions): Promise<string> {
    const share = this.#held();
    return this.#wait(share, (own) => share.engine.version(own), options);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    this.#calls.end(closed());
    await this.#exit();
  }

  /** Joins those who hold this database. Throws `REFUSED` where they hold another. */
  #enter(database: Database | undefined): Share {
    const share = this.#share ?? shares.get(this.folder) ?? createShare(this.folder);
    for (const [hold, held] of share.holds) {
      if (hold !== this && !isSameDatabase(held, database)) throw otherDatabase(held, database);
    }
    share.holds.set(this, database);
    if (this.#share !== share) {
      this.#share = share;
      this.#leave = share.engine.subscribe((event) => {
        if (event.state === 'starting' || event.state === 'restarted') this.#listeners.tell(event);
      });
    }
    return share;
  }

  /** Lets go, with the tables that are this hold's; the last one ends the engine. */
  async #exit(): Promise<void> {
    const share = this.#share;
    this.#share = undefined;
    this.#leave?.();
    this.#listeners.tell({ state: 'closed' });
    if (!share?.holds.delete(this)) return;
    if (share.holds.size > 0) return this.#dropOwn(share, {});
    shares.delete(this.folder);
    await share.engine.close();
  }

  async #dropOwn({ engine, owners }: Share, options: CallOptions): Promise<void> {
    const own = [...owners].filter(([, owner]) => owner === this);
    for (const [name] of own) {
      await engine.drop(name, options).catch(() => undefined);
      owners.delete(name);
    }
  }

  /** Makes or drops a table whose name is this hold's, or nobody's yet. Throws `REFUSED` where it is another's. */
  async #claim(
    name: string,
    work: (engine: DuckDBEngine, own: CallOptions) => Promise<void>,
    options?: CallOptions,
  ): Promise<void> {
    const { owners, ...share } = this.#held();
    sqlName(name);
    const key = name.toLowerCase();
    const owner = owners.get(key);
    if (owner && owner !== this) throw otherTable(name);
    owners.set(key, this);
    try {
      await this.#wait(share, (own) => work(share.engine, own), options);
    } catch (error) {
      if (!owner) owners.delete(key);
      throw error;
    }
  }

  #held(): Share {
    if (this.#share) return this.#share;
    throw closed();
  }

  /** Waits for the engine by this call's own deadline, which every step of a start, whoever asked for it, gives again. */
  #wait<T>(
    { engine }: Pick<Share, 'engine'>,
    work: (own: CallOptions) => Promise<T>,
    options: CallStart = {},
  ): Promise<T> {
    return this.#calls.start(
      async ({ signal, advance }) => {
        // Of a start everyone hears; how far a file has been read, only who reads it.
        const onProgress = (progress: Progress): void => void (progress.step === 'rows' && advance(progress));
        const leave = engine.subscribe((event) => {
          if (event.state !== 'starting') return;
          const { step, loaded, total } = event;
          advance({ step, loaded, ...(total !== undefined && { total }) });
        });
        try {
          return await work({ signal, deadline: Infinity, onProgress });
        } finally {
          leave();
        }
      },
      { deadline: runDeadline, ...options },
    );
  }
}

/** Holds share one database. Throws `REFUSED` for several. */
function onlyDatabase(given: Database | readonly Database[] | undefined): Database | undefined {
  if (!Array.isArray(given)) return given as Database | undefined;
  const [database, ...others] = given as readonly Database[];
  if (others.length === 0) return database;
  const message = say`A shared engine has one database. Open several with a separate engine, by wasmEngine.`;
  throw new MetricsError('REFUSED', message);
}

function createShare(folder: string): Share {
  const engine = new DuckDBEngine(wasmHost(folder));
  const share: Share = { engine, holds: new Map(), owners: new Map() };
  shares.set(folder, share);
  return share;
}

function otherDatabase(held: Database | undefined, database: Database | undefined): MetricsError {
  const nameOf = (one: Database | undefined): Parameter => one?.url ?? say`an empty memory`;
  const message = say`The page's engine already has ${nameOf(held)} open and cannot also open ${nameOf(database)}. Open it with a separate engine, by wasmEngine.`;
  return new MetricsError('REFUSED', message);
}

function otherTable(name: string): MetricsError {
  return new MetricsError(
    'REFUSED',
    say`The table ${ownTable(name)} belongs to another user of the page's engine. Choose another name.`,
  );
}

function closed(): MetricsError {
  return new MetricsError('CLOSED', say`No database is open. Open one first.`);
}
