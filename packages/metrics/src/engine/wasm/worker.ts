// The worker around DuckDB's own: lets the engine load its own file and nothing else, and reports failures, where
// the engine would wait for ever.
import { say, type Sentence } from '../../base/sentence.js';
import { engineFiles, type Advice, type Fault, type RemoteFile, type Report } from './report.js';
import { findLack } from './support.js';
import { isSameVersion, versionOf } from './version.js';

declare function importScripts(url: string): void;

const report = (message: Report): void => postMessage(message);
const url = (file: string): string => new URL(file, location.href).href;

/** Nobody waits for messages after a failure: the page ends this worker. */
function fail(code: Fault['code'], advice: Advice, message: Sentence): Promise<never> {
  report({ zj: 'failed', fault: { code, message, advice } });
  return new Promise(() => undefined);
}

const wasm = url(engineFiles.wasm);
const load = fetch;

/** The most bytes that an engine may have, several times its size: the file of a server gone wrong has no end. */
const largest = 150_000_000;

/** Tells once a second that the engine is being compiled. */
let signs: ReturnType<typeof setInterval> | undefined;

/** The engine's file, its bytes counted; a server may call it by any type. */
async function loadWasm(): Promise<Response> {
  const answer = await load(wasm).catch((error: unknown) =>
    fail('ENGINE_WASM', 'connection', say`${wasm} did not load (${String(error)}).`),
  );
  if (!answer.ok || !answer.body)
    return fail(
      'ENGINE_WASM',
      answer.status >= 500 ? 'server' : 'upload',
      say`The server answered ${answer.status} for ${wasm}.`,
    );
  // A compressed file's length says nothing about how many bytes come out of it.
  const length = answer.headers.has('content-encoding') ? 0 : Number(answer.headers.get('content-length'));
  let [loaded, told] = [0, 0];
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      loaded += chunk.byteLength;
      if (loaded > largest)
        return fail('ENGINE_WASM', 'upload', say`${wasm} has more than ${largest} bytes.`);
      if (loaded - told >= 500_000 || loaded === length) {
        told = loaded;
        report({ zj: 'loaded', loaded, ...(length > 0 && { total: length }) });
      }
      out.enqueue(chunk);
    },
    flush() {
      const tell = (): void => report({ zj: 'compiling', loaded });
      tell();
      signs = setInterval(tell, 1000);
    },
  });
  return new Response(answer.body.pipeThrough(count), { headers: { 'content-type': 'application/wasm' } });
}

/** Requests of the engine: its own file, or nothing. Its extensions would come from another site. */
globalThis.fetch = (input) =>
  new Request(input).url === wasm ? loadWasm() : Promise.resolve(new Response(null, { status: 404 }));

const ignore = (): void => undefined;
const HttpRequest = XMLHttpRequest;

/** The files whose parts may be fetched: those that the page named. */
const remotes = location.hash
  ? (JSON.parse(decodeURIComponent(location.hash.slice(1))) as readonly RemoteFile[])
  : [];

/** A request of the engine for parts of such a file; every other is not made, and finds nothing. */
class PartRequest {
  readonly readyState = 4;
  status = 404;
  readonly statusText = '';
  response: ArrayBuffer | null = null;
  readonly responseText = '';
  responseType = '';
  #method = '';
  #url = '';
  #range = '';
  #bytes = 0;
  readonly overrideMimeType = ignore;
  readonly addEventListener = ignore;
  readonly abort = ignore;

  open(method: string, address: string): void {
    [this.#method, this.#url] = [method, address];
  }

  setRequestHeader(name: string, value: string): void {
    if (name === 'Range') this.#range = value;
  }

  send(): void {
    const remote = remotes.find(({ url }) => url === this.#url);
    if (!remote) return;
    this.#bytes = remote.bytes;
    // Few servers tell the length of a part that is not fetched, and the page has asked for it already.
    if (this.#method === 'GET') this.response = fetchPart(remote, this.#range);
    this.status = 206;
  }

  getResponseHeader(name: string): string | null {
    return this.status === 206 && name === 'Content-Length' ? String(this.#bytes) : null;
  }

  getAllResponseHeaders(): string {
    return '';
  }
}

/** Bytes of the file, of the version that the page saw. */
function fetchPart(file: RemoteFile, range: string): ArrayBuffer {
  const broken = (message: Sentence, advice: Advice = 'database'): Error => {
    void fail('DATABASE', advice, message);
    return new Error(message.text);
  };
  const request = new HttpRequest();
  request.open('GET', file.url, false);
  request.responseType = 'arraybuffer';
  request.setRequestHeader('Range', range);
  try {
    request.send();
  } catch (error) {
    throw broken(say`${file.url} cannot be reached (${String(error)}).`, 'connection');
  }
  if (request.status !== 206)
    throw broken(say`${file.url} is no longer returned in parts: the server answered ${request.status}.`);
  if (
    !isSameVersion(
      versionOf((name) => request.getResponseHeader(name)),
      file,
    )
  ) {
    throw broken(say`${file.url} has changed since it was opened.`);
  }
  const bytes = request.response as ArrayBuffer;
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  const end = Math.min(Number(to), file.bytes - 1);
  const given = request.getResponseHeader('content-range')!;
  if (!given.startsWith(`bytes ${from}-${end}/`) || bytes.byteLength !== end - Number(from) + 1) {
    throw broken(say`${file.url} was returned in other parts than requested.`);
  }
  return bytes;
}
globalThis.XMLHttpRequest = PartRequest as unknown as typeof XMLHttpRequest;

/** Reports failures of the engine's file, where compiling it would fail in silence. */
function watchCompiling(): void {
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const compiled = await instantiateStreaming(source, imports)
      .catch((error: unknown) =>
        fail(
          'ENGINE_WASM',
          'compile',
          say`${wasm} is incomplete, or this page's policy does not allow it (${String(error)}).`,
        ),
      )
      .finally(() => clearInterval(signs));
    // A browser without such an entry answers nothing.
    if (!(entry in compiled.instance.exports))
      return fail('ENGINE_WASM', 'upload', say`${wasm} is WebAssembly, but not the query engine.`);
    report({ zj: 'compiled' });
    return compiled;
  };
}

/** A function that every version of the engine has. */
const entry = 'duckdb_web_query_run_buffer';

report({ zj: 'started' });
const lack = findLack();
if (lack === undefined) {
  watchCompiling();
  try {
    importScripts(url(engineFiles.script));
    if (typeof globalThis.onmessage === 'function') report({ zj: 'ready' });
    else {
      const message = say`${url(engineFiles.script)} is empty, or not the engine's script.`;
      void fail('ENGINE_WORKER', 'upload', message);
    }
  } catch (error) {
    const message = say`${url(engineFiles.script)} is missing or broken (${String(error)}).`;
    void fail('ENGINE_WORKER', 'folder', message);
  }
} else {
  report({ zj: 'lacking', lack });
}
