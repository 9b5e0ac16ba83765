import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GoalSeries, MetricSeries } from '@zj/metrics';
import { expect } from 'vitest';
import { chartSvg } from '../../packages/widgets/src/chart/svg.js';
import { tableOf } from '../../packages/widgets/src/trend-chart/tools.js';
import { trendPicture } from '../../packages/widgets/src/trend-chart/trend-picture.js';
import { trendShape, type TrendShape } from '../../packages/widgets/src/trend-chart/trend-shape.js';
import type { Tab } from './driver.js';
import { press, seen, texts, until } from './press.js';
import type { Step, Walk } from './walk.js';

const goal = 'leading-industries-revenue';
const files = {
  goal: `series/goals/${goal}.json`,
  metric: 'series/metrics/industry-revenue.month.by-industry.json',
} as const;

/** A file of the release that the page shows. */
async function read<T>({ release }: Walk, file: string): Promise<T> {
  return JSON.parse(await readFile(join(release, file), 'utf8')) as T;
}

/** The shape of a series, made here of the same file. */
async function shapeOf(walk: Walk, file: string): Promise<TrendShape> {
  const series = await read<GoalSeries | MetricSeries>(walk, file);
  return trendShape(series, { locale: 'zh-CN', members: [] }) as TrendShape;
}

/** A page under the policy of the park: a source with both charts, and a trend beside it that has an address of its own. */
async function openCharts({ park, tab }: Walk): Promise<void> {
  park.own.set(
    '/walk/charts',
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>charts</title><link rel="icon" href="data:,">' +
      '<link rel="stylesheet" href="/zj/zj.css"><script type="module" src="/zj/zj.js"></script></head><body><main>' +
      `<zj-source manifest="/release/manifest.json"><zj-trend-chart id="goal" goal="${goal}"></zj-trend-chart>` +
      '<zj-breakdown-chart metric="industry-revenue" grain="month" by="industry" cumulative></zj-breakdown-chart></zj-source>' +
      `<zj-trend-chart id="members" src="/release/${files.metric}"></zj-trend-chart></main></body></html>`,
  );
  await tab.open(`${park.address}/walk/charts`);
  await until(
    tab,
    'three charts have painted',
    () =>
      inPage.all(['zj-trend-chart, zj-breakdown-chart', '.root.ready[size]']).length === 3 &&
      inPage.all(['zj-trend-chart', 'input[type=range]']).length === 2,
  );
}

const slider = ['#goal', 'input[type=range]'] as const;

/** What the slider says of the period at the cursor. */
function said(tab: Tab): Promise<string | null> {
  return tab.run((path) => inPage.all(path)[0]!.getAttribute('aria-valuetext'), slider);
}

/** Saved files by their names, once the page hears of them. A browser that is driven has nowhere to put them. */
declare global {
  var saved: Map<string, Blob>;
  var menuOf: () => ShadowRoot | null | undefined;
}

