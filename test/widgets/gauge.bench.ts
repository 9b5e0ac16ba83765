// A thousand gauges against the same thousand as static HTML, and against a minimal Lit element, in one page and in turns.
import { afterAll, bench, describe, expect } from 'vitest';
import { measure, openStage } from './crowd.js';

const { host, page, session } = await openStage(1000);
/** Promises that were not kept: an error in the middle would hide those after it. */
const broken: string[] = [];
const promise = (what: string, kept: boolean): void => {
  process.stdout.write(`${kept ? 'kept' : 'BROKEN'}: ${what}\n`);
  if (!kept) broken.push(what);
};
afterAll(async () => {
  await host.close();
  expect(broken).toEqual([]);
});

const kinds = ['page', 'svg', 'lit', 'gauges', 'update'] as const;
/** At most so many times the static page. */
const budgets: Readonly<Record<string, number>> = { gauges: 1.3, update: 1 };

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
        budget: budgets[kind]?.toFixed(2) ?? '',
      },
    ]),
  ),
);

for (const [kind, most] of Object.entries(budgets)) {
  const ratio = median(kind, 0) / median('page', 0);
  promise(`${kind}: ${ratio.toFixed(2)} times the static page, at most ${most}`, ratio <= most);
}

/** The nodes, listeners and heap of an empty or settled page; the heap in megabytes. */
interface Holding {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly watched: number;
}

async function hold(): Promise<Holding> {
  const { JSHeapUsedSize, Nodes, JSEventListeners } = await measure(session, true);
  const { watched } = await page.evaluate(() => seen);
  return { heap: JSHeapUsedSize! / 1e6, nodes: Nodes!, listeners: JSEventListeners!, watched };
}

/** Whether a page holds as much as before, its heap within 2 %. */
function same(before: Holding, after: Holding): boolean {
  const [{ heap, ...counts }, { heap: grown, ...now }] = [before, after];
  return JSON.stringify(counts) === JSON.stringify(now) && grown <= heap * 1.02;
}

const tell = ({ heap, nodes, listeners, watched }: Holding): string =>
  `${heap.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners, ${watched} watched`;

// V8's compiled code, which it frees while it collects, is not held by gauges: it settles before the comparison.
async function rest(work: () => Promise<void>): Promise<Holding> {
  for (let times = 0; times < 3; times++) {
    await work();
    await hold();
  }
  return hold();
}

await page.evaluate(() => crowd.clear());
const empty = await hold();
await page.evaluate(() => (seen.moved = 0));
await page.evaluate(() => crowd.gauges());
const full = await hold();
promise(`a thousand take ${(full.heap - empty.heap).toFixed(2)} MB, at most 6`, full.heap - empty.heap <= 6);
const { moved } = await page.evaluate(() => seen);
promise(`nothing moved: ${moved}`, moved === 0);

const update = async (): Promise<void> => {
  for (let times = 0; times < 10; times++) await page.evaluate(() => crowd.update());
};
const updated = await rest(update);
await update();
const again = await hold();
promise(`back after 10 000 updates: ${tell(updated)}; ${tell(again)}`, same(updated, again));

await page.evaluate(() => crowd.clear());
const cycle = (): Promise<void> => page.evaluate(() => crowd.cycle(1000));
const left = await rest(cycle);
await cycle();
const gone = await hold();
promise(`back after 1000 came and went: ${tell(left)}; ${tell(gone)}`, same(left, gone));

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
