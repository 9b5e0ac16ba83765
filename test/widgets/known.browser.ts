import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { define } from '@zj/widgets';
import manifest from '../../packages/widgets/custom-elements.json';
import { filterMetrics, parkRows } from '../../stories/filter-data.js';
import { parkTasks } from '../../stories/boards.js';
import { parkLadder } from '../../stories/ladders.js';
import { file, four } from '../../stories/verdicts.js';
import { revenueByField } from './breakdowns.js';
import { clear } from './mount.js';
import { manifestOf, serveFile, serveManifest } from './release-files.js';
import { menuWords } from '../../packages/widgets/src/element/menu-subject.js';

define();

/** What the console was told, and the events of faults. */
const warned: string[] = [];
const events: { readonly code: string; readonly message: string }[] = [];
const hear = ({ detail }: CustomEvent<{ code: string; message: string }>): void => void events.push(detail);
const { warn } = console;
beforeEach(() => {
  clear();
  warned.length = 0;
  events.length = 0;
  // Lit warns in development of a second update, which measuring a table takes.
  console.warn = (message: string) => void (message.includes('lit.dev') || warned.push(message));
  document.addEventListener('zj-failed', hear);
});
afterEach(() => {
  clear();
  console.warn = warn;
  document.removeEventListener('zj-failed', hear);
});

/** Attributes with which each element has something to show. */
const sound: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'zj-goal-gauge': { value: '5', target: '5.5', label: '失业率' },
  'zj-trend-chart': { metric: 'revenue', by: 'zone' },
  'zj-breakdown-chart': { metric: 'revenue', by: 'zone' },
  'zj-data-table': { metric: 'revenue', by: 'zone' },
  'zj-filter': { 'dataset-id': 'park', fields: 'month industry' },
  'zj-tier-ladder': {},
  'zj-task-board': {},
  'zj-goal-board': {},
};
const asked = parkRows(200);

/** The lists of several words, which the manifest has in prose. */
const several: Readonly<Record<string, readonly string[]>> = {
  'zj-goal-gauge': ['forecast', 'source', 'through', 'read', ...menuWords],
  'zj-trend-chart': [
    'status',
    'summary',
    'readout',
    'remarks',
    'source',
    'through',
    'table',
    'download',
    'read',
    ...menuWords,
  ],
  'zj-breakdown-chart': [
    'status',
    'summary',
    'readout',
    'remarks',
    'source',
    'through',
    'table',
    'download',
    'read',
    ...menuWords,
  ],
  'zj-data-table': ['summary', 'find', 'modes', 'download', 'source', 'through', ...menuWords],
  'zj-filter': ['count', 'chips', 'quick', 'dates', 'hint'],
  'zj-goal-board': [
    'summary',
    'counts',
    'search',
    'order',
    'remarks',
    'source',
    'through',
    'read',
    ...menuWords,
  ],
  'zj-tier-ladder': ['summary', 'period', 'remarks', 'source', 'through', 'table', 'read', ...menuWords],
  'zj-task-board': ['summary', 'counts', 'safeguards', 'remarks', 'source', 'through', 'read', ...menuWords],
};

/** Where the default in place of the word that was meant would be another figure. */
const misleading = ['grain', 'bound'];

type Row = readonly [tag: string, name: string, known: readonly string[]];

/** Every attribute of every element that is one of some words, by the manifest; and `hide`. */
const rows: readonly Row[] = manifest.modules.flatMap(({ declarations = [] }) =>
  (declarations as readonly Declared[]).flatMap(({ tagName: tag = '', attributes = [] }) =>
    attributes.flatMap(({ name, type }): readonly Row[] => {
      if (name === 'hide') return [[tag, name, [...new Set(several[tag])]]];
      const words = type.text.split(' | ').map((word) => /^"(.*)"$/.exec(word)?.[1]);
      return words.every((word) => word !== undefined) ? [[tag, name, words]] : [];
    }),
  ),
);

interface Declared {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string; readonly type: { readonly text: string } }[];
}

type Shown = HTMLElement & { readonly updateComplete: Promise<unknown> };

