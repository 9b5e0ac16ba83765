import { DuckDBEngine } from '../duckdb.js';
import type { Engine } from '../engine.js';
import { nodeHost } from './host.js';

/**
 * Native DuckDB, for the command line, servers and tests: its results are those of the browser's engine. Its package,
 * `@duckdb/node-api`, is installed beside this one; without it, `open` throws `ENGINE_PACKAGE`.
 *
 * @example
 * const metrics = createMetrics({ engine: nodeEngine() });
 * await metrics.open('build/park/manifest.json');
 */
export function nodeEngine(): Engine {
  return new DuckDBEngine(nodeHost);
}
