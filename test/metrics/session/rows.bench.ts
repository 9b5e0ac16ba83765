// The first rows of a question beside the same statement by the engine alone, in the browser, over 100 000 rows.
import { rm } from 'node:fs/promises';
import type { RowsQuestion } from '@zj/metrics';
import { afterAll, bench, expect } from 'vitest';
import { openSite } from '../engine/site.js';
import { writeRelease } from '../release/release.js';
import { ledger, ledgerMetrics, writeLedger } from './ledger.js';

const release = await writeRelease();
const site = await openSite(release.folder);
const broken: string[] = [];
afterAll(async () => {
  await site.close();
  await rm(release.folder, { recursive: true });
  expect(broken).toEqual([]);
});

/** Each question with the statement that a person would write for its first fifty rows. */
const asked: readonly (readonly [string, Omit<RowsQuestion, 'dataset'>, string])[] = [
  [
    'in the order of an amount',
    { orderBy: [{ column: 'amount', direction: 'descending' }] },
    'ORDER BY amount DESC NULLS LAST, rowid',
  ],
  [
    'in the order of two columns',
    { orderBy: [{ column: 'name' }, { column: 'rate', direction: 'descending' }] },
    'ORDER BY name, rate DESC NULLS LAST, rowid',
  ],
  [
    'of a condition',
    { where: [{ column: 'name', equals: '集成电路' }], orderBy: [{ column: 'day' }] },
    `WHERE name = '集成电路' ORDER BY day, rowid`,
  ],
];

bench(
  'the first rows beside the statement alone',
  async () => {
    const { page } = await site.visit();
    const file = new TextDecoder().decode(writeLedger(100_000));
    const told = await page.evaluate(
      async ({ contract, defined, text, list }) => {
        const engine = zj.wasmEngine({ baseUrl: '/engine/' });
        const metrics = zj.createMetrics({ engine });
        await metrics.add({ contract, file: new Blob([text]), metrics: defined }, { deadline: 120_000 });
        const time = async (work: () => Promise<unknown>): Promise<number> => {
          const begun = performance.now();
          await work();
          return performance.now() - begun;
        };
        const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1]!;
        const found = [];
        for (const [name, question, clauses] of list) {
          // The cells, and why those of figures are empty where they are: what the rows have.
          const figures = contract.columns.filter(
            ({ unit, name }) => unit !== undefined || name === 'visitors',
          );
          const cells = [
            ...contract.columns.map((one) => `CAST(${one.name} AS VARCHAR) AS ${one.name}_`),
            ...figures.map((one) => `"${one.name}:means" AS ${one.name}_means`),
          ];
          const sql = `SELECT ${cells.join(', ')} FROM memory.main.ledger ${clauses} LIMIT 50`;
          const types = cells.map(() => 'VARCHAR' as const);
          const alone = () => engine.run(sql, { types });
          const first = async () => {
            const rows = await metrics.rows({ dataset: 'ledger', ...question });
            await rows.window(0, 50);
            return rows;
          };
          const timeFirst = async () => {
            let rows!: Awaited<ReturnType<typeof first>>;
            const taken = await time(async () => {
              rows = await first();
            });
            await rows.close();
            return taken;
          };
          const taken: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
          for (let round = -3; round < 40; round++) {
            const times = [await time(alone), await timeFirst(), await time(alone)];
            if (round >= 0) for (const [i, one] of times.entries()) taken[i]!.push(one);
          }
          for (let round = -1; round < 9; round++) {
            const rows = await first();
            const times = [
              await time(() => rows.window(Math.min(60_000, rows.rowCount - 50), 50)),
              await time(() => rows.window(rows.rowCount >> 1, 50)),
            ];
            await rows.close();
            if (round >= 0) for (const [i, one] of times.entries()) taken[i + 3]!.push(one);
          }
          found.push([name, ...taken.map(median)] as const);
        }
        await metrics.close();
        return found;
      },
      { contract: ledger, defined: ledgerMetrics, text: file, list: asked },
    );
    for (const [name, floor, first, again, order, window] of told) {
      const ratio = first! / Math.max(floor!, again!);
      process.stdout.write(
        `${name}: ${first!.toFixed(1)} ms, alone ${floor!.toFixed(1)} and ${again!.toFixed(1)} ms; ×${ratio.toFixed(2)}; ` +
          `the whole order with a window ${order!.toFixed(1)} ms, a window ${window!.toFixed(1)} ms\n`,
      );
      if (ratio > 1.5) broken.push(`${name}: at most 1.5 times the statement alone`);
    }
  },
  { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true },
);