/** An element inside a source, with figures unless one of its attributes says otherwise. */
async function show(tag: string, attributes: Readonly<Record<string, string>>): Promise<Shown> {
  const source = document.createElement('zj-source');
  const address = serveManifest(manifestOf());
  serveFile(
    address.replace('manifest.json', 'series/metrics/revenue.month.by-zone.json'),
    JSON.stringify(revenueByField()),
  );
  source.setAttribute('manifest', address);
  serveFile(address.replace('manifest.json', 'ladder.json'), JSON.stringify(parkLadder()));
  serveFile(address.replace('manifest.json', 'tasks.json'), JSON.stringify(parkTasks()));
  serveFile(address.replace('manifest.json', 'verdicts.json'), file(four));
  if (tag === 'zj-filter') source.metrics = filterMetrics({ rows: asked });
  source.className = 'box';
  const element = document.createElement(tag) as Shown;
  for (const [name, value] of Object.entries({ ...sound[tag], ...attributes })) {
    element.setAttribute(name, value);
  }
  source.append(element);
  document.body.append(source);
  await element.updateComplete;
  await expect.poll(() => element.hasAttribute('loading')).toBe(false);
  await element.updateComplete;
  return element;
}

const errorOf = ({ shadowRoot }: Element): string =>
  shadowRoot!.querySelector('[part=error] p')?.textContent.trim() ?? '';

test('the manifest has words for attributes of each kind of element', () => {
  const names = (tag: string): string[] =>
    rows
      .filter(([one]) => one === tag)
      .map(([, name]) => name)
      .sort();
  expect(names('zj-goal-gauge')).toEqual(['appearance', 'bound', 'hide']);
  expect(names('zj-trend-chart')).toEqual(['appearance', 'grain', 'hide']);
  expect(names('zj-breakdown-chart')).toEqual(['appearance', 'grain', 'hide', 'order', 'scale']);
  expect(names('zj-data-table')).toEqual(['grain', 'hide', 'mode']);
  expect(names('zj-filter')).toEqual(['hide']);
  expect(names('zj-tier-ladder')).toEqual(['hide']);
  expect(names('zj-task-board')).toEqual(['hide']);
  expect(names('zj-goal-board')).toEqual(['hide']);
});

describe.each(rows)('<%s %s>', (tag, name, known) => {
  test('an unknown word is told once, with the attribute, the word and all words that there are', async () => {
    const element = await show(tag, { [name]: 'forcast' });
    const told = `属性 ${name}="forcast" 写错了，可以写：${known.join('、')}。`;
    await expect.poll(() => events).toEqual([{ code: 'ATTRIBUTE', message: told }]);
    // The reader of a card whose figures are right does not hear of the page's slip.
    const isFailed = misleading.includes(name);
    expect(element.hasAttribute('failed')).toBe(isFailed);
    expect(errorOf(element)).toBe(isFailed ? told : '');
    expect(warned).toEqual(isFailed ? [] : [told]);
    element.lang = 'en';
    await element.updateComplete;
    expect(events).toHaveLength(1);
    element.setAttribute(name, 'forecasts');
    const next = `Attribute ${name}="forecasts" is unknown. It can be: ${known.join(', ')}.`;
    await expect.poll(() => events.at(-1)?.message).toBe(next);
  });

  test('every known word, with spaces around it, and none at all are told of nothing', async () => {
    for (const word of [...known.map((one) => ` ${one} `), '', 'false']) {
      // The release has the series by months alone.
      if (name === 'grain' && word.trim() !== 'month' && word !== '') continue;
      // They have been strict with the text of a boolean.
      if (misleading.includes(name) && word === 'false') continue;
      await show(tag, { [name]: word });
      expect(warned, word).toEqual([]);
      expect(events.filter(({ code }) => code === 'ATTRIBUTE')).toEqual([]);
      clear();
    }
  });
});

test('of several words, each unknown one is told, and the known ones hold', async () => {
  const gauge = await show('zj-goal-gauge', {
    hide: 'forcast through sources',
    start: '2026-01-01',
    end: '2026-12-31',
    'as-of': '2026-10-31',
  });
  expect(events.map(({ message }) => message.split('，')[0])).toEqual(['属性 hide="forcast" 写错了']);
  expect(warned[0]).toContain('\n属性 hide="sources" 写错了');
  const through = gauge.shadowRoot!.querySelector('[part=through]')!;
  expect(through.closest('.unseen')).not.toBeNull();
});

test.each(['abc', '0', '-1', '2.5', '1e999'])(
  'top="%s" is told, and as many as usual are shown',
  async (top) => {
    const chart = await show('zj-breakdown-chart', { top });
    const told = `属性 top="${top}" 没写或写错了，正确写法如 top="8"。`;
    expect(events).toEqual([{ code: 'ATTRIBUTE', message: told }]);
    expect(warned).toEqual([told]);
    expect(errorOf(chart)).toBe('');
    expect(chart.shadowRoot!.querySelectorAll('tbody tr').length).toBeGreaterThan(2);
  },
);

