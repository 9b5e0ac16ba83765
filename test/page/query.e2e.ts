import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { createMetrics, judge, verify, type Metrics, type Query } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import type { ZjTrendChart } from '@zj/widgets';
import axe from 'axe-core';
import type { JSHandle, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthly, revenue } from '../metrics/goal/goals.js';
import { whole } from '../soak.js';
import { openSite, visit, type Site } from './site.js';

/** The controls of the page's question. */
interface Session {
  readonly metrics: Metrics;
  readonly sdk: { loadJudge(): Promise<{ readonly judge: typeof judge }> };
}

async function openSession(page: Page): Promise<JSHandle<Session>> {
  return page.evaluateHandle<Session>("import('/session.js').then(({ openSession }) => openSession())");
}

let site: Site;

beforeAll(async () => {
  site = await openSite('examples/query');
});
afterAll(() => site.close());

/** Twelve rows of two industries; one figure has a letter in it, and one row a cell too many. */
const csv = [
  'month,industry,revenue',
  ...['01', '02', '03'].flatMap((month, i) => [
    `2025-${month}-01,Chips,${100 + i}.25`,
    `2025-${month}-01,Biotech,${50 + i}.50`,
    `2026-${month}-01,Chips,${120 + i}.75`,
    `2026-${month}-01,Biotech,${60 + i}.00`,
  ]),
  '2026-03-01,Optics,12O.00',
  '2026-03-01,Optics,1,200.00',
].join('\n');

/** A file let go over the page, as by hand. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], file));
      return transfer;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('#drop', 'drop', { dataTransfer });
}

/** Presses the button that asks, and waits for the answer, which is another one. */
async function ask(page: Page): Promise<void> {
  await page.evaluate(() => document.getElementById('answer')!.replaceChildren());
  await page.click('#question .primary');
  await answered(page);
}

async function answered(page: Page): Promise<void> {
  await page.waitForSelector('#answer > *');
}

/** The rows of the table that is shown: its first page. */
async function shown(page: Page): Promise<string[][]> {
  await page.waitForSelector('#answer zj-data-table tbody tr:not(.pending)');
  return page.$$eval('#answer zj-data-table tbody tr', (rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  );
}

async function savedCsv(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('#answer zj-data-table [part=csv]'),
  ]);
  return readFile(await download.path(), 'utf8');
}

/** The parts of the SDK that a page loaded; the elements have files of their own. */
function scriptsOf(requests: readonly string[]): readonly string[] {
  return requests
    .flatMap((path) => /^\/zj\/(zj-(?!core|chart|choice|selection|save|menu)\w+\.js)$/.exec(path)?.[1] ?? [])
    .sort();
}

async function counts(page: Page): Promise<Record<string, string>> {
  const pairs = await page.$$eval('#file-status [data-count]', (items) =>
    items.map((item) => [item.getAttribute('data-count')!, item.querySelector('b')!.textContent]),
  );
  return Object.fromEntries(pairs) as Record<string, string>;
}

