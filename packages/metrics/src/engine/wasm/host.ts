import { MetricsError } from '../../base/error.js';
import type { Call } from '../calls.js';
import { contentPieces } from '../csv-file.js';
import type { Database } from '../engine.js';
import type { Host, Loaded, Session } from '../host.js';
import { absolute } from './address.js';
import { loadDatabase } from './database.js';
import { download } from './download.js';
import { startInstance, type Instance } from './instance.js';
import { probe } from './range.js';
import type { RemoteFile } from './report.js';
import { openSession } from './session.js';
import { say } from '../../base/sentence.js';

/** Bytes of a file, or where its parts are. */
type File = Uint8Array | RemoteFile;

/** DuckDB in a worker of this page, from its files in a folder of the site: see {@link Host}. `folder` ends in a slash. */
export function wasmHost(folder: string): Host<File> {
  const startReader = (call: Call): Instance => startInstance(folder, call);
  const start = async <T>(
    call: Call,
    remotes: readonly RemoteFile[],
    use: (instance: Instance) => Promise<T>,
  ): Promise<T> => {
    const instance = startInstance(folder, call, remotes);
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
  /** A copy from this page is the same file still, and a worker answers from no other version than the one it began with. */
  const over = (loaded: readonly Loaded<File>[], call: Call): Promise<Session> => {
    const remotes = loaded.flatMap(({ file }) => (file instanceof Uint8Array ? [] : [file]));
    return start(call, remotes, async (instance) => {
      await instance.ready;
      return openSession(instance, loaded, startReader);
    });
  };
  const load = async (database: Database, call: Call): Promise<Loaded<File>> => {
    if (database.range) return { database, verified: false, file: await probe(database, call) };
    const file = await loadDatabase(database, call);
    return { database, verified: database.sha256 !== undefined, file };
  };

  return {
    async open(databases, call) {
      const all = (): Promise<readonly Loaded<File>[]> => loadAll(databases, call, load);
      // A worker is told in the beginning of which files it may fetch parts.
      if (databases.length === 0 || databases.some(({ range }) => range)) {
        const loaded = await all();
        return { session: await over(loaded, call), loaded };
      }
      return start(call, [], async (instance) => {
        // The engine takes longest: it starts while the databases load.
        const [loaded] = await Promise.all([all(), instance.ready]);
        return { session: await openSession(instance, loaded, startReader), loaded };
      });
    },
    load,
    start: over,
    read: (url, call, bytes) => download({ url: absolute(url), code: 'RELEASE', bytes }, call),
    pieces(file) {
      if (typeof file !== 'string') return contentPieces(file);
      const message = say`A page cannot read a path. Give the File that the user chose, a Blob, or a Uint8Array.`;
      throw new MetricsError('REFUSED', message);
    },
    resolve: (path, base) => new URL(path, absolute(base)).href,
  };
}

/** Loads databases one after another; progress counts the bytes of all. */
async function loadAll(
  databases: readonly Database[],
  call: Call,
  load: (database: Database, call: Call) => Promise<Loaded<File>>,
): Promise<readonly Loaded<File>[]> {
  const whole = databases.filter(({ range }) => !range);
  const total = whole.every(({ bytes }) => bytes !== undefined)
    ? whole.reduce((sum, { bytes }) => sum + bytes!, 0)
    : undefined;
  const loaded: Loaded<File>[] = [];
  let before = 0;
  for (const database of databases) {
    const advance: Call['advance'] = (progress) =>
      call.advance({
        step: progress.step,
        loaded: before + progress.loaded,
        ...(total !== undefined && { total }),
      });
    const one = await load(database, { ...call, advance });
    if (one.file instanceof Uint8Array) before += one.file.length;
    loaded.push(one);
  }
  return loaded;
}

function stopped(): MetricsError {
  return new MetricsError('CLOSED', say`The engine was stopped before it had started.`);
}