test.each(['zj-goal-gauge', 'zj-trend-chart', 'zj-breakdown-chart', 'zj-data-table'])(
  'integrity of a <%s> inside a source, which pins nothing, is told to the author alone; with src nothing is',
  async (tag) => {
    const element = await show(tag, { integrity: 'sha256-x', refresh: '5' });
    await expect.poll(() => warned.join()).toMatch(/integrity.*src.*<zj-source>[^]*refresh.*src/);
    expect(errorOf(element)).toBe('');
    warned.length = 0;
    element.setAttribute('src', '/data/series/metrics/revenue.month.json');
    await element.updateComplete;
    expect(warned.join()).not.toContain('integrity 要');
  },
);

test('page-size="70" is told, and a table has pages of 50', async () => {
  const table = await show('zj-data-table', { 'page-size': '70' });
  const told = '属性 page-size="70" 写错了，可以写：50、100。';
  expect(events).toEqual([{ code: 'ATTRIBUTE', message: told }]);
  expect(warned).toEqual([told]);
  expect(errorOf(table)).toBe('');
});

test.each(['2026-Q3', '2026', '2026-H1', '2031-01', 'x'])(
  'period="%s" of months is refused with an example that is not',
  async (period) => {
    const chart = await show('zj-breakdown-chart', { period });
    await expect.poll(() => errorOf(chart)).toContain(`period="${period}"`);
    const example = /如 (\S+)。$/.exec(errorOf(chart))![1]!;
    chart.setAttribute('period', example);
    await expect.poll(() => errorOf(chart)).toBe('');
    expect(chart.shadowRoot!.querySelectorAll('tbody tr').length).toBeGreaterThan(2);
  },
);

const bareTags = [
  {
    tag: 'zj-trend-chart',
    says: /src.*<zj-source>.*goal.*metric.*query.*series.*result/,
    input: () => ({ series: revenueByField() }),
  },
  {
    tag: 'zj-breakdown-chart',
    says: /src.*<zj-source>.*goal.*metric.*query.*series.*result/,
    input: () => ({ series: revenueByField() }),
  },
  { tag: 'zj-data-table', says: /src.*dataset-id.*query.*rows/, input: () => ({ series: revenueByField() }) },
] as const;
describe.each(bareTags)('<$tag> without any input', ({ tag, says, input }) => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  async function bare(): Promise<Shown> {
    const box = document.createElement('div');
    box.className = 'box';
    const element = document.createElement(tag) as unknown as Shown;
    box.append(element);
    document.body.append(box);
    await element.updateComplete;
    return element;
  }

  test('waits 20 seconds for a script, then says which attributes give it some, until it has', async () => {
    const element = await bare();
    vi.advanceTimersByTime(19_999);
    await element.updateComplete;
    expect(element.hasAttribute('failed')).toBe(false);
    expect(errorOf(element)).toBe('');
    vi.advanceTimersByTime(1);
    await element.updateComplete;
    expect(errorOf(element)).toMatch(says);
    expect(element.hasAttribute('failed')).toBe(true);
    expect(events.map(({ code }) => code)).toEqual(['ATTRIBUTE']);
    Object.assign(element, input());
    await element.updateComplete;
    expect(errorOf(element)).toBe('');
    expect(element.hasAttribute('failed')).toBe(false);
  });

  test('one that has got some, or has left the page, says nothing', async () => {
    const [given, gone] = [await bare(), await bare()];
    Object.assign(given, input());
    await given.updateComplete;
    gone.remove();
    await gone.updateComplete;
    expect(vi.getTimerCount()).toBe(0);
    expect(events).toEqual([]);
  });
});

describe('<zj-source> without a manifest', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test('says so after 20 seconds, in each element inside; one whose script gives it metrics waits on', async () => {
    const [bare, given] = [document.createElement('zj-source'), document.createElement('zj-source')];
    const gauges = [bare, given].map((source) => {
      const gauge = Object.assign(document.createElement('zj-goal-gauge'), { goal: 'pct-applications' });
      source.append(gauge);
      return gauge;
    });
    Object.assign(given, { metrics: { query: () => new Promise(() => undefined) } });
    document.body.append(bare, given);
    await Promise.all([bare, given, ...gauges].map((one) => one.updateComplete));
    vi.advanceTimersByTime(20_000);
    await bare.updateComplete;
    await Promise.all(gauges.map((one) => one.updateComplete));
    expect(bare.hasAttribute('failed')).toBe(true);
    expect(errorOf(gauges[0] as unknown as Shown)).toMatch(
      /manifest="[^"]*".*manifest="\/data\/manifest.json"/,
    );
    expect(given.hasAttribute('failed')).toBe(false);
  });
});
