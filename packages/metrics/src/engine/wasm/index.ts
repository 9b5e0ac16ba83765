import type { Engine } from '../engine.js';
import { absolute, WasmEngine } from './engine.js';

export interface WasmEngineOptions {
  /** The folder of the site that holds the engine's three files, such as `/zj/engine/`. */
  readonly baseUrl: string;
}

/**
 * DuckDB in the reader's browser, from the site's own files. It starts with `open`, in a worker, and asks no other site
 * for anything.
 *
 * @example
 * const metrics = createMetrics({ engine: wasmEngine({ baseUrl: '/zj/engine/' }) });
 * await metrics.open('/release/manifest.json');
 */
export function wasmEngine({ baseUrl }: WasmEngineOptions): Engine {
  return new WasmEngine(absolute(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`));
}
