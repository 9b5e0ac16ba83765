// The worker around DuckDB's own: lets the engine load its one file and nothing else, and says what went wrong, where
// the engine would wait for ever.
import { engineFiles, type Report } from './report.js';

declare function importScripts(url: string): void;

const report = (message: Report): void => postMessage(message);
const url = (file: string): string => new URL(file, location.href).href;

/** Nobody waits for what follows a failure: the page ends this worker. */
function fail(code: (Report & { zj: 'failed' })['code'], message: string): Promise<never> {
  report({ zj: 'failed', code, message });
  return new Promise(() => undefined);
}

const wasm = url(engineFiles.wasm);
const load = fetch;

/** The engine's file, its bytes counted; a server may call it by any type. */
async function loadWasm(): Promise<Response> {
  const answer = await load(wasm).catch((error: unknown) =>
    fail('ENGINE_WASM', `${wasm} did not load (${String(error)}).`),
  );
  if (!answer.ok || !answer.body)
    return fail('ENGINE_WASM', `The server answered ${answer.status} for ${wasm}.`);
  // A compressed file's length says nothing about how many bytes come out of it.
  const length = answer.headers.has('content-encoding') ? 0 : Number(answer.headers.get('content-length'));
  let [loaded, told] = [0, 0];
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      loaded += chunk.byteLength;
      if (loaded - told >= 500_000 || loaded === length) {
        told = loaded;
        report({ zj: 'loaded', loaded, ...(length > 0 && { total: length }) });
      }
      out.enqueue(chunk);
    },
  });
  return new Response(answer.body.pipeThrough(count), { headers: { 'content-type': 'application/wasm' } });
}

/** Requests of the engine: its own file, or nothing. Its extensions would come from another site. */
globalThis.fetch = (input) =>
  new Request(input).url === wasm ? loadWasm() : Promise.resolve(new Response(null, { status: 404 }));

const ignore = (): void => undefined;

/** A request that was not made, and found nothing. */
class NoRequest {
  readonly readyState = 4;
  readonly status = 404;
  readonly statusText = 'Not Found';
  readonly response = null;
  readonly responseText = '';
  responseType = '';
  readonly open = ignore;
  readonly setRequestHeader = ignore;
  readonly overrideMimeType = ignore;
  readonly addEventListener = ignore;
  readonly send = ignore;
  readonly abort = ignore;
  readonly getResponseHeader = (): null => null;
  readonly getAllResponseHeaders = (): string => '';
}
globalThis.XMLHttpRequest = NoRequest as unknown as typeof XMLHttpRequest;

const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = (source, imports) =>
  instantiateStreaming(source, imports).catch((error: unknown) =>
    fail('ENGINE_WASM', `${wasm} is not whole, or this page's policy does not allow it (${String(error)}).`),
  );

/** The smallest module with an exception handler. */
const handler = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
];

report({ zj: 'started' });
if (WebAssembly.validate(new Uint8Array(handler))) {
  try {
    importScripts(url(engineFiles.script));
    report({ zj: 'ready' });
  } catch (error) {
    void fail('ENGINE_WORKER', `${url(engineFiles.script)} is missing or broken (${String(error)}).`);
  }
} else {
  void fail('ENGINE_WASM', 'This browser is too old for the query engine: it has no WebAssembly exceptions.');
}
