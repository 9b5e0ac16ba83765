import { join } from 'node:path';
import {
  createMetrics,
  narrowQuery,
  type Metrics,
  type Query,
  type QueryResult,
  type Selection,
} from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import type { ZjFilter, ZjSource, ZjTrendChart } from '@zj/widgets';
import { expect } from 'vitest';
import type { Tab } from './driver.js';
import { press, seen, texts, until } from './press.js';
import type { Step, Walk } from './walk.js';

const spec = { dataset: 'industry-revenue', fields: ['month', 'industry'] } as const;
const query: Query = { metric: 'industry-revenue', by: ['month'] };

/** A page of the walk's own: a filter, and a chart beside it whose figures come from the same engine. */
async function openFilter({ tab, park }: Walk): Promise<void> {
  park.own.set(
    '/walk/filter',
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>filter</title><link rel="icon" href="data:,">' +
      '<link rel="stylesheet" href="/zj/zj.css"><script type="module" src="/zj/zj.js"></script></head><body><main>' +
      '<zj-source manifest="/release/manifest.json" sdk="/zj/zj-metrics.js" engine="/zj/engine/">' +
      `<zj-filter dataset-id="${spec.dataset}" fields="${spec.fields.join(' ')}"></zj-filter>` +
      `<zj-trend-chart query='${JSON.stringify(query)}'></zj-trend-chart></zj-source></main></body></html>`,
  );
  await tab.open(`${park.address}/walk/filter`);
  await seen(tab, 'zj-filter', '.count');
}

/** The release in native DuckDB. */
async function openNode({ release }: Walk): Promise<Metrics> {
  const metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(join(release, 'manifest.json'));
  return metrics;
}

/** The filter and the chart have the figures of the selection. */
async function settle(tab: Tab): Promise<void> {
  await until(tab, 'the figures of the selection have arrived', async () => {
    for (let calm = 0; calm < 3; calm++) {
      await new Promise(requestAnimationFrame);
      const filter = document.querySelector<ZjFilter>('zj-filter')!;
      const chart = document.querySelector<ZjTrendChart>('zj-trend-chart')!;
      if (filter.matches('[loading], [stale]') || chart.matches('[loading], [stale]') || !chart.shown)
        return false;
    }
    return true;
  });
}

/** The rows that match, those of each industry and the figures of the chart equal those of native DuckDB. */
async function compare(tab: Tab, metrics: Metrics): Promise<Selection> {
  await settle(tab);
  const { selection, values } = await tab.run(() => ({
    selection: document.querySelector<ZjSource>('zj-source')!.selection,
    values: (document.querySelector<ZjTrendChart>('zj-trend-chart')!.shown as QueryResult).rows(),
  }));
  const filter = await metrics.filter(spec);
  const { rows, fields } = await filter.select(selection);
  await filter.close();
  const written = (count: number): string => count.toLocaleString('en');
  expect(await texts(tab, 'zj-filter', '.count b')).toEqual([written(rows)]);
  const industries = fields[1]!.values.map((one) => written(one.rows));
  expect(await texts(tab, 'zj-filter', '.values .rows')).toEqual(industries);
  const answer = (await metrics.query(narrowQuery(query, selection, metrics.catalogue))).rows();
  expect(values).toEqual(JSON.parse(JSON.stringify(answer)));
  return selection;
}

/** Types a date as by hand. */
async function type(tab: Tab, place: number, text: string): Promise<void> {
  await tab.run(
    (place, text) => {
      const field = inPage.all(['zj-filter', '[part=date]'])[place] as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    place,
    text,
  );
}

const chips = (tab: Tab): Promise<string[]> => texts(tab, 'zj-filter', '[part=chip]');

async function chipsAre(tab: Tab, count: number): Promise<void> {
  await until(
    tab,
    `${count} conditions`,
    (wanted) => inPage.all(['zj-filter', '[part=chip]']).length === wanted,
    count,
  );
}

export const filterSteps: readonly Step[] = [
  {
    name: 'a value that is ticked, dates that are typed, a condition that goes: the filter and a chart beside it show the figures of native DuckDB',
    async take(walk) {
      const { tab } = walk;
      const metrics = await openNode(walk);
      try {
        await openFilter(walk);
        expect(await compare(tab, metrics)).toEqual({ where: [] });
        await press(tab, 'zj-filter', '[part=value]');
        await chipsAre(tab, 1);
        expect(await compare(tab, metrics)).toMatchObject({ where: [{ column: 'industry' }] });
        await type(tab, 0, '2025年3月');
        await chipsAre(tab, 2);
        expect(await compare(tab, metrics)).toMatchObject({ during: { start: '2025-03-01' } });
        await type(tab, 0, '三月');
        await seen(tab, 'zj-filter', '.problem');
        expect(await texts(tab, 'zj-filter', '.problem')).toEqual([expect.stringContaining('三月')]);
        await type(tab, 0, '2025-06');
        await until(tab, 'the problem goes', () => inPage.all(['zj-filter', '.problem']).length === 0);
        expect(await compare(tab, metrics)).toMatchObject({ during: { start: '2025-06-01' } });
        await walk.keep(tab, 'filter');
        await press(tab, 'zj-filter', '[part=chip]');
        await chipsAre(tab, 1);
        expect((await compare(tab, metrics)).during).toBeUndefined();
        await press(tab, 'zj-filter', '[part=clear]');
        await chipsAre(tab, 0);
        expect(await compare(tab, metrics)).toEqual({ where: [] });
      } finally {
        await metrics.close();
      }
    },
  },
  {
    name: 'sliders choose the periods by keys, and say the period on which they stand',
    async take(walk) {
      const { tab } = walk;
      await openFilter(walk);
      await settle(tab);
      const said = (): Promise<(string | null)[]> =>
        tab.run(() =>
          inPage.all(['zj-filter', '[part=slider]']).map((one) => one.getAttribute('aria-valuetext')),
        );
      const [first, last] = await said();
      await tab.run(() => {
        const slider = inPage.all(['zj-filter', '[part=slider]'])[0]!;
        slider.focus();
        slider.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
        );
      });
      await chipsAre(tab, 1);
      await settle(tab);
      const [now, end] = await said();
      expect(now).not.toBe(first);
      expect(end).toBe(last);
      expect((await chips(tab))[0]).toContain(now!);
    },
  },
  {
    name: 'at 320 px the fields of a filter open by their buttons, one by one, and keep within the page',
    async take(walk) {
      const { tab } = walk;
      await tab.resize(320, 800);
      try {
        await openFilter(walk);
        const expanded = (): Promise<(string | null)[]> =>
          tab.run(() =>
            inPage.all(['zj-filter', '[part=field-label]']).map((one) => one.getAttribute('aria-expanded')),
          );
        expect(await expanded()).toEqual(['true', 'false']);
        await press(tab, 'zj-filter', '.values [part=field-label]');
        await press(tab, 'zj-filter', '[part=value]');
        await chipsAre(tab, 1);
        await settle(tab);
        expect(await expanded()).toEqual(['true', 'true']);
        const over = await tab.run(() => [
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ...inPage
            .all(['zj-filter', 'figure'])
            .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
        ]);
        for (const one of over) expect(one).toBeLessThanOrEqual(1);
        await walk.keep(tab, 'filter-320');
      } finally {
        await tab.resize(1280, 900);
      }
    },
  },
];
