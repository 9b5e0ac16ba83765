import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
import { file, four } from '../../stories/verdicts.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());
afterEach(() => host.answers.clear());

const ids = four.map(({ goal }) => goal);

/** An answer of the server that comes when it is let go. */
function hold(path: string, body: string): () => void {
  let release = (): void => undefined;
  const held = new Promise<{ body: string }>((resolve) => (release = () => resolve({ body })));
  host.answers.set(path, () => held);
  return release;
}

/** Writes down how far anything moves that a reader has seen, as Chromium measures it. */
function watchShifts(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const moves: number[] = [];
    Object.assign(globalThis, { moves });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        moves.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/**
 * From the bare tag to the figures: the layout shifts, and the height of the first gauge before its script, loading, and with its
 * figures.
 */
async function arrive(
  html: string,
  width: number,
): Promise<readonly [moves: readonly number[], heights: readonly number[]]> {
  const style = `main{width:${width}px}body{font:13px serif}`;
  host.answers.set('/page.css', () => Promise.resolve({ body: style }));
  const sendScript = hold('/zj-goal-gauge.js', host.script);
  const sendFigures = hold('/verdicts.json', file());
  let announce!: (page: Page) => void;
  const opened = new Promise<Page>((resolve) => (announce = resolve));
  const visit = host.visit(html, {
    before: async (page) => {
      await watchShifts(page);
      announce(page);
    },
  });
  const page = await opened;
  await page.waitForSelector('zj-goal-gauge');
  const height = (): Promise<number> =>
    page.$eval('zj-goal-gauge', async (gauge) => {
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
      return gauge.getBoundingClientRect().height;
    });
  const heights = [await height()];
  sendScript();
  await visit;
  heights.push(await height());
  sendFigures();
  await settled(page);
  heights.push(await height());
  // Chromium lays out in 64ths of a pixel.
  const rounded = heights.map((height) => Math.round(height * 10) / 10);
  const moves = await page.evaluate(() => (globalThis as unknown as { moves: number[] }).moves);
  await page.context().close();
  return [moves, rounded];
}

/** How high a card is, by its width. */
const heights: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'zh-CN': { 288: 342.4, 328: 342.4, 600: 261.6 },
  en: { 288: 388, 328: 388, 600: 289 },
};

const fallback = '<p>到2026年，PCT专利申请量争取达到100件。</p>';

test.each([
  [288, 'zh-CN'],
  [328, 'zh-CN'],
  [600, 'zh-CN'],
  [288, 'en'],
  [328, 'en'],
  [600, 'en'],
] as const)('nothing moves from the bare tag to the figures, %i px wide, in %s', async (width, lang) => {
  for (const inside of ['', fallback]) {
    const html = pageOf(ids.map((goal) => `${tag(goal, '', inside)}<p>below</p>`).join(''), { lang });
    expect(await arrive(html, width)).toEqual([[], Array(3).fill(heights[lang]![width])]);
  }
});

test.each([
  ['elder', 708.7],
  ['appearance="ring"', 347.2],
  ['appearance="linear"', 289.6],
  ['appearance="number"', 225.6],
  ['compact', 190.4],
  ['compact elder appearance="linear"', 431.3],
])('nothing moves with %s', async (attributes, height) => {
  const html = pageOf(ids.map((goal) => `${tag(goal, attributes)}<p>below</p>`).join(''));
  expect(await arrive(html, 328)).toEqual([[], [height, height, height]]);
});

test.each([
  ['', 708.7],
  ['appearance="linear" compact', 431.3],
])('nothing moves in the theme elder with %s', async (attributes, height) => {
  const tags = ids.map((goal) => `${tag(goal, attributes)}<p>below</p>`).join('');
  expect(await arrive(pageOf(`<div data-zj-theme="elder">${tags}</div>`), 328)).toEqual([
    [],
    [height, height, height],
  ]);
});

