// The time of trends against floors in one page and in turns: a path of the same points, ECharts as SVG, one text.
import { afterAll, bench, describe, expect } from 'vitest';
import { openChartStage } from './chart-stage.js';
import { measure } from './crowd.js';

const { host, page, session } = await openChartStage({ points: 5000, count: 50 });
// The measured chart is drawn: every point of it.
await page.evaluate(() => charts.trend());
const drawn = await page.evaluate(() =>
  [...document.querySelector('zj-trend-chart')!.shadowRoot!.querySelectorAll('[part~=line]')]
    .map((line) => line.getAttribute('d')?.match(/[ML]/g)?.length ?? 0)
    .reduce((most, one) => Math.max(most, one), 0),
);
process.stdout.write(`${drawn} points in the longest path\n`);
const broken: string[] = [];
afterAll(async () => {
  await host.close();
  expect(broken).toEqual([]);
});

/** Milliseconds of the page's own thread. */
async function thread(work: () => Promise<void>): Promise<number> {
  const before = await measure(session);
  await work();
  const after = await measure(session);
  return (after.TaskDuration! - before.TaskDuration!) * 1000;
}
async function mounted(kind: 'trend' | 'path' | 'small' | 'echarts'): Promise<number> {
  await page.evaluate(() => charts.clear());
  return thread(() => page.evaluate((kind) => charts[kind](), kind));
}
/** Both happen on a page with charts of 22 months. */
async function moved(kind: 'step' | 'text'): Promise<number> {
  await page.evaluate(() => charts.clear());
  await page.evaluate(() => charts.small());
  return thread(() => page.evaluate((kind) => charts[kind](20), kind));
}

const bounds = [
  {
    what: 'a trend of 5000 points painted, against an element of its size with one path of them',
    most: 1.5,
    ours: () => mounted('trend'),
    floor: () => mounted('path'),
  },
  {
    what: '50 small trends mounted, against ECharts as SVG',
    most: 0.5,
    ours: () => mounted('small'),
    floor: () => mounted('echarts'),
  },
  {
    what: 'a step of the cursor beside 49 other charts, against one text that is set there',
    most: 2,
    ours: () => moved('step'),
    floor: () => moved('text'),
  },
] as const;

const rounds = 11;
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

for (const { what, most, ours, floor } of bounds) {
  const [own, first, second] = [[] as number[], [] as number[], [] as number[]];
  for (let round = -2; round < rounds; round++) {
    // A floor is measured twice a round: its difference from itself is the machine's own noise.
    const times = [await floor(), await ours(), await floor()] as const;
    if (round < 0) continue;
    first.push(times[0]);
    own.push(times[1]);
    second.push(times[2]);
  }
  const least = median([...first, ...second]);
  const ratio = median(own) / least;
  const [low, high] = [median(first), median(second)].sort((a, b) => a - b) as [number, number];
  const noise = high / low;
  const kept = ratio <= most * noise;
  const told = `${what}: ${median(own).toFixed(1)} ms, ${ratio.toFixed(3)} times ${least.toFixed(1)} ms; at most ${most} × ${noise.toFixed(3)} (the floor against itself)`;
  process.stdout.write(`${kept ? 'kept' : 'BROKEN'}: ${told}\n`);
  if (!kept) broken.push(told);
}

describe('by the clock', () => {
  bench('a trend of 5000 points', () => mounted('trend').then(() => undefined), { time: 500, iterations: 2 });
});
