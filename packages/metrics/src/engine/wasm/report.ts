import type { Sentence } from '../../base/sentence.js';

/** The worker's own messages, before and beside those of its engine. */
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
      readonly fault: Fault;
    };

/** Why the engine cannot be had, and which advice fits the cause. */
export interface Fault {
  readonly code: 'ENGINE_WORKER' | 'ENGINE_WASM' | 'DATABASE';
  readonly message: Sentence;
  readonly advice: Advice;
}

/** Where to look for the cause. */
export type Advice = 'folder' | 'compile' | 'upload' | 'server' | 'connection' | 'computer' | 'database';

/** A file whose parts the engine may fetch, as long as it stays the same. */
export interface RemoteFile {
  readonly url: string;
  readonly bytes: number;
  /** The server's name for this version (ETag or date); none without one. */
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
