import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, Rows, Verdicts } from '@zj/metrics';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, visit, type Site } from './site.js';

let site: Site;
let verdicts: Verdicts;
let manifest: Manifest;
const pictures = join(import.meta.dirname, '../../build/pictures');

beforeAll(async () => {
  site = await openSite('examples/national-outline/site', 'examples/national-outline');
  const read = async <T>(name: string) => JSON.parse(await readFile(join(site.release, name), 'utf8')) as T;
  [verdicts, manifest] = [await read<Verdicts>('verdicts.json'), await read<Manifest>('manifest.json')];
  await mkdir(pictures, { recursive: true });
});
afterAll(() => site.close());

/** Waits until every gauge has painted its figure, and the page its own words. */
async function painted(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelectorAll('zj-goal-gauge[status]').length === 20 &&
      !document.querySelector('button[disabled]'),
  );
}

/** The text below each gauge, by goal, without folded parts. */
async function notesOf(page: Page): Promise<Record<string, string>> {
  const pairs = await page.$$eval('.note', (notes) =>
    notes.map((note) => [
      note.getAttribute('data-goal'),
      [...note.querySelectorAll(':scope > :not(details)')]
        .map((part) => part.textContent.replace(/\s+/g, ' ').trim())
        .join('|'),
    ]),
  );
  return Object.fromEntries(pairs) as Record<string, string>;
}

const natures = {
  zh: { binding: '约束性指标', expected: '预期性指标', none: '查到的来源没有写明' },
  en: { binding: 'Binding indicator', expected: 'Expected indicator', none: 'no source that was found says' },
} as const;

describe('the page of the national outline', () => {
  test('shows all twenty in their published state under their themes, and asks nothing outside the site', async () => {
    const { page, foreign, complaints } = await visit(site);
    await painted(page);
    const themes = await page.$$eval('.theme', (sections) =>
      sections.map((section) => [
        section.querySelector('h2')!.textContent,
        ...[...section.querySelectorAll('zj-goal-gauge')].map(
          (gauge) => `${gauge.getAttribute('goal')} ${gauge.getAttribute('status')}`,
        ),
      ]),
    );
    const status = new Map(verdicts.verdicts.map((verdict) => [verdict.goal, verdict.status]));
    const { plan } = manifest;
    expect(themes).toEqual(
      plan.themes.map(({ id, title }) => [
        title.zh,
        ...plan.goals.filter(({ theme }) => theme === id).map((goal) => `${goal.id} ${status.get(goal.id)}`),
      ]),
    );
    // A floor that is kept before the end is no pace.
    expect(await page.textContent('#statuses')).toBe(
      '11 项已达成2 项进度正常1 项目前达标1 项明显滞后1 项暂无数据4 项暂不能评判',
    );
    await page.screenshot({ path: join(pictures, 'outline-zh.png'), fullPage: true });
    expect([foreign, complaints]).toEqual([[], []]);
    await page.context().close();
  });

  test.each(['zh', 'en'] as const)(
    'says below each gauge the clause, its source, whether it binds, and how it is read (%s)',
    async (lang) => {
      const { page } = await visit(site, { path: `?lang=${lang}` });
      await painted(page);
      const notes = await notesOf(page);
      for (const { goal, clause, interpretations, nature } of verdicts.verdicts) {
        expect(notes[goal]).toContain(clause.quote[lang]);
        expect(notes[goal]).toContain(clause.document!.title[lang]);
        expect(notes[goal]).toContain(interpretations[0]!.reading[lang]);
        expect(notes[goal]).toContain(natures[lang][nature ?? 'none']);
        const link = page.locator(`.note[data-goal=${goal}] .cite a`);
        expect(await link.getAttribute('href')).toBe(clause.document!.url);
      }
      expect(await page.textContent('h1')).toBe(verdicts.plan.title[lang]);
      if (lang === 'en') expect(await page.textContent('main')).not.toMatch(/暂无数据|没有成功/);
      await page.context().close();
    },
  );

  test('says the same where scripts are off', async () => {
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

  test('shows every figure with the words of its source, and links no page that is hardly reliable', async () => {
    const { page } = await visit(site);
    await painted(page);
    await page.click('#query');
    await page.waitForSelector('zj-data-table tbody tr:not(.pending)');
    const read = (): Promise<(string | null)[][]> =>
      page.$eval('zj-data-table', async (table) => {
        const { shown } = table as unknown as { readonly shown: Rows };
        const { columns } = await shown.window(0, shown.rowCount);
        const names = ['stated', 'day', 'reliability', 'address'];
        const chosen = names.map(
          (name) => columns[shown.columns.findIndex((column) => column.name === name)]!,
        );
        return Array.from({ length: shown.rowCount }, (_, row) => chosen.map((cells) => cells[row]!));
      });
    const rows = await read();
    expect(rows).toHaveLength(81);
    for (const [stated, day, reliability, address] of rows) {
      expect(stated).toMatch(/^“.+”$/);
      expect(day).toBe('2026年11月29日查到');
      if (reliability === '低') expect(address).toMatch(/（可信度低，不设链接）$|^来源未给出网址$/);
    }
    expect(rows.some(([, , reliability]) => reliability === '低')).toBe(true);
    await page.selectOption('#indicator', '人均预期寿命');
    await page.waitForFunction(
      () =>
        (document.querySelector('zj-data-table') as unknown as { readonly shown: Rows | null }).shown
          ?.rowCount === 5,
    );
    await page.evaluate(axe.source);
    const faults = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('computes every figure again, equal to the last bit', async () => {
    const { page, foreign, complaints } = await visit(site, { path: '?lang=en' });
    await painted(page);
    await page.click('#verify');
    await page.waitForSelector('.outcome');
    expect(await page.textContent('.outcome')).toBe('The figures and statuses of all 20 goals are equal.');
    expect(await page.$$eval('[data-equal=true]', (lines) => lines.length)).toBe(20);
    expect([foreign, complaints]).toEqual([[], []]);
    await page.context().close();
  });
});
