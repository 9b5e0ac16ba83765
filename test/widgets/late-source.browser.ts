import { define, ZjBreakdownChart, ZjFilter, ZjSource } from '@zj/widgets';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filterMetrics } from '../../stories/filter-data.js';
import { clear } from './mount.js';

define();
beforeEach(clear);
afterEach(clear);

const query = '{"metric":"revenue","by":["industry"]}';

/** Metrics that never answer, and the methods that were asked of them. */
function silentMetrics(): {
  readonly metrics: NonNullable<ZjSource['metrics']>;
  readonly asked: Set<string>;
} {
  const asked = new Set<string>();
  const hear = (name: string) => (): Promise<never> => {
    asked.add(name);
    return new Promise(() => undefined);
  };
  const metrics = {
    catalogue: { metrics: [], datasets: [] },
    query: hear('query'),
    rows: hear('rows'),
    filter: hear('filter'),
  };
  return { metrics, asked };
}

/** A source of a name with a filter, a chart and a table inside. */
async function mount(tag: string): Promise<ZjSource> {
  const source = document.createElement(tag) as ZjSource;
  for (const [name, attributes] of Object.entries({
    'zj-filter': { 'dataset-id': 'park', fields: 'month industry' },
    'zj-breakdown-chart': { query },
    'zj-data-table': { 'dataset-id': 'park' },
  })) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    source.append(element);
  }
  document.body.append(source);
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return source;
}

const all = ['filter', 'query', 'rows'];

test.each([
  ['before', 'its script comes'],
  ['right after', 'it is defined'],
])('elements that came before their source ask the metrics set %s %s', async (when) => {
  const prefix = when.startsWith('right') ? 'later' : 'late';
  const source = await mount(`${prefix}-source`);
  const { metrics, asked } = silentMetrics();
  if (prefix === 'late') source.metrics = metrics;
  define({ prefix });
  if (prefix === 'later') source.metrics = metrics;
  await expect.poll(() => [...asked].sort()).toEqual(all);
});

test('all elements ask other metrics, also where one asks in the moment in which they are set', async () => {
  const source = await mount('zj-source');
  const [before, now] = [silentMetrics(), silentMetrics()];
  source.metrics = before.metrics;
  await expect.poll(() => [...before.asked].sort()).toEqual(all);
  const gift = Reflect.get(source, Symbol.for('zj-source')) as {
    readonly query: (asked: object) => Promise<unknown>;
  };
  void gift.query(JSON.parse(query) as object);
  source.metrics = now.metrics;
  await expect.poll(() => [...now.asked].sort()).toEqual(all);
});

describe('a filter whose script comes last, while its source and a chart are in use', () => {
  /** A source and a chart of their own names, and a filter that is not defined yet. */
  async function mountWithout(prefix: string, metrics?: ZjSource['metrics']): Promise<ZjSource> {
    customElements.define(`${prefix}-source`, class extends ZjSource {});
    customElements.define(`${prefix}-breakdown-chart`, class extends ZjBreakdownChart {});
    const source = document.createElement(`${prefix}-source`) as ZjSource;
    if (metrics) source.metrics = metrics;
    const chart = document.createElement(`${prefix}-breakdown-chart`);
    chart.setAttribute('query', query);
    const filter = document.createElement(`${prefix}-filter`);
    filter.setAttribute('dataset-id', 'park');
    filter.setAttribute('fields', 'month industry');
    source.append(chart, filter);
    document.body.append(source);
    // A source that has nothing yet lets its elements wait.
    await expect.poll(() => chart.hasAttribute(metrics ? 'failed' : 'loading')).toBe(true);
    return source;
  }
  const inside = (source: ZjSource, prefix: string): ShadowRoot =>
    source.querySelector(`${prefix}-filter`)!.shadowRoot!;
  const bars = (source: ZjSource, prefix: string): number =>
    inside(source, prefix).querySelectorAll('.plot .bar').length;

  test('has its figures, and its source follows it', async () => {
    const source = await mountWithout('last', filterMetrics());
    customElements.define('last-filter', class extends ZjFilter {});
    await expect.poll(() => bars(source, 'last')).toBe(46);
    inside(source, 'last').querySelector<HTMLElement>('[part=quick]')!.click();
    await expect.poll(() => source.selection.during).toEqual({ start: '2026-01-01', end: '2026-10-31' });
  });

  test('is under the selection that was there before it', async () => {
    const source = await mountWithout('under', filterMetrics());
    source.select({ where: [{ column: 'industry', in: ['集成电路'] }] });
    customElements.define('under-filter', class extends ZjFilter {});
    await expect
      .poll(() => inside(source, 'under').querySelector('[part=chip]')?.textContent)
      .toContain('集成电路');
  });

  test('waits without a fault for the metrics of its page, and has its figures as soon as they are set', async () => {
    const source = await mountWithout('bare');
    customElements.define('bare-filter', class extends ZjFilter {});
    const said = (): string => inside(source, 'bare').querySelector('[part=error]')?.textContent.trim() ?? '';
    await expect.poll(() => source.querySelector('bare-filter')!.hasAttribute('loading')).toBe(true);
    expect(said()).toBe('');
    source.metrics = filterMetrics();
    await expect.poll(() => bars(source, 'bare')).toBe(46);
    expect(said()).toBe('');
  });
});
