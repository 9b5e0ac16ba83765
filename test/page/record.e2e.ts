import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, Rows, Verdicts } from '@zj/metrics';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screens } from './screens.js';
import { openSite, visit, type Site } from './site.js';

const pictures = join(import.meta.dirname, '../../build/pictures');

/** The examples of published figures: pages of a board, tables, and 核验. */
const examples = [
  {
    name: 'public-record',
    goals: 10,
    figures: 116,
    targets: 10,
    counts: ['全部 10', '进度正常 1', '暂无数据 8', '暂不能评判 1'],
  },
  {
    name: 'national-outline',
    goals: 20,
    figures: 81,
    targets: 0,
    // A floor that is kept before the end is no pace.
    counts: ['全部 20', '已达成 11', '进度正常 2', '目前达标 1', '明显滞后 1', '暂无数据 1', '暂不能评判 4'],
  },
] as const;

describe.each(examples)('the page of $name', ({ name, goals, figures, targets, counts }) => {
  let site: Site;
  let verdicts: Verdicts;
  let manifest: Manifest;
  beforeAll(async () => {
    site = await openSite(`examples/${name}/site`, `examples/${name}`);
    const read = async <T>(file: string) => JSON.parse(await readFile(join(site.release, file), 'utf8')) as T;
    [verdicts, manifest] = [await read<Verdicts>('verdicts.json'), await read<Manifest>('manifest.json')];
    await mkdir(pictures, { recursive: true });
  });
  afterAll(() => site.close());

  const painted = (page: Page): Promise<unknown> => page.waitForSelector('zj-goal-board [part=goal]');

  /** The texts of elements as a reader sees them, white space made one space. */
  const seen = (page: Page, selector: string): Promise<string[]> =>
    page
      .locator(selector)
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim()));

  async function openTables(page: Page): Promise<void> {
    await page.click('#open');
    await page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('zj-data-table')].filter(
          (table) => (table as unknown as { readonly shown: Rows | null }).shown,
        ).length === count,
      targets > 0 ? 2 : 1,
    );
  }

  /** The texts of columns of all rows of the first table. */
  const rowsOf = (page: Page, ...columns: readonly string[]): Promise<(string | null)[][]> =>
    page.$eval(
      'zj-data-table',
      async (table, columns) => {
        const { shown } = table as unknown as { readonly shown: Rows };
        const read = await shown.window(0, shown.rowCount);
        const chosen = columns.map((name) => shown.columns.findIndex((column) => column.name === name));
        return Array.from({ length: shown.rowCount }, (_, row) =>
          chosen.map((at) => read.columns[at]![row]!),
        );
      },
      columns,
    );

  async function axeFaults(page: Page): Promise<string[]> {
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
  }

  test('shows every goal under its theme in its published state, and asks nothing outside the site', async () => {
    const { page, foreign, complaints } = await visit(site);
    await painted(page);
    expect(await seen(page, 'zj-goal-board [part=count]')).toEqual(counts);
    const { plan } = manifest;
    const board = (await seen(page, 'zj-goal-board table'))[0]!;
    const order = plan.themes.flatMap(({ id, ordinal, title }) => [
      `${ordinal}、${title.zh}`,
      ...plan.goals.filter(({ theme }) => theme === id).map((goal) => goal.name.zh!),
    ]);
    const places = order.map((text) => board.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(await page.textContent('body')).not.toContain('示例数据，仅供');
    expect([foreign, complaints]).toEqual([[], []]);
    await page.context().close();
  });

  test.each(['zh', 'en'] as const)(
    'each goal opens the words of its clause, its source and how it is read (%s)',
    async (lang) => {
      const { page } = await visit(site, { path: `?lang=${lang}` });
      await painted(page);
      expect(await seen(page, 'h1')).toEqual([verdicts.plan.title[lang]]);
      const buttons = page.locator('zj-goal-board [part=open]');
      expect(await buttons.count()).toBe(goals);
      for (let at = 0; at < goals; at++) await buttons.nth(at).click();
      const told = (await page.locator('zj-goal-board [part=detail]').allTextContents()).join(' ');
      for (const { clause, interpretations } of verdicts.verdicts) {
        expect(told).toContain(clause.quote[lang]);
        expect(told).toContain(clause.document!.title[lang]);
        expect(told).toContain(interpretations[0]!.reading[lang]);
      }
      const links = await page
        .locator('zj-goal-board [part=detail] a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      for (const { clause } of verdicts.verdicts)
        if (clause.document!.url) expect(links).toContain(clause.document!.url);
      await page.context().close();
    },
  );

  test('says its clauses, readings and notes where scripts are off, in both languages as in the plan', async () => {
    const { page } = await visit(site, { javaScriptEnabled: false });
    const { goals: all, document, notes } = manifest.plan;
    for (const lang of ['zh-CN', 'en']) {
      const text = (await page.locator(`main [lang=${lang}]`).allTextContents())
        .join(' ')
        .replaceAll(/\s+/g, ' ');
      const key = lang === 'en' ? 'en' : 'zh';
      const plain = (words: string): string => words.replaceAll(/\s+/g, ' ');
      for (const { clause, name } of all) {
        expect(text).toContain(plain(clause.quote[key]!));
        expect(text).toContain(plain(clause.document!.title[key]!));
        expect(text).toContain(plain(name[key]!));
      }
      for (const { question, reading } of document.interpretations) {
        expect(text).toContain(plain(question[key]!));
        expect(text).toContain(plain(reading[key]!));
      }
      for (const note of notes) expect(text).toContain(plain(note[key]!));
    }
    const links = await page
      .locator('#clauses a')
      .evaluateAll((a) => a.map((one) => one.getAttribute('href')));
    expect(links).toEqual(all.flatMap(({ clause }) => clause.document!.url ?? []));
    expect(await page.locator('button:visible').count()).toBe(0);
    await page.context().close();
  });

  test('computes every figure again, equal to the last bit', async () => {
    const { page, foreign, complaints } = await visit(site);
    await painted(page);
    await page.locator('zj-verify [part=start]').click();
    await page.waitForSelector('zj-verify[outcome=equal]');
    expect([foreign, complaints]).toEqual([[], []]);
    await page.context().close();
  });

  test('has every figure in a table that a reader opens, and links no page that is hardly reliable', async () => {
    const { page, foreign, complaints } = await visit(site);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await painted(page);
    expect(requests.filter((url) => /wasm|worker|duckdb/.test(url))).toEqual([]);
    await openTables(page);
    const rows = await rowsOf(page, 'reliability', 'source_url');
    expect(rows).toHaveLength(figures);
    const low = rows.filter(([reliability]) => reliability === 'low');
    expect(low.length).toBeGreaterThan(5);
    for (const [, address] of low) expect(address ?? '').not.toMatch(/^https?:/);
    const hrefs = await page
      .locator('zj-data-table >> nth=0 >> tbody a')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('href'), one.getAttribute('rel')]));
    expect(hrefs.length).toBeGreaterThan(10);
    for (const [href, rel] of hrefs) {
      expect(href).toMatch(/^https?:/);
      expect(rel).toBe('noopener noreferrer nofollow');
      expect(low.some(([, address]) => address && href!.includes(address))).toBe(false);
    }
    expect([foreign, complaints]).toEqual([[], []]);
    await page.context().close();
  });

  if (name === 'public-record')
    test('figures that contradict each other stand first, and say so', async () => {
      const { page } = await visit(site);
      await painted(page);
      await openTables(page);
      const rows = await rowsOf(page, 'indicator', 'region', 'stated_indicator', 'figure', 'contradicted');
      expect(rows.filter(([, , , , contradicted]) => contradicted === 'true')).toEqual(rows.slice(0, 4));
      expect(
        rows
          .slice(0, 4)
          .map(([, region, , figure]) => `${region} ${Number(figure)}`)
          .toSorted(),
      ).toEqual(['上海 2500', '上海 2528', '浦东新区 4100', '浦东新区 4200']);
      await page.context().close();
    });

  test('shows of a database that is missing what is wrong, and opens when it is there again', async () => {
    const { page } = await visit(site);
    await painted(page);
    await page.context().route('**/*.duckdb', (route) => route.fulfill({ status: 404, body: '' }));
    await page.click('#open');
    await page.locator('zj-data-table [part=error] p').first().waitFor();
    await page.context().unroute('**/*.duckdb');
    await page.locator('zj-data-table [part=retry]').first().click();
    await page.waitForSelector('zj-data-table tbody tr:not(.pending)');
    await page.context().close();
  });

  for (const [width, colorScheme] of screens('dark')) {
    test(`at ${width} px, ${colorScheme}: nothing sticks out, nothing shifts, no accessibility fault`, async () => {
      const { page } = await visit(site, { viewport: { width, height: 900 }, colorScheme });
      await painted(page);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(0);
      await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeFaults(page)).toEqual([]);
      await page.context().close();
    });
  }

  test('in large text, in English and with its tables, nothing sticks out of a phone', async () => {
    const { page } = await visit(site, { viewport: { width: 360, height: 900 }, path: '?lang=en' });
    await painted(page);
    await page.click('#elder');
    await openTables(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot({ path: join(pictures, `${name}-360-elder.png`) });
    await page.context().close();
  });
});
