import { readdir, readFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import type { Verdicts } from '@zj/metrics';
import type { ZjBreakdownChart, ZjTrendChart } from '@zj/widgets';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openFolder, park, run } from '../../cli/source.js';
import { openSite, sendFile, type Site, type Visit } from '../../metrics/engine/site.js';
import { buildModule } from '../build.js';

const tags = `<zj-source manifest="/release/manifest.json" sdk="/zj-metrics.js" engine="/engine/">
  <zj-filter dataset-id="industry-revenue" fields="month industry" metric="industry-revenue" address></zj-filter>
  <zj-breakdown-chart query='{"metric":"industry-revenue","by":["industry"]}'></zj-breakdown-chart>
  <zj-trend-chart query='{"metric":"industry-revenue","by":["month"]}'></zj-trend-chart></zj-source>`;
let remove: () => Promise<void>;
let digest = '';
let site: Site;
let visit: Visit | undefined;
beforeAll(async () => {
  let folder: string;
  ({ folder, remove } = await openFolder());
  const release = join(folder, 'park');
  await run('publish', park, '--out', release);
  ({ manifest: digest } = JSON.parse(await readFile(join(release, 'verdicts.json'), 'utf8')) as Verdicts);
  site = await openSite(release);
  for (const [file, code] of await buildModule()) {
    site.answers.set(`/zj/${file}`, (response) => {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(code);
    });
  }
  site.answers.set('/filter', (response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body>
      ${tags}<script type="module" src="/zj/zj.js"></script>`,
    );
  });
});
afterEach(async () => {
  await visit?.page.context().close();
  visit = undefined;
});
afterAll(async () => {
  await site.close();
  await remove();
});

/** The page with a filter and two charts, once the figures of the filter are there. */
async function open(query = ''): Promise<Page> {
  visit = await site.visit();
  const { page } = visit;
  await page.goto(`${site.address}/filter${query}`);
  await settle(page);
  return page;
}

const settle = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => {
      const filter = document.querySelector('zj-filter')!;
      return (
        filter.shadowRoot?.querySelector('.count') &&
        !filter.matches('[loading], [stale]') &&
        [
          ...document.querySelectorAll<ZjTrendChart | ZjBreakdownChart>('zj-trend-chart, zj-breakdown-chart'),
        ].every((one) => one.shown && !one.hasAttribute('loading'))
      );
    },
    undefined,
    { timeout: 120_000 },
  );

/** What the filter says: its conditions, the rows that match, and the rows of each industry. */
const told = (page: Page) =>
  page.$eval('zj-filter', (filter) => {
    const all = (selector: string): readonly string[] =>
      [...filter.shadowRoot!.querySelectorAll(selector)].map((one) =>
        one.textContent.replaceAll(/\s+/g, ' ').trim(),
      );
    return {
      chips: all('[part=chip]'),
      rows: all('.count b')[0]!,
      industries: all('.values .rows'),
      remarks: all('.remarks li'),
    };
  });
const search = (page: Page): string => decodeURIComponent(new URL(page.url()).search);
/** How many months the trend shows, and how many rows the breakdown has. */
const drawn = (page: Page): Promise<readonly number[]> =>
  page.$$eval('zj-trend-chart, zj-breakdown-chart', (all) =>
    all.map((one) => {
      const { shown } = one as ZjTrendChart;
      return shown && 'rowCount' in shown ? shown.rowCount : -1;
    }),
  );
const tick = (page: Page, name: string): Promise<void> =>
  page.locator('zj-filter').getByRole('checkbox', { name }).click();

test('charts follow a filter under a strict policy, its own field leaves itself out, and back and forward step through it', async () => {
  const page = await open();
  const before = await told(page);
  expect(before.chips).toEqual([]);
  const [breakdown, trend] = await drawn(page);

  await tick(page, '集成电路');
  await expect.poll(async () => (await told(page)).chips).toEqual(['主要产业：集成电路']);
  await settle(page);
  const chosen = await told(page);
  expect(chosen.industries).toEqual(before.industries);
  expect(Number(chosen.rows.replace(/,/g, ''))).toBe(Number(chosen.industries[0]!.replace(/,/g, '')));
  await expect.poll(() => drawn(page)).toEqual([breakdown, trend]);
  expect(search(page)).toBe(`?industry=集成电路&release=${digest.slice(0, 12)}`);

  await page.locator('zj-filter').getByRole('button', { name: '去年' }).click();
  await expect.poll(async () => (await told(page)).chips.length).toBe(2);
  await settle(page);
  await expect.poll(() => drawn(page)).toEqual([breakdown, 12]);
  expect(search(page)).toContain('month=2025-01..2025-12');

  await page.goBack();
  await expect.poll(async () => (await told(page)).chips).toEqual(['主要产业：集成电路']);
  await settle(page);
  expect((await told(page)).rows).toBe(chosen.rows);
  await page.goBack();
  await expect.poll(async () => (await told(page)).chips).toEqual([]);
  await page.goForward();
  await expect.poll(async () => (await told(page)).chips).toEqual(['主要产业：集成电路']);
  expect(visit!.complaints).toEqual([]);
  expect(visit!.foreign).toEqual([]);
});

test('a link opens the same state; one of another release says so', async () => {
  const page = await open(`?industry=生物医药&month=2025-01..2025-12&release=${digest.slice(0, 12)}`);
  await expect
    .poll(async () => (await told(page)).chips)
    .toEqual(['月份：2025年1月—12月', '主要产业：生物医药']);
  expect((await told(page)).remarks).toEqual([]);
  await visit!.page.context().close();
  const other = await open('?industry=生物医药&release=000000000000');
  await expect.poll(async () => (await told(other)).chips).toEqual(['主要产业：生物医药']);
  expect((await told(other)).remarks).toEqual([expect.stringContaining('000000000000')]);
});

test('a filter whose file comes last, while charts of its source are drawn, has its figures and narrows them', async () => {
  const names = ['source', 'breakdown-chart', 'trend-chart', 'filter'];
  const at = '/zj/zj-element-filter.js';
  const send = site.answers.get(at)!;
  let come = (): void => undefined;
  const gate = new Promise<void>((resolve) => (come = resolve));
  site.answers.set(at, async (response, request) => {
    await gate;
    return send(response, request);
  });
  site.answers.set('/last', (response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body>${tags}` +
        names.map((name) => `<script type="module" src="/zj/zj-element-${name}.js" async></script>`).join(''),
    );
  });
  try {
    visit = await site.visit();
    const { page } = visit;
    await page.goto(`${site.address}/last`, { waitUntil: 'commit' });
    const charts = 'zj-trend-chart, zj-breakdown-chart';
    await page.waitForFunction(
      (selector) =>
        [...document.querySelectorAll<ZjTrendChart>(selector)].filter((one) => one.shown).length === 2,
      charts,
      { timeout: 120_000 },
    );
    expect(await page.evaluate(() => customElements.get('zj-filter') === undefined)).toBe(true);
    come();
    await settle(page);
    await tick(page, '集成电路');
    await expect.poll(async () => (await told(page)).chips).toEqual(['主要产业：集成电路']);
    await settle(page);
    expect(visit.complaints).toEqual([]);
  } finally {
    site.answers.set(at, send);
  }
});

