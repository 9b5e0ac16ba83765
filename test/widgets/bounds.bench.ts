// The time of a first gauge and of a thousand gauges, against floors set by other libraries, in one run of interleaved rounds.
import { afterAll, bench, describe, expect } from 'vitest';
import { measure, openStage } from './crowd.js';
import { openCards, timeCard } from './first.js';

/** A floor is measured twice a round: its difference from itself is the machine's own noise. */
interface Bound {
  readonly what: string;
  readonly most: number;
  readonly ours: () => Promise<number>;
  readonly floor: () => Promise<number>;
}

const rounds = 15;
const cards = await openCards();
const { host, page, session } = await openStage(1000);
const broken: string[] = [];
afterAll(async () => {
  await Promise.all([cards.close(), host.close()]);
  expect(broken).toEqual([]);
});

/** Milliseconds of the page's own thread. */
async function thread(kind: 'gauges' | 'update' | 'echarts' | 'updateEcharts'): Promise<number> {
  const before = await measure(session);
  await page.evaluate((kind) => crowd[kind](), kind);
  const after = await measure(session);
  return (after.TaskDuration! - before.TaskDuration!) * 1000;
}

/** The same, on an empty page or on one where they are there already. */
async function mounted(kind: 'gauges' | 'echarts'): Promise<number> {
  await page.evaluate(() => crowd.clear());
  return thread(kind);
}
async function updated(kind: 'gauges' | 'echarts'): Promise<number> {
  await mounted(kind);
  return thread(kind === 'gauges' ? 'update' : 'updateEcharts');
}

const bounds: readonly Bound[] = [
  {
    what: 'a first gauge painted on Slow 4G, against a LitElement with the same words and arc',
    most: 1.25,
    ours: () => timeCard(cards, 'gauge'),
    floor: () => timeCard(cards, 'floor'),
  },
  {
    what: 'a thousand gauges mounted, against ECharts as SVG',
    most: 0.4,
    ours: () => mounted('gauges'),
    floor: () => mounted('echarts'),
  },
  {
    what: 'a thousand gauges updated, against ECharts as SVG',
    most: 0.3,
    ours: () => updated('gauges'),
    floor: () => updated('echarts'),
  },
];

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

const times = bounds.map(() => ({ ours: [] as number[], first: [] as number[], second: [] as number[] }));
for (let round = -1; round < rounds; round++) {
  for (const [at, { ours, floor }] of bounds.entries()) {
    const [first, own, second] = [await floor(), await ours(), await floor()];
    // The first round warms up.
    if (round < 0) continue;
    times[at]!.first.push(first);
    times[at]!.ours.push(own);
    times[at]!.second.push(second);
  }
}
for (const [at, { what, most }] of bounds.entries()) {
  const { ours, first, second } = times[at]!;
  const floor = median([...first, ...second]);
  const ratio = median(ours) / floor;
  const [low, high] = [median(first), median(second)].sort((a, b) => a - b) as [number, number];
  const noise = high / low;
  const kept = ratio <= most * noise;
  const told = `${what}: ${Math.round(median(ours))} ms, ${ratio.toFixed(3)} times ${Math.round(floor)} ms; at most ${most} × ${noise.toFixed(3)} (the floor against itself)`;
  process.stdout.write(`${kept ? 'kept' : 'BROKEN'}: ${told}\n`);
  if (!kept) broken.push(told);
}

describe('by the clock', () => {
  bench('a thousand gauges', () => mounted('gauges').then(() => undefined), { time: 1000, iterations: 3 });
});
