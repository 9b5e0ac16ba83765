import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Query } from '@zj/metrics';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { countWorkers, openSite, sendFile, type Site, type Visit } from '../metrics/engine/site.js';
import { writeRelease, type Release } from '../metrics/release/release.js';
import { buildModule } from './build.js';

let release: Release;
/** The same plan with half the revenue. */
let former: Release;
let site: Site;
let visit: Visit | undefined;
beforeAll(async () => {
  release = await writeRelease();
  former = await writeRelease({
    industry_revenue: 'UPDATE industry_revenue SET revenue = CAST(revenue / 2 AS DECIMAL(38, 2))',
  });
  await cp(former.folder, join(release.folder, 'former'), { recursive: true });
  site = await openSite(release.folder);
  for (const [file, code] of await buildModule()) {
    site.answers.set(`/zj/${file}`, (response) => {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(code);
    });
  }
});
afterEach(async () => {
  await visit?.page.context().close();
  visit = undefined;
});
afterAll(async () => {
  await site.close();
  await Promise.all([release, former].map(({ folder }) => rm(folder, { recursive: true })));
});

const goal = 'leading-industries-revenue';
const gauge = `<zj-goal-gauge goal="${goal}"></zj-goal-gauge>`;
const sourceOf = (folder: string, inside = gauge): string =>
  `<zj-source manifest="${folder}/manifest.json" sdk="/zj-metrics.js" engine="/engine/">${inside}</zj-source>`;
const revenue = { metric: 'industry-revenue', during: '2026' } as const;

