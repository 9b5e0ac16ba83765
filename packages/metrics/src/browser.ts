// The SDK and its engine in one file, for pages without a build step.
export * from './index.js';
export { wasmEngine, type WasmEngineOptions } from './engine/wasm/index.js';