test('in a row of gauges all are as high as the highest', async () => {
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: 'main{display:grid;grid-template-columns:1fr 1fr;width:600px}h1{display:none}' }),
  );
  const { page } = await host.visit(pageOf(tag(ids[0]!) + tag(ids[1]!)));
  await settled(page);
  await page.getByText('为什么', { exact: true }).first().click();
  await page.getByRole('table').first().waitFor();
  const heights = await page.$$eval('zj-goal-gauge', (gauges) => {
    return gauges.map((gauge) => gauge.shadowRoot!.querySelector('figure')!.getBoundingClientRect().height);
  });
  expect(heights[0]).toBe(heights[1]);
  expect(heights[0]).toBeGreaterThan(600);
  await page.context().close();
});

test('in columns of one share and in a flex row gauges shrink as far as their columns, a compact one to 9em', async () => {
  host.answers.set('/page.css', () =>
    Promise.resolve({
      body: 'main{width:600px}h1{display:none}.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:8px}.row{display:flex}',
    }),
  );
  const four = (attributes: string): string => ids.map((goal) => tag(goal, attributes)).join('');
  const { page } = await host.visit(
    pageOf(`<div class="grid">${four('')}</div><div class="row">${four('compact')}</div>`),
  );
  await settled(page);
  const widths = await page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map((gauge) => gauge.getBoundingClientRect().width),
  );
  expect(widths.slice(0, 4)).toEqual([144, 144, 144, 144]);
  expect(Math.max(...widths.slice(4))).toBeLessThanOrEqual(150);
  expect(Math.min(...widths.slice(4))).toBeGreaterThanOrEqual(144);
  expect(await page.$eval('main', (main) => main.scrollWidth)).toBe(600);
  await page.context().close();
});

test('--zj-min-height: 0 frees the card and the gauge itself from the room that is kept', async () => {
  host.answers.set('/page.css', () => Promise.resolve({ body: 'main{width:328px}.free{--zj-min-height:0}' }));
  const { page } = await host.visit(pageOf(`${tag(ids[3]!)}<div class="free">${tag(ids[3]!)}</div>`));
  await settled(page);
  const [kept, free] = await page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map((gauge) => [
      gauge.getBoundingClientRect().height,
      gauge.shadowRoot!.querySelector('figure')!.getBoundingClientRect().height,
    ]),
  );
  expect(free![0]).toBe(free![1]);
  expect(free![0]).toBeLessThan(kept![0]!);
  await page.context().close();
});

test('gauges that stand alone are as high as each other in a row, also one without data', async () => {
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: 'main{display:grid;grid-template-columns:1fr 1fr;width:600px}h1{display:none}' }),
  );
  const alone = (value: string): string =>
    `<zj-goal-gauge label="x" value="${value}" target="100" unit="件"></zj-goal-gauge>`;
  const { page } = await host.visit(pageOf(alone('71') + alone('')));
  await page.waitForFunction(() => document.querySelectorAll('zj-goal-gauge[status]').length === 2);
  const [one, other] = await page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map((gauge) => gauge.shadowRoot!.querySelector('figure')!.getBoundingClientRect().height),
  );
  expect(one).toBe(other);
  await page.context().close();
});

test('a figure stays on one line and within its card, whatever a theme sets for it and for the dial', async () => {
  const themes = ['--zj-dial-size:3em', '--zj-figure-size:8em', '--zj-thickness:5em'];
  host.answers.set('/page.css', () =>
    Promise.resolve({
      body: `main{width:286px}${themes.map((theme, at) => `.t${at}{${theme}}`).join('')}`,
    }),
  );
  const { page } = await host.visit(
    pageOf(themes.map((_, at) => `<div class="t${at}">${tag(ids[0]!)}</div>`).join('')),
  );
  await settled(page);
  await page.waitForFunction(() => document.querySelectorAll('zj-goal-gauge[status]').length === 3);
  const seen = await page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map((gauge) => {
      const root = gauge.shadowRoot!;
      const range = document.createRange();
      range.selectNodeContents(root.querySelector('b')!.firstChild!);
      const lines = range.getClientRects();
      const card = root.querySelector('figure')!.getBoundingClientRect();
      return [lines.length, lines[0]!.left > card.left && lines[0]!.right < card.right];
    }),
  );
  expect(seen).toEqual([
    [1, true],
    [1, true],
    [1, true],
  ]);
  await page.context().close();
});
