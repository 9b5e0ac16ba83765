import { afterAll, beforeAll, expect, test } from 'vitest';
import { revenueSeries } from '../../../stories/goal-series.js';
import { buildModule } from '../build.js';
import { openHost, type Host } from '../host.js';

let host: Host;
beforeAll(async () => {
  const [opened, files] = await Promise.all([openHost(), buildModule()]);
  host = opened;
  for (const [name, body] of files) host.answers.set(`/zj/${name}`, () => Promise.resolve({ body }));
  host.answers.set('/revenue.json', () => Promise.resolve({ body: JSON.stringify(revenueSeries()) }));
});
afterAll(() => host.close());

const content =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><script type="module" src="/zj/zj.js"></script></head><body><zj-trend-chart src="/revenue.json"></zj-trend-chart></body></html>';

test('the file of the table is loaded when a reader opens it, breaks no policy, and the table is printed', async () => {
  const { page, complaints } = await host.visit(content);
  await page.locator('zj-trend-chart [part=slider]').waitFor();
  expect(host.asked.filter((path) => path.includes('data-table'))).toEqual([]);
  await page.locator('zj-trend-chart [part=data-button]').click();
  await page.locator('zj-trend-chart zj-data-table tbody tr').first().waitFor();
  expect(host.asked).toContain('/zj/zj-element-data-table.js');
  await page.emulateMedia({ media: 'print' });
  const cells = page.locator('zj-data-table tbody tr').last().locator('th, td');
  await expect.poll(() => cells.last().isVisible()).toBe(true);
  const box = page.locator('zj-data-table .viewport');
  expect(await box.evaluate((one) => one.scrollHeight <= one.clientHeight + 1)).toBe(true);
  expect(complaints).toEqual([]);
});

test('where the file cannot be loaded the chart says so, and its button tries again', async () => {
  const { page } = await host.visit(content);
  const file = '**/zj-element-data-table.js';
  await page.route(file, (route) => route.abort());
  await page.locator('zj-trend-chart [part=data-button]').click();
  const told = page.locator('zj-trend-chart .data > [role=status]');
  await expect.poll(() => told.textContent()).toContain('data-table.js');
  await page.unroute(file);
  await page.locator('zj-trend-chart .data [part=retry]').click();
  await page.locator('zj-trend-chart zj-data-table tbody tr').first().waitFor();
  expect(await told.count()).toBe(0);
});