export const chartSteps: readonly Step[] = [
  {
    name: 'charts in a source show the figures of its series files, and a table of all of them',
    async take(walk) {
      const { tab } = walk;
      await openCharts(walk);
      const shape = await shapeOf(walk, files.goal);
      expect(await texts(tab, '#goal', '[part=summary]')).toEqual([shape.summary]);
      expect(await said(tab)).toBe(shape.readout(shape.last).spoken);
      await press(tab, '#goal', '[part=data-button]');
      await seen(tab, '#goal', '[part=table]');
      await seen(tab, '#goal', '[part=table]', 'tbody tr:not(.pending)');
      const rows = await tab.run(() => inPage.all(['#goal', '[part=table]', 'tbody tr']).length);
      expect(rows).toBe(shape.periods.length);
      const series = await read<MetricSeries>(walk, files.metric);
      const members = series.lines.flatMap(({ kind, member }) => (kind === 'member' ? [member] : []));
      const names = await texts(tab, 'zj-breakdown-chart', '[part=choose]');
      expect([...names].sort()).toEqual([...members].sort());
      await walk.keep(tab, 'charts');
    },
  },
  {
    name: 'the drawing and the slider lead to any period, and a head sorts the table',
    async take(walk) {
      const { tab } = walk;
      await openCharts(walk);
      const shape = await shapeOf(walk, files.goal);
      await tab.run(() => {
        Object.assign(globalThis, { moved: [] });
        document.addEventListener('zj-cursor-changed', ({ detail }) =>
          (globalThis as unknown as { moved: string[] }).moved.push(detail.end),
        );
      });
      // The middle of the drawing is another period than the newest.
      await press(tab, '#goal', '[part=stage]');
      await until(
        tab,
        'the cursor has moved',
        () => (globalThis as unknown as { moved: string[] }).moved.length > 0,
      );
      const moved = await tab.run(() => (globalThis as unknown as { moved: string[] }).moved.at(-1)!);
      const at = shape.periods.findIndex(({ end }) => end === moved);
      expect(await said(tab)).toBe(shape.readout(at).spoken);
      await tab.run((path) => {
        inPage
          .all(path)[0]!
          .dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      }, slider);
      await until(
        tab,
        'the next period is said',
        (path, text) => inPage.all(path)[0]!.getAttribute('aria-valuetext') === text,
        slider,
        shape.readout(at + 1).spoken,
      );

      const before = await texts(tab, 'zj-breakdown-chart', '[part=choose]');
      await press(tab, 'zj-breakdown-chart', 'th.measure [part=sort]');
      await seen(tab, 'zj-breakdown-chart', 'th.measure[aria-sort=ascending]');
      expect(await texts(tab, 'zj-breakdown-chart', '[part=choose]')).toEqual([...before].reverse());
      await press(tab, 'zj-breakdown-chart', '[part=choose]');
      await seen(tab, 'zj-breakdown-chart', '[part=choose][aria-pressed=true]');
    },
  },
  {
    name: 'a chart leaves as CSV, as the SVG that Node makes to the byte, and as PNG',
    async take(walk) {
      const { tab } = walk;
      await openCharts(walk);
      await tab.run(() => {
        globalThis.saved = new Map();
        globalThis.menuOf = () =>
          document.querySelector('#members')!.shadowRoot!.querySelector('[part=menu]')?.shadowRoot;
        const make = URL.createObjectURL.bind(URL);
        let last: Blob;
        URL.createObjectURL = (blob) => make((last = blob as Blob));
        HTMLAnchorElement.prototype.click = function click() {
          saved.set(this.download.replace(/.*\./, ''), last);
        };
      });
      for (const format of ['csv', 'svg', 'png']) {
        await press(tab, '#members', '[part=menu-button]');
        await until(tab, 'the menu is open', () => menuOf()?.querySelector('[value=csv]') != null);
        await tab.run((name) => menuOf()!.querySelector<HTMLElement>(`[value=${name}]`)!.click(), format);
        await until(tab, `${format} is saved`, (name) => saved.has(name), format);
        await until(tab, 'the menu is closed', () => !menuOf());
      }
      const shape = await shapeOf(walk, files.metric);
      const { csv, svg, png } = await tab.run(async () => ({
        csv: await saved.get('csv')!.text(),
        svg: await saved.get('svg')!.text(),
        png: [...new Uint8Array(await saved.get('png')!.slice(0, 8).arrayBuffer())],
      }));
      // `text()` takes the byte order mark away.
      expect(csv).toContain(tableOf(shape).columns.join(','));
      const width = 860;
      expect(svg).toBe(chartSvg(trendPicture(shape, { width, locale: 'zh-CN' }), { width }));
      expect(png).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    },
  },
  {
    name: 'at 320 px charts keep within the page',
    async take(walk) {
      const { tab } = walk;
      await tab.resize(320, 800);
      try {
        await openCharts(walk);
        const over = await tab.run(() => [
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ...inPage
            .all(['zj-trend-chart, zj-breakdown-chart', 'figure'])
            .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
        ]);
        for (const one of over) expect(one).toBeLessThanOrEqual(1);
        await walk.keep(tab, 'charts-320');
      } finally {
        await tab.resize(1280, 900);
      }
    },
  },
];
