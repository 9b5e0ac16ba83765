import { checkObject, checkText } from '../../base/argument.js';
import { DuckDBEngine } from '../duckdb.js';
import type { Engine } from '../engine.js';
import { absolute } from './address.js';
import { wasmHost } from './host.js';
import { SharedEngine } from './shared.js';

/** Where the files of an engine are. */
export interface WasmEngineOptions {
  /** The folder of the site that holds the engine's three files, such as `/zj/engine/`. */
  readonly baseUrl: string;
}

/**
 * DuckDB in the reader's browser, from the site's own files. It starts with `open`, in a worker, and asks no other site
 * for anything. Throws `REFUSED` for options that are none.
 *
 * @example
 * const metrics = createMetrics({ engine: wasmEngine({ baseUrl: '/zj/engine/' }) });
 * await metrics.open('/release/manifest.json');
 */
export function wasmEngine(options: WasmEngineOptions): Engine {
  return new DuckDBEngine(wasmHost(folderOf(options)));
}

/**
 * One engine for everything on a page: each call gives a hold on the same worker, which ends when the last hold is
 * closed. All holds open the same database; the first to open it loads it. Tables are everyone's to read, but a name
 * belongs to the hold that loaded or built it, and goes with it. Each throws `REFUSED` for another database or another's
 * table.
 *
 * @example
 * const [gauge, chart] = [sharedEngine({ baseUrl: '/zj/engine/' }), sharedEngine({ baseUrl: '/zj/engine/' })];
 * const { verified } = await gauge.open({ url: '/release/park.duckdb' });
 * await chart.open({ url: '/release/park.duckdb' });
 * await gauge.close();
 * await chart.close();
 */
export function sharedEngine(options: WasmEngineOptions): Engine {
  return new SharedEngine(folderOf(options));
}

function folderOf(options: WasmEngineOptions): string {
  checkObject('options', options);
  const { baseUrl } = options;
  checkText('options.baseUrl', baseUrl);
  return absolute(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
}
