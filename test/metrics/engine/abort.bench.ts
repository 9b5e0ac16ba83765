// With a million rows of one's own in the engine, the answer after a question that was given up takes as long as any other.
import { tmpdir } from 'node:os';
import { nodeEngine } from '@zj/metrics/node';
import type { Engine, TableColumn } from '@zj/metrics';
import { afterAll, bench, expect } from 'vitest';
import { openSite } from './site.js';

const site = await openSite(tmpdir());
/** Promises that were not kept: an error inside of a bench would only hang it. */
const broken: string[] = [];
afterAll(async () => {
  await site.close();
  expect(broken).toEqual([]);
});

const size = 1_000_000;
const question =
  'SELECT industry, CAST(sum(amount) AS DOUBLE) AS amount, CAST(count(DISTINCT who) AS DOUBLE) AS n FROM memory.main.own GROUP BY ALL ORDER BY ALL';
const endless =
  'SELECT CAST(sum(a.amount * b.amount) AS DOUBLE) AS n FROM memory.main.own a, memory.main.own b';

/** Milliseconds of an answer before others were given up, and after each of them. */
async function measure(
  engine: Engine,
  { rows, ask, wrong }: { readonly rows: number; readonly ask: string; readonly wrong: string },
): Promise<readonly [before: number, after: number]> {
  const column = <T>(of: (i: number) => T): T[] => Array.from({ length: rows }, (_, i) => of(i));
  const columns: TableColumn[] = [
    { name: 'industry', type: 'VARCHAR', values: column((i) => `industry ${i % 31}`) },
    { name: 'who', type: 'VARCHAR', values: column((i) => `enterprise ${i % 50_000}`) },
    { name: 'amount', type: 'DOUBLE', values: column((i) => i % 1000) },
  ];
  await engine.open(undefined, { deadline: 120_000 });
  await engine.load('own', columns, { deadline: 300_000 });
  const time = async (): Promise<number> => {
    const begun = performance.now();
    await engine.run(ask);
    return performance.now() - begun;
  };
  const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;
  const [before, after]: [number[], number[]] = [[], []];
  for (let i = 0; i < 5; i++) before.push(await time());
  for (let i = 0; i < 5; i++) {
    await engine.run(wrong, { deadline: 300 }).catch(() => undefined);
    after.push(await time());
  }
  await engine.close();
  return [median(before), median(after)];
}

function judge(where: string, [before, after]: readonly [number, number]): void {
  process.stdout.write(
    `${where}: ${before.toFixed(0)} ms before, ${after.toFixed(0)} ms after one was given up\n`,
  );
  if (after > 2 * before)
    broken.push(`${where}: after a question was given up the next takes ${after / before} ×`);
}

const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true };
const work = { rows: size, ask: question, wrong: endless };

bench('in Node', async () => judge('Node', await measure(nodeEngine(), work)), once);

bench(
  'in the browser',
  async () => {
    const { page } = await site.visit();
    const times = await page.evaluate(
      `(${measure.toString()})(zj.wasmEngine({ baseUrl: '/engine/' }), ${JSON.stringify(work)})`,
    );
    judge('Browser', times as readonly [number, number]);
  },
  once,
);
