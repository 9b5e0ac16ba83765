import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ZjBreakdownChart } from '../../packages/widgets/src/breakdown-chart/breakdown-chart.js';
import { register } from '../../packages/widgets/src/element/register.js';
import { ZjSource } from '../../packages/widgets/src/source/source.js';
import { ZjTrendChart } from '../../packages/widgets/src/trend-chart/trend-chart.js';
import { random } from '../metrics/goal/random.js';
import { patience, seeds } from '../soak.js';
import { revenueByField } from './breakdowns.js';
import { clear } from './mount.js';
import { manifestOf, serveFile, serveManifest } from './release-files.js';
import { revenueSeries } from './trend-series.js';

register('zj-source', customElements, ZjSource);
register('zj-trend-chart', customElements, ZjTrendChart);
register('zj-breakdown-chart', customElements, ZjBreakdownChart);

type Chart = ZjTrendChart | ZjBreakdownChart;
const kinds = ['zj-trend-chart', 'zj-breakdown-chart'] as const;

/** What the console and the window heard of faults. */
const faults: string[] = [];
const listen = ({ message }: ErrorEvent): void => void faults.push(message);
const listenTo = ({ reason }: PromiseRejectionEvent): void => void faults.push(String(reason));
const { error } = console;
beforeEach(() => {
  clear();
  faults.length = 0;
  window.addEventListener('error', listen);
  window.addEventListener('unhandledrejection', listenTo);
  console.error = (...words: readonly unknown[]) => void faults.push(words.map(String).join(' '));
});
afterEach(() => {
  clear();
  window.removeEventListener('error', listen);
  window.removeEventListener('unhandledrejection', listenTo);
  console.error = error;
});

/** A release whose goal and metric have series; `change` may leave them out. */
function publish(change: Parameters<typeof manifestOf>[0] = {}): string {
  const address = serveManifest(manifestOf(change));
  const at = (path: string): string => address.replace('manifest.json', path);
  serveFile(at('series/goals/park-revenue.json'), JSON.stringify(revenueSeries()));
  serveFile(at('series/metrics/revenue.month.json'), JSON.stringify(withoutParts()));
  serveFile(at('series/metrics/revenue.month.by-zone.json'), JSON.stringify(revenueByField()));
  serveFile(at('verdicts.json'), JSON.stringify({ version: 1, verdicts: [], withheld: [] }));
  return address;
}
function withoutParts(): object {
  const { dimension, lines, ...rest } = revenueByField();
  void dimension;
  return { ...rest, lines: lines.filter(({ kind }) => kind === 'total') };
}

async function settled(chart: Chart): Promise<void> {
  await chart.updateComplete;
  await expect.poll(() => chart.hasAttribute('loading') && Boolean(chart.getAttribute('src'))).toBe(false);
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await chart.updateComplete;
}

