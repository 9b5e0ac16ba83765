import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Verdicts } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import type { ZjTrendChart } from '@zj/widgets';
import axe from 'axe-core';
import type { Page, Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

/** Waits until every gauge has painted its figure, and the page its own words. */
async function painted(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelectorAll('zj-goal-gauge[status]').length === 4 &&
      !document.querySelector('button[disabled]'),
  );
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
    expect(await page.textContent('h1')).toBe(verdicts.plan.title.zh);
    expect(await page.textContent('#number')).toBe('浦府〔2025〕42号');
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

  test('it says where each goal will end, how surely, and what each month has to bring', async () => {
    const { page } = await visit(site);
    await painted(page);
    for (const { goal, forecast, needed, reason } of verdicts.verdicts) {
      const row = (await page.textContent(`[data-outlook=${goal}]`))!;
      expect(row).toContain(reason.zh);
      const cells = await page.$$eval(`[data-outlook=${goal}] td`, (all) =>
        all.map((cell) => cell.textContent),
      );
      const figures = cells.map((cell) =>
        (cell.match(/[\d.,]+/g) ?? []).map((text) => Number(text.replaceAll(',', ''))),
      );
      const near = (value: number): number => Number(value.toFixed(Math.abs(value) < 1000 ? 1 : 0));
      expect(figures[0]).toEqual(forecast ? [near(forecast.point)] : []);
      expect(figures[1]).toEqual(forecast?.interval ? forecast.interval.map(near) : []);
      expect(figures[2]).toEqual(forecast?.probability == null ? [] : [near(forecast.probability * 100)]);
      expect(figures[3]).toEqual(needed ? [near(needed.perMonth)] : []);
    }
    expect(verdicts.verdicts.filter(({ forecast }) => forecast?.interval).length).toBeGreaterThan(2);
    await page.context().close();
  });

  test('in English a figure of one has the singular of its unit, and no other figure has', async () => {
    const { page } = await visit(site, { path: '?lang=en' });
    await painted(page);
    const cells = await page.$$eval('[data-outlook] td', (all) => all.map((cell) => cell.textContent));
    const found = [...cells.join('\n').matchAll(/([−\d.,]*\d) ((enterprise|incubator|application)s?)/g)];
    const told = found.map(([, figure, word]) => `${figure} ${word}`);
    expect(told.filter((text) => text.startsWith('1 ') === text.endsWith('s'))).toEqual([]);
    expect(
      told.some((text) => text.startsWith('1 ')),
      told.join(', '),
    ).toBe(true);
    expect(told.some((text) => text.endsWith('s'))).toBe(true);
    await page.context().close();
  });

  test('the page carries the document number and a sentence for each goal even where scripts are off', async () => {
    const { page } = await visit(site, { javaScriptEnabled: false });
    expect(await page.textContent('#number')).toBe('浦府〔2025〕42号');
    for (const { clause } of verdicts.verdicts) {
      const words = (await page.textContent('#goals'))!;
      expect(words).toContain(/\d+[家件亿]元?/.exec(clause.quote.zh!)![0]);
    }
    // Nothing waits for a script that does not come: no room, no button, no empty section.
    const high = await page.$$eval('zj-goal-gauge', (all) => all.map((one) => one.clientHeight));
    expect(Math.max(...high)).toBeLessThan(120);
    expect(await page.locator('button:visible, section.card:visible').count()).toBe(0);
    await page.context().close();
  });

  test('English shows the same figures in English words', async () => {
    const { page } = await visit(site, { path: '?lang=en' });
    await painted(page);
    expect(await page.textContent('h1')).toBe(verdicts.plan.title.en);
    expect((await gaugeTexts(page)).join(' ')).toContain('83.9%');
    await page.click('#language');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    expect(await page.textContent('h1')).toBe(verdicts.plan.title.zh);
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
  test('all four are equal to the last bit, without a request to anyone else', async () => {
    const { page, foreign, complaints } = await visit(site);
    await painted(page);
    await page.click('#verify');
    await page.waitForSelector('.outcome');
    expect(await page.textContent('.outcome')).toContain('全部一致');
    expect(await page.textContent('.checks')).toContain('图表、梯度和任务所用的 16 个文件与重算结果逐位一致');
    expect(
      await page.$$eval('[data-goal]', (rows) => rows.map((row) => row.getAttribute('data-equal'))),
    ).toEqual(['true', 'true', 'true', 'true']);
    const revenue = verdicts.verdicts.find(({ goal }) => goal === 'leading-industries-revenue')!;
    const shown = await page.textContent('[data-goal=leading-industries-revenue] td:nth-of-type(2)');
    expect(shown!.replaceAll(',', '')).toContain(String(revenue.actual));
    await page.click('#language');
    expect(await page.textContent('.outcome')).toContain('All four figures and statuses are equal.');
    expect(await page.textContent('.verification thead')).toBe('GoalPublishedComputed hereResult');
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('an edited figure is shown as different, and the edited file as changed', async () => {
    const edited = async (route: Route): Promise<void> => {
      const body = JSON.parse(await readFile(join(site.release, 'verdicts.json'), 'utf8')) as {
        verdicts: { goal: string; actual: number }[];
      };
      body.verdicts.find(({ goal }) => goal === 'pct-applications')!.actual += 1;
      await route.fulfill({ json: body });
    };
    const { page } = await visit(site, { before: (tab) => tab.route('**/verdicts.json', edited) });
    await painted(page);
    await page.click('#verify');
    await page.waitForSelector('.outcome');
    expect(await page.textContent('.outcome')).toContain('1 项与重算结果不一致');
    expect(await page.getAttribute('[data-goal=pct-applications]', 'data-equal')).toBe('false');
    expect(await page.getAttribute('[data-goal=leading-industries-revenue]', 'data-equal')).toBe('true');
    expect(await page.textContent('.checks .bad')).toContain('verdicts.json');
    await page.context().close();
  });

  test('a series with an edited figure is named, and so is one that is missing', async () => {
    const edited = async (route: Route): Promise<void> => {
      const path = join(site.release, 'series/metrics/industry-revenue.month.json');
      const body = JSON.parse(await readFile(path, 'utf8')) as { lines: { own: { value: number[] } }[] };
      body.lines[0]!.own.value[0]! += 1;
      await route.fulfill({ json: body });
    };
    const { page } = await visit(site, {
      before: async (tab) => {
        await tab.context().route('**/industry-revenue.month.json', edited);
        await tab.context().route('**/pct-applications.json', (route) => route.fulfill({ status: 404 }));
      },
    });
    await painted(page);
    await page.click('#verify');
    await page.waitForSelector('.outcome');
    expect(await page.textContent('.outcome')).toContain('文件与清单不一致');
    expect(await page.textContent('.checks .bad')).toBe(
      '图表、梯度和任务所用的文件与重算结果不一致：series/goals/pct-applications.json, series/metrics/industry-revenue.month.json',
    );
    await page.context().close();
  });

  const truncated = async (route: Route): Promise<void> => {
    const answer = await route.fetch();
    const body = await answer.body();
    // A part that is quickly handed over: the test waits for the page, not for its own megabytes.
    await route.fulfill({
      status: 200,
      contentType: answer.headers()['content-type']!,
      body: body.subarray(0, Math.min(body.length >> 1, 500_000)),
    });
  };
  const faults = [
    {
      what: 'the worker file is missing',
      url: '**/duckdb-browser-eh.worker.js',
      code: 'ENGINE_WORKER',
      route: (route: Route) => route.fulfill({ status: 404, body: 'Not found' }),
    },
    {
      what: 'the worker is missing',
      url: '**/zj-engine-worker.js',
      code: 'ENGINE_WORKER',
      route: (route: Route) => route.fulfill({ status: 404, body: 'Not found' }),
    },
    {
      what: 'the engine file is missing',
      url: '**/duckdb-eh.wasm',
      code: 'ENGINE_WASM',
      route: (route: Route) => route.fulfill({ status: 404, body: 'Not found' }),
    },
    { what: 'the engine file is truncated', url: '**/duckdb-eh.wasm', code: 'ENGINE_WASM', route: truncated },
    {
      what: 'the database is missing',
      url: '**/park.duckdb',
      code: 'DATABASE',
      route: (route: Route) => route.fulfill({ status: 404, body: 'Not found' }),
    },
    { what: 'the database is truncated', url: '**/park.duckdb', code: 'DATABASE', route: truncated },
  ];
  for (const { what, url, code, route } of faults) {
    test(`where ${what}, ${code} is shown within seconds and the published figures stay`, async () => {
      // Requests of a worker are seen by the context, not by the page.
      const { page } = await visit(site, { before: (tab) => tab.context().route(url, route) });
      await painted(page);
      const before = await gaugeTexts(page);
      await page.click('#verify');
      await page.waitForSelector('#verify-progress .bad');
      const told = (await page.textContent('#verify-progress'))!;
      expect(told).toContain(`[${code}]`);
      // The SDK's sentences are Chinese on a Chinese page; the browser's own words stand in brackets.
      expect(told.replace(/[(（].*[)）]|https?:\/\/\S+|"[^"]*"/gs, '')).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/i);
      expect(await gaugeTexts(page)).toEqual(before);
      expect(await page.isEnabled('#verify')).toBe(true);
      await page.context().close();
    });
  }
});

describe('the charts read the published series', () => {
  /** Waits until every chart has painted its figures. */
  async function charted(page: Page): Promise<void> {
    await page.waitForFunction(() => {
      const charts = [...document.querySelectorAll<ZjTrendChart>('zj-trend-chart, zj-breakdown-chart')];
      return charts.length === 3 && charts.every((chart) => chart.shown);
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

  test('an industry that is chosen in the table has its line in colour', async () => {
    const { page } = await visit(site);
    await painted(page);
    await charted(page);
    await page.locator('zj-breakdown-chart').getByRole('button', { name: '人工智能' }).click();
    await page.waitForFunction(
      () => (document.getElementById('industries') as ZjTrendChart).members?.[0] === '人工智能',
    );
    await page.locator('#industries').getByText('人工智能').first().waitFor();
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
