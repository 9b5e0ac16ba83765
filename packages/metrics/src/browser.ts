// The SDK, its engine and its readers of files, for pages without a build step; what reads a format is a file of its own beside it.
export * from './index.js';
export { proposeContract, readTable } from './dataset/index.js';
export type { FileOptions, ProposalOptions, ReadTable } from './dataset/index.js';
export { sharedEngine, wasmEngine, type WasmEngineOptions } from './engine/wasm/index.js';
