import { MetricsError } from '../../error.js';
import { Calls, loadDeadline, runDeadline, type Call } from '../calls.js';
import type { CallOptions, Database, Engine, Table } from '../engine.js';
import { sha256 } from '../sha256.js';
import { download } from './download.js';
import { startInstance, type Instance } from './instance.js';
import { attach, runStatement, type Connection } from './statement.js';

/** An engine that runs, with the database open in it. */
interface Session {
  readonly instance: Instance;
  readonly connection: Connection;
}

/** DuckDB-WASM over one published database: see {@link Engine}. */
export class WasmEngine implements Engine {
  readonly #folder: string;
  readonly #calls = new Calls(() => this.#stop());
  /** Kept, so that an engine that had to be stopped can be started again without the network. */
  #bytes: Uint8Array | undefined;
  #instance: Instance | undefined;
  #session: Session | undefined;

  /** `folder` is an absolute address that ends in a slash. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async open(database: Database, options: CallOptions = {}): Promise<void> {
    await this.#calls.queue(
      async (call) => {
        this.#stop();
        this.#bytes = undefined;
        // The engine takes longest: it starts while the database loads.
        const instance = this.#start(call);
        const [bytes] = await this.#orStop(
          instance,
          Promise.all([loadDatabase(database, call), instance.ready]),
        );
        await this.#attach(instance, bytes);
        call.signal.throwIfAborted();
        this.#bytes = bytes;
      },
      { deadline: loadDeadline, ...options },
    );
  }

  async run(sql: string, options: CallOptions = {}): Promise<Table> {
    return this.#calls.queue(
      async (call) => {
        const { instance, connection } = await this.#resume(call);
        try {
          return await runStatement(instance, connection, sql);
        } finally {
          if (!instance.isAlive()) this.#forget(instance);
        }
      },
      { deadline: runDeadline, ...options },
    );
  }

  async read(url: string, options: CallOptions = {}): Promise<Uint8Array> {
    const whole = { url: absolute(url), code: 'RELEASE' } as const;
    return this.#calls.start((call) => download(whole, call), { deadline: loadDeadline, ...options });
  }

  resolve(path: string, base: string): string {
    return new URL(path, absolute(base)).href;
  }

  async version(options: CallOptions = {}): Promise<string> {
    const { columns } = await this.run('SELECT version() AS version', options);
    return String(columns[0]?.values[0]);
  }

  close(): Promise<void> {
    this.#bytes = undefined;
    this.#calls.end(closed());
    this.#stop();
    return Promise.resolve();
  }

  /** The session, or a new one over the same database where the last had to be stopped. */
  async #resume(call: Call): Promise<Session> {
    if (this.#session?.instance.isAlive()) return this.#session;
    if (!this.#bytes) throw closed();
    const instance = this.#start(call);
    await this.#orStop(instance, instance.ready);
    return this.#attach(instance, this.#bytes);
  }

  #start(call: Call): Instance {
    this.#instance = startInstance(this.#folder, call);
    return this.#instance;
  }

  async #attach(instance: Instance, bytes: Uint8Array): Promise<Session> {
    const connection = await this.#orStop(instance, attach(instance, bytes));
    this.#session = { instance, connection };
    return this.#session;
  }

  async #orStop<T>(instance: Instance, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      instance.stop(closed());
      this.#forget(instance);
      throw error;
    }
  }

  #stop(): void {
    this.#instance?.stop(closed());
    this.#instance = this.#session = undefined;
  }

  #forget(instance: Instance): void {
    if (this.#instance === instance) this.#instance = this.#session = undefined;
  }
}

/** The sizes of a DuckDB file's parts: over one that ends within a part, the engine would read for ever. */
const headers = 3 * 4096;
const block = 262_144;

/** The bytes of the database, which are those the release names. Throws `DATABASE`. */
async function loadDatabase({ url, sha256: expected, bytes }: Database, call: Call): Promise<Uint8Array> {
  const loaded = await download({ url: absolute(url), code: 'DATABASE', step: 'database', bytes }, call);
  if (bytes !== undefined && loaded.length !== bytes) {
    throw different(url, `has ${loaded.length} bytes, not the ${bytes} of the release`);
  }
  if (loaded.length < headers || (loaded.length - headers) % block !== 0) {
    throw different(url, `is not whole: no DuckDB database has ${loaded.length} bytes`);
  }
  if (expected !== undefined && (await sha256(loaded)) !== expected) {
    throw different(url, 'is not the file that the release names (its SHA-256 differs)');
  }
  return loaded;
}

function different(url: string, how: string): MetricsError {
  return new MetricsError(
    'DATABASE',
    `${url} ${how}. Upload all files of the release together, and load the page again.`,
  );
}

function closed(): MetricsError {
  return new MetricsError('CLOSED', 'No database is open. Open one first.');
}

/** An address as the page means it. */
export function absolute(url: string): string {
  return new URL(url, globalThis.document?.baseURI ?? location.href).href;
}
