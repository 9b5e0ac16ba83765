// The SDK's time beside bare duckdb-wasm, the time of a repeated question, and of a filter that is dragged over ten million rows.
import { rm } from 'node:fs/promises';
import type * as DuckDB from '@duckdb/duckdb-wasm';
import type { Metrics, Query } from '@zj/metrics';
import { afterAll, bench, expect } from 'vitest';
import { openSite } from './engine/site.js';
import { bundleDuckdb, sizes, writeSpeedRelease } from './speed.js';

declare global {
  /** The SDK over the release, remembering nothing. */
  var metrics: Metrics;
  /** The package, as the page imported it. */
  var duckdb: typeof DuckDB;
  /** duckdb-wasm alone over the same file. */
  var alone: { readonly connection: DuckDB.AsyncDuckDBConnection };
  /** Milliseconds of each of two ways to do the same, in turn. */
  var time: (ways: readonly (() => Promise<unknown>)[], rounds: number) => Promise<number[][]>;
}

const folder = await writeSpeedRelease();
const site = await openSite(folder);
const script = await bundleDuckdb();
site.answers.set('/duckdb.js', (response) => {
  response.setHeader('Content-Type', 'text/javascript');
  response.end(script);
});
/** Promises that were not kept: an error inside of a bench would only hang it. */
const broken: string[] = [];
const promise = (what: string, kept: boolean): void => void (kept || broken.push(what));
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
  expect(broken).toEqual([]);
});
const { page } = await site.visit();
await page.evaluate(async () => {
  globalThis.time = async (ways, rounds) => {
    const times: number[][] = ways.map(() => []);
    for (let round = -3; round < rounds; round++) {
      for (const [i, way] of ways.entries()) {
        const begun = performance.now();
        await way();
        // The first rounds only warm up.
        if (round >= 0) times[i]!.push(performance.now() - begun);
      }
    }
    return times;
  };
  globalThis.metrics = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: '/engine/' }), cacheBytes: 0 });
  await metrics.open('/release/manifest.json', { deadline: 120_000 });
});

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;
const print = (line: string): void => void process.stdout.write(`${line}\n`);
/** One measured story: it is told once, and fails where it is not true. */
const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true };

bench(
  'metrics.query beside duckdb-wasm alone',
  async () => {
    await page.addScriptTag({ url: '/duckdb.js', type: 'module' });
    await page.evaluate(async () => {
      const { AsyncDuckDB, VoidLogger } = duckdb;
      const db = new AsyncDuckDB(new VoidLogger(), new Worker('/engine/duckdb-browser-eh.worker.js'));
      await db.instantiate(new URL('/engine/duckdb-eh.wasm', location.href).href);
      const { path } = metrics.manifest.files.database;
      const file = new Uint8Array(await (await fetch(`/release/${path}`)).arrayBuffer());
      await db.registerFileBuffer(path, file);
      const connection = await db.connect();
      await connection.query(`ATTACH '${path}' AS published (READ_ONLY)`);
      await connection.query('USE published');
      globalThis.alone = { connection };
    });
    for (const [metric, rounds] of [
      ['small', 200],
      ['large', 60],
    ] as const) {
      const query: Query = { metric, by: ['month', 'industry'], compare: 'year-over-year' } as const;
      const times = await page.evaluate(
        async ([asked, count]) => {
          const { sql } = await metrics.query(asked);
          return time([() => metrics.query(asked), () => alone.connection.query(sql)], count);
        },
        [query, rounds] as const,
      );
      const [own, bare] = times.map(median) as [number, number];
      const [ratio, added] = [own / bare, own - bare];
      print(
        `${sizes[metric]} rows: ${own.toFixed(2)} ms, alone ${bare.toFixed(2)} ms; ×${ratio.toFixed(3)}, +${added.toFixed(2)} ms`,
      );
      if (metric === 'small') promise('at most 2 ms a call', added <= 2);
      else promise('at most 1.10 times as long', ratio <= 1.1);
    }
    await page.evaluate(() => alone.connection.close());
  },
  once,
);

