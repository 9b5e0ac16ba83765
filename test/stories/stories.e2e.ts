import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatShare, statusWord, type PublishedVerdict } from '@zj/metrics';
import type { ZjTrendChart } from '@zj/widgets';
import { breakdownSvg, trendSvg } from '@zj/widgets/print';
import { limitSeries, revenueSeries } from '../../stories/goal-series.js';
import { industries } from '../../stories/industries.js';
import type { Told } from './page.js';
import { openStage } from './stage.js';
import { type Meter } from '../meter.js';
import { openTree, type Tree } from './tree.js';

const stage = await openStage();
const { page, stories } = stage;
afterAll(() => stage.close());

/** The failures of each story and the findings of axe in it, by its id. */
const failures = new Map<string, string>();
const faults = new Map<string, string[]>();
let readTree: (id: string) => Promise<Tree>;

beforeAll(async () => {
  const shown = await page.evaluate(() => globalThis.storyPage.showAll());
  shown.forEach(([id, failure]) => failures.set(id, failure));
  await page.addScriptTag({ content: axe.source });
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      // The page orders the content around a gauge.
      rules: { region: { enabled: false }, 'landmark-unique': { enabled: false } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => {
        const [first] = [target[0]].flat() as [string];
        const section = document.querySelector(first)?.closest('section');
        return { section: section?.id ?? '', fault: `${id}: ${target.flat().join(' ')}` };
      }),
    );
  });
  for (const { section, fault } of found) faults.set(section, [...(faults.get(section) ?? []), fault]);
  readTree = await openTree(page);
});

/** The expected meter of a gauge, by its verdict. */
function expected({
  lang,
  verdict,
  loading,
}: Told): { name: string; value: number | null; texts: string[] } | null {
  const name = lang === 'zh' ? '完成情况' : 'Progress';
  if (!verdict) return loading ? { name, value: 0, texts: [] } : null;
  const { attainment, actual } = verdict;
  if (isKept(verdict) || (verdict.kind !== undefined && !verdict.formula)) {
    // Of a limit in each period the meter counts those that kept it; any other bound, range or newer kind has its own figure.
    const kept = verdict.periods?.filter((period) => period.kept).length;
    return { name, value: kept ?? actual, texts: [] };
  }
  const few = isFew(verdict);
  return {
    name,
    value: few ? (actual ?? 0) : (attainment ?? 0) * 100,
    texts: attainment === null || few ? [] : [formatShare(attainment)],
  };
}

function isKept({ bound, range }: PublishedVerdict): boolean {
  return bound !== undefined || range !== undefined;
}

function isFew({ count, target, thresholds }: PublishedVerdict): boolean {
  return count && target !== null && target <= thresholds.smallCount;
}

describe.each(stories)('$title: $name', ({ id, title }) => {
  test('shows without an error', () => {
    expect(failures.get(id)).toBe('');
  });

  test('has nothing that axe finds', () => {
    expect(faults.get(id) ?? []).toEqual([]);
  });

  test('says in the accessibility tree what its verdicts say', async () => {
    const told = await page.evaluate((id) => globalThis.storyPage.told(id), id);
    expect(told.length > 0 || !title.startsWith('Gauge/')).toBe(true);
    const { meters, text } = await readTree(id);
    const wanted = told.filter(({ verdict, fallback, loading }) => verdict ?? (loading && !fallback));
    expect(meters).toHaveLength(wanted.length);
    wanted.forEach((gauge, at) => {
      const { name, value, texts } = expected(gauge)!;
      const meter: Meter = meters[at]!;
      expect(meter.name).toBe(name);
      // Without a figure the meter of a ruler stands at its beginning.
      expect(meter.value).toBeCloseTo(value ?? meter.range[0], 1);
      expect(meter.range[0]).toBeLessThanOrEqual(meter.value);
      expect(meter.range[1]).toBeGreaterThanOrEqual(meter.value);
      for (const part of texts) expect(meter.text).toContain(part);
    });
    for (const { verdict, error, lang } of told) {
      if (verdict) {
        expect(text).toContain(statusWord(verdict.status, verdict.qualifier, isKept(verdict))[lang]);
      }
      for (const line of error?.split('\n') ?? []) expect(text).toContain(line);
    }
  });
});