/** A page with these tags, each of its gauges settled; `requests` are those of this page alone. */
async function open(tags: string): Promise<{ page: Page; visit: Visit; requests: () => readonly string[] }> {
  site.answers.set('/sources', (response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body>${tags}<script type="module" src="/zj/zj.js"></script>`,
    );
  });
  visit = await site.visit();
  const { page } = visit;
  const before = visit.requests.length;
  await page.goto(`${site.address}/sources`);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('zj-goal-gauge')].every((one) => one.matches('[status], [failed]')),
  );
  const all = visit.requests;
  return { page, visit, requests: () => all.slice(before) };
}

/** The figures that the gauges of a page show, in order. */
const shown = (page: Page): Promise<readonly string[]> =>
  page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map((one) => one.shadowRoot!.querySelector('[part=value]')!.textContent),
  );

/** The answers of the sources of a page, asked at the same time, as an element inside them asks. */
const ask = (page: Page, query: Query): Promise<readonly unknown[]> =>
  page.evaluate(async (query) => {
    const gifts = [...document.querySelectorAll('zj-source')].map(
      (source) =>
        (source as unknown as Record<symbol, { query: (query: Query) => Promise<{ rows(): unknown[] }> }>)[
          Symbol.for('zj-source')
        ]!,
    );
    const answers = await Promise.all(gifts.map((gift) => gift.query(query)));
    return answers.map((answer) => answer.rows()[0]);
  }, query);

const counted = (requests: readonly string[], part: RegExp): readonly string[] =>
  requests.filter((path) => part.test(path));

test('two sources on a page show each its own release, by one request a file, and ask for no engine', async () => {
  const { page, visit, requests } = await open(
    sourceOf('/release', gauge + gauge) + sourceOf('/release/former') + sourceOf('/release'),
  );
  const [one, again, two, last] = await shown(page);
  expect([again, last]).toEqual([one, one]);
  expect(two).not.toBe(one);
  expect(counted(requests(), /json$/).toSorted()).toEqual([
    '/release/former/manifest.json',
    '/release/former/verdicts.json',
    '/release/manifest.json',
    '/release/verdicts.json',
  ]);
  expect(counted(requests(), /zj-metrics|engine|duckdb/)).toEqual([]);
  expect(page.workers()).toHaveLength(0);
  expect(visit.complaints).toEqual([]);
  expect(visit.foreign).toEqual([]);
});

test('the first question starts one engine for both; who leaves takes its release along, and the last one the engine', async () => {
  const { page, visit, requests } = await open(sourceOf('/release') + sourceOf('/release/former'));
  const [own, half] = (await ask(page, revenue)) as { value: number }[];
  expect(half!.value).toBeCloseTo(own!.value / 2, 0);
  // Read to its end, and imported: from the browser's own copy, but this server lets it keep none.
  expect(counted(requests(), /zj-metrics\.js/)).toHaveLength(2);
  expect(counted(requests(), /\.duckdb/).toSorted()).toEqual([
    '/release/former/park.duckdb',
    '/release/park.duckdb',
  ]);
  expect(await countWorkers(page, 1)).toBe(1);

  await page.evaluate(() => document.querySelector('zj-source')!.remove());
  expect(await ask(page, revenue)).toEqual([half]);
  // One that is only moved keeps its engine.
  await page.evaluate(() => document.body.append(document.querySelector('zj-source')!));
  expect(await ask(page, revenue)).toEqual([half]);
  expect(counted(requests(), /\.duckdb/)).toHaveLength(2);
  await page.evaluate(() => document.querySelector('zj-source')!.remove());
  expect(await countWorkers(page, 0)).toBe(0);
  expect(visit.complaints).toEqual([]);
  expect(visit.foreign).toEqual([]);
});

test('another manifest is another release, and a selection narrows its answers', async () => {
  const { page } = await open(sourceOf('/release'));
  const [own] = (await ask(page, revenue)) as { value: number }[];
  await page.$eval('zj-source', (source) => source.setAttribute('manifest', '/release/former/manifest.json'));
  await expect
    .poll(async () => ((await ask(page, revenue))[0] as { value: number }).value)
    .toBeLessThan(own!.value);
  const [all] = (await ask(page, revenue)) as { value: number }[];
  const heard = await page.$eval('zj-source', (source) => {
    const details: unknown[] = [];
    document.addEventListener('zj-selection-changed', (event) => details.push((event as CustomEvent).detail));
    (source as unknown as { select(change: unknown): void }).select({
      where: [{ column: 'industry', equals: '集成电路' }],
    });
    return details;
  });
  expect(heard).toEqual([{ where: [{ column: 'industry', equals: '集成电路' }] }]);
  const [part] = (await ask(page, revenue)) as { value: number }[];
  expect(part!.value).toBeGreaterThan(0);
  expect(part!.value).toBeLessThan(all!.value);
});

test('a release that is published again is read again, and its answers are those of the new data', async () => {
  const { page, requests } = await open(sourceOf('/release'));
  const [figure] = await shown(page);
  const [own] = (await ask(page, revenue)) as { value: number }[];
  const files = ['manifest.json', 'verdicts.json', 'park.duckdb'];
  for (const file of files) {
    site.answers.set(`/release/${file}`, (response) =>
      sendFile(response, join(release.folder, 'former', file)),
    );
  }
  try {
    await page.$eval('zj-source', (source) => (source as unknown as { refresh(): void }).refresh());
    await expect.poll(() => counted(requests(), /manifest\.json$/).length).toBe(3);
    await expect
      .poll(async () => ((await ask(page, revenue))[0] as { value: number }).value)
      .toBeCloseTo(own!.value / 2, 0);
    await page.$eval('zj-goal-gauge', (gauge) => (gauge as unknown as { refresh(): void }).refresh());
    await expect.poll(() => shown(page)).not.toEqual([figure]);
    expect(await countWorkers(page, 1)).toBe(1);
  } finally {
    for (const file of files) site.answers.delete(`/release/${file}`);
  }
});

test('a thousand sources that come and go leave nothing behind', async () => {
  const { page, visit } = await open(sourceOf('/release'));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const held = async (): Promise<Record<string, number>> => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const mount = (times: number): Promise<void> =>
    page.evaluate(
      async ({ times, tags }) => {
        for (let i = 0; i < times; i++) {
          const box = document.createElement('div');
          box.append(document.createRange().createContextualFragment(tags));
          document.body.append(box);
          await (box.querySelector('zj-goal-gauge') as unknown as { updateComplete: Promise<unknown> })
            .updateComplete;
          box.remove();
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
      { times, tags: sourceOf('/release') },
    );
  await mount(100);
  const before = await held();
  await mount(1000);
  const after = await held();
  // A thousand that stay would be tens of thousands of nodes.
  expect(after.Nodes! - before.Nodes!).toBeLessThan(1000);
  expect(after.JSEventListeners! - before.JSEventListeners!).toBeLessThan(200);
  expect(after.JSHeapUsedSize! - before.JSHeapUsedSize!).toBeLessThan(3_000_000);
  expect(visit.complaints).toEqual([]);
});
