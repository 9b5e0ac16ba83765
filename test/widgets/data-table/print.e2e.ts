import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableHtml } from '../../../packages/widgets/src/print.js';
import { openHost, pageOf, type Host } from '../host.js';
import { columns, rowOf } from './rows-fixture.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const rowCount = 120;
const addressOf = (page: number): string => (page === 1 ? '/' : `/rows-${page}.html`);

/** A site with a page for each page of rows, as a build step writes it. */
async function writeSite(lang = 'zh-CN'): Promise<string> {
  const data = { columns, rows: Array.from({ length: rowCount }, (_, at) => rowOf(at)) };
  const pages = await Promise.all(
    [1, 2, 3].map(async (page) => {
      const inside = await tableHtml(data, { locale: lang, label: '企业明细', page, hrefOf: addressOf });
      return pageOf(`<zj-data-table>${inside}</zj-data-table>`, { lang });
    }),
  );
  pages.forEach((body, at) =>
    host.answers.set(addressOf(at + 1), () => Promise.resolve({ body, type: 'text/html' })),
  );
  return pages[0]!;
}

function companies(page: Page): Promise<readonly string[]> {
  return page.$$eval('zj-data-table tbody th', (cells) => cells.map((cell) => cell.textContent));
}

test('where scripts are off, readers get to every row by the links, and to the sums on every page', async () => {
  const { page, complaints } = await host.visit(await writeSite(), { javaScriptEnabled: false });
  const read: string[] = [...(await companies(page))];
  while (await page.isVisible('zj-data-table nav [aria-current] ~ a')) {
    await page.click('zj-data-table nav a:last-child');
    read.push(...(await companies(page)));
    expect(await page.textContent('zj-data-table tfoot')).toMatch(/^合计.*比率，不相加/);
  }
  expect(read).toEqual(Array.from({ length: rowCount }, (_, at) => rowOf(at)[0]));
  expect(await page.isVisible('zj-data-table table')).toBe(true);
  expect(await page.textContent('zj-data-table nav [aria-current]')).toBe('3');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each([320, 1280])(
  'at %i px the page is no wider than its window, and the box is scrolled by keyboard',
  async (width) => {
    const { page } = await host.visit(await writeSite(), {
      javaScriptEnabled: false,
      viewport: { width, height: 800 },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.keyboard.press('Tab');
    const box = page.locator('zj-data-table [role=region]');
    expect(await box.evaluate((region) => region === document.activeElement)).toBe(true);
    if (width === 320) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => box.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
    }
    // Figures stand below each other.
    const sides = await page.$$eval('zj-data-table tbody td:nth-child(6)', (cells) =>
      cells.map((cell) => getComputedStyle(cell).textAlign),
    );
    expect(new Set(sides).size).toBe(1);
    expect(sides[0]).toMatch(/right/);
    const links = await page.$$eval('zj-data-table nav a', (all) =>
      all.map((link) => Math.min(link.getBoundingClientRect().width, link.getBoundingClientRect().height)),
    );
    for (const side of links) expect(side).toBeGreaterThanOrEqual(44);
    await page.context().close();
  },
);

test.each(['zh-CN', 'en'])('the tree of %s has no fault, and the policy nothing to refuse', async (lang) => {
  const { page, complaints } = await host.visit(await writeSite(lang));
  await page.evaluate(axe.source);
  const faults = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
    return (await axe.run()).violations.map(({ id }) => id);
  });
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('on paper all rows of the page stand there, and no links', async () => {
  const { page } = await host.visit(await writeSite(), { javaScriptEnabled: false });
  await page.emulateMedia({ media: 'print' });
  expect(await page.isVisible('zj-data-table nav')).toBe(false);
  const { box, table } = await page.evaluate(() => ({
    box: getComputedStyle(document.querySelector('zj-data-table [role=region]')!).overflowX,
    table: document.querySelectorAll('zj-data-table tbody tr').length,
  }));
  expect([box, table]).toEqual(['visible', 50]);
  await page.context().close();
});
