// The overhead of the SDK's engine over bare duckdb-wasm, for the same statement in the same browser.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '@zj/metrics/node';
import type * as DuckDB from '@duckdb/duckdb-wasm';
import { build } from 'esbuild';
import { afterAll, bench, describe } from 'vitest';
import { openSite } from './site.js';

declare global {
  /** The package, as the page imported it. */
  var duckdb: typeof DuckDB;
  /** Bare duckdb-wasm over the same file. */
  var bare: { readonly db: DuckDB.AsyncDuckDB; readonly connection: number };
}

const folder = await mkdtemp(join(tmpdir(), 'zj-bench-'));
const workbench = await openWorkbench();
await workbench.execute(`
  ATTACH '${join(folder, 'million.duckdb')}' AS release (STORAGE_VERSION 'v1.2.0');
  CREATE TABLE release.revenue AS
    SELECT CAST(DATE '2020-01-01' + INTERVAL (range // 20000) MONTH AS DATE) AS month, 'industry ' || range % 31 AS industry,
      CAST(hash(range) % 1000000000 / 100 AS DECIMAL(18, 2)) AS revenue
    FROM range(1000000);
  CHECKPOINT release; DETACH release`);
await workbench.close();

const site = await openSite(folder);
const { outputFiles } = await build({
  stdin: {
    contents: "import * as duckdb from '@duckdb/duckdb-wasm'; globalThis.duckdb = duckdb;",
    resolveDir: import.meta.dirname,
  },
  ...{ bundle: true, write: false, format: 'esm' },
});
site.answers.set('/bare.js', (response) => {
  response.setHeader('Content-Type', 'text/javascript');
  response.end(outputFiles[0]!.contents);
});
const { page } = await site.visit();
await page.addScriptTag({ url: '/bare.js', type: 'module' });
await page.evaluate(async () => {
  const { AsyncDuckDB, VoidLogger } = duckdb;
  const worker = new Worker('/engine/zj-engine-worker.js');
  await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  await db.instantiate(new URL('/engine/duckdb-eh.wasm', location.href).href);
  const file = new Uint8Array(await (await fetch('/release/million.duckdb')).arrayBuffer());
  await db.registerFileBuffer('million.duckdb', file);
  const connection = await db.connectInternal();
  await db.runQuery(connection, "ATTACH 'million.duckdb' AS published (READ_ONLY); USE published");
  globalThis.bare = { db, connection };
  globalThis.engine = zj.wasmEngine({ baseUrl: '/engine/' });
  await engine.open({ url: '/release/million.duckdb' });
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const statements: readonly (readonly [name: string, sql: string, calls: number])[] = [
  ['nothing to compute', "SELECT 'a' AS a", 100],
  [
    'a million rows by month and industry',
    'SELECT month, industry, CAST(sum(revenue) AS DOUBLE) AS revenue FROM revenue GROUP BY ALL',
    5,
  ],
];

for (const [name, sql, calls] of statements) {
  describe(`${name}, ${calls} calls`, () => {
    const options = { time: 4000, warmupIterations: 3 };
    bench(
      'bare duckdb-wasm',
      () =>
        page.evaluate(
          async ([text, times]) => {
            for (let i = 0; i < times; i++) await bare.db.runQuery(bare.connection, text);
          },
          [sql, calls] as const,
        ),
      options,
    );
    bench(
      'the engine, asked the same again',
      () =>
        page.evaluate(
          async ([text, times]) => {
            for (let i = 0; i < times; i++) await engine.run(text);
          },
          [sql, calls] as const,
        ),
      options,
    );
    bench(
      'the engine, asked for the first time',
      () =>
        page.evaluate(
          async ([text, times]) => {
            for (let i = 0; i < times; i++) await engine.run(`${text} -- ${performance.now()}`);
          },
          [sql, calls] as const,
        ),
      options,
    );
  });
}