test('the page of the README runs as it stands, under its own policy for all files', async () => {
  const root = join(import.meta.dirname, '../../..');
  const [, sample] = /```html\n((?:(?!```)[^])*<zj-filter[^]*?)```/.exec(
    await readFile(join(root, 'README.md'), 'utf8'),
  )!;
  const [, policy] = /content="(default-src [^"]*)"/.exec(sample!)!;
  const serve = (path: string, send: Parameters<typeof site.answers.set>[1]): unknown =>
    site.answers.set(path, (response, request) => {
      response.setHeader('Content-Security-Policy', policy!);
      return send(response, request);
    });
  serve('/readme', (response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(sample);
  });
  const built = join(root, 'packages/metrics/dist/browser');
  for (const file of await readdir(built, { recursive: true }))
    serve(posix.join('/zj', ...file.split(sep)), (response, { headers }) =>
      sendFile(response, join(built, file), headers.range),
    );
  serve('/zj/zj.css', (response) => {
    response.setHeader('Content-Type', 'text/css');
    response.end();
  });
  visit = await site.visit();
  const { page } = visit;
  await page.goto(`${site.address}/readme`);
  const rows = page.locator('zj-data-table tbody tr');
  const { complaints } = visit;
  await expect
    .poll(async () => [...complaints, (await rows.count()) > 10], { timeout: 120_000 })
    .toEqual([true]);
  await tick(page, '集成电路');
  await expect.poll(() => search(page)).toContain('industry=集成电路');
  await expect
    .poll(() => page.$eval('zj-data-table', (table) => table.shadowRoot!.textContent), { timeout: 60_000 })
    .not.toContain('生物医药');
  expect(complaints).toEqual([]);
});
