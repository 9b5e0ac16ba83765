import { MetricsError } from '../../base/error.js';
import type { Call } from '../calls.js';
import { contentPieces } from '../csv-file.js';
import type { Database } from '../engine.js';
import type { Host, Session } from '../host.js';
import { absolute } from './address.js';
import { loadDatabase } from './database.js';
import { download } from './download.js';
import { startInstance, type Instance } from './instance.js';
import { probe } from './range.js';
import type { RemoteFile } from './report.js';
import { openSession } from './session.js';
import { say } from '../../base/sentence.js';

/** DuckDB in a worker of this page, from its files in a folder of the site: see {@link Host}. `folder` ends in a slash. */
export function wasmHost(folder: string): Host {
  const startReader = (call: Call): Instance => startInstance(folder, call);
  const start = async <T>(
    call: Call,
    remote: RemoteFile | undefined,
    use: (instance: Instance) => Promise<T>,
  ): Promise<T> => {
    const instance = startInstance(folder, call, remote);
    const stop = (): void => instance.stop(stopped());
    call.signal.addEventListener('abort', stop);
    try {
      return await use(instance);
    } catch (error) {
      stop();
      throw error;
    } finally {
      call.signal.removeEventListener('abort', stop);
    }
  };
  const over = (
    database: Database | undefined,
    source: Uint8Array | RemoteFile | undefined,
    call: Call,
  ): Promise<Session> => {
    const remote = source instanceof Uint8Array ? undefined : source;
    return start(call, remote, async (instance) => {
      await instance.ready;
      return openSession(instance, { database, file: source, startReader });
    });
  };

  return {
    async open(database, call) {
      if (!database || database.range) return openParts(database, call);
      return start(call, undefined, async (instance) => {
        // The engine takes longest: it starts while the database loads.
        const [bytes] = await Promise.all([loadDatabase(database, call), instance.ready]);
        const session = await openSession(instance, { database, file: bytes, startReader });
        return {
          session,
          verified: database.sha256 !== undefined,
          again: (next) => over(database, bytes, next),
        };
      });
    },
    read: (url, call, bytes) => download({ url: absolute(url), code: 'RELEASE', bytes }, call),
    pieces(file) {
      if (typeof file !== 'string') return contentPieces(file);
      const message = say`A page cannot read a path. Give the File that the user chose, a Blob, or a Uint8Array.`;
      throw new MetricsError('REFUSED', message);
    },
    resolve: (path, base) => new URL(path, absolute(base)).href,
  };

  /** Nothing, or a database whose parts are fetched as they are needed. */
  async function openParts(database: Database | undefined, call: Call): ReturnType<Host['open']> {
    const file = database && (await probe(database, call));
    // The worker knows the version it began with, and answers from no other.
    const again = (next: Call): Promise<Session> => over(database, file, next);
    return { session: await again(call), verified: false, again };
  }
}

function stopped(): MetricsError {
  return new MetricsError('CLOSED', say`The engine was stopped before it had started.`);
}
