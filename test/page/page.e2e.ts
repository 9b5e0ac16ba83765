import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Verdicts } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import type { ZjTrendChart } from '@zj/widgets';
import axe from 'axe-core';
import type { Page, Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { painted } from './park.js';
import { screens } from './screens.js';
import { openSite, visit, type Site } from './site.js';

let site: Site;
let verdicts: Verdicts;
const pictures = join(import.meta.dirname, '../../build/pictures');

beforeAll(async () => {
  site = await openSite();
  verdicts = JSON.parse(await readFile(join(site.release, 'verdicts.json'), 'utf8')) as Verdicts;
  await mkdir(pictures, { recursive: true });
});
afterAll(() => site.close());

/** The texts of elements as a reader sees them, white space made one space. */
function seen(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim()));
}

/** Presses 核验, and waits for its result. */
async function verify(page: Page): Promise<string> {
  await page.locator('zj-verify [part=start]').click();
  return (await page.locator('zj-verify [part=outcome]').textContent())!;
}

async function gaugeTexts(page: Page): Promise<string[]> {
  return page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map(
      (gauge) => gauge.shadowRoot?.querySelector('[part~=value]')?.textContent.replace(/\s+/g, '') ?? '',
    ),
  );
}

describe('the page paints what was published', () => {
  test('four gauges show the published figures, and nothing outside the site is asked for', async () => {
    const { page, foreign, complaints } = await visit(site);
    await painted(page);
    expect(await seen(page, 'h1')).toEqual([verdicts.plan.title.zh]);
    expect(await page.textContent('header')).toContain('浦府〔2025〕42号');
    const statuses = await page.$$eval('zj-goal-gauge', (gauges) =>
      gauges.map((gauge) => [gauge.getAttribute('goal'), gauge.getAttribute('status')]),
    );
    expect(Object.fromEntries(statuses)).toEqual(
      Object.fromEntries(verdicts.verdicts.map(({ goal, status }) => [goal, status])),
    );
    expect((await gaugeTexts(page)).join(' ')).toContain('83.9%');
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the board says how many goals stand how', async () => {
    const { page } = await visit(site);
    await painted(page);
    expect(await seen(page, 'zj-goal-board [part=count]')).toEqual([
      '全部 4',
      '已达成 1',
      '进度正常 1',
      '进度偏慢 1',
      '明显滞后 1',
    ]);
    await page.context().close();
  });

  test('the code of the board for another page shows the same goals under the same themes', async () => {
    const { page } = await visit(site);
    await painted(page);
    const board = page.locator('zj-goal-board');
    await board.locator('[part=menu-button]').click();
    await page.getByRole('dialog').getByRole('button', { name: '嵌入代码' }).click();
    const code = await page.getByRole('dialog').locator('textarea').inputValue();
    await page.keyboard.press('Escape');
    await page.evaluate((code) => {
      document.body.append(document.createRange().createContextualFragment(code.replace(/<script.*/, '')));
    }, code);
    await board.nth(1).locator('[part=goal]').first().waitFor();
    const [first, second] = await board.evaluateAll((boards) =>
      boards.map(({ shadowRoot }) => shadowRoot!.querySelector('tbody')!.parentElement!.textContent),
    );
    expect(first).toContain('三是推动');
    expect(second).toBe(first);
  });

  test('the page carries the document number and a sentence for each goal even where scripts are off', async () => {
    const { page } = await visit(site, { javaScriptEnabled: false });
    expect(await seen(page, 'header')).toEqual([expect.stringContaining('浦府〔2025〕42号')]);
    const sentences = (await seen(page, 'zj-goal-gauge')).join(' ');
    for (const { clause } of verdicts.verdicts)
      expect(sentences).toContain(/\d+[家件亿]元?/.exec(clause.quote.zh!)![0]);
    // Words of one language are seen, and those of the other are not.
    expect((await seen(page, 'main')).join()).not.toMatch(/By 2026|The charts read/);
    // Nothing waits for a script that does not come: no room, no button.
    const high = await page.$$eval('zj-goal-gauge', (all) => all.map((one) => one.clientHeight));
    expect(Math.max(...high)).toBeLessThan(120);
    expect(await page.locator('button:visible').count()).toBe(0);
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    for (const link of new Set(links)) expect((await page.request.get(link)).status(), link).toBe(200);
    await page.context().close();
  });

  test('English shows the same figures in English words, and the address keeps the language', async () => {
    const { page } = await visit(site, { path: '?lang=en' });
    await painted(page);
    expect(await seen(page, 'h1')).toEqual([verdicts.plan.title.en]);
    expect(await page.title()).toMatch(/^Action Plan/);
    expect((await gaugeTexts(page)).join(' ')).toContain('83.9%');
    await page.click('#language');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    expect(await page.title()).toMatch(/^张江高新区/);
    await page.reload();
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    await page.context().close();
  });

  test('an opened detail has a line of its own, and the other goals fill theirs', async () => {
    const { page } = await visit(site, { viewport: { width: 1280, height: 900 } });
    await painted(page);
    const lines = (): Promise<number[][]> =>
      page.$$eval('zj-goal-gauge', (gauges) => {
        const tops = new Map<number, number[]>();
        for (const gauge of gauges) {
          const { top, width } = gauge.getBoundingClientRect();
          tops.set(Math.round(top), [...(tops.get(Math.round(top)) ?? []), Math.round(width)]);
        }
        return [...tops.values()];
      });
    expect((await lines()).map((line) => line.length)).toEqual([4]);
    await page.locator('zj-goal-gauge').nth(1).locator('summary').click();
    await page.waitForSelector('zj-goal-gauge[open]');
    const whole = (await page.locator('.zj-four').boundingBox())!.width;
    const opened = await lines();
    expect(opened.map((line) => line.length)).toEqual([1, 1, 2]);
    for (const line of opened)
      expect(line.reduce((sum, width) => sum + width, 16 * (line.length - 1))).toBeCloseTo(whole, -1);
    await page.setViewportSize({ width: 768, height: 900 });
    await page.locator('zj-goal-gauge').nth(1).locator('summary').click();
    await page.waitForSelector('zj-goal-gauge[open]', { state: 'detached' });
    expect((await lines()).map((line) => line.length)).toEqual([2, 2]);
    await page.context().close();
  });

  test('a screen reader hears a meter with name, value and value text for every goal', async () => {
    const { page } = await visit(site);
    await painted(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    await session.send('DOM.enable');
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const meters = await Promise.all(
      nodes
        .filter((node) => node.role?.value === 'meter' && !node.ignored)
        .map(async ({ name, value, backendDOMNodeId }) => {
          // Chromium's protocol leaves every value text empty: it is read off the node that the tree names.
          const { node } = await session.send('DOM.describeNode', { backendNodeId: backendDOMNodeId! });
          const text = node.attributes![node.attributes!.indexOf('aria-valuetext') + 1]!;
          return { name: name?.value as string, value: value?.value as number, text };
        }),
    );
    expect(meters).toHaveLength(await page.locator('zj-goal-gauge').count());
    for (const { name, value, text } of meters) {
      expect(name).toBe('完成情况');
      expect(value).toBeGreaterThan(0);
      expect(text).toMatch(/\d.* \/ 目标\d/);
    }
    await page.context().close();
  });
});

describe('核验 computes the figures again in the browser', () => {
  test('all four goals and all files are equal to the last bit, without a request to anyone else', async () => {
    const { page, foreign, complaints } = await visit(site);
    await painted(page);
    expect(await verify(page)).toContain('相等');
    expect(await page.getAttribute('zj-verify', 'outcome')).toBe('equal');
    await page.click('#language');
    expect(await page.locator('zj-verify [part=outcome]').textContent()).toContain('Equal');
    expect([foreign, complaints]).toEqual([[], []]);
    await page.context().close();
  });

  test('an edited figure is shown as different, in the goal and in the file', async () => {
    const edited = async (route: Route): Promise<void> => {
      const body = JSON.parse(await readFile(join(site.release, 'verdicts.json'), 'utf8')) as {
        verdicts: { goal: string; actual: number }[];
      };
      body.verdicts.find(({ goal }) => goal === 'pct-applications')!.actual += 1;
      await route.fulfill({ json: body });
    };
    const { page } = await visit(site, { before: (tab) => tab.route('**/verdicts.json', edited) });
    await painted(page);
    expect(await verify(page)).toContain('不相等');
    const told = (await page.locator('zj-verify figure').textContent())!;
    expect(told).toContain('PCT专利申请量');
    expect(told).toContain('verdicts.json');
    await page.context().close();
  });

  test('where the database is missing, that is told in Chinese, and the published figures stay', async () => {
    const { page } = await visit(site);
    // Requests of a worker are seen by the context, not by the page.
    await page.context().route('**/park.duckdb', (one) => one.fulfill({ status: 404, body: 'Not found' }));
    await painted(page);
    const before = await gaugeTexts(page);
    await page.locator('zj-verify [part=start]').click();
    const error = page.locator('zj-verify [part=error] p');
    await error.waitFor();
    // The browser's own words stand in brackets.
    const told = (await error.textContent())!.replace(/[(（].*[)）]|https?:\/\/\S+|"[^"]*"/gs, '');
    expect(told).toMatch(/[一-龥]/);
    expect(told).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/i);
    expect(await gaugeTexts(page)).toEqual(before);
    await page.context().close();
  });
});

