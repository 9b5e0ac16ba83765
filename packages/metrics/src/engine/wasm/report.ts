/** What the worker says before, and beside, the engine it carries. */
export type Report =
  /** The worker runs. */
  | { readonly zj: 'started' }
  /** The engine's script is in place and listens. */
  | { readonly zj: 'ready' }
  /** Bytes of the engine's WebAssembly that have arrived, of all where that is known. */
  | { readonly zj: 'loaded'; readonly loaded: number; readonly total?: number }
  /** The WebAssembly has arrived and is being compiled: said once a second. */
  | { readonly zj: 'compiling'; readonly loaded: number }
  /** It is compiled. */
  | { readonly zj: 'compiled' }
  /** The browser is too old: it has no such thing. */
  | { readonly zj: 'lacking'; readonly lack: string }
  | {
      readonly zj: 'failed';
      readonly code: 'ENGINE_WORKER' | 'ENGINE_WASM' | 'DATABASE';
      readonly message: string;
    };

/** A file whose parts the engine may fetch, as long as it stays the same. */
export interface RemoteFile {
  readonly url: string;
  readonly bytes: number;
  /** What its server calls this version of it; nothing where it does not. */
  readonly tag: string;
}

/** The files of the engine, in one folder of the site. */
export const engineFiles = {
  worker: 'zj-engine-worker.js',
  script: 'duckdb-browser-eh.worker.js',
  wasm: 'duckdb-eh.wasm',
} as const;

/** Whether a message of the worker is such a report, and not the engine's own. */
export function isReport(message: unknown): message is Report {
  return typeof message === 'object' && message !== null && 'zj' in message;
}
