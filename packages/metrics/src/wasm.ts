// DuckDB-WASM, for pages: a worker with files of the site's own.

export { sharedEngine, wasmEngine } from './engine/wasm/engine.js';
export type { WasmEngineOptions } from './engine/wasm/engine.js';
