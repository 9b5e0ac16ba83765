// The SDK, its engine and its readers of files, for pages without a build step; what reads a format is a file of its own beside it.

export * from './index.js';
export { proposeContract, readTable } from './dataset.js';
export type { FileOptions, ProposalOptions, ReadTable } from './dataset.js';
export { sharedEngine, wasmEngine } from './wasm.js';
export type { WasmEngineOptions } from './wasm.js';