describe('the charts read the published series', () => {
  /** Waits until every chart has painted its figures. */
  async function charted(page: Page): Promise<void> {
    await page.waitForFunction(() => {
      const charts = [...document.querySelectorAll<ZjTrendChart>('zj-trend-chart, zj-breakdown-chart')];
      return charts.length === 7 && charts.every((chart) => chart.shown);
    });
  }

  /** The CSV of each chart, as rows of cells without the notes. */
  async function tables(page: Page): Promise<string[][][]> {
    const texts = await page.$$eval('zj-trend-chart, zj-breakdown-chart', (charts) =>
      Promise.all(charts.map((chart) => (chart as ZjTrendChart).toCsv())),
    );
    return texts.map((csv) =>
      csv
        .slice(1)
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(',')),
    );
  }

  test('every figure of them is that of a query, and no engine is asked for', async () => {
    const { page, foreign, complaints } = await visit(site);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await painted(page);
    await charted(page);
    const [goal, fields, lines] = await tables(page);
    const metrics = createMetrics({ engine: nodeEngine() });
    try {
      await metrics.open(join(site.release, 'manifest.json'));
      const during = { start: '2026-01-01', end: '2026-12-31' };
      const revenue = await metrics.query({ metric: 'leading-industries-revenue', by: ['month'], during });
      const months = revenue.columns[1]!.values as readonly number[];
      expect(months).toHaveLength(10);
      expect(columnOf(goal!, '数值').slice(0, 10)).toEqual(months);
      expect(columnOf(goal!, '累计')[9]).toBe(
        verdicts.verdicts.find(({ goal }) => goal === 'leading-industries-revenue')!.actual,
      );
      const split = await metrics.query({ metric: 'industry-revenue', by: ['month', 'industry'] });
      const [, industries, values] = split.columns.map(({ values }) => values as readonly unknown[]);
      const names = [...new Set(industries)].filter((name): name is string => typeof name === 'string');
      expect(names.length).toBeGreaterThan(3);
      for (const name of names) {
        const shown = columnOf(lines!, `${name}（`);
        const all = values!.filter((_, at) => industries![at] === name);
        expect(shown.length).toBeGreaterThan(11);
        expect(shown).toEqual(all.slice(-shown.length));
      }
      const sums = await metrics.query({ metric: 'industry-revenue', by: ['industry'], during });
      const [members, totals] = sums.columns.map(({ values }) => values as readonly unknown[]);
      for (const name of names) {
        const row = fields!.find((cells) => cells.includes(name))!;
        expect(row).toContain(String(totals![members!.indexOf(name)]));
      }
    } finally {
      await metrics.close();
    }
    expect(requests.filter((url) => /wasm|worker|duckdb/.test(url))).toEqual([]);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('each is saved as a picture under the policy of the site', async () => {
    const { page, foreign, complaints } = await visit(site);
    await painted(page);
    await charted(page);
    const sizes = await page.$$eval('zj-trend-chart, zj-breakdown-chart', (charts) =>
      Promise.all(
        charts.map(async (chart) => {
          const { width, height } = await createImageBitmap(await (chart as ZjTrendChart).toPng());
          return [width, height > 500];
        }),
      ),
    );
    expect(sizes).toEqual(sizes.map(() => [1720, true]));
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator('zj-breakdown-chart')
        .getByRole('button', { name: '更多' })
        .click()
        .then(() => page.locator('zj-breakdown-chart').getByRole('button', { name: '（CSV）' }).click()),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^产业营业收入.*-2026-10-31\.csv$/);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('an industry that is chosen in the table is shown alone by the charts of the industries', async () => {
    const { page } = await visit(site);
    await painted(page);
    await charted(page);
    await page.locator('zj-breakdown-chart').getByRole('button', { name: '人工智能' }).click();
    await page.waitForFunction(() => document.querySelector('zj-source')!.selection.where.length === 1);
    await page.context().close();
  });
});

/** The figures below a head of a table; `NaN` where it has none. */
function columnOf(table: readonly (readonly string[])[], head: string): readonly number[] {
  const at = table[0]!.findIndex((one) => one.includes(head));
  return table.slice(1).flatMap((row) => (row[at] ? [Number(row[at])] : []));
}

describe('the page is right on every screen', () => {
  for (const [width, colorScheme] of screens('light')) {
    test(`at ${width} px, ${colorScheme}: nothing sticks out, nothing shifts, no accessibility fault`, async () => {
      const { page } = await visit(site, { viewport: { width, height: 900 }, colorScheme });
      await painted(page);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(0);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(violations).toEqual([]);
      await page.screenshot({ path: join(pictures, `page-${width}-${colorScheme}.png`), fullPage: true });
      await page.context().close();
    });
  }
});
