import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
import { file, four, full } from '../../stories/verdicts.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());
afterEach(async () => {
  host.answers.clear();
  await Promise.all(host.browser.contexts().map((context) => context.close()));
});

const ids = four.map(({ goal }) => goal);
const why = /^为什么$/;
const beside = '/zj-goal-gauge-detail.js';
const words = (page: Page): Promise<string> =>
  page.$eval('zj-goal-gauge', (gauge) => gauge.shadowRoot!.querySelector('details')!.innerText);

test('what stands behind a figure is one file, asked for when the first is opened, for all gauges', async () => {
  const { page, complaints } = await host.visit(pageOf(ids.map((goal) => tag(goal)).join('')));
  await settled(page);
  expect(host.asked).not.toContain(beside);
  for (const summary of await page.getByText(why).all()) await summary.click();
  const told = page.locator('zj-goal-gauge', { has: page.getByRole('table') });
  await expect.poll(() => told.count()).toBe(4);
  expect(host.asked.filter((path) => path === beside)).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('it tells reason, formula, schedules, forecast, methods and query in words', async () => {
  host.answers.set('/verdicts.json', () => Promise.resolve({ body: file([full]) }));
  const { page } = await host.visit(pageOf(tag(full.goal)));
  await settled(page);
  await page.getByText(why).click();
  await page.getByRole('table').first().waitFor();
  expect(await page.getByRole('table').count()).toBe(4);
  const text = await words(page);
  for (const part of [
    full.reason.zh,
    '(5,036.18 − 0) ÷ (6,000 − 0) = 83.9%',
    '另一种时序进度',
    '5,772亿元–6,024亿元',
    '每月482亿元',
    '不采用：只用于存量指标',
    '不适用：没有六个年度数据',
    'percentageCompleted 83.9363',
    'SELECT month AS period',
  ]) {
    expect(text).toContain(part);
  }
});

test('opened before its file is there, it shows the reason and waits, then fills', async () => {
  let send = (): void => undefined;
  const held = new Promise<void>((resolve) => (send = resolve));
  const detail = await (await fetch(`${host.address}${beside.slice(1)}`)).text();
  host.answers.set(beside, () => held.then(() => ({ body: detail })));
  const { page } = await host.visit(pageOf(tag(ids[0]!)));
  await settled(page);
  await page.getByText(why).click();
  await page.getByText('正在读取…').waitFor();
  expect(await words(page)).toContain(four[0]!.reason.zh);
  send();
  await page.getByRole('table').first().waitFor();
  expect(await words(page)).not.toContain('正在读取…');
});

test('where the file cannot be read, a sentence says so, and trying again heals it', async () => {
  let healthy = false;
  const detail = await (await fetch(`${host.address}${beside.slice(1)}`)).text();
  host.answers.set(beside, () =>
    Promise.resolve(healthy ? { body: detail } : { status: 503, body: 'no', type: 'text/plain' }),
  );
  const { page } = await host.visit(pageOf(tag(ids[0]!)));
  await settled(page);
  await page.getByText(why).click();
  await page.getByText(`读不到 ${host.address}zj-goal-gauge-detail.js`).waitFor();
  expect(await words(page)).toContain(four[0]!.reason.zh);
  expect(await page.locator('zj-goal-gauge').getAttribute('failed')).toBe(null);
  healthy = true;
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByRole('table').first().waitFor();
});

test('the file is looked for beside the script, wherever the page is', async () => {
  const detail = await (await fetch(`${host.address}${beside.slice(1)}`)).text();
  host.answers.set('/assets/v1/zj-goal-gauge.js', () => Promise.resolve({ body: host.script }));
  host.answers.set('/assets/v1/zj-goal-gauge-detail.js', () => Promise.resolve({ body: detail }));
  const html = pageOf(tag(ids[0]!)).replace('src="/zj-goal-gauge.js"', 'src="/assets/v1/zj-goal-gauge.js"');
  const { page } = await host.visit(html);
  await settled(page);
  await page.getByText(why).click();
  await page.getByRole('table').first().waitFor();
  expect(host.asked).toContain('/assets/v1/zj-goal-gauge-detail.js');
});

test('a gauge that stands alone asks for nothing to paint', async () => {
  const alone =
    '<zj-goal-gauge label="PCT专利申请量" value="71" target="100" unit="件" start="2026-01-01" end="2026-12-31" as-of="2026-10-31"></zj-goal-gauge>';
  const { page } = await host.visit(pageOf(alone));
  await settled(page);
  expect(host.asked.toSorted()).toEqual(['/', '/page.css', '/zj-goal-gauge.js', '/zj.css']);
  await page.getByText(why).click();
  await page.getByRole('table').first().waitFor();
  expect(await words(page)).toContain('304天 ÷ 365天 = 83.3%');
});

test('an open one is printed whole, a closed one is not, and nothing in it is wider than the paper', async () => {
  const { page } = await host.visit(pageOf(tag(ids[0]!) + tag(ids[1]!)));
  await settled(page);
  await page.getByText(why).first().click();
  await page.getByRole('table').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('table').first().isVisible()).toBe(true);
  expect(await page.getByText(why).nth(1).isVisible()).toBe(false);
  const fits = await page.$eval('zj-goal-gauge', (gauge) =>
    [...gauge.shadowRoot!.querySelectorAll('pre, table')].every(
      (part) => part.scrollWidth <= part.parentElement!.clientWidth,
    ),
  );
  expect(fits).toBe(true);
});

test('new figures are told while it is open, in the language of the page', async () => {
  const { page } = await host.visit(pageOf(tag(ids[0]!)));
  await settled(page);
  await page.getByText(why).click();
  await page.getByRole('table').first().waitFor();
  await page.$eval('zj-goal-gauge', (gauge, goal) => (gauge.goal = goal), ids[1]!);
  await expect.poll(() => words(page)).toContain('(71 − 0) ÷ (100 − 0) = 71.0%');
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect
    .poll(() => words(page))
    .toContain('Attainment (71 − 0) ÷ (100 − 0) = 71.0%'.replace(' ', '\t'));
});
