import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { levelSeries, revenueSeries } from '../../stories/goal-series.js';
import { parkTasks } from '../../stories/boards.js';
import { industries, single } from '../../stories/industries.js';
import { parkLadder } from '../../stories/ladders.js';
import { whole } from '../soak.js';
import { buildModule } from './build.js';
import { openHost, type Host } from './host.js';

let host: Host;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  host = await openHost();
  files = await buildModule();
});
afterAll(() => host.close());
afterEach(() => host.answers.clear());

const growing = Array.from({ length: 15 }, (_, at) => 3 + at);
const series: Readonly<Record<string, string>> = {
  '/series/goals/revenue.json': JSON.stringify(revenueSeries()),
  '/series/goals/energy.json': JSON.stringify(levelSeries()),
  '/series/metrics/applications.month.json': JSON.stringify(single(growing)),
  '/series/metrics/three.month.by-field.json': JSON.stringify(industries({ count: 3 })),
  '/series/metrics/revenue.month.by-field.json': JSON.stringify(industries()),
  '/series/metrics/merged.month.by-field.json': JSON.stringify(industries({ merged: true })),
  '/ladder.json': JSON.stringify(parkLadder()),
  '/tasks.json': JSON.stringify(parkTasks()),
};
const [goal, level, one, three, metric, merged] = Object.keys(series) as [
  ...[string, string, string, string, string, string],
];
const trend = (src: string, more = ''): string => `<zj-trend-chart src="${src}" ${more}></zj-trend-chart>`;
const breakdown = (src: string, more = ''): string =>
  `<zj-breakdown-chart src="${src}" ${more}></zj-breakdown-chart>`;

/** The tags, each of a height that is known before its data. */
const tags: Readonly<Record<string, string>> = {
  'a goal': trend(goal),
  'a goal in bars': trend(goal, 'appearance="bars"'),
  'twelve lines': trend(metric),
  'a table': breakdown(metric, 'cumulative'),
  increases: breakdown(metric, 'appearance="change"'),
  'small charts': breakdown(metric, 'appearance="multiples"'),
  'a ladder': '<zj-tier-ladder src="/ladder.json"></zj-tier-ladder>',
  tasks: '<zj-task-board src="/tasks.json"></zj-task-board>',
};

/** More of them, for a page of many. */
const many: Readonly<Record<string, string>> = {
  ...tags,
  'a goal as a line': trend(goal, 'appearance="line"'),
  'a level': trend(level),
  'one line': trend(one),
  'three lines': trend(three),
  'twelve lines and a merged one': trend(merged),
  'twelve lines that say so': trend(metric, 'appearance="line"'),
  'bars of one': trend(one, 'appearance="bars"'),
  'a table of three': breakdown(three),
  'a table with a merged row': breakdown(merged, 'cumulative'),
  'small charts with a merged one': breakdown(merged, 'appearance="multiples" cumulative'),
};

/** Everything that the server is asked for is there, but for what is held back until it is let go. */
function hold(): { readonly sendScript: () => void; readonly sendFigures: () => void } {
  const gate = (): readonly [Promise<void>, () => void] => {
    let open = (): void => undefined;
    return [new Promise<void>((resolve) => (open = resolve)), () => open()];
  };
  const [script, sendScript] = gate();
  const [figures, sendFigures] = gate();
  for (const [name, body] of files)
    host.answers.set(`/${name}`, async () => {
      await script;
      return { body, type: 'text/javascript' };
    });
  for (const [path, body] of Object.entries(series))
    host.answers.set(path, async () => {
      await figures;
      return { body };
    });
  return { sendScript, sendFigures };
}

