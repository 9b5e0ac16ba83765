import { define, type ZjFilter, type ZjSource } from '@zj/widgets';
import type { Filter, FilterState, Selection } from '@zj/metrics';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filterMetrics, parkRows } from '../../../stories/filter-data.js';
import { clear } from '../mount.js';

define();

const rows = parkRows(600);
const start = location.href;
beforeEach(clear);
afterEach(() => {
  clear();
  history.replaceState(null, '', start);
});

type Given = ReturnType<typeof filterMetrics>;

/** Metrics whose filters are changed before a page has them. */
function changed(change: (filter: Filter) => Partial<Filter>): Given {
  const metrics = filterMetrics({ rows });
  return {
    ...metrics,
    async filter(spec, options) {
      const made = await metrics.filter(spec, options);
      return Object.create(made, Object.getOwnPropertyDescriptors(change(made))) as Filter;
    },
  };
}

async function mount(
  metrics: Given,
  attributes: Readonly<Record<string, string>> = {},
): Promise<{ readonly source: ZjSource; readonly filter: ZjFilter; readonly root: ShadowRoot }> {
  const box = document.createElement('div');
  box.className = 'box';
  box.style.width = '1200px';
  const source = document.createElement('zj-source');
  source.metrics = metrics;
  const filter = document.createElement('zj-filter');
  const all = { 'dataset-id': 'park', fields: 'month industry zone', ...attributes };
  for (const [name, value] of Object.entries(all)) filter.setAttribute(name, value);
  source.append(filter);
  box.append(source);
  document.body.append(box);
  await expect.poll(() => filter.matches('[loading], [stale]') || filter.isUpdatePending).toBe(false);
  return { source, filter, root: filter.shadowRoot! };
}

const texts = (root: ParentNode, selector: string): readonly string[] =>
  [...root.querySelectorAll(selector)].map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim());
const only = (value: string): Selection => ({ where: [{ column: 'industry', in: [value] }] });
const rowsOf = (value: string): string => String(rows.filter(({ industry }) => industry === value).length);

test('of three quick steps the last one alone is shown, also where an earlier one answers later', async () => {
  const answers: (() => void)[] = [];
  const metrics = changed((made) => ({
    select: async (selection) => {
      const state = await made.select(selection);
      await new Promise<void>((resolve) => answers.push(resolve));
      return state;
    },
  }));
  const { source, filter, root } = await mount(metrics);
  for (const value of ['集成电路', '生物医药', '人工智能']) {
    source.select(only(value));
    await filter.updateComplete;
    await expect.poll(() => filter.hasAttribute('stale')).toBe(true);
    await new Promise(requestAnimationFrame);
  }
  await expect.poll(() => answers.length).toBe(3);
  const shown: string[] = [];
  filter.addEventListener('zj-filtered', ({ detail }) => shown.push(String(detail.rows)));
  for (const answer of [answers[2]!, answers[0]!, answers[1]!]) {
    answer();
    await new Promise(requestAnimationFrame);
  }
  await expect.poll(() => filter.hasAttribute('stale')).toBe(false);
  expect(shown).toEqual([rowsOf('人工智能')]);
  expect(texts(root, '.count b')).toEqual([rowsOf('人工智能')]);
});

test('two sources on a page do not mix', async () => {
  const one = await mount(filterMetrics({ rows }));
  const other = await mount(filterMetrics({ rows }));
  one.source.select(only('集成电路'));
  await expect.poll(() => texts(one.root, '.count b')).toEqual([rowsOf('集成电路')]);
  expect(texts(other.root, '.count b')).toEqual([String(rows.length)]);
  expect(other.source.selection).toEqual({ where: [] });
  expect(texts(other.root, '[part=chip]')).toEqual([]);
});

describe('of confidential data', () => {
  test.each([
    ['merged', '合并（保密）'],
    ['either', '未填写或已合并'],
    ['blank', '未填写'],
  ] as const)('an empty value that is %s reads %s', async (empty, word) => {
    const metrics = changed((made) => ({
      fields: made.fields.map((field) => (field.name === 'zone' ? { ...field, empty } : field)),
    }));
    const { root } = await mount(metrics);
    await expect.poll(() => texts(root, '.name.null')).toEqual([word]);
  });

  test('cells that may match or not are told beside the count', async () => {
    const metrics = changed((made) => ({
      get state(): FilterState {
        return { ...made.state, merged: 1234 };
      },
    }));
    const { root } = await mount(metrics);
    await expect
      .poll(() => texts(root, '.merged'))
      .toEqual(['另有 1,234 行已合并（保密），不能判断是否符合，未计入']);
  });
});

test('an address that would be too long is not written, and that is told until it is short again', async () => {
  const long = Array.from({ length: 60 }, (_, at) => `很长的功能区名字${at}`);
  const own = rows.map((row, at) => ({ ...row, zone: long[at % long.length]! }));
  const { source, root } = await mount(filterMetrics({ rows: own }), { address: '' });
  source.select({ where: [{ column: 'zone', in: long.slice(0, 1) }] });
  await expect.poll(() => decodeURIComponent(location.search)).toContain(`zone=${long[0]!}`);
  const before = location.href;
  source.select({ where: [{ column: 'zone', in: long }] });
  await expect.poll(() => texts(root, '.remarks li').join('')).toContain('2,000 个字符');
  expect(location.href).toBe(before);
  source.select({ where: [{ column: 'zone', in: long.slice(1, 2) }] });
  await expect.poll(() => texts(root, '.remarks li')).toEqual([]);
});

test('on a page that runs to the left the filter keeps its own direction, and its sliders go as the drawing does', async () => {
  document.documentElement.dir = 'rtl';
  try {
    const { source, root } = await mount(filterMetrics({ rows }));
    expect(getComputedStyle(root.querySelector('figure')!).direction).toBe('ltr');
    const slider = root.querySelector<HTMLInputElement>('.from')!;
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await expect.poll(() => source.selection.during).toMatchObject({ start: '2023-02-01' });
  } finally {
    document.documentElement.removeAttribute('dir');
  }
});
