import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MetricsError } from '../../error.js';
import { Calls, loadDeadline, runDeadline, type Call } from '../calls.js';
import type { CallOptions, Database, Engine, Table } from '../engine.js';
import { openSession, type Session } from './session.js';

/** Native DuckDB over one published database: see {@link Engine}. */
export class NodeEngine implements Engine {
  readonly #calls = new Calls(() => void this.#stop());
  #path: string | undefined;
  #session: Session | undefined;

  async open(database: Database, options: CallOptions = {}): Promise<void> {
    await this.#calls.queue(
      async (call) => {
        this.#path = undefined;
        await this.#stop();
        await checkFile(database, call);
        await this.#connect(database.url, call);
        this.#path = database.url;
      },
      { deadline: loadDeadline, ...options },
    );
  }

  async run(sql: string, options: CallOptions = {}): Promise<Table> {
    return this.#calls.queue(
      async (call) => {
        if (this.#path === undefined) throw closed();
        const session = this.#session ?? (await this.#connect(this.#path, call));
        return session.run(sql);
      },
      { deadline: runDeadline, ...options },
    );
  }

  async read(url: string, options: CallOptions = {}): Promise<Uint8Array> {
    return this.#calls.start(({ signal }) => readRelease(url, signal), {
      deadline: loadDeadline,
      ...options,
    });
  }

  resolve(path: string, base: string): string {
    return join(dirname(base), path);
  }

  async version(options: CallOptions = {}): Promise<string> {
    const { columns } = await this.run('SELECT version() AS version', options);
    return String(columns[0]?.values[0]);
  }

  async close(): Promise<void> {
    this.#path = undefined;
    this.#calls.end(closed());
    await this.#stop();
  }

  /** Opens a session, unless nobody waits for it any more. */
  async #connect(path: string, { signal }: Call): Promise<Session> {
    const session = await openSession(path);
    if (signal.aborted) await session.close();
    signal.throwIfAborted();
    this.#session = session;
    return session;
  }

  async #stop(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }
}

/** Throws `DATABASE` where the file is not the one that the release names. */
async function checkFile({ url, sha256, bytes }: Database, { signal, advance }: Call): Promise<void> {
  const different = (how: string, cause?: unknown): MetricsError =>
    new MetricsError('DATABASE', `${url} ${how}. Publish the release again, or copy it whole.`, { cause });
  const { size: total } = await stat(url).catch((cause: unknown) => {
    throw different('cannot be read', cause);
  });
  if (bytes !== undefined && total !== bytes)
    throw different(`has ${total} bytes, not the ${bytes} of the release`);
  if (sha256 === undefined) return;
  const hash = createHash('sha256');
  let loaded = 0;
  for await (const chunk of createReadStream(url, { signal }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    loaded += chunk.length;
    advance({ step: 'database', loaded, total });
  }
  if (hash.digest('hex') !== sha256)
    throw different('is not the file that the release names (its SHA-256 differs)');
}

async function readRelease(path: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path, { signal }));
  } catch (cause) {
    const message = `${path} cannot be read (${(cause as Error).message}). Check the path, or publish the release again.`;
    throw new MetricsError('RELEASE', message, { cause });
  }
}

function closed(): MetricsError {
  return new MetricsError('CLOSED', 'No database is open. Open one first.');
}