/** How far anything moved that a reader has seen, and the heights of the chart: bare, waiting, drawn. */
async function arrive(
  tag: string,
  { width, lang, above = '' }: { readonly width: number; readonly lang: string; readonly above?: string },
): Promise<{ readonly moves: readonly number[]; readonly heights: readonly number[] }> {
  const { sendScript, sendFigures } = hold();
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: `main{width:${width}px}body{font:13px serif}.above{height:3000px}` }),
  );
  const html =
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">` +
    `<link rel="stylesheet" href="/zj.css"><link rel="stylesheet" href="/page.css"></head>` +
    `<body><main>${above}${tag}<p>below</p></main><script type="module" src="/zj.js"></script></body></html>`;
  let announce!: (page: Page) => void;
  const opened = new Promise<Page>((resolve) => (announce = resolve));
  const visit = host.visit(html, {
    viewport: { width: 1400, height: 2200 },
    before: async (page) => {
      await page.addInitScript(() => {
        const moves: number[] = [];
        Object.assign(globalThis, { moves });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            moves.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      announce(page);
    },
  });
  const page = await opened;
  const chart = 'zj-trend-chart, zj-breakdown-chart, zj-tier-ladder, zj-task-board';
  await page.waitForSelector(chart, { state: 'attached' });
  const height = (): Promise<number> =>
    page.$eval(chart, async (element) => {
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
      return Math.round(element.getBoundingClientRect().height);
    });
  const heights = [await height()];
  sendScript();
  const { complaints } = await visit;
  await page.waitForSelector(`:is(${chart})[loading]`, { state: 'attached' });
  heights.push(await height());
  sendFigures();
  await page.waitForSelector(`:is(${chart}):defined:not([loading])`, { state: 'attached' });
  heights.push(await height());
  const moves = await page.evaluate(() => (globalThis as unknown as { moves: number[] }).moves);
  await page.context().close();
  expect(complaints).toEqual([]);
  return { moves, heights };
}

const all = ':is(zj-trend-chart, zj-breakdown-chart, zj-tier-ladder, zj-task-board)';
const alone = whole ? [340, 430, 500, 860, 1280] : [500];

for (const lang of ['zh-CN', 'en'])
  test.each(Object.entries(tags))(`in ${lang} nothing moves from the bare tag to %s`, async (_, tag) => {
    for (const width of alone) {
      const { moves, heights } = await arrive(tag, { width, lang });
      expect([width, moves]).toEqual([width, []]);
      expect([width, ...heights]).toEqual([width, heights[0], heights[0], heights[0]]);
    }
  });

/** Widths of columns: phones, and both sides of each width at which a drawing changes, in normal and in elder size. */
const columns = whole
  ? Array.from({ length: 51 }, (_, at) => 280 + 20 * at)
  : [280, 340, 440, 500, 530, 680, 780, 800, 900, 1190];

/** The heights of many charts, that differ between the bare tag, the wait and the figures; without zj.css a bare tag has none. */
async function findMoved(lang: string, widths = columns, isDressed = true): Promise<readonly string[]> {
  const { sendScript, sendFigures } = hold();
  // All of them in one place, so that a reader sees each.
  const css = `main>div{position:absolute;top:0;left:0}${widths.map((width) => `.w${width}{width:${width}px}`).join('')}`;
  host.answers.set('/page.css', () => Promise.resolve({ body: css }));
  const cases = Object.entries(many).flatMap(([name, tag]) =>
    ['', ' elder'].flatMap((elder) =>
      widths.map((width) => ({
        name: `${name}${elder} ${width}`,
        html: `<div class="w${width}">${tag.replace('>', `${elder}>`)}</div>`,
      })),
    ),
  );
  const html =
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">` +
    `${isDressed ? '<link rel="stylesheet" href="/zj.css">' : ''}<link rel="stylesheet" href="/page.css"></head>` +
    `<body><main>${cases.map((one) => one.html).join('')}</main><script type="module" src="/zj.js"></script></body></html>`;
  let announce!: (page: Page) => void;
  const opened = new Promise<Page>((resolve) => (announce = resolve));
  const visit = host.visit(html, { before: (page) => Promise.resolve(announce(page)) });
  const page = await opened;
  const heights = (): Promise<readonly number[]> =>
    page.$$eval(all, async (elements) => {
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
      return elements.map((element) => Math.round(element.getBoundingClientRect().height));
    });
  const settled = (state: string): Promise<unknown> =>
    page.waitForFunction(([selector, count]) => document.querySelectorAll(selector).length === count, [
      `${all}${state}`,
      cases.length,
    ] as const);
  await settled('');
  const bare = await heights();
  sendScript();
  const { complaints } = await visit;
  await settled('[loading]');
  const waiting = await heights();
  sendFigures();
  await settled(':defined:not([loading], [failed])');
  const drawn = await heights();
  await page.context().close();
  expect(complaints).toEqual([]);
  return cases.flatMap(({ name }, at) =>
    (bare[at] === waiting[at] || !isDressed) && waiting[at] === drawn[at]
      ? []
      : [`${name}: ${bare[at]}, ${waiting[at]}, ${drawn[at]}`],
  );
}

test.each(['zh-CN', 'en'])('in %s every chart is as high as its bare tag, at every width', async (lang) => {
  expect(await findMoved(lang)).toEqual([]);
});

test('without the sheet of the page a chart is as high as it was while it waited', async () => {
  expect(await findMoved('zh-CN', [340, 780], false)).toEqual([]);
});

test('a chart that a reader has not seen waiting keeps no more room than it needs', async () => {
  const tag = tags['a goal in bars']!;
  const look = { width: 340, lang: 'zh-CN' };
  const { moves, heights } = await arrive(tag, { ...look, above: '<div class="above"></div>' });
  expect(moves).toEqual([]);
  expect(heights[2]).toBeLessThan(heights[1]! - 16);
  const { heights: seen } = await arrive(tag, look);
  expect(seen[2]).toBe(seen[1]);
});

test('the sheet of the page and those of the charts keep the same rooms', async () => {
  const source = join(import.meta.dirname, '../../packages/widgets/src');
  /** The rules of a sheet that say a room: by selector, as the page would write it. */
  const rooms = (css: string, tag: string): readonly string[] =>
    [...css.matchAll(/^ *(\S.*) \{\s*(--_room-phone[^}]+?)\s*\}/gm)].map(([, selector, rules]) =>
      `${selector!.replace(/^:host(?:\((.*)\))?$/, `${tag}$1`)} ${rules!}`.replace(/\s+/g, ' '),
    );
  const all = rooms(await readFile(join(source, 'theme/zj.css'), 'utf8'), '');
  const page = all.filter((rule) => /^zj-(\w+-chart|tier-ladder|task-board)\b/.test(rule));
  const charts = await Promise.all(
    ['trend-chart', 'breakdown-chart', 'tier-ladder', 'task-board'].map(async (name) =>
      rooms(await readFile(join(source, name, 'room-sheet.ts'), 'utf8'), `zj-${name}`),
    ),
  );
  expect(page).toHaveLength(14);
  expect(page).toEqual(charts.flat());
});
