import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchOptions } from '../chromium.mjs';
import { openSite, visit, type Site } from '../page/site.js';
import { findFloor } from './chromium.mjs';

/**
 * The walk through the pages in the oldest Chromium, by the most frequent steps of readers. Its pictures are for people to look
 * at.
 */
const pictures = join(import.meta.dirname, '../../build/pictures');
const options = { ...launchOptions(), executablePath: findFloor()! };
let park: Site;
let query: Site;

beforeAll(async () => {
  park = await openSite('examples/park/site', 'examples/park', options);
  query = await openSite('examples/query', 'examples/park', options);
  await mkdir(pictures, { recursive: true });
});
afterAll(() => Promise.all([park, query].map((site) => site?.close())));

const picture = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: join(pictures, `chromium-109-${name}.png`), fullPage: true });

async function painted(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelectorAll('zj-goal-gauge:is([status], [failed])').length === 4 &&
      !document.querySelector('button[disabled]'),
  );
}

/** The figures of the gauges, without white space. */
const figures = (page: Page): Promise<string[]> =>
  page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map(
      (gauge) => gauge.shadowRoot!.querySelector('[part~=value]')?.textContent.replace(/\s+/g, '') ?? '',
    ),
  );
const published = ['83.9%', '71.0%', '1/2', '1/1'];

test('the browser is Chromium 109', () => {
  expect(park.browser.version()).toMatch(/^109\./);
});

test('the park page shows its four gauges, opens a detail, speaks English and grows for elders', async () => {
  const { page, foreign, complaints } = await visit(park, { viewport: { width: 1280, height: 900 } });
  await painted(page);
  expect(await figures(page)).toEqual(published);
  expect(await page.locator('zj-goal-gauge[failed]').count()).toBe(0);
  // The status has its tint, though mixed by no color-mix().
  expect(
    await page.$eval(
      'zj-goal-gauge',
      (gauge) => getComputedStyle(gauge.shadowRoot!.querySelector('.chip')!).backgroundColor,
    ),
  ).not.toBe('rgba(0, 0, 0, 0)');
  await picture(page, 'park');

  await page.locator('zj-goal-gauge').first().locator('summary').click();
  await page.locator('zj-goal-gauge').first().getByRole('table').first().waitFor();
  expect(await page.locator('zj-goal-gauge').first().locator('details').innerText()).toContain('83.9%');
  await picture(page, 'detail');

  await page.click('#language');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.locator('zj-goal-gauge').first().getByText('On track').first().waitFor();
  expect(await figures(page)).toEqual(published);
  await page.click('#elder');
  await page.waitForSelector('zj-goal-gauge[elder]');
  expect(await figures(page)).toEqual(published);
  await picture(page, 'elder-english');
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('every appearance shows the figure, in light and in dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, complaints } = await visit(park, { colorScheme });
    await painted(page);
    for (const appearance of ['arc', 'ring', 'linear', 'number']) {
      await page.$$eval(
        'zj-goal-gauge',
        async (gauges, value) => {
          for (const gauge of gauges) gauge.setAttribute('appearance', value);
          await Promise.all(gauges.map((gauge) => gauge.updateComplete));
        },
        appearance,
      );
      const shown = await figures(page);
      expect(
        shown.every((figure, i) => figure.includes(published[i]!)),
        `${appearance}: ${shown.join()}`,
      ).toBe(true);
      expect(await page.locator('zj-goal-gauge[failed]').count()).toBe(0);
      await page.locator('#goals').screenshot({
        path: join(pictures, `chromium-109-${appearance}-${colorScheme}.png`),
      });
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

test('核验 computes the four figures again and finds them equal', async () => {
  const { page, foreign, complaints } = await visit(park, { viewport: { width: 1280, height: 900 } });
  await painted(page);
  await page.click('#verify');
  await page.waitForSelector('.outcome');
  expect(await page.textContent('.outcome')).toContain('全部一致');
  await picture(page, 'verify');
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the query page opens the release and answers', async () => {
  const { page, foreign, complaints } = await visit(query, { viewport: { width: 1280, height: 900 } });
  await page.click('#open .button');
  await page.waitForSelector('#answer tbody tr');
  await page.selectOption('[name=metric]', 'industry-revenue');
  await page.check('[name=by][value=industry]');
  await page.evaluate(() => document.getElementById('answer')!.replaceChildren());
  await page.click('#question .primary');
  await page.waitForSelector('#answer tbody tr');
  expect(await page.textContent('#answer')).toContain('集成电路');
  await picture(page, 'query');
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});
