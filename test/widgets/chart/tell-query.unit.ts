import type { Query, QueryResult } from '@zj/metrics';
import { expect, test } from 'vitest';
import { createBareWatch } from '../../../packages/widgets/src/element/bare.js';
import { findChart } from '../../../packages/widgets/src/chart/find-chart.js';
import type { SourceGift } from '../../../packages/widgets/src/element/source.js';
import { trendShape } from '../../../packages/widgets/src/trend-chart/trend-shape.js';

/** The revenue of quarters, as a query under a period answers. */
function answerOf(query: Query, starts: readonly string[]): QueryResult {
  const label = { zh: '营业收入', en: 'Revenue' };
  return {
    columns: [
      { name: 'quarter', role: 'time', grain: 'quarter', type: 'DATE', label, values: starts },
      {
        name: 'value',
        role: 'value',
        metric: 'revenue',
        unit: { zh: '元', en: 'yuan' },
        type: 'DOUBLE',
        label,
        values: starts.map((_, at) => 100 + at),
      },
    ],
    rowCount: starts.length,
    query,
    completeness: [],
    reportedThrough: '2026-12-31',
  } as unknown as QueryResult;
}

const query = { metric: 'revenue', by: ['quarter'] } as unknown as Query;

/** The finding of a chart with a query in a source with these words for its selection. */
function find(state: { readonly result?: QueryResult; readonly busy?: boolean; readonly failure?: unknown }) {
  const asked: unknown[] = [];
  const around = {
    tell: (wanted: unknown, locale: string, except?: readonly string[]) => {
      asked.push(wanted, except);
      return {
        told: locale === 'en' ? 'zone: north' : '片区：北区',
        beside: locale === 'en' ? 'tier: x' : '层级：甲',
      };
    },
  } as unknown as SourceGift;
  const asker = { ask: () => ({ busy: false, ...state }), retry: () => undefined, end: () => undefined };
  const found = (locale: 'en' | 'zh-CN', keepsOwn = false) =>
    findChart(
      { query, baseURI: 'http://localhost/' },
      {
        around,
        asker: asker as never,
        summer: asker as never,
        tools: { ask: () => undefined, failure: undefined },
        bare: createBareWatch(() => undefined),
        locale,
        keepsOwn,
      },
    );
  return { found, asked };
}

test('a chart with a query says what its figures are narrowed to, and what they are not', () => {
  const { found, asked } = find({ result: answerOf(query, ['2026-01-01']) });
  expect(found('en').chosen).toEqual({
    told: 'zone: north',
    remarks: ['Narrowed to the selection: zone: north', expect.stringContaining('(tier: x)')],
  });
  expect(found('zh-CN').chosen!.remarks[0]).toBe('已按所选条件筛选：片区：北区');
  found('en', true);
  expect(asked.slice(-2)).toEqual([{ query }, ['quarter']]);
});

test('figures of before say that the selection is still queried; a failure says nothing of it', () => {
  const { found } = find({ result: answerOf(query, ['2026-01-01']), busy: true });
  expect(found('en').chosen).toMatchObject({
    told: '',
    remarks: [expect.stringContaining('being queried'), expect.anything()],
  });
  expect(find({ failure: { code: 'QUERY', message: () => 'x' } }).found('en').chosen).toBeUndefined();
});

test.each([
  ['2026-04', ['2026-04-01'], true],
  ['2026-02/2026-06', ['2026-01-01', '2026-04-01'], true],
  ['2026-Q2', ['2026-04-01'], false],
  [{ start: '2026-01-01', end: '2026-06-30' }, ['2026-01-01', '2026-04-01'], false],
  [undefined, ['2026-04-01'], false],
])('a period that is cut by %j is told as cut', (during, starts, isCut) => {
  const result = answerOf({ ...query, ...(during && { during }) }, starts);
  const { remarks } = find({ result }).found('en').chosen!;
  expect(remarks.some((one) => one.includes('they cut a period'))).toBe(isCut);
  const shape = trendShape(result, { locale: 'en', appearance: 'line' });
  if ('problem' in shape) throw new Error('no shape');
  expect(/\(.* to .*2026\)/.test(shape.readout(0).spoken)).toBe(isCut);
  // A part of a period is compared with no whole one.
  if (isCut) expect(shape.summary).not.toMatch(/\bup\b/);
});