/** Every text and every attribute of what is shown. */
function tellAll({ shadowRoot }: Chart): string {
  const elements = [...shadowRoot!.querySelectorAll('*')].filter((one) => one.localName !== 'style');
  const attributes = elements.flatMap((one) =>
    [...one.attributes].map(({ name, value }) => `${name}=${value}`),
  );
  const words = elements.flatMap((one) =>
    [...one.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.nodeValue ?? ''] : [])),
  );
  return [...attributes, ...words].join('\n');
}
const program = /NaN|Infinity|undefined|\bnull\b|\[object/;

function place(kind: (typeof kinds)[number], manifest?: string): Chart {
  const box = document.createElement('div');
  box.className = 'box';
  box.style.width = '720px';
  const chart = document.createElement(kind);
  const around = manifest === undefined ? box : document.createElement('zj-source');
  if (manifest !== undefined) {
    around.setAttribute('manifest', manifest);
    box.append(around);
  }
  around.append(chart);
  document.body.append(box);
  return chart;
}

const errorOf = (chart: Chart): string =>
  chart.shadowRoot!.querySelector('[part=error]')?.textContent.trim() ?? '';

describe('an attribute that is wrong', () => {
  test.each<[string, (typeof kinds)[number], Readonly<Record<string, string>>, RegExp]>([
    [
      'a month that there is not',
      'zj-breakdown-chart',
      { metric: 'revenue', by: 'zone', period: '2027-13' },
      /2027-13/,
    ],
    [
      'a quarter that there is not',
      'zj-breakdown-chart',
      { metric: 'revenue', by: 'zone', period: '2026-Q5' },
      /2026-Q5/,
    ],
    [
      'a period before the data',
      'zj-breakdown-chart',
      { metric: 'revenue', by: 'zone', period: '1999' },
      /1999/,
    ],
    ['a stretch before the data', 'zj-trend-chart', { metric: 'revenue', during: '1999' }, /1999/],
    ['a stretch backwards', 'zj-trend-chart', { metric: 'revenue', during: '2026..2025' }, /2026\.\.2025/],
    ['a stretch that is none', 'zj-trend-chart', { metric: 'revenue', during: '2027-1' }, /during/],
    ['a goal and a metric', 'zj-trend-chart', { goal: 'park-revenue', metric: 'revenue' }, /goal.*metric/],
    ['a goal that there is not', 'zj-trend-chart', { goal: 'park' }, /park-revenue/],
    [
      'a series that is not published',
      'zj-trend-chart',
      { metric: 'visits' },
      /visits\.month.*revenue\.month/,
    ],
    [
      'a grain that there is not',
      'zj-trend-chart',
      { metric: 'revenue', grain: 'decade' },
      /grain="decade".*week、month、quarter、half-year、year/,
    ],
    [
      'a grain that is not published',
      'zj-trend-chart',
      { metric: 'revenue', grain: 'week' },
      /revenue\.week/,
    ],
    ['a series without parts', 'zj-breakdown-chart', { metric: 'revenue' }, /./],
    ['a goal for parts', 'zj-breakdown-chart', { goal: 'park-revenue' }, /./],
    ['a query that is none', 'zj-trend-chart', { query: '{' }, /query/],
    ['a query and no engine', 'zj-trend-chart', { query: '{"metric":"revenue","by":["month"]}' }, /sdk/],
  ])('is told: %s', async (_, kind, attributes, told) => {
    const chart = place(kind, publish());
    for (const [name, value] of Object.entries(attributes)) chart.setAttribute(name, value);
    await expect.poll(() => errorOf(chart)).toMatch(told);
    await settled(chart);
    expect(tellAll(chart)).not.toMatch(program);
    expect(faults).toEqual([]);
  });

  test('without a source, the address is asked for; with no series in the release, a newer one', async () => {
    const alone = place('zj-trend-chart');
    alone.setAttribute('goal', 'park-revenue');
    await expect.poll(() => errorOf(alone)).toContain('/data/series/goals/park-revenue.json');
    const { verdicts, database } = manifestOf().files;
    const old = place('zj-trend-chart', publish({ files: { verdicts, database } }));
    old.setAttribute('goal', 'park-revenue');
    await expect.poll(() => errorOf(old)).toContain('zj publish');
    expect(faults).toEqual([]);
  });

  test('members that there are not are named, and the others stay', async () => {
    const chart = place('zj-trend-chart', publish());
    for (const [name, value] of Object.entries({ metric: 'revenue', by: 'zone', members: '生物制药,火星' }))
      chart.setAttribute(name, value);
    await expect
      .poll(() => chart.shadowRoot!.querySelector('[part=remarks]')?.textContent ?? '')
      .toContain('火星');
    expect(errorOf(chart)).toBe('');
  });

  test('a number of members that is none is the usual one', async () => {
    const counts: number[] = [];
    for (const top of ['', '0', '-3', '2.5', 'x', '1e9', '3']) {
      const chart = place('zj-breakdown-chart', publish());
      for (const [name, value] of Object.entries({ metric: 'revenue', by: 'zone', top }))
        chart.setAttribute(name, value);
      await expect.poll(() => chart.shadowRoot!.querySelectorAll('tbody tr').length).toBeGreaterThan(0);
      await settled(chart);
      counts.push(chart.shadowRoot!.querySelectorAll('tbody tr.member').length);
    }
    const [usual] = counts;
    expect(counts).toEqual([usual, usual, usual, usual, usual, 13, 3]);
  });
});

describe('any attributes, one after another,', () => {
  const values = {
    src: ['', '/none.json', 'http://[', '#'],
    goal: ['', 'park-revenue', 'secret', '</b>', '__proto__'],
    metric: ['', 'revenue', 'visits', 'constructor'],
    grain: ['', 'month', 'year', 'x'],
    by: ['', 'zone', 'toString'],
    query: ['', '{', '[]', '{"metric":"revenue"}'],
    integrity: ['', 'sha256-', 'sha256-AAAA', 'x'],
    refresh: ['', '0', '-1', 'never', '1e400', 'NaN'],
    appearance: ['', 'line', 'bars', 'cumulative', 'table', 'change', 'multiples', 'x'],
    during: ['', '2026', '2025..', '1999', '..', '2026-13', '9999'],
    members: ['', '生物制药', ',,', '\u202E,😀'],
    period: ['', '2026-10', '2026', '2027-13', '2026-H3', 'x'],
    top: ['', '0', '-1', '2', '1e99', 'NaN'],
    order: ['', 'name', 'given', 'contribution', 'x'],
    scale: ['', 'own', 'x'],
    chosen: ['', '生物制药', 'x'],
    cumulative: ['', 'false'],
    hide: ['', 'table readout', 'x'],
    label: ['', '\u202E</script>', '名'.repeat(60)],
    elder: ['', 'false'],
    lang: ['', 'en', 'zh-CN', 'fr', 'x-y-z'],
  } as const;

  test.each(kinds)(
    'leave %s with figures or with a reason, and never with the words of a program',
    async (kind) => {
      const names = Object.keys(values) as (keyof typeof values)[];
      for (const seed of seeds('attributes', 60, 15)) {
        clear();
        const next = random(seed);
        const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(next() * things.length)]!;
        const chart = place(kind, next() < 0.8 ? publish() : undefined);
        for (let step = 0; step < 12; step++) {
          const name = pick(names);
          if (next() < 0.2) chart.removeAttribute(name);
          else chart.setAttribute(name, pick<string>(values[name]));
          await settled(chart);
          const found = program.exec(tellAll(chart));
          expect(found, `${seed} ${chart.outerHTML}`).toBeNull();
          expect(
            faults.filter((words) => !/Failed to load|404/.test(words)),
            chart.outerHTML,
          ).toEqual([]);
          const { shadowRoot } = chart;
          // Something stands there: figures, an error, a reason, or that it waits.
          expect(shadowRoot!.querySelector('figure')!.textContent.trim()).not.toBe('');
        }
      }
    },
    patience(),
  );
});

test.each(kinds)('<%s> says how to give it a result, if it is given something else', async (kind) => {
  for (const given of [[{ month: '2026-01-01', value: 3 }], Promise.resolve(), 'rows', { columns: [] }]) {
    const chart: Chart = document.createElement(kind);
    chart.result = given as never;
    document.body.append(chart);
    await settled(chart);
    expect(chart.hasAttribute('failed')).toBe(true);
    expect(chart.shadowRoot!.querySelector('[part=error]')!.textContent).toContain('metrics.query(');
    chart.remove();
  }
  expect(faults).toEqual([]);
});
