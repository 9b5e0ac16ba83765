import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { MetricsError } from '../../base/error.js';
import type { Call } from '../calls.js';
import { say, type Sentence } from '../../base/sentence.js';
import { engineFiles, isReport, type Advice, type Fault, type RemoteFile } from './report.js';
import { tooOld } from './support.js';
import { Vigil } from './vigil.js';

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

/** Seconds after which a worker that has not said a word is not ours, or dead. */
const signOfLife = 8;

/** Seconds between two signs of a worker that compiles, and seconds in all. */
const patience = { silence: 30, whole: 600 };

/** Reads parts of a file over HTTP as they are needed, never the whole. */
const inParts = { reliableHeadRequests: true, allowFullHTTPReads: false, forceFullHTTPReads: false };

const remedies: Readonly<Record<Advice, Sentence>> = {
  folder: say`Put all engine files of one version into one folder of this site, name it in "baseUrl", and allow "worker-src 'self'".`,
  compile: say`Upload the file again as it is, and send "script-src 'self' 'wasm-unsafe-eval'" with the worker's script.`,
  upload: say`Upload all engine files of one version again, as they are.`,
  server: say`Try again later, or ask the administrator of the server.`,
  connection: say`Check the connection, and try again.`,
  computer: say`Close other pages and programs, and try again, or use a computer with more memory.`,
  database: say`Open it again, or without "range".`,
};

/**
 * Starts DuckDB from the engine's files in a folder of the site: begins at once, so that it can be stopped at any time.
 * It can fetch parts of the remote files, and nothing else.
 */
export function startInstance(folder: string, call: Call, remotes: readonly RemoteFile[] = []): Instance {
  const waiting = new Set<(error: MetricsError) => void>();
  let failure: MetricsError | undefined;
  const vigil = new Vigil();
  const stop = (error: MetricsError): void => {
    failure ??= error;
    vigil.end();
    worker?.terminate();
    for (const reject of waiting) reject(failure);
  };
  const fail = ({ code, message, advice }: Fault, cause?: unknown): void =>
    stop(new MetricsError(code, say`${message} ${remedies[advice]}`, { cause }));
  const wait = <T>(answer: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure);
      waiting.add(reject);
      void answer()
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });

  const [url, wasm] = [engineFiles.worker, engineFiles.wasm].map((file) => new URL(file, folder).href) as [
    string,
    string,
  ];
  let worker: Worker | undefined;
  let listening = Promise.resolve();
  let db: AsyncDuckDB | undefined;
  try {
    // The text behind # stays in the browser.
    worker = new Worker(remotes.length > 0 ? `${url}#${encodeURIComponent(JSON.stringify(remotes))}` : url);
    listening = listen(worker, { url, wasm, fail, stop, vigil }, call);
    // Its listeners come second: messages that are not for them stop at ours.
    db = new AsyncDuckDB(new VoidLogger(), worker);
  } catch (error) {
    const message = say`The browser refused the worker ${url} (${String(error)}).`;
    if (!('Worker' in globalThis)) stop(tooOld('Worker'));
    else fail({ code: 'ENGINE_WORKER', message, advice: 'folder' }, error);
  }
  const ask: Instance['ask'] = (question) => wait(() => question(db!));

  const begin = async (): Promise<void> => {
    await wait(() => listening);
    try {
      await ask((duckdb) => duckdb.instantiate(wasm));
      await ask((duckdb) =>
        duckdb.open({ path: ':memory:', ...(remotes.length > 0 && { filesystem: inParts }) }),
      );
    } catch (error) {
      const message = say`The engine did not start from ${wasm} (${String(error)}).`;
      if (!failure) fail({ code: 'ENGINE_WASM', message, advice: 'compile' }, error);
      throw failure!;
    }
    vigil.end();
    call.advance({ step: 'opening', loaded: 0 });
  };
  const ready = begin();
  ready.catch(() => undefined);
  return { ready, ask, failure: () => failure, stop };
}

/** Resolves when the engine's script is in place; failures at any time go to `fail`. */
function listen(
  worker: Worker,
  {
    url,
    wasm,
    fail,
    stop,
    vigil,
  }: {
    readonly url: string;
    readonly wasm: string;
    readonly fail: (fault: Fault) => void;
    readonly stop: (error: MetricsError) => void;
    readonly vigil: Vigil;
  },
  { signal, advance }: Call,
): Promise<void> {
  return new Promise((resolve) => {
    const failWorker = (message: Sentence, advice: Advice = 'folder'): void =>
      fail({ code: 'ENGINE_WORKER', message, advice });
    vigil.begin({ silence: signOfLife }, () => failWorker(say`The worker ${url} does not respond.`));
    signal.addEventListener('abort', () => vigil.end());
    worker.addEventListener('error', (event) => {
      // The engine's own listener would only complain in the console.
      event.stopImmediatePropagation();
      event.preventDefault();
      failWorker(
        event.message
          ? say`The worker ${url} is missing or broke down (${event.message}).`
          : say`The worker ${url} is missing or broke down.`,
      );
    });
    const failSlow = (message: Sentence): void => fail({ code: 'ENGINE_WASM', message, advice: 'computer' });
    worker.addEventListener('message', (event: MessageEvent<unknown>) => {
      const report = event.data;
      if (!isReport(report)) return;
      event.stopImmediatePropagation();
      switch (report.zj) {
        case 'started':
          return vigil.end();
        case 'ready':
          return resolve();
        case 'loaded':
          return advance({
            step: 'engine',
            loaded: report.loaded,
            ...(report.total && { total: report.total }),
          });
        case 'compiling':
          vigil.begin(patience, (why) =>
            why === 'whole'
              ? failSlow(say`${wasm} was still not compiled after ${patience.whole / 60} minutes.`)
              : failWorker(say`The worker ${url} stopped while it compiled ${wasm}.`, 'computer'),
          );
          return advance({ step: 'compiling', loaded: report.loaded });
        case 'compiled':
          return vigil.begin(patience, () =>
            failSlow(say`The engine from ${wasm} is compiled, but does not answer.`),
          );
        case 'lacking':
          return stop(tooOld(report.lack));
        case 'failed':
          return fail(report.fault);
      }
    });
  });
}
