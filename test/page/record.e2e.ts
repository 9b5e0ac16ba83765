import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, Rows, Verdicts } from '@zj/metrics';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screens } from './screens.js';
import { openSite, visit, type Site, type Visit } from './site.js';

let site: Site;
let verdicts: Verdicts;
let manifest: Manifest;
const pictures = join(import.meta.dirname, '../../build/pictures');

beforeAll(async () => {
  site = await openSite('examples/public-record/site', 'examples/public-record');
  const read = async <T>(name: string) => JSON.parse(await readFile(join(site.release, name), 'utf8')) as T;
  [verdicts, manifest] = [await read<Verdicts>('verdicts.json'), await read<Manifest>('manifest.json')];
  await mkdir(pictures, { recursive: true });
});
afterAll(() => site.close());

/** Waits until every gauge has painted its figure, and the page its own words. */
async function painted(page: Page): Promise<void> {
  await page.waitForFunction(
    (goals) =>
      document.querySelectorAll('zj-goal-gauge[status]').length === goals &&
      !document.querySelector('button[disabled]'),
    verdicts.verdicts.length,
  );
}

/** The text below each gauge, by goal, without folded parts. */
async function notesOf(page: Page): Promise<Record<string, string>> {
  const pairs = await page.$$eval('.note[data-goal]', (notes) =>
    notes.map((note) => [
      note.getAttribute('data-goal'),
      [...note.querySelectorAll(':scope > :not(details)')]
        .map((part) => part.textContent.replace(/\s+/g, ' ').trim())
        .join('|'),
    ]),
  );
  return Object.fromEntries(pairs) as Record<string, string>;
}

async function openTable(page: Page): Promise<void> {
  await page.click('#query');
  await page.waitForSelector('zj-data-table tbody tr:not(.pending)');
}

/** The texts of columns of all rows that the table shows, on all its pages. */
function rowsOf(page: Page, ...names: readonly string[]): Promise<(string | null)[][]> {
  return page.$eval(
    'zj-data-table',
    async (table, names) => {
      const { shown } = table as unknown as { readonly shown: Rows };
      const { columns } = await shown.window(0, shown.rowCount);
      const chosen = names.map((name) => shown.columns.findIndex((column) => column.name === name));
      return Array.from({ length: shown.rowCount }, (_, row) => chosen.map((at) => columns[at]![row]!));
    },
    names,
  );
}

/** Waits until the table shows so many rows. */
async function counted(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (count) =>
      (document.querySelector('zj-data-table') as unknown as { readonly shown: Rows | null }).shown
        ?.rowCount === count,
    count,
  );
}

async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

