import { checkReferences, parseMetrics, toSeries, type Contract, type Metric, type Query } from '@zj/metrics';
import { compileQuery, compileSeries, planCuboid, type Catalogue } from '@zj/metrics/sql';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Figures of several publishers for some years: filings of a city, and one of them once within a year.

const words = (text: string) => ({ zh: text, en: text });
const contract: Contract = {
  version: 1,
  id: 'published',
  name: words('published'),
  description: words('published'),
  file: 'published.csv',
  source: words('test'),
  reportedThrough: '2025-12-31',
  columns: [
    { name: 'year', label: words('year'), type: 'DATE' },
    { name: 'last_day', label: words('last day'), type: 'DATE' },
    { name: 'publisher', label: words('publisher'), type: 'VARCHAR' },
    { name: 'figure', label: words('figure'), type: 'DECIMAL(18,2)' },
  ],
  key: ['last_day', 'publisher'],
  time: { column: 'year', grain: 'year' },
};
const metric = (id: string, publisher: string, more: Partial<Metric> = {}): Metric => ({
  ...{ id, name: words(id), description: words(id), unit: words('unit'), dataset: 'published' },
  ...{ measure: { sum: 'figure' }, where: [{ column: 'publisher', equals: publisher }] },
  ...more,
});
const office = metric('office', 'office');
const counted = metric('counted', 'counter', { time: 'last_day', reportedThrough: '2025-07-30' });
const catalogue: Catalogue = { metrics: [office, counted], datasets: [{ contract }] };

let duckdb: Workbench;
beforeAll(async () => {
  duckdb = await openWorkbench();
  await duckdb.execute(`
    CREATE TABLE published (year DATE, last_day DATE, publisher VARCHAR, figure DECIMAL(18,2));
    INSERT INTO published VALUES
      ('2018-01-01', '2018-12-31', 'office', 2528), ('2022-01-01', '2022-12-31', 'office', 5591),
      ('2023-01-01', '2023-12-31', 'office', 6185), ('2024-01-01', '2024-12-31', 'counter', 80),
      ('2025-01-01', '2025-07-30', 'counter', 86), ('2025-01-01', '2025-10-31', 'counter', 999)`);
});
afterAll(() => duckdb.close());

const ask = async (query: Query) => (await duckdb.run(compileQuery(query, catalogue).sql)).columns;

test('months for which a dataset never has a figure go with the series of its metrics, and of those made of them', () => {
  const monthly = (id: string, omits?: readonly number[]): Contract => ({
    ...contract,
    id,
    time: { column: 'year', grain: 'month' },
    ...(omits && { omits }),
  });
  const all = [monthly('a', [2, 1]), monthly('b', [1, 12]), monthly('c')];
  const metrics: readonly Metric[] = [
    ...all.map(({ id }) => ({ ...metric(id, 'office'), dataset: id })),
    {
      id: 'sum',
      name: words('sum'),
      description: words('sum'),
      unit: words('unit'),
      measure: { add: ['a', 'b', 'c'] },
    },
  ];
  const omitsOf = (id: string) =>
    compileSeries({ metric: id }, { metrics, datasets: all.map((one) => ({ contract: one })) }).omits;
  expect([omitsOf('a'), omitsOf('c'), omitsOf('sum')]).toEqual([[1, 2], [], [1, 2, 12]]);
});

