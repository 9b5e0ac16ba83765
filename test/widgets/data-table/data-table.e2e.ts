import { readFile, rm } from 'node:fs/promises';
import { createMetrics, type Condition, type Metrics, type Rows, type RowsQuestion } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import type { ZjSource } from '@zj/widgets';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSite, type Site, type Visit } from '../../metrics/engine/site.js';
import { writeRelease, type Release } from '../../metrics/release/release.js';
import { buildModule } from '../build.js';

/** The engine is compiled and the release is read: on a busy machine that takes long. */
const starting = { timeout: 120_000, interval: 100 };

let release: Release;
let site: Site;
let visit: Visit | undefined;
/** The same release, read by native DuckDB. */
let native: Metrics;
beforeAll(async () => {
  release = await writeRelease({
    // Cells that were merged with others have no zone any more.
    industry_revenue:
      "UPDATE industry_revenue SET zone = NULL WHERE rowid % 100 = 0 AND industry = '集成电路'",
  });
  native = createMetrics({ engine: nodeEngine() });
  await native.open(release.manifestFile);
  site = await openSite(release.folder);
  for (const [file, code] of await buildModule()) {
    site.answers.set(`/zj/${file}`, (response) => {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(code);
    });
  }
  site.answers.set('/table', (response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><body>
      <zj-source manifest="/release/manifest.json" sdk="/zj-metrics.js" engine="/engine/">
      <zj-data-table dataset-id="industry-revenue" order="-revenue month" mode="pages" page-size="100" address></zj-data-table>
      </zj-source><script type="module" src="/zj/zj.js"></script>`,
    );
  });
});
afterEach(async () => {
  await visit?.page.context().close();
  visit = undefined;
});
afterAll(async () => {
  await site.close();
  await native.close();
  await rm(release.folder, { recursive: true });
});

const dataset = 'industry-revenue';
const orderBy = [{ column: 'revenue', direction: 'descending' }, { column: 'month' }] as const;

/** A figure in the middle of those of a dimension's value. */
async function findMiddle(where: readonly Condition[]): Promise<string> {
  const rows = await native.rows({ dataset, where, orderBy });
  const { columns } = await rows.window(Math.floor(rows.rowCount / 2), 1);
  await rows.close();
  return columns[4]![0]!;
}

/** The page with the table, once its rows are there. */
async function open(query = ''): Promise<Page> {
  visit = await site.visit();
  const { page } = visit;
  await page.goto(`${site.address}/table${query}`);
  await expect.poll(() => rowCount(page), starting).toBeGreaterThan(0);
  await settle(page);
  return page;
}

const rowCount = (page: Page): Promise<number> =>
  page.$eval('zj-data-table', (table) => table.shown?.rowCount ?? -1);

const settle = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const table = document.querySelector('zj-data-table')!;
    return !table.matches('[loading]') && !table.shadowRoot!.querySelector('tr.pending, [aria-busy=true]');
  });

/** All cells of the rows that the table has, as it was given them. */
const cellsShown = (page: Page): Promise<unknown> =>
  page.$eval('zj-data-table', async (table) => {
    const rows = table.shown!;
    const windows = [];
    for (let start = 0; start < rows.rowCount; start += 1000) windows.push(await rows.window(start, 1000));
    return [
      rows.rowCount,
      rows.allRows,
      await rows.totals(),
      windows.map(({ columns, means }) => [columns, means]),
    ];
  });

async function cellsOf(question: RowsQuestion): Promise<unknown> {
  const rows = await native.rows(question);
  const windows = [];
  for (let start = 0; start < rows.rowCount; start += 1000) windows.push(await rows.window(start, 1000));
  const told = [
    rows.rowCount,
    rows.allRows,
    await rows.totals(),
    windows.map(({ columns, means }) => [columns, means]),
  ];
  await rows.close();
  return told;
}

async function csvOf(rows: Rows, locale: 'zh' | 'en'): Promise<string> {
  const parts: string[] = [];
  for await (const part of rows.toCsv({ locale, bom: true })) parts.push(part);
  return parts.join('');
}

/** The texts of a column in the page, as a reader sees them. */
const column = (page: Page, at: number): Promise<readonly string[]> =>
  page.$eval(
    'zj-data-table',
    (table, at) =>
      [...table.shadowRoot!.querySelectorAll<HTMLElement>(`tbody [data-column="${at}"]`)].map((cell) =>
        cell.innerText.trim(),
      ),
    at,
  );
const summary = (page: Page): Promise<string> =>
  page.$eval('zj-data-table', (table) =>
    table.shadowRoot!.querySelector('[part=summary]')!.textContent.replaceAll('\u2060', ''),
  );
const select = (page: Page, where: readonly Condition[]): Promise<void> =>
  page.$eval('zj-source', (source: ZjSource, where) => source.select({ where }), where);

test('all rows, their order, their empty cells and their totals are those of native DuckDB, under a strict policy and without a foreign request', async () => {
  const page = await open();
  expect(await cellsShown(page)).toEqual(await cellsOf({ dataset, orderBy }));
  expect(await column(page, 3)).toHaveLength(100);
  expect(visit!.complaints).toEqual([]);
  expect(visit!.foreign).toEqual([]);
});

test('ordered, searched and filtered by a reader, and narrowed by the source around, the rows are those of native DuckDB', async () => {
  const page = await open();
  const table = page.locator('zj-data-table');
  await table.locator('thead [data-column="3"] [part=sort]').click();
  await expect.poll(() => summary(page)).toContain('按片区顺序排序');
  await settle(page);
  const byZone = [{ column: 'zone' }] as const;
  expect(await cellsShown(page)).toEqual(await cellsOf({ dataset, orderBy: byZone }));

  const where: readonly Condition[] = [{ column: 'industry', equals: '集成电路' }];
  await select(page, where);
  const narrowed = await native.rows({ dataset, where });
  await expect.poll(() => rowCount(page), starting).toBe(narrowed.rowCount);
  await settle(page);
  expect(await cellsShown(page)).toEqual(await cellsOf({ dataset, where, orderBy: byZone }));
  expect(new Set(await column(page, 1))).toEqual(new Set(['集成电路']));

  const low = await findMiddle(where);
  await table.locator('thead [data-column="4"] [part=filter]').click();
  await table.locator('[name=low]').fill(low);
  await table.locator('.panel .main').click();
  const both: readonly Condition[] = [...where, { column: 'revenue', between: [low, null] }];
  const filtered = await native.rows({ dataset, where: both });
  expect(filtered.rowCount).toBeGreaterThan(0);
  expect(filtered.rowCount).toBeLessThan(narrowed.rowCount);
  await expect.poll(() => rowCount(page), starting).toBe(filtered.rowCount);
  await settle(page);
  expect(await cellsShown(page)).toEqual(await cellsOf({ dataset, where: both, orderBy: byZone }));

  await table.locator('[part=find-text]').fill('保税');
  const { count } = await (await native.rows({ dataset, where: both, orderBy: byZone })).find('保税');
  await expect
    .poll(() => table.locator('[part=found]').innerText(), starting)
    .toBe(`共 ${count.toLocaleString('en')} 行`);
  await table.locator('[part=only]').click();
  await expect.poll(() => rowCount(page), starting).toBe(count);
  await settle(page);
  expect(await cellsShown(page)).toEqual(
    await cellsOf({ dataset, where: both, search: '保税', orderBy: byZone }),
  );
  expect(visit!.complaints).toEqual([]);
  expect(visit!.foreign).toEqual([]);
});

test('all rows are saved as a file, to the byte the CSV of native DuckDB in words', async () => {
  const page = await open();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('zj-data-table').locator('[part=csv]').click(),
  ]);
  const rows = await native.rows({ dataset, orderBy });
  // Members are saved in the words that a reader sees.
  const words = rows.columns.map(
    ({ values = [] }) => new Map(values.map(({ value, label }) => [String(value), label.zh])),
  );
  const [head, ...lines] = (await csvOf(rows, 'zh')).split('\r\n');
  const inWords = lines.map((line) =>
    line
      .split(',')
      // A member that was merged for confidentiality has no value.
      .map((cell, at) => words[at]?.get(cell) ?? (cell === '' && words[at]?.size ? '合并（保密）' : cell))
      .join(','),
  );
  expect(await readFile(await download.path(), 'utf8')).toBe([head, ...inWords].join('\r\n'));
  await rows.close();
  expect(visit!.foreign).toEqual([]);
});

const search = (page: Page): string => decodeURIComponent(new URL(page.url()).search);
const stretch = (page: Page): Promise<string> =>
  page.locator('zj-data-table').locator('[part=stretch]').innerText();

test('the address holds the page, the order, the search and the conditions; back and forward step through them, and a link opens them', async () => {
  const page = await open();
  const release12 = await page.$eval('zj-source', async () => {
    const answer = await fetch('/release/verdicts.json');
    return ((await answer.json()) as { manifest: string }).manifest.slice(0, 12);
  });
  expect(search(page)).toBe('');
  const table = page.locator('zj-data-table');
  await table.locator('[part=next-page]').click();
  await expect.poll(() => search(page)).toBe(`?page=2&release=${release12}`);
  await settle(page);
  await table.locator('thead [data-column="3"] [part=sort]').click();
  await expect.poll(() => search(page), starting).toBe(`?sort=zone&release=${release12}`);
  await table.locator('[part=find-text]').pressSequentially('保税');
  await table.locator('[part=only]').click();
  await expect
    .poll(() => search(page), starting)
    .toBe(`?sort=zone&search=保税&only=yes&release=${release12}`);
  await settle(page);
  const low = await findMiddle([]);
  await table.locator('thead [data-column="4"] [part=filter]').click();
  await table.locator('[name=low]').fill(low);
  await table.locator('.panel .main').click();
  const whole = `?sort=zone&search=保税&only=yes&where=revenue.from(${low})&release=${release12}`;
  await expect.poll(() => search(page), starting).toBe(whole);
  await settle(page);
  const [rows, cells, told] = [await rowCount(page), await cellsShown(page), await summary(page)];

  await page.goBack();
  await expect.poll(() => rowCount(page), starting).toBeGreaterThan(rows);
  for (const step of ['保税', '保税', '']) {
    expect(search(page).includes('search')).toBe(step !== '');
    await page.goBack();
    await settle(page);
  }
  await expect.poll(() => stretch(page), starting).toBe('第 101–200 行');
  await page.goBack();
  await expect.poll(() => stretch(page), starting).toBe('第 1–100 行');
  expect(search(page)).toBe('');
  await page.goForward();
  await expect.poll(() => stretch(page), starting).toBe('第 101–200 行');
  await visit!.page.context().close();

  const linked = await open(whole);
  await expect.poll(() => rowCount(linked), starting).toBe(rows);
  await settle(linked);
  expect(await cellsShown(linked)).toEqual(cells);
  expect(await summary(linked)).toBe(told);
  expect(search(linked)).toBe(whole);
  expect(visit!.complaints).toEqual([]);
});

test('a link of another release says so, and tells each part that means nothing to the table', async () => {
  const page = await open(
    '?sort=-zone,nothing&page=9999&where=nothing(1),revenue.from(x)&release=000000000000&id=5',
  );
  await expect.poll(() => summary(page), starting).toContain('按片区倒序排序');
  await settle(page);
  const table = page.locator('zj-data-table');
  const told = async (): Promise<string> => (await table.locator('.remark').allInnerTexts()).join('\n');
  await expect.poll(told).toContain('000000000000');
  for (const part of ['sort=nothing', 'nothing(1)', 'revenue.from(x)', 'page=9999'])
    await expect.poll(told).toContain(part);
  const rows = await rowCount(page);
  expect(rows).toBe((await native.rows({ dataset })).rowCount);
  await expect.poll(() => stretch(page)).toBe(`第 2,301–${rows.toLocaleString('en')} 行`);
  expect(await table.getAttribute('failed')).toBeNull();
});

test('a file that is stopped while it is written is not saved, and the table says so', async () => {
  const page = await open();
  const table = page.locator('zj-data-table');
  let isSaved = false;
  page.on('download', () => (isSaved = true));
  await page.$eval('zj-data-table', (table) => {
    const root = table.shadowRoot!;
    new MutationObserver((_, observer) => {
      const stop = root.querySelector<HTMLElement>('[part=stop]');
      if (!stop) return;
      observer.disconnect();
      stop.click();
    }).observe(root, { childList: true, subtree: true });
    root.querySelector<HTMLElement>('[part=csv]')!.click();
  });
  await expect
    .poll(() => table.locator('[part=told], [part=tools]').allInnerTexts())
    .toEqual(expect.arrayContaining([expect.stringContaining('已停止，没有保存')]));
  expect(isSaved).toBe(false);
});