describe('the page of the public record', () => {
  test('shows a gauge for every goal in its published state, and asks nothing outside the site', async () => {
    const { page, foreign, complaints } = await visit(site);
    await painted(page);
    const statuses = await page.$$eval('zj-goal-gauge', (gauges) =>
      gauges.map((gauge) => [gauge.getAttribute('goal'), gauge.getAttribute('status')]),
    );
    expect(statuses).toEqual(verdicts.verdicts.map(({ goal, status }) => [goal, status]));
    expect(await page.textContent('#statuses')).toBe('1 项进度正常8 项暂无数据1 项暂不能评判');
    expect(await page.textContent('body')).not.toContain('示例数据，仅供');
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('puts each goal under the theme of its plan', async () => {
    const { page } = await visit(site);
    await painted(page);
    const themes = await page.$$eval('.theme', (sections) =>
      sections.map((section) => [
        section.querySelector('h2')!.textContent,
        ...[...section.querySelectorAll('zj-goal-gauge')].map((gauge) => gauge.getAttribute('goal')),
      ]),
    );
    const { plan } = manifest;
    expect(themes).toEqual(
      plan.themes.map(({ id, title }) => [
        title.zh,
        ...plan.goals.filter(({ theme }) => theme === id).map((goal) => goal.id),
      ]),
    );
    await page.context().close();
  });

  test('says below each gauge what the clause says, where it is from, and why there is no data', async () => {
    const { page } = await visit(site);
    await painted(page);
    const notes = await notesOf(page);
    for (const { goal, clause, interpretations } of verdicts.verdicts) {
      expect(notes[goal]).toContain(clause.quote.zh);
      expect(notes[goal]).toContain(clause.document!.title.zh);
      expect(notes[goal]).toContain(interpretations[0]!.reading.zh);
      const link = page.locator(`.note[data-goal=${goal}] .cite a`);
      if (clause.document!.url) expect(await link.getAttribute('href')).toBe(clause.document!.url);
      else expect([await link.count(), notes[goal]]).toEqual([0, expect.stringContaining('来源未给出网址')]);
    }
    await page.context().close();
  });

  test('says the same where scripts are off, and holds no figure of its own', async () => {
    const { page } = await visit(site);
    await painted(page);
    const notes = await notesOf(page);
    const plain = await visit(site, { javaScriptEnabled: false });
    expect(await notesOf(plain.page)).toEqual(notes);
    const told = async (tab: Page, id: string) => (await tab.textContent(`#${id}`))!.replace(/\s+/g, '');
    for (const id of ['title', 'readings', 'notes', 'count'])
      expect(await told(plain.page, id)).toBe(await told(page, id));
    await plain.page.context().close();
    await page.context().close();
  });

  test('is in English, too, with the same figures', async () => {
    const { page } = await visit(site, { path: '?lang=en' });
    await painted(page);
    expect(await page.textContent('h1')).toBe(verdicts.plan.title.en);
    const notes = await notesOf(page);
    for (const { goal, clause, interpretations } of verdicts.verdicts) {
      expect(notes[goal]).toContain(clause.quote.en);
      expect(notes[goal]).toContain(interpretations[0]!.reading.en);
    }
    expect(await page.textContent('main')).not.toMatch(/暂无数据|没有成功/);
    await page.click('#language');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    expect(await page.textContent('h1')).toBe(verdicts.plan.title.zh);
    await page.context().close();
  });

  test('computes every figure again, equal to the last bit', async () => {
    const { page, foreign, complaints } = await visit(site);
    await painted(page);
    await page.click('#verify');
    await page.waitForSelector('.outcome');
    expect(await page.textContent('.outcome')).toBe('10 项目标的数字和状态全部一致。');
    expect(await page.$$eval('[data-equal=true]', (lines) => lines.length)).toBe(10);
    expect([foreign, complaints]).toEqual([[], []]);
    await page.context().close();
  });
});

describe('the table of all published figures', () => {
  let opened: Visit;
  let page: Page;
  beforeAll(async () => {
    opened = await visit(site);
    ({ page } = opened);
    await painted(page);
    await openTable(page);
  });
  afterAll(() => page.context().close());

  test('has every target and figure with its source, and marks those that contradict each other', async () => {
    await counted(page, 126);
    const sources = await rowsOf(page, 'source', 'address');
    expect(sources.filter(([source, address]) => source === null || address === null)).toEqual([]);
    expect(sources.filter(([, address]) => address === '来源未给出网址')).toHaveLength(6);
    const links = await page.$$eval('zj-data-table tbody a', (all) =>
      all.map((link) => [(link as HTMLAnchorElement).protocol, link.getAttribute('rel')]),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const link of links)
      expect(link).toEqual([expect.stringMatching(/^https?:$/), 'noopener noreferrer nofollow']);
    await page.check('#conflicts');
    await counted(page, 4);
    expect(
      await rowsOf(page, 'indicator', 'region', 'stated', 'figure', 'unit', 'conflict', 'reliability'),
    ).toEqual([
      ['PCT国际专利申请量', '上海', 'PCT国际专利申请受理量', '2528', '件', 'true', '高'],
      ['PCT国际专利申请量', '上海', null, '2500', '件', 'true', '中'],
      ['生物医药产业规模', '浦东新区', null, '4100', '亿元', 'true', '高'],
      ['生物医药产业规模', '浦东新区', null, '4200', '亿元', 'true', '中'],
    ]);
    await page.uncheck('#conflicts');
    expect([opened.foreign, opened.complaints]).toEqual([[], []]);
  });

  test('can be kept as CSV with every row', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-figures')]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.trimEnd().split('\n')).toHaveLength(117);
  });

  test('is narrowed by region, indicator and kind', async () => {
    await page.selectOption('#kind', 'target');
    await counted(page, 10);
    await page.selectOption('#kind', 'estimate');
    await counted(page, 5);
    await page.selectOption('#kind', '');
    await page.selectOption('#region', '上海');
    await page.selectOption('#indicator', '独角兽企业数');
    await counted(page, 5);
    expect((await rowsOf(page, 'figure')).flat()).toEqual(['54', '63', '80', '86', '100']);
    await page.click('#language');
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    await page.waitForSelector('zj-data-table tbody :text("Greatwall Strategy Consultants")');
    await counted(page, 5);
  });

  test('shows of a database that is missing what is wrong, and opens when it is there again', async () => {
    const { page } = await visit(site);
    await painted(page);
    await page
      .context()
      .route('**/public-record.duckdb', (route) => route.fulfill({ status: 404, body: '' }));
    await page.click('#query');
    await page.waitForFunction(() =>
      document.querySelector('#figures-progress')?.textContent.includes('[DATABASE]'),
    );
    await page.context().unroute('**/public-record.duckdb');
    await openTable(page);
    await page.context().close();
  });
});

describe('the page is right on every screen', () => {
  for (const [width, colorScheme] of screens('dark')) {
    test(`at ${width} px, ${colorScheme}: nothing sticks out, nothing shifts, no accessibility fault`, async () => {
      const { page } = await visit(site, { viewport: { width, height: 900 }, colorScheme });
      await painted(page);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(0);
      await page.screenshot({ path: join(pictures, `record-${width}-${colorScheme}.png`), fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeFaults(page)).toEqual([]);
      await page.context().close();
    });
  }

  test('with its table, at every width and in each colour, nothing sticks out, no accessibility fault', async () => {
    const { page } = await visit(site);
    await painted(page);
    await openTable(page);
    await page.check('#conflicts');
    for (const [width, colorScheme] of screens('light')) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const place = `${width} px, ${colorScheme}`;
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, place).toBeLessThanOrEqual(width);
      expect(await axeFaults(page), place).toEqual([]);
      await page.locator('section:has(#query)').screenshot({
        path: join(pictures, `record-table-${width}-${colorScheme}.png`),
      });
    }
    await page.context().close();
  });

  test('in large text, and in English, nothing sticks out of a phone', async () => {
    const { page } = await visit(site, { viewport: { width: 360, height: 900 }, path: '?lang=en' });
    await painted(page);
    await page.click('#elder');
    await openTable(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot({ path: join(pictures, 'record-360-elder.png') });
    await page.context().close();
  });
});
