// A board of two hundred goals against the same table as static HTML, in one page and in turns.
import { goalBoardHtml } from '@zj/widgets/print';
import { afterAll, bench, describe, expect } from 'vitest';
import { crowdedBoard } from '../../stories/goal-boards.js';
import { buildModule } from './build.js';
import { measure } from './crowd.js';
import { openHost, pageOf } from './host.js';

type Kind = 'board' | 'page';

declare global {
  /** Puts a board, or the same goals as static HTML, on the page; ends when it is painted. */
  var show: (kind: Kind) => Promise<void>;
}

const host = await openHost();
for (const [name, body] of await buildModule())
  host.answers.set(`/zj/${name}`, () => Promise.resolve({ body, type: 'text/javascript' }));
const { page } = await host.visit(
  pageOf('<zj-goal-board></zj-goal-board>', { head: '<script type="module" src="/zj/zj.js"></script>' }),
  {
    bypassCSP: true,
  },
);
await page.waitForFunction(() => customElements.get('zj-goal-board'));
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
const verdicts = crowdedBoard(200);
const html = goalBoardHtml(verdicts, { locale: 'zh-CN' });
const broken: string[] = [];
afterAll(async () => {
  await host.close();
  expect(broken).toEqual([]);
});

await page.evaluate(
  ([verdicts, html]) => {
    const main = document.querySelector('main')!;
    globalThis.show = (kind) => {
      if (kind === 'page') main.append(document.createRange().createContextualFragment(html));
      else main.append(Object.assign(document.createElement('zj-goal-board'), { verdicts: { ...verdicts } }));
      return new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)));
      });
    };
  },
  [verdicts, html] as const,
);

/** Milliseconds of the page's own thread until one is painted. */
async function time(kind: Kind): Promise<number> {
  await page.evaluate(() => document.querySelector('main')!.replaceChildren());
  const before = await measure(session);
  await page.evaluate((kind) => show(kind), kind);
  const after = await measure(session);
  return (after.TaskDuration! - before.TaskDuration!) * 1000;
}

const rounds = 9;
const [own, first, second] = [[] as number[], [] as number[], [] as number[]];
for (let round = -2; round < rounds; round++) {
  const times = [await time('page'), await time('board'), await time('page')] as const;
  if (round < 0) continue;
  first.push(times[0]);
  own.push(times[1]);
  second.push(times[2]);
}
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
const least = median([...first, ...second]);
const ratio = median(own) / least;
const [low, high] = [median(first), median(second)].sort((a, b) => a - b) as [number, number];
const kept = ratio <= 2 * (high / low);
const told = `a board of 200 goals: ${median(own).toFixed(1)} ms, ${ratio.toFixed(2)} times ${least.toFixed(1)} ms of the same table as static HTML; at most 2 × ${(high / low).toFixed(3)} (the floor against itself)`;
process.stdout.write(`${kept ? 'kept' : 'BROKEN'}: ${told}\n`);
if (!kept) broken.push(told);

describe('by the clock', () => {
  bench('a board of 200 goals', () => time('board').then(() => undefined), { time: 500, iterations: 2 });
});
