import { rm } from 'node:fs/promises';
import { createMetrics, type Metrics, type Query } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { breakdownShape, usual } from '../../packages/widgets/src/breakdown-chart/breakdown-shape.js';
import { breakdownOfResult } from '../../packages/widgets/src/breakdown-chart/of-result.js';
import { tableHtml } from '../../packages/widgets/src/data-table/fallback.js';
import { readResult } from '../../packages/widgets/src/trend-chart/read-result.js';
import type { BreakdownLook, BreakdownShape } from '../../packages/widgets/src/breakdown-chart/shape.js';
import { writeRelease, type Release } from '../metrics/release/release.js';

let release: Release;
let metrics: Metrics;
beforeAll(async () => {
  release = await writeRelease();
  metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(release.manifestFile);
});
afterAll(async () => {
  await metrics.close();
  await rm(release.folder, { recursive: true });
});

const query: Query = {
  ...{ metric: 'industry-revenue', by: ['industry'], during: '2026-01/2026-10' },
  ...{ share: true, compare: 'year-over-year', contribution: true, totals: true },
};

async function shapeOf(
  asked: Query,
  look: Partial<BreakdownLook> = {},
  period = '',
): Promise<BreakdownShape> {
  const breakdown = breakdownOfResult(await metrics.query(asked), period);
  if ('code' in breakdown) throw new Error(breakdown.code);
  return breakdownShape(breakdown, { ...usual, locale: 'zh-CN', ...look });
}

test('an answer of the SDK is a breakdown: its total is that of the whole, its shares add up to 100.0 %', async () => {
  const { rows, columns, remarks } = await shapeOf(query);
  const whole = await metrics.query({ metric: 'industry-revenue', during: '2026-01/2026-10' });
  expect(rows.at(-1)!.part.value).toBe(whole.columns[0]!.values[0]);
  expect(columns.map(({ id }) => id)).toEqual(['value', 'share', 'change', 'contribution']);
  const shares = rows.slice(0, -1).map(({ cells }) => Math.round(parseFloat(cells[1]!.text) * 10));
  expect(shares.length).toBeGreaterThan(2);
  expect(shares.reduce((sum, one) => sum + one, 0)).toBe(1000);
  expect(remarks[0]).toBe('占比按最大余数法取整，相加为100.0%。');
});

test('what the query put together stays together: nobody knows how many that are, and nothing opens', async () => {
  const { rows, isOpen } = await shapeOf({ ...query, top: { count: 2 } });
  expect(rows.map(({ kind }) => kind)).toEqual(['member', 'member', 'rest', 'total']);
  expect(rows[2]!.name).toBe('其他');
  expect(isOpen).toBeNull();
  const all = await shapeOf(query, { top: 2 });
  expect(rows[2]!.part.value).toBeCloseTo(all.rows[2]!.part.value!, 9);
  expect(rows[2]!.cells[0]!.text).toBe(all.rows[2]!.cells[0]!.text);
});

test('without shares nothing says that the parts may be added: the rest has no figure, and the reason stands there', async () => {
  const { rows, remarks, columns } = await shapeOf(
    { metric: 'industry-revenue', by: ['industry'], during: '2026' },
    { top: 2 },
  );
  expect(columns.map(({ id }) => id)).toEqual(['value']);
  expect(rows.at(-1)!.cells[0]!.text).toBe('无数据');
  expect(remarks).toContain('各部分未确认可以相加，所以没有占比，“其他”没有数值。');
});

test('of an answer by periods the last one is shown, or the one that is named', async () => {
  const asked: Query = {
    metric: 'industry-revenue',
    by: ['month', 'industry'],
    during: '2026-01/2026-10',
    share: true,
  };
  expect((await shapeOf(asked)).title).toContain('2026年10月');
  expect((await shapeOf(asked, {}, '2026-03-01')).title).toContain('2026年3月');
  const result = await metrics.query(asked);
  expect(breakdownOfResult(result, '2020-01-01')).toMatchObject({ code: 'no-period' });
  expect(breakdownOfResult(await metrics.query({ metric: 'industry-revenue', by: ['month'] }), '')).toEqual({
    code: 'no-parts',
  });
});

test('the last period of an answer says how far it goes, where the data end within it', async () => {
  const asked: Query = { metric: 'industry-revenue', by: ['year', 'industry'] };
  const result = await metrics.query(asked);
  const { reportedThrough } = result;
  expect(reportedThrough).toMatch(/^2026-(?!12-31)/);
  expect((await shapeOf(asked)).remarks.join('')).toContain('本期尚未结束');
  expect((await shapeOf({ ...asked, by: ['month', 'industry'] })).remarks.join('')).not.toContain(
    '本期尚未结束',
  );
});

test('members have the words of their contract in each language, as in a series file: in the breakdown, the trend and the table', async () => {
  const chinese = /[\u4e00-\u9fff]/;
  const { rows, summary } = await shapeOf(query, { locale: 'en' });
  for (const told of [summary, ...rows.map(({ name }) => name)]) expect(told).not.toMatch(chinese);
  const result = await metrics.query({ ...query, by: ['quarter', 'industry'], contribution: false });
  const trend = readResult(result);
  if (typeof trend === 'string') throw new Error(trend);
  const names = trend.curves.flatMap(({ name }) => (name ? [name.en ?? ''] : []));
  expect(names.length).toBeGreaterThan(2);
  for (const name of names) expect(name).not.toMatch(chinese);
  expect(await tableHtml(result, { locale: 'en' })).not.toMatch(/<t[hd][^>]*>[^<]*[\u4e00-\u9fff]/);
});
