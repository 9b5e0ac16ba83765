// A step of a filter's slider in a page, until the filter and two charts have painted their answers: over ten million rows as quick as over one million once the sums stand, and far quicker than from rows.
import { rm } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, bench, expect } from 'vitest';
import { openSite } from '../metrics/engine/site.js';
import { sizes, writeSpeedRelease } from '../metrics/speed.js';
import { buildModule } from './build.js';

type Side = 'from' | 'to';

declare global {
  /** Moves a slider of the filter; gives the milliseconds until all answers are painted. */
  var move: (side: Side, to: number) => Promise<number>;
  /** Gives the source a condition on a column that the sums do not have, which all rows meet: answers come from rows then. */
  var askRows: () => Promise<number>;
  /** The figures that a reader sees. */
  var figures: () => readonly string[];
}

const folder = await writeSpeedRelease();
const site = await openSite(folder);
/** Promises that were not kept: an error inside of a bench would only hang it. */
const broken: string[] = [];
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
  expect(broken).toEqual([]);
});
for (const [file, code] of await buildModule()) {
  site.answers.set(`/zj/${file}`, (response) => {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(code);
  });
}

/** A page with a filter and two charts over a dataset, once all have their figures. */
async function open(dataset: 'large' | 'huge'): Promise<Page> {
  site.answers.set(`/${dataset}`, (response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body>
      <zj-source manifest="/release/manifest.json" sdk="/zj-metrics.js" engine="/engine/">
      <zj-filter dataset-id="${dataset}" fields="month industry zone" metric="${dataset}"></zj-filter>
      <zj-breakdown-chart query='{"metric":"${dataset}","by":["industry"]}'></zj-breakdown-chart>
      <zj-trend-chart query='{"metric":"${dataset}","by":["month"]}' during="2022..2026"></zj-trend-chart>
      </zj-source><script type="module" src="/zj/zj.js"></script>`,
    );
  });
  const { page } = await site.visit();
  await page.setViewportSize({ width: 1200, height: 2_400 });
  await page.goto(`${site.address}/${dataset}`);
  await page.waitForFunction(
    () =>
      document.querySelector('zj-filter')!.shadowRoot?.querySelector('.count') &&
      [document.querySelector('zj-trend-chart')!, document.querySelector('zj-breakdown-chart')!].every(
        (chart) => chart.shown && !chart.hasAttribute('loading'),
      ),
    undefined,
    { timeout: 300_000 },
  );
  await page.evaluate(() => {
    const [source, filter, breakdown, trend] = [
      document.querySelector('zj-source')!,
      document.querySelector('zj-filter')!,
      document.querySelector('zj-breakdown-chart')!,
      document.querySelector('zj-trend-chart')!,
    ];
    const root = filter.shadowRoot!;
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    const hears = (element: HTMLElement, news: 'zj-filtered' | 'zj-data-changed'): Promise<void> =>
      new Promise((resolve, reject) => {
        element.addEventListener(news, () => resolve(), { once: true });
        element.addEventListener('zj-failed', ({ detail }) => reject(new Error(detail.message)), {
          once: true,
        });
      });
    const painted = async (change: () => void): Promise<number> => {
      const told = [
        hears(filter, 'zj-filtered'),
        hears(breakdown, 'zj-data-changed'),
        hears(trend, 'zj-data-changed'),
      ];
      const begun = performance.now();
      change();
      await Promise.all(told);
      await frame();
      await frame();
      return performance.now() - begun;
    };
    globalThis.move = (side, to) =>
      painted(() => {
        const slider = root.querySelector<HTMLInputElement>(`input.${side}`)!;
        slider.value = String(to);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      });
    globalThis.askRows = () =>
      painted(() => source.select({ where: [{ column: 'amount', atLeast: 0 }], during: null }));
    globalThis.figures = () => [
      ...[...root.querySelectorAll('.count b, .values .rows')].map((one) => one.textContent),
      ...[...breakdown.shadowRoot!.querySelectorAll('tbody tr')].map((one) => one.textContent),
      trend.shadowRoot!.querySelector('[part~=line]')!.getAttribute('d')!,
    ];
  });
  return page;
}

const move = (page: Page, side: Side, to: number): Promise<number> =>
  page.evaluate(([side, to]) => globalThis.move(side, to), [side, to] as const);
const figures = (page: Page): Promise<readonly string[]> => page.evaluate(() => globalThis.figures());
const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
function promise(kept: boolean, what: string): void {
  process.stdout.write(`${kept ? 'kept' : 'BROKEN'}: ${what}\n`);
  if (!kept) broken.push(what);
}

/** A reader drags the first month to the right, and the last one to the left: no step is of a selection that was there before. */
const steps: readonly (readonly [Side, number])[] = [
  ...Array.from({ length: 30 }, (_, at) => ['from', at + 1] as const),
  ...Array.from({ length: 28 }, (_, at) => ['to', 58 - at] as const),
];
/** The first months for which answers from sums and from rows are compared. */
const compared = [10, 20, 30];

bench(
  'a step of a filter, from input to painted',
  async () => {
    const [large, huge] = [await open('large'), await open('huge')];
    const [own, first, second] = [[] as number[], [] as number[], [] as number[]];
    const fromSums: (readonly string[])[] = [];
    for (const [at, [side, to]] of steps.entries()) {
      // The floor comes before and after in turns.
      if (at % 2 === 0) first.push(await move(large, side, to));
      own.push(await move(huge, side, to));
      if (at % 2 === 1) second.push(await move(large, side, to));
      if (side === 'from' && compared.includes(to)) fromSums.push(await figures(huge));
    }
    const rows: number[] = [];
    const fromRows: (readonly string[])[] = [];
    await huge.evaluate(() => askRows());
    for (const to of compared) {
      rows.push(await move(huge, 'from', to));
      fromRows.push(await figures(huge));
    }
    // The first steps warm a page up.
    const [before, after] = [median(first.slice(2)), median(second.slice(2))];
    const [few, many] = [median([...first.slice(2), ...second.slice(2)]), median(own.slice(4))];
    const noise = Math.max(before, after) / Math.min(before, after);
    promise(
      many / few <= 1.5 * noise,
      `a step over ${sizes.huge} rows: ${many.toFixed(1)} ms, ${(many / few).toFixed(2)} times ${few.toFixed(1)} ms over ${sizes.large} rows; at most 1.5 × ${noise.toFixed(3)} (the floor against itself)`,
    );
    promise(
      median(rows) / many >= 20,
      `the same from rows: ${median(rows).toFixed(0)} ms, ${(median(rows) / many).toFixed(1)} times as long; at least 20`,
    );
    promise(
      JSON.stringify(fromSums) === JSON.stringify(fromRows),
      'the figures on display are those from rows, to the last digit',
    );
  },
  { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true },
);
