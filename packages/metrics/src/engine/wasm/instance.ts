import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { MetricsError } from '../../error.js';
import type { Call } from '../calls.js';
import { engineFiles, isReport, type RemoteFile } from './report.js';

/** DuckDB in a worker of its own. */
export interface Instance {
  /** Resolves when the engine can be asked. Throws `ENGINE_WORKER`, `ENGINE_WASM`. */
  readonly ready: Promise<void>;
  /** The engine's answer. Its own promises wait for ever where the worker is gone; this one throws as `ready`. */
  readonly ask: <T>(question: (db: AsyncDuckDB) => Promise<T>) => Promise<T>;
  /** Why it gives no more answers, where it does not. */
  readonly failure: () => MetricsError | undefined;
  /** Ends the worker; whoever waits for an answer gets this error. */
  readonly stop: (error: MetricsError) => void;
}

/** Milliseconds after which a worker that has not said a word is not ours, or dead. */
const signOfLife = 8_000;

/** Reads of a file over HTTP: what is needed, as it is needed, and never the whole. */
const inParts = { reliableHeadRequests: true, allowFullHTTPReads: false, forceFullHTTPReads: false };

const remedies = {
  ENGINE_WORKER:
    'Put all engine files of one version into one folder of this site, name it in "baseUrl", and allow "worker-src \'self\'".',
  ENGINE_WASM:
    "Upload the file again as it is, send \"script-src 'self' 'wasm-unsafe-eval'\" with the worker's script, and use " +
    'Chrome 95, Firefox 100, Safari 15.2 or later.',
  DATABASE: 'Open it again, or without "range".',
};

/**
 * Starts DuckDB from the engine's files in a folder of the site: begins at once, so that it can be stopped at any time.
 * It can fetch parts of the remote file, and nothing else.
 */
export function startInstance(folder: string, call: Call, remote?: RemoteFile): Instance {
  const waiting = new Set<(error: MetricsError) => void>();
  let failure: MetricsError | undefined;
  const stop = (error: MetricsError): void => {
    failure ??= error;
    worker?.terminate();
    for (const reject of waiting) reject(failure);
  };
  const fail = (code: keyof typeof remedies, message: string, cause?: unknown): void =>
    stop(new MetricsError(code, `${message} ${remedies[code]}`, { cause }));
  const wait = <T>(answer: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure);
      waiting.add(reject);
      void answer()
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });

  const url = new URL(engineFiles.worker, folder).href;
  let worker: Worker | undefined;
  let listening = Promise.resolve();
  let db: AsyncDuckDB | undefined;
  try {
    // What stands behind # stays in the browser.
    worker = new Worker(remote ? `${url}#${encodeURIComponent(JSON.stringify(remote))}` : url);
    listening = listen(worker, url, fail, call);
    // Its listeners come second: what is not for them stops at ours.
    db = new AsyncDuckDB(new VoidLogger(), worker);
  } catch (error) {
    fail('ENGINE_WORKER', `The browser refused the worker ${url} (${String(error)}).`, error);
  }
  const ask: Instance['ask'] = (question) => wait(() => question(db!));

  const begin = async (): Promise<void> => {
    await wait(() => listening);
    const wasm = new URL(engineFiles.wasm, folder).href;
    try {
      await ask((duckdb) => duckdb.instantiate(wasm));
      await ask((duckdb) => duckdb.open({ path: ':memory:', ...(remote && { filesystem: inParts }) }));
    } catch (error) {
      if (!failure) fail('ENGINE_WASM', `The engine did not start from ${wasm} (${String(error)}).`, error);
      throw failure!;
    }
  };
  const ready = begin();
  ready.catch(() => undefined);
  return { ready, ask, failure: () => failure, stop };
}

/** Resolves when the engine's script is in place; failures at any time go to `fail`. */
function listen(
  worker: Worker,
  url: string,
  fail: (code: keyof typeof remedies, message: string) => void,
  { signal, advance }: Call,
): Promise<void> {
  return new Promise((resolve) => {
    const silence = setTimeout(
      () => fail('ENGINE_WORKER', `The worker ${url} gives no sign of life.`),
      signOfLife,
    );
    const heard = (): void => clearTimeout(silence);
    signal.addEventListener('abort', heard);
    worker.addEventListener('error', (event) => {
      heard();
      // The engine's own listener would only complain in the console.
      event.stopImmediatePropagation();
      event.preventDefault();
      fail(
        'ENGINE_WORKER',
        `The worker ${url} is missing or broke down${event.message ? ` (${event.message})` : ''}.`,
      );
    });
    worker.addEventListener('message', (event: MessageEvent<unknown>) => {
      const report = event.data;
      if (!isReport(report)) return;
      heard();
      event.stopImmediatePropagation();
      if (report.zj === 'ready') resolve();
      if (report.zj === 'loaded') {
        advance({ step: 'engine', loaded: report.loaded, ...(report.total && { total: report.total }) });
      }
      if (report.zj === 'failed') fail(report.code, report.message);
    });
  });
}
