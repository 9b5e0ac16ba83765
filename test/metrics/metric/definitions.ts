import { compileQuery, compileSeries, type Catalogue } from '@zj/metrics/sql';
import type { Column, Contract, Metric, Period, Query } from '@zj/metrics';

const words = (text: string) => ({ zh: text, en: text });

function column(name: string, type: Column['type'], more: Partial<Column> = {}): Column {
  return { name, label: words(name), type, ...more };
}

const industries = ['集成电路', '生物医药', '人工智能', '其他'];

/** Returns of enterprises, published as a public cube. */
export const revenueContract: Contract = {
  version: 1,
  id: 'industry-revenue',
  name: words('revenue'),
  description: words('revenue'),
  file: 'industry-revenue.csv',
  source: { zh: '示例数据', en: 'Demo data' },
  reportedThrough: '2026-10-31',
  columns: [
    column('month', 'DATE', { required: true }),
    column('enterprise', 'VARCHAR', { required: true, confidential: true }),
    column('industry', 'VARCHAR', { values: industries.map((value) => ({ value, label: words(value) })) }),
    column('tier', 'VARCHAR'),
    column('revenue', 'DECIMAL(18,2)'),
    column('staff', 'INTEGER'),
  ],
  key: ['month', 'enterprise'],
  time: { column: 'month', grain: 'month' },
  cube: { dimensions: ['industry'], measures: ['revenue'] },
};

export const revenueMetric: Metric = {
  id: 'leading-industries-revenue',
  name: words('revenue'),
  description: words('revenue'),
  dataset: 'industry-revenue',
  measure: { sum: 'revenue' },
  where: [{ column: 'industry', in: ['集成电路', '生物医药', '人工智能'] }],
  unit: { ...words('元'), power: 8 },
  scale: -4,
};

export const revenue = { metric: revenueMetric, contract: revenueContract };

/** A register of public acts, published row by row. */
export const patentsContract: Contract = {
  version: 1,
  id: 'patents',
  name: words('patents'),
  description: words('patents'),
  file: 'patents.csv',
  source: { zh: '示例数据', en: 'Demo data' },
  reportedThrough: '2026-10-31',
  columns: [
    column('number', 'VARCHAR', { required: true }),
    column('filed', 'DATE', { required: true }),
    column('route', 'VARCHAR'),
    column('granted', 'BOOLEAN'),
    column('claims', 'INTEGER'),
    column('fee', 'DECIMAL(9,2)'),
    column('weight', 'DOUBLE'),
  ],
  key: ['number'],
  time: { column: 'filed', grain: 'day' },
};

export const patentsMetric: Metric = {
  id: 'pct-applications',
  name: words('PCT'),
  description: words('PCT'),
  dataset: 'patents',
  measure: { count: 'rows' },
  where: [{ column: 'route', equals: 'PCT' }],
  unit: words('件'),
};

export const patents = { metric: patentsMetric, contract: patentsContract };

/** The year that the goals of the tests are about. */
export const year2026 = { start: '2026-01-01', end: '2026-12-31' };

/** A metric and the contract of its dataset. */
export interface Definition {
  readonly metric: Metric;
  readonly contract: Contract;
}

export function catalogueOf(...definitions: readonly Definition[]): Catalogue {
  return {
    metrics: definitions.map(({ metric }) => metric),
    datasets: [...new Set(definitions.map(({ contract }) => contract))].map((contract) => ({ contract })),
  };
}

/** The statement of a query for one metric alone. */
export function askOne(query: Omit<Query, 'metric' | 'metrics'>, definition: Definition): string {
  return compileQuery({ ...query, metric: definition.metric.id }, catalogueOf(definition)).sql;
}

/** The statement of a metric over time. */
export function seriesOf(definition: Definition, during: Period): string {
  return compileSeries({ metric: definition.metric.id, during }, catalogueOf(definition)).sql;
}
