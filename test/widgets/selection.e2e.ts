import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MetricSeries } from '@zj/metrics';
import type { ZjBreakdownChart, ZjTrendChart } from '@zj/widgets';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openFolder, park, run } from '../cli/source.js';
import { openSite, type Site, type Visit } from '../metrics/engine/site.js';
import { buildModule } from './build.js';

let remove: () => Promise<void>;
let release = '';
let site: Site;
let visit: Visit | undefined;
beforeAll(async () => {
  let folder: string;
  ({ folder, remove } = await openFolder());
  release = join(folder, 'park');
  await run('publish', park, '--out', release);
  site = await openSite(release);
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
  await remove();
});

const charts = `<zj-breakdown-chart metric="industry-revenue" by="industry"></zj-breakdown-chart>
<zj-trend-chart metric="industry-revenue"></zj-trend-chart>
<zj-trend-chart goal="leading-industries-revenue"></zj-trend-chart>`;

/** A page with a breakdown, a trend of its metric and one of a goal in one source, all of them drawn. */
async function open(engine: string): Promise<Page> {
  site.answers.set('/selection', (response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body>
      <zj-source manifest="/release/manifest.json" ${engine}>${charts}</zj-source><script type="module" src="/zj/zj.js"></script>`,
    );
  });
  visit = await site.visit();
  const { page } = visit;
  await page.goto(`${site.address}/selection`);
  await page.waitForFunction(() =>
    [
      ...document.querySelectorAll<ZjTrendChart | ZjBreakdownChart>('zj-trend-chart, zj-breakdown-chart'),
    ].every((one) => one.shown),
  );
  return page;
}

/** Chooses a member by the button of its row. */
const choose = (page: Page, member: string): Promise<void> =>
  page.locator('zj-breakdown-chart').getByRole('button', { name: member }).click();
const titles = (page: Page): Promise<readonly string[]> =>
  page.$$eval('zj-breakdown-chart, zj-trend-chart', (all) =>
    all.map((one) => one.shadowRoot!.querySelector('[part=label]')!.textContent.replaceAll('\u2060', '')),
  );
const remarks = (page: Page, place: number): Promise<string> =>
  page.$$eval(
    'zj-breakdown-chart, zj-trend-chart',
    (all, at) => all[at]!.shadowRoot!.querySelector('[part=remarks]')?.textContent ?? '',
    place,
  );
/** The figures that the trend of the metric shows, as its table for programs has them. */
const figures = (page: Page): Promise<readonly (number | null)[]> =>
  page.$eval('zj-trend-chart', (chart) =>
    chart.shown && 'lines' in chart.shown ? chart.shown.lines[0]!.own.value : [],
  );

test('a member chosen in a breakdown narrows the trend beside it; the breakdown and a goal keep theirs, and it is said', async () => {
  const page = await open('sdk="/zj-metrics.js" engine="/engine/"');
  const { lines } = JSON.parse(
    await readFile(join(release, 'series/metrics/industry-revenue.month.by-industry.json'), 'utf8'),
  ) as MetricSeries;
  const member = '集成电路';
  const part = lines.find((one) => one.member === member)!;
  const whole = lines.find(({ kind }) => kind === 'total')!;
  expect(await figures(page)).toEqual(whole.own.value);
  const before = await titles(page);
  expect(page.workers()).toHaveLength(0);

  await choose(page, member);
  await expect
    .poll(() => titles(page), { timeout: 60_000 })
    .toEqual([before[0], `${before[1]}（主要产业：${member}）`, before[2]]);
  expect(await figures(page)).toEqual(part.own.value);
  expect(await remarks(page, 1)).toContain(`已按所选条件筛选：主要产业：${member}`);
  expect(await remarks(page, 2)).toContain('目标按全部数据评价');
  expect(await remarks(page, 0)).not.toContain('筛选');

  // Chosen again, it is let go.
  await choose(page, member);
  await expect.poll(() => titles(page)).toEqual(before);
  expect(await figures(page)).toEqual(whole.own.value);
  expect(visit!.complaints).toEqual([]);
  expect(visit!.foreign).toEqual([]);
});

test('without an engine the trend keeps its figures, and says that they are those of all data', async () => {
  const page = await open('');
  const before = [await titles(page), await figures(page)];
  await choose(page, '集成电路');
  await expect
    .poll(() => remarks(page, 1))
    .toContain('这里没有按所选条件筛选（主要产业：集成电路），显示的是全部数据');
  expect([await titles(page), await figures(page)]).toEqual(before);
});

test('a condition on a column that the data do not have narrows nothing, and is named', async () => {
  const page = await open('');
  await page.$eval('zj-source', (source) => {
    source.select({ where: [{ column: 'weather', equals: 'rain' }] });
  });
  await expect.poll(() => remarks(page, 1)).toContain('未按它筛选（weather：rain）');
});
