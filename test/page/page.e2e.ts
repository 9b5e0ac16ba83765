import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verdicts } from '@zj/metrics';
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

describe('revenue by industry and month is queried in the browser', () => {
  test('the filter narrows the table to one industry, and its months add up to the totals', async () => {
    const { page, foreign, complaints } = await visit(site);
    await painted(page);
    await page.click('#query');
    await page.waitForSelector('.figures');
    expect(await page.$$eval('.figures tbody tr', (rows) => rows.length)).toBe(10);
    expect(
      await page.$$eval('.figures thead th', (cells) => cells.map((cell) => cell.textContent)),
    ).toContain('集成电路');
    for (const row of await page.$$eval('.figures tbody tr', (rows) =>
      rows.map((one) =>
        [...one.querySelectorAll('td')].map((cell) => Math.round(Number(cell.textContent) * 100)),
      ),
    )) {
      // Shown figures are rounded to two decimals, their total from the exact sum.
      const parts = row.slice(0, -1).reduce((sum, part) => sum + part, 0);
      expect(Math.abs(parts - row.at(-1)!)).toBeLessThanOrEqual(3);
    }
    await page.selectOption('#industry', '集成电路');
    await page.waitForFunction(() => document.querySelectorAll('.figures thead th').length === 2);
    expect(await page.textContent('#table pre')).toContain("'集成电路'");
    await page.selectOption('#year', '2025');
    await page.waitForFunction(() => document.querySelectorAll('.figures tbody tr').length === 12);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

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