describe('a release is asked in the browser', () => {
  test('its answers are those of native DuckDB to the last digit, and come from memory the second time', async () => {
    const { page, foreign, complaints } = await visit(site);
    await page.click('#open .button');
    await answered(page);
    expect(await page.textContent('#release')).toContain('示例数据');
    await page.selectOption('[name=metric]', 'industry-revenue');
    await page.check('[name=by][value=industry]');
    await page.selectOption('[name=grain]', 'quarter');
    await page.selectOption('[name=during]', '"2026"');
    await page.selectOption('[name=compare]', 'year-over-year');
    await page.selectOption('[name=top]', '3');
    await page.check('[name=share]');
    await page.check('[name=totals]');
    await ask(page);

    const question = JSON.parse((await page.textContent('#answer details:last-child pre'))!) as Query;
    const node = createMetrics({ engine: nodeEngine() });
    await node.open(join(site.release, 'manifest.json'));
    const expected = await node.query(question);
    await node.close();
    expect(expected.rowCount).toBeGreaterThan(10);
    const rows = await shown(page);
    // The table saves the words that its reader sees: rows of the rest and of the whole have no member.
    const inWords = expected
      .toCsv({ locale: 'zh', bom: true })
      .replaceAll(/^(\d{4}-\d\d-\d\d),,(.*),rest\r$/gm, '$1,其他,$2,其他\r')
      .replaceAll(/^(\d{4}-\d\d-\d\d),,(.*),total\r$/gm, '$1,合计,$2,合计\r');
    expect(inWords).toContain(',其他\r\n');
    // Of a period that is not over a note says so.
    const note = `注：2026年第四季度（截至2026年10月）${','.repeat(expected.columns.length - 1)}\r\n`;
    expect(await savedCsv(page)).toBe(inWords + note);
    expect(await page.textContent('#answer details pre')).toBe(expected.sql);
    expect(rows.length).toBe(expected.rowCount);
    expect(rows.at(-1)).toContain('合计');
    expect(await page.textContent('#answer zj-data-table thead')).toContain('亿元');
    await page.waitForFunction(() => document.querySelector<ZjTrendChart>('#answer zj-trend-chart')?.shown);
    const drawn = await page.$eval('#answer zj-trend-chart', (chart) => (chart as ZjTrendChart).toCsv());
    const figures = expected.columns.find(({ role }) => role === 'value')!.values;
    for (const figure of figures) if (figure !== null) expect(drawn).toContain(String(figure));

    await ask(page);
    expect(await page.textContent('#timing')).toMatch(/毫秒，来自缓存/);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('what cannot be opened, read or answered says why, and the page goes on', async () => {
    const { page, complaints } = await visit(site, { path: '?lang=en' });
    await page.fill('#manifest', 'release/none.json');
    await page.click('#open .button');
    await page.waitForSelector('#release [role=alert]');
    expect(await page.textContent('#release')).toContain('RELEASE');
    await drop(page, 'photo.png', '\u0089PNG\r\n\u001a\n\u0000\u0000');
    await page.waitForSelector('#file-status [role=alert]');
    expect(await page.textContent('#file-status')).toContain('photo.png');
    await page.fill('#manifest', 'release/manifest.json');
    await page.click('#open .button');
    await answered(page);
    await page.selectOption('[name=during]', 'other');
    await page.fill('[name=period]', 'last summer');
    await ask(page);
    expect(await page.textContent('#answer')).toContain('REFUSED');
    await page.fill('[name=period]', '2026-Q1');
    await ask(page);
    expect((await shown(page)).length).toBe(3);
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
    await page.context().close();
  });
});

describe('a filter above the answer', () => {
  const chips = (page: Page): Promise<string[]> =>
    page.$$eval('#filter zj-filter [part=chip]', (all) => all.map((one) => one.textContent.trim()));
  const settle = (page: Page): Promise<unknown> =>
    page.waitForSelector('#filter zj-filter:not([loading], [stale]) [part=value]');
  const tick = (page: Page, name: string): Promise<void> =>
    page.locator('#filter zj-filter').getByRole('checkbox', { name }).click();
  /** The figures of the chart and of the table, and the conditions of the question that is shown. */
  const answer = (page: Page) =>
    page.$eval('#answer', (box) => ({
      where: (JSON.parse(box.querySelector('details:last-child pre')!.textContent) as Query).where,
      chart: (
        box.querySelector('zj-trend-chart') as ZjTrendChart & { result: { rows(): object[] } }
      ).result.rows(),
    }));

  test('narrows the table, the chart and the SQL, as native DuckDB does; it stays for another question', async () => {
    const { page, complaints } = await visit(site);
    await page.click('#open .button');
    await answered(page);
    await page.selectOption('[name=metric]', 'industry-revenue');
    await page.selectOption('[name=grain]', 'quarter');
    await ask(page);
    await settle(page);
    const before = await shown(page);
    await tick(page, '集成电路');
    await expect.poll(() => chips(page)).toEqual(['主要产业：集成电路']);
    const where = [{ column: 'industry', in: ['集成电路'] }] as const;
    await expect.poll(async () => (await answer(page)).where).toEqual(where);
    const node = createMetrics({ engine: nodeEngine() });
    await node.open(join(site.release, 'manifest.json'));
    const expected = await node.query({ metric: 'industry-revenue', by: ['quarter'], where });
    await node.close();
    expect((await answer(page)).chart).toEqual(JSON.parse(JSON.stringify(expected.rows())));
    expect(await page.textContent('#answer details pre')).toBe(expected.sql);
    const after = await shown(page);
    expect(after.map(([quarter]) => quarter)).toEqual(before.map(([quarter]) => quarter));
    expect(after).not.toEqual(before);

    await page.check('[name=by][value=industry]');
    await page.selectOption('[name=grain]', '');
    await ask(page);
    expect(await chips(page)).toEqual(['主要产业：集成电路']);
    expect((await shown(page)).map(([industry]) => industry)).toEqual(['集成电路']);
    await page.locator('#filter zj-filter').getByRole('button', { name: '清除全部' }).click();
    await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('is of the data that are asked: another file has its own fields, and nothing is chosen', async () => {
    const { page, complaints } = await visit(site);
    await drop(page, 'revenue.csv', csv);
    await answered(page);
    await settle(page);
    await tick(page, 'Chips');
    await expect.poll(() => chips(page)).toEqual([expect.stringContaining('Chips')]);
    await drop(page, 'revenue.csv', csv.replaceAll('Chips', 'Optics').replaceAll('industry', 'branch'));
    await page.waitForSelector('#filter zj-filter[fields*=branch]:not([loading])');
    await settle(page);
    expect(await chips(page)).toEqual([]);
    await tick(page, 'Optics');
    await expect.poll(() => chips(page)).toEqual([expect.stringContaining('Optics')]);
    await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(0);
    expect(await page.$('#answer .bad')).toBeNull();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('a file of the reader is asked without leaving the browser', () => {
  test('a CSV with two bad rows is read, the rows are named, and its sums are right', async () => {
    const { page, foreign, complaints } = await visit(site);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await drop(page, 'revenue.csv', csv);
    await answered(page);
    expect(await counts(page)).toEqual({ read: '14', kept: '12', rejected: '2' });
    const places = await page.$$eval('.problems tbody th', (cells) => cells.map((cell) => cell.textContent));
    expect(places.sort()).toEqual(['revenue.csv:14:19', 'revenue.csv:15:21']);

    // As a text, 12O.00 is as good as any.
    for (const [type, kept] of [
      ['文字', '13'],
      ['小数（精确）', '12'],
    ] as const) {
      await page.selectOption('#columns select[data-column=revenue]', { label: type });
      await page.click('#columns .button');
      await page.waitForFunction(
        (expected) => document.querySelector('[data-count=kept] b')?.textContent === expected,
        kept,
      );
    }

    await page.selectOption('[name=metric]', 'own-sum-revenue');
    await page.selectOption('[name=grain]', 'year');
    await page.check('[name=by][value=industry]');
    await page.selectOption('[name=compare]', 'year-over-year');
    await ask(page);
    const rows = await shown(page);
    // The year is not over.
    const year = '2026年（截至2026年3月）';
    expect(rows.find(([period, industry]) => period === year && industry === 'Chips')).toEqual([
      year,
      'Chips',
      '365.25',
      '303.75',
      '+61.5',
      '+20.25',
    ]);
    expect(scriptsOf(requests)).toEqual(['zj-metrics.js']);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('forecasts and published methods are loaded when a goal is judged, not when a release is opened and asked', async () => {
    const { page, foreign, complaints } = await visit(site);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.click('#open .button');
    await answered(page);
    expect(scriptsOf(requests)).toEqual(['zj-metrics.js']);
    const session = await openSession(page);
    const judged = await session.evaluate(({ metrics }) => metrics.judge('leading-industries-revenue'));
    expect(scriptsOf(requests)).toEqual(['zj-forecast.js', 'zj-methods.js', 'zj-metrics.js']);
    const node = createMetrics({ engine: nodeEngine() });
    await node.open(join(site.release, 'manifest.json'));
    expect(verify({ verdicts: [await node.judge(judged.goal)] }, [judged]).equal).toBe(true);
    await node.close();
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a page judges a series of its own by what it loads for that', async () => {
    const { page, complaints } = await visit(site);
    const question = [revenue, monthly([500, 480, 510, 500, 490, 520]), { asOf: '2026-07-10' }] as const;
    const session = await openSession(page);
    const verdict = await session.evaluate(async ({ sdk }, given) => {
      const { judge } = await sdk.loadJudge();
      return judge(...given);
    }, question);
    expect(verdict).toEqual(judge(...question));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a workbook is asked beside a release; its reader is loaded only now', async () => {
    const { page, foreign, complaints } = await visit(site);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.click('#open .button');
    await answered(page);
    expect(scriptsOf(requests)).toEqual(['zj-metrics.js']);
    await drop(page, 'rows.json', '[{ "month": 2026-09 }]');
    await page.waitForSelector('#file-status [role=alert]');
    expect(scriptsOf(requests)).toEqual(['zj-metrics.js', 'zj-readers.js']);
    const sheet = utils.aoa_to_sheet([
      ['月份', '产业', '营业收入（万元）'],
      ['2026-01-01', '集成电路', 12300.5],
      ['2026-02-01', '集成电路', 700.25],
      ['2026-02-01', '生物医药', 99.25],
    ]);
    const buffer: unknown = write(
      { SheetNames: ['收入'], Sheets: { 收入: sheet } },
      { type: 'buffer', bookType: 'xlsx' },
    );
    await page.setInputFiles('#file', { name: '收入.xlsx', mimeType: '', buffer: buffer as Buffer });
    await page.waitForSelector('#file-status [data-count]');
    expect(scriptsOf(requests)).toEqual(['zj-metrics.js', 'zj-readers.js', 'zj-xlsx.js']);
    expect(await counts(page)).toEqual({ read: '3', kept: '3', rejected: '0' });
    expect((await shown(page)).map((row) => row.at(-1))).toEqual(['12,300.5', '799.5']);
    await page.selectOption('[name=metric]', 'industry-revenue');
    await ask(page);
    expect((await shown(page)).length).toBeGreaterThan(10);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test(`a CSV of ${whole ? 50 : 10} MB holds the page up nowhere, and how far it is read is shown`, async () => {
    const rows = whole ? 1_000_000 : 200_000;
    const { page, complaints } = await visit(site);
    await drop(page, 'revenue.csv', csv);
    await answered(page);
    const seen = await page.evaluate(async (rows) => {
      const began = performance.now();
      const parts = ['month,enterprise,industry,revenue\n'];
      for (let i = 0; i < rows; i++)
        parts.push(
          `2026-0${(i % 9) + 1}-01,E${1e7 + i},${i % 2 ? 'Chips and wafers' : 'Biotechnology'},${i % 997}.25\n`,
        );
      const file = new File(parts, 'large.csv');
      // How long this machine takes to write the rows that are read below.
      const writing = performance.now() - began;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      document.getElementById('drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer }));
      const shares: number[] = [];
      const reading = performance.now();
      const read = () => document.querySelector('#file-status [data-count=read] b')?.textContent;
      let [longest, last] = [0, performance.now()];
      const all = rows.toLocaleString('en');
      while (read() !== all && !document.querySelector('#file-status [role=alert]')) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
        const share = document.querySelector<HTMLProgressElement>('#file-status progress')?.value ?? 0;
        if (share !== shares.at(-1)) shares.push(share);
      }
      return {
        size: file.size,
        longest,
        writing,
        whole: performance.now() - reading,
        shares,
        text: document.getElementById('file-status')!.textContent,
      };
    }, rows);
    expect(seen.size).toBeGreaterThan(40 * rows);
    // A busy machine holds up everything, and takes longer for the whole.
    expect(seen.longest).toBeLessThan(Math.max(1500, seen.writing, seen.whole / 4));
    expect(seen.shares.length).toBeGreaterThan(10);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  test('a workbook of several sheets lets its reader pick one, also where the first is of no use', async () => {
    const { page, complaints } = await visit(site);
    const sheets = {
      说明: utils.aoa_to_sheet([['请按月填报'], ['谢谢']]),
      一月: utils.aoa_to_sheet([
        ['日期', '产业', '营业收入'],
        ['2026-01-05', '集成电路', 100.5],
        ['2026-01-06', '生物医药', 50],
      ]),
      二月: utils.aoa_to_sheet([
        ['日期', '产业', '营业收入'],
        ['2026-02-05', '集成电路', 70.25],
      ]),
    };
    const book = { SheetNames: Object.keys(sheets), Sheets: sheets };
    const buffer = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    await page.setInputFiles('#file', { name: '月报.xlsx', mimeType: '', buffer });
    await page.waitForSelector('#file-status [role=alert]');
    expect(await page.$$eval('#sheet option', (all) => all.map((one) => one.textContent))).toEqual(
      book.SheetNames,
    );
    for (const [sheet, read, total] of [
      ['一月', '2', '150.5'],
      ['二月', '1', '70.25'],
    ] as const) {
      await page.selectOption('#sheet', sheet);
      await page.waitForFunction(
        ([count, sum]) =>
          document.querySelector('[data-count=read] b')?.textContent === count &&
          document.querySelector('#answer zj-data-table')?.shadowRoot?.textContent.includes(sum) === true,
        [read, sheet === '一月' ? '100.5' : total] as const,
      );
      expect(await page.inputValue('#sheet')).toBe(sheet);
      await page.selectOption('[name=grain]', '');
      await ask(page);
      expect((await shown(page))[0]!.at(-1)).toBe(total);
    }
    await page.click('#language');
    expect(await page.textContent('#file-status label')).toContain('Sheet');
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    await page.click('#remove');
    await page.waitForSelector('#file-status [data-count]', { state: 'detached' });
    expect(await page.$('#sheet')).toBeNull();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('whatever goes wrong is told in the language of the page', () => {
  /** Three English words in a row, outside of what is quoted: names, cells and the browser's own words. */
  const english = /(?:\b[a-z]{2,}\b[ ,]+){2}\b[a-z]{2,}\b/i;
  const told = async (page: Page, selector: string): Promise<string> =>
    (await page.textContent(selector))!.replace(/"[^"]*"|“[^”]*”|[(（][^)）]*[)）]|https?:\/\/\S+/g, '');

  test('rejected rows, in Chinese and after a switch in English', async () => {
    const { page } = await visit(site);
    await drop(page, 'revenue.csv', csv);
    await page.waitForSelector('.problems [data-code]');
    const chinese = await told(page, '.problems tbody');
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(chinese).not.toMatch(english);
    expect(await page.getAttribute('.problems tbody', 'lang')).toBe('zh-CN');
    await page.click('#language');
    await page.waitForSelector('.problems tbody[lang=en]');
    expect(await told(page, '.problems tbody')).toMatch(/must be a number/);
    await page.context().close();
  });

  test('a release that is not there', async () => {
    const { page } = await visit(site);
    await page.fill('#manifest', 'nowhere/manifest.json');
    await page.click('#open .button');
    await page.waitForSelector('#release .bad');
    const message = await told(page, '#release .bad span');
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(message).not.toMatch(english);
    await page.context().close();
  });
});

describe('the page is right on every screen', () => {
  test('with a release, a file, rejected rows and an answer: nothing sticks out, no accessibility fault', async () => {
    const { page } = await visit(site);
    await page.click('#open .button');
    await answered(page);
    await drop(page, 'revenue.csv', csv);
    await page.waitForSelector('.problems [data-code]');
    await page.waitForFunction(() =>
      document.querySelector('#answer zj-data-table')?.getAttribute('label')?.includes('revenue'),
    );
    await page.evaluate(axe.source);
    for (const width of [360, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(violations).toEqual([]);
      }
    }
    await page.context().close();
  });
});
