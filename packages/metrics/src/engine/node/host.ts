import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MetricsError } from '../../base/error.js';
import type { Call } from '../calls.js';
import type { Database } from '../engine.js';
import type { Host, Loaded, Session } from '../host.js';
import { loadWith } from '../packages.js';
import { readPieces } from './data-file.js';
import { say, type Sentence } from '../../base/sentence.js';

/** The package of the native engine is loaded when one opens. */
const load = () => loadWith('@duckdb/node-api', () => import('./session.js'));

/** Native DuckDB in this process, over files: see {@link Host}. It keeps nothing of a database. */
export const nodeHost: Host<undefined> = {
  async open(databases, call) {
    await load();
    const loaded = [];
    for (const database of databases) loaded.push(await nodeHost.load(database, call));
    return { session: await open(loaded), loaded };
  },

  async load(database, call) {
    return { database, verified: await checkFile(database, call), file: undefined };
  },

  async start(loaded, call) {
    // The files may have been changed since.
    for (const { database } of loaded) await checkFile(database, call);
    return open(loaded);
  },

  async read(path, { signal }, most = Infinity) {
    const unreadable = (what: Sentence, cause?: unknown): MetricsError => {
      const message = say`${what} Check the path, or publish the release again.`;
      return new MetricsError('RELEASE', message, { cause });
    };
    const chunks: Buffer[] = [];
    let loaded = 0;
    try {
      for await (const chunk of createReadStream(path, { signal }) as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        loaded += chunk.length;
        if (loaded > most) throw unreadable(say`${path} has more than ${most} bytes.`);
      }
    } catch (cause) {
      if (cause instanceof MetricsError) throw cause;
      throw unreadable(say`${path} cannot be read (${(cause as Error).message}).`, cause);
    }
    return new Uint8Array(Buffer.concat(chunks));
  },

  resolve: (path, base) => join(dirname(base), path),

  pieces: readPieces,
};

async function open(loaded: readonly Loaded[]): Promise<Session> {
  const { openSession } = await load();
  return openSession(loaded.map(({ database }) => database));
}

/** Whether the file is, to the last bit, the one that is named. Throws `DATABASE` where it is not. */
async function checkFile(
  { url, sha256, bytes, range = false }: Database,
  { signal, advance }: Call,
): Promise<boolean> {
  const different = (what: Sentence, cause?: unknown): MetricsError =>
    new MetricsError('DATABASE', say`${what} Publish the release again, or copy it whole.`, { cause });
  const { size: total } = await stat(url).catch((cause: unknown) => {
    throw different(say`${url} cannot be read.`, cause);
  });
  // An engine would take that file for the newest rows.
  if (await stat(`${url}.wal`).catch(() => undefined))
    throw different(
      say`${url} has changes in a file beside it that ends in .wal. A release has no such file.`,
    );
  if (bytes !== undefined && total !== bytes)
    throw different(say`${url} has ${total} bytes, not the ${bytes} of the release.`);
  if (sha256 === undefined || range) return false;
  const hash = createHash('sha256');
  let loaded = 0;
  for await (const chunk of createReadStream(url, { signal }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    loaded += chunk.length;
    if (loaded > total) throw different(say`${url} has more than ${total} bytes.`);
    advance({ step: 'database', loaded, total });
  }
  if (hash.digest('hex') !== sha256)
    throw different(say`${url} is not the file that the release names (its SHA-256 differs).`);
  return true;
}
