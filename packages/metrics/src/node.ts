// Native DuckDB, for the command line, servers and tests.

export { nodeEngine } from './engine/node/engine.js';
export { openWorkbench } from './engine/node/open-workbench.js';
export type { Workbench, WorkbenchValue } from './engine/node/workbench.js';