describe('figures of whole years', () => {
  test('are a series whose figures are dated by the last day of their years, and a year without one is left out', async () => {
    const compiled = compileSeries({ metric: 'office' }, catalogue);
    expect(toSeries(await duckdb.run(compiled.sql), compiled)).toEqual({
      grain: 'year',
      reportedThrough: '2025-12-31',
      count: false,
      observations: [
        { date: '2018-12-31', value: 2528 },
        { date: '2022-12-31', value: 5591 },
        { date: '2023-12-31', value: 6185 },
      ],
    });
  });

  test.each(['half-year', 'quarter', 'month', 'week', 'day'])('have none by %s: that is refused', (grain) => {
    expect(() => compileQuery({ metric: 'office', by: [grain] }, catalogue)).toThrow(
      `"published" has figures by year, and none by ${grain}. Write "year".`,
    );
  });

  test('are compared with those of the year before', async () => {
    const columns = await ask({ metric: 'office', by: ['year'], compare: 'previous-period', during: '2023' });
    expect(columns.map(({ values }) => values[0])).toEqual([
      '2023-01-01',
      6185,
      5591,
      594,
      expect.closeTo((100 * 594) / 5591, 12),
    ]);
  });

  test('follow from a cuboid as from the rows, up to the last day of each metric', async () => {
    const early = metric('early', 'office', { reportedThrough: '2022-12-31' });
    const both = { ...catalogue, metrics: [office, early] };
    const plan = planCuboid({ metrics: ['office', 'early'], by: ['publisher'] }, both);
    await duckdb.execute(`CREATE TABLE cells AS ${plan.select}`);
    const cuboids = [{ ...plan, table: ['cells'] }];
    const query: Query = { metrics: ['office', 'early'], by: ['year'], complete: true };
    const [rows, cells] = [compileQuery(query, both).sql, compileQuery(query, { ...both, cuboids }).sql];
    expect([rows.includes('FROM published'), cells.includes('FROM published')]).toEqual([true, false]);
    const answer = (await duckdb.run(rows)).columns;
    expect((await duckdb.run(cells)).columns).toEqual(answer);
    expect(answer.map(({ values }) => values.at(-3))).toEqual(['2023-01-01', 6185, null]);
  });

  test('are not regrouped into fiscal years: that is refused, with the month to write', () => {
    for (const query of [{ by: ['year'] }, { during: '2023' }, {}])
      expect(() => compileQuery({ metric: 'office', ...query, fiscalStart: 4 }, catalogue)).toThrow(
        '$.fiscalStart: The years of "published" begin with month 1, and its figures by year cannot be regrouped into years that begin with month 4. Write "fiscalStart": 1, or remove it.',
      );
  });
});

describe('a metric with a last day of its own', () => {
  test('has no figures after it, and says through which day it is known', async () => {
    const compiled = compileSeries({ metric: 'counted' }, catalogue);
    expect(toSeries(await duckdb.run(compiled.sql), compiled)).toEqual({
      grain: 'day',
      reportedThrough: '2025-07-30',
      count: false,
      observations: [
        { date: '2024-12-31', value: 80 },
        { date: '2025-07-30', value: 86 },
      ],
    });
    expect((await ask({ metric: 'counted' }))[0]!.values).toEqual([166]);
  });

  test('stands beside others, each up to its own day', async () => {
    const columns = await ask({ metrics: ['office', 'counted'], by: ['year'], during: '2023/2025' });
    expect(columns.map(({ values }) => values)).toEqual([
      ['2023-01-01', '2024-01-01', '2025-01-01'],
      [6185, null, null],
      [null, 80, 86],
    ]);
  });

  test('cannot reach further than its dataset', () => {
    const far = { ...counted, reportedThrough: '2026-01-31' };
    const found = checkReferences({ plan: { goals: [] }, metrics: [far], contracts: [contract] });
    expect(found).toMatchObject([{ code: 'reported-through', where: '$.metrics[0].reportedThrough' }]);
    expect(() => compileQuery({ metric: 'counted' }, { ...catalogue, metrics: [far] })).toThrow(
      /up to 2026-01-31, but "published" only those up to 2025-12-31/,
    );
  });

  test('has rows: one that is made of others takes theirs', () => {
    const { id, name, description, unit, reportedThrough } = { ...counted, id: 'made' };
    const made = { id, name, description, unit, reportedThrough, measure: { multiply: ['office', 2] } };
    const { problems } = parseMetrics({ version: 1, metrics: [office, made] });
    expect(problems).toMatchObject([{ code: 'composite', where: '$.metrics[1].reportedThrough' }]);
  });
});