bench(
  'a question asked again',
  async () => {
    const [times] = await page.evaluate(async () => {
      const remembering = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: '/engine/' }) });
      await remembering.open('/release/manifest.json', { deadline: 120_000 });
      const asked = { metric: 'large', by: ['month', 'industry'], compare: 'year-over-year' } as const;
      const taken = await time([() => remembering.query(asked)], 500);
      if (!(await remembering.query(asked)).cached) throw new Error('It was not remembered.');
      await remembering.close();
      return taken;
    });
    print(`asked again: ${median(times!).toFixed(3)} ms, at most ${Math.max(...times!).toFixed(2)} ms`);
    promise('asked again in less than 1 ms', median(times!) < 1);
  },
  once,
);

/**
 * The queries of a chart of three metrics by month and industry, beside the year before, while a reader drags its filter over the
 * zones.
 */
const chart: Query = {
  metrics: ['huge', 'huge-returns', 'huge-average'],
  by: ['month', 'industry'],
  compare: 'year-over-year',
};
const zones = Array.from({ length: 8 }, (_, i) => `zone ${i}`);
const filter = Array.from({ length: 36 }, (_, i): Query => {
  const chosen = zones.filter((_, zone) => (zone + i) % zones.length <= i / zones.length);
  return { ...chart, during: `${2022 + (i % 3)}/2026`, where: [{ column: 'zone', in: chosen }] };
});
/** The same for a brush of two years along the months: the file is in order of time, so most of it is skipped without a cuboid, too. */
const brush = Array.from({ length: 36 }, (_, i): Query => {
  const month = (at: number): string =>
    `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  return { ...chart, during: `${month(i)}/${month(i + 23)}` };
});
const drag = [...filter, ...brush];

bench(
  'a filter dragged over ten million rows',
  async () => {
    // Step by step in both ways, so that both meet the machine as busy as it is.
    const { times, same, distinct, cells, built } = await page.evaluate(async (steps) => {
      const quick = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: '/engine/' }), cacheBytes: 0 });
      await quick.open('/release/manifest.json', { deadline: 120_000 });
      const begun = performance.now();
      const { cells: count } = await quick.precompute({
        metrics: ['huge', 'huge-returns', 'huge-average'],
        by: ['industry', 'zone'],
      });
      const took = performance.now() - begun;
      const taken: [number[], number[]] = [[], []];
      const statements = new Set<string>();
      let equal = true;
      for (const step of steps) {
        const answers = [];
        for (const [i, way] of [metrics, quick].entries()) {
          const start = performance.now();
          const answer = await way.query(step);
          taken[i]!.push(performance.now() - start);
          answers.push(JSON.stringify(answer.rows()));
          statements.add(answer.sql);
        }
        equal &&= answers[0] === answers[1];
      }
      await quick.close();
      return { times: taken, same: equal, distinct: statements.size, cells: count, built: took };
    }, drag);
    const medians = (from: number): [number, number] =>
      times.map((all) => median(all.slice(from, from + filter.length))) as [number, number];
    const [slow, quick] = medians(0);
    print(
      `${filter.length} steps over ${sizes.huge} rows: ${quick.toFixed(1)} ms a step (at most ${Math.max(...times[1]).toFixed(1)}), ` +
        `without ${slow.toFixed(0)} ms; ×${(slow / quick).toFixed(1)}; ${cells} cells in ${(built / 1000).toFixed(2)} s`,
    );
    const [without, step] = medians(filter.length);
    print(
      `  a brush over time: ${step.toFixed(1)} ms, without ${without.toFixed(0)} ms; ×${(without / step).toFixed(1)}`,
    );
    promise('each step is another statement, in both ways', distinct === 2 * drag.length);
    promise('all figures equal', same);
    promise('at most 20 ms a step', Math.max(quick, step) <= 20);
    promise('at least 30 times faster', slow / quick >= 30);
  },
  once,
);
