// A thousand gauges against the same thousand as static HTML, and against a minimal Lit element, in one page and in turns.
import { afterAll, bench, describe } from 'vitest';
import { measure, openStage } from './crowd.js';

const { host, page, session } = await openStage(1000);
afterAll(() => host.close());

const kinds = ['page', 'svg', 'lit', 'gauges', 'update'] as const;
const budgets: Readonly<Record<string, string>> = { gauges: '1.30', update: '1.00' };

/** Milliseconds of the page's thread that one takes: in all, for style, for layout. */
async function time(kind: (typeof kinds)[number]): Promise<readonly number[]> {
  if (kind !== 'update') await page.evaluate(() => crowd.clear());
  const before = await measure(session);
  await page.evaluate((kind) => crowd[kind](), kind);
  const after = await measure(session);
  return ['TaskDuration', 'RecalcStyleDuration', 'LayoutDuration'].map(
    (name) => (after[name]! - before[name]!) * 1000,
  );
}

const times = new Map<string, (readonly number[])[]>(kinds.map((kind) => [kind, []]));
const [warmUp, rounds] = [4, 11];
for (let round = 0; round < warmUp + rounds; round++) {
  for (const kind of kinds) {
    const taken = await time(kind);
    if (round >= warmUp) times.get(kind)!.push(taken);
  }
}
const median = (kind: string, part: number): number =>
  times
    .get(kind)!
    .map((taken) => taken[part]!)
    .sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
console.table(
  Object.fromEntries(
    kinds.map((kind) => [
      kind,
      {
        'ms of thread': Math.round(median(kind, 0)),
        style: Math.round(median(kind, 1)),
        layout: Math.round(median(kind, 2)),
        '× the static page': (median(kind, 0) / median('page', 0)).toFixed(2),
        budget: budgets[kind] ?? '',
      },
    ]),
  ),
);

describe('a thousand, by the clock', () => {
  const options = { time: 2000, iterations: 5, warmupIterations: 2 };
  for (const kind of ['page', 'lit', 'gauges'] as const) {
    bench(
      kind,
      async () => {
        await page.evaluate((kind) => crowd[kind](), kind);
        await page.evaluate(() => crowd.clear());
      },
      options,
    );
  }
});
