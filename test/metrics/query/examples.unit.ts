import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createMetrics,
  type Contract,
  type Measure,
  type Metric,
  type Metrics,
  type Query,
} from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableOf } from '../session/own.js';

const page = readFileSync(join(import.meta.dirname, '../../../packages/metrics/QUERIES.md'), 'utf8');
const words = (en: string) => ({ zh: en, en });

const contract: Contract = {
  ...{
    version: 1,
    id: 'revenue',
    name: words('Revenue'),
    description: words('Revenue by month and industry'),
  },
  ...{ file: 'revenue.csv', source: words('The page'), reportedThrough: '2026-03-31' },
  columns: [
    { name: 'month', label: words('Month'), type: 'DATE', required: true },
    { name: 'industry', label: words('Industry'), type: 'VARCHAR', required: true },
    {
      name: 'amount',
      label: words('Amount'),
      type: 'DECIMAL(18,2)',
      unit: { zh: '元', en: 'yuan', power: 8 },
    },
  ],
  ...{ key: ['month', 'industry'], time: { column: 'month', grain: 'month' } },
};

/** The rows of the table at the head of the page. */
const rows = [...page.matchAll(/^\| (2026-\d\d-01) \| (\w+) \| (.*?) \|$/gm)].map(
  ([, month, industry, amount]) => `${month},${industry},${amount === '(empty)' ? '' : amount}`,
);

const metricOf = (id: string, measure: Measure, more: Partial<Metric> = {}): Metric => ({
  ...{ id, name: words(id), description: words(id), dataset: 'revenue', measure },
  ...{ unit: { zh: '元', en: 'yuan', power: 8 } },
  ...more,
});
const made = (
  id: string,
  measure: Measure,
  unit: Metric['unit'] = { zh: '元', en: 'yuan', power: 8 },
): Metric => ({
  ...{ id, name: words(id), description: words(id), measure, unit },
});
const units = { unit: words('rows') };

let metrics: Metrics;
beforeAll(async () => {
  metrics = createMetrics({ engine: nodeEngine() });
  await metrics.add({
    contract,
    table: tableOf(['month,industry,amount', ...rows], 'revenue.csv'),
    metrics: [
      metricOf('revenue', { sum: 'amount' }),
      metricOf('revenue-or-zero', { sum: 'amount' }, { empty: 'zero' }),
      metricOf('until-february', { sum: 'amount' }, { empty: 'zero', reportedThrough: '2026-02-28' }),
      metricOf('rows', { count: 'rows' }, units),
      metricOf('industries', { countDistinct: 'industry' }, units),
      metricOf('mean', { average: 'amount' }),
      metricOf('least', { minimum: 'amount' }),
      metricOf('most', { maximum: 'amount' }),
      metricOf('middle', { median: 'amount' }),
      metricOf('newest', { last: 'amount' }),
      made('revenue-index', { index: 'revenue', base: '2026-01' }, { zh: '指数', en: 'index' }),
      made('revenue-average', { movingAverage: 'revenue', periods: 3 }),
      made('revenue-average-of-two', { movingAverage: 'revenue', periods: 2 }),
    ],
  });
});
afterAll(() => metrics.close());

const chips = { where: [{ column: 'industry', equals: 'chips' }] } as const;
async function ask(query: Query, column = 'value'): Promise<readonly unknown[]> {
  const result = await metrics.query(query);
  return result.columns.find(({ name }) => name === column)!.values;
}

test('the page has six rows', () => expect(rows).toHaveLength(6));

test.each([
  ['revenue', 440],
  ['rows', 6],
  ['industries', 2],
  ['mean', 88],
  ['least', 50],
  ['most', 120],
  ['middle', 100],
  ['newest', 180],
])('%s of the first quarter is %d', async (metric, figure) => {
  expect(await ask({ metric, during: '2026-Q1' })).toEqual([figure]);
});

test('a bound of `between` may be left open', async () => {
  const where = [{ column: 'amount', between: [100, null] }] as const;
  expect(await ask({ metric: 'revenue', by: ['month'], where })).toEqual([100, 110, 120]);
});

test('an empty cell is found by `null`', async () => {
  const query = {
    metric: 'rows',
    by: ['month', 'industry'],
    where: [{ column: 'amount', null: true }],
  } as const;
  expect(await ask(query, 'month')).toEqual(['2026-02-01']);
  expect(await ask(query, 'industry')).toEqual(['drugs']);
});

test('`empty` puts zero in the place of null', async () => {
  const drugs = { by: ['month'], where: [{ column: 'industry', equals: 'drugs' }] } as const;
  expect(await ask({ metric: 'revenue', ...drugs })).toEqual([50, null, 60]);
  expect(await ask({ metric: 'revenue-or-zero', ...drugs })).toEqual([50, 0, 60]);
});

test('a month after the last known day of a metric is null, beside one that knows it', async () => {
  const query = { metrics: ['revenue', 'until-february'], by: ['month'], ...chips } as const;
  expect(await ask(query, 'until-february')).toEqual([100, 110, null]);
});

test('a quarter by industry', async () => {
  expect(await ask({ metric: 'revenue', by: ['quarter', 'industry'] })).toEqual([330, 110]);
});

test('the year to date begins before the window', async () => {
  const march = { metric: 'revenue', by: ['month'], during: '2026-03', cumulative: 'year-to-date' } as const;
  expect(await ask({ ...march, ...chips })).toEqual([330]);
});

test('two months rolling', async () => {
  expect(await ask({ metric: 'revenue', by: ['month'], rolling: 2, ...chips })).toEqual([null, 210, 230]);
});

test('March is compared with February', async () => {
  const march = { metric: 'revenue', by: ['month'], during: '2026-03', compare: 'previous-period' } as const;
  expect(await ask({ ...march, ...chips }, 'value_base')).toEqual([110]);
  expect(await ask({ ...march, ...chips }, 'value_difference')).toEqual([10]);
  const [percent] = await ask({ ...march, ...chips }, 'value_percent');
  expect(percent).toBeCloseTo(9.09, 2);
});

test('a share is one of the whole month', async () => {
  const [share] = await ask(
    { metric: 'revenue', by: ['month', 'industry'], during: '2026-03', share: true },
    'value_share',
  );
  expect(share).toBeCloseTo(66.7, 1);
});

test('all but the largest are the rest', async () => {
  const query = { metric: 'revenue', by: ['industry'], top: { count: 1 } } as const;
  expect(await ask(query)).toEqual([330, 110]);
  expect(await ask(query, 'industry')).toEqual(['chips', null]);
});

test('an index has the base of its own group', async () => {
  const march = { metric: 'revenue-index', during: '2026-03' } as const;
  expect(await ask({ ...march, by: ['month'] })).toEqual([120]);
  expect(await ask({ ...march, by: ['month', 'industry'] })).toEqual([120, 120]);
});

test('a moving average is the mean of finished figures, empty where one is missing', async () => {
  const [january, february, march] = await ask({ metric: 'revenue-average', by: ['month'] });
  expect([january, february]).toEqual([null, null]);
  expect(march).toBeCloseTo(146.7, 1);
  const drugs = { where: [{ column: 'industry', equals: 'drugs' }] } as const;
  expect(await ask({ metric: 'revenue-average', by: ['month'], ...drugs })).toEqual([null, null, null]);
  const of = { by: ['month'], during: '2026-03', ...chips } as const;
  expect(await ask({ metric: 'revenue', rolling: 2, ...of })).toEqual([230]);
  expect(await ask({ metric: 'revenue-average-of-two', ...of })).toEqual([115]);
});