describe.each(stories.filter(({ title }) => /^(Trend|Breakdown|Source)\//.test(title)))(
  '$title: $name',
  ({ id }) => {
    test('says its sentence, its figures and their states to assistive technology', async () => {
      const told = await page.evaluate((id) => globalThis.storyPage.charts(id), id);
      expect(told.length).toBeGreaterThan(0);
      const { sliders, text } = await readTree(id);
      const plain = text.replaceAll(/\s/g, '');
      const has = (words: string): void => expect(plain).toContain(words.replaceAll(/\s/g, ''));
      const shown = told.filter(({ columns }) => columns.length > 0);
      for (const { summary } of shown) has(summary);
      const trends = shown.filter(({ tag }) => tag === 'zj-trend-chart');
      expect(sliders).toHaveLength(trends.length);
      sliders.forEach((slider, at) => {
        expect(slider.name).toBe(trends[at]!.lang === 'zh' ? '逐期查看' : 'Go through the periods');
        expect(slider.text).toMatch(/\d/);
      });
      for (const { error } of told) for (const line of error?.split('\n') ?? []) has(line);
      for (const { columns, error, loading, withheld, fallback } of told)
        expect(columns.length > 0 || error !== null || loading || withheld || fallback).toBe(true);
    });
  },
);

test('axe finds nothing beside the stories', () => {
  expect(stories.map(({ id }) => id)).toEqual(expect.arrayContaining([...faults.keys()]));
});

test('most of these gauges are out of sight', async () => {
  const [height, window] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  expect(height).toBeGreaterThan(20 * window);
});

test('every state that a gauge has is in a story', async () => {
  const told = (
    await Promise.all(stories.map(({ id }) => page.evaluate((id) => globalThis.storyPage.told(id), id)))
  ).flat();
  const statuses = ['achieved', 'on-track', 'at-risk', 'off-track', 'missed', 'no-data', 'not-assessable'];
  expect([...new Set(told.map(({ status }) => status))].sort()).toEqual([...statuses, null].sort());
  expect(told.some(({ loading }) => loading)).toBe(true);
  expect(told.some(({ error, fallback }) => error && fallback)).toBe(true);
  expect(told.some(({ error, verdict }) => error && verdict)).toBe(true);
});

test.each([
  ['trend-states--year-to-date', 860, () => trendSvg(revenueSeries(), { locale: 'zh-CN' })],
  ['trend-states--english', 640, () => trendSvg(revenueSeries(), { locale: 'en', width: 640 })],
  ['trend-states--broken-bound', 340, () => trendSvg(limitSeries(), { locale: 'zh-CN', width: 340 })],
  ['trend-states--three-lines', 860, () => trendSvg(industries({ count: 3 }), { locale: 'zh-CN' })],
  [
    'breakdown-states--merged',
    860,
    () => breakdownSvg(industries({ merged: true }), { locale: 'zh-CN', cumulative: true }),
  ],
  [
    'breakdown-states--change',
    860,
    () => breakdownSvg(industries(), { locale: 'zh-CN', appearance: 'change' }),
  ],
])(
  'the picture of %s at %i px has the same bytes from Node and from the browser',
  async (id, width, print) => {
    const drawn = await page.evaluate(
      ([id, width]) => {
        const chart = document.getElementById(id)!.querySelector('zj-trend-chart, zj-breakdown-chart');
        return (chart as ZjTrendChart).toSvg({ width });
      },
      [id, width] as const,
    );
    expect(drawn).toBe(print());
  },
);

test('every state that charts have is in a story', async () => {
  const told = (
    await Promise.all(stories.map(({ id }) => page.evaluate((id) => globalThis.storyPage.charts(id), id)))
  ).flat();
  for (const tag of ['zj-trend-chart', 'zj-breakdown-chart']) {
    const own = told.filter((one) => one.tag === tag);
    expect(own.some(({ columns }) => columns.length > 0)).toBe(true);
    expect(own.some(({ loading, fallback }) => loading && !fallback)).toBe(true);
    expect(own.some(({ error, columns }) => error && columns.length === 0)).toBe(true);
    expect(own.some(({ lang }) => lang === 'en')).toBe(true);
  }
  expect(told.some(({ withheld }) => withheld)).toBe(true);
});

test('nothing is complained of', () => {
  expect(stage.complaints).toEqual([]);
});
