import {
  checkReferences,
  isCount,
  type Contract,
  type Measure,
  type Metric,
  type MetricsError,
  type Query,
  type Unit,
} from '@zj/metrics';
import { compileQuery, compileSeries, planCuboid, type Catalogue } from '@zj/metrics/sql';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// A city: output by year, residents and revenue by month, visits by day, all of two districts.

const words = (text: string) => ({ zh: text, en: text });
const index: Unit = { zh: '指数', en: 'index' };
const yuan: Unit = { zh: '元', en: 'yuan' };

function contractOf(
  id: string,
  grain: Contract['time']['grain'],
  reportedThrough: string,
  more: Partial<Contract> = {},
): Contract {
  return {
    ...{ version: 1, id, name: words(id), description: words(id), file: `${id}.csv`, source: words('test') },
    reportedThrough,
    columns: [
      { name: 'day', label: words('day'), type: 'DATE' },
      { name: 'district', label: words('district'), type: 'VARCHAR' },
      { name: 'amount', label: words('amount'), type: 'DECIMAL(18,2)' },
    ],
    key: ['day', 'district'],
    time: { column: 'day', grain },
    ...more,
  };
}
const contracts = [
  contractOf('output', 'year', '2025-12-31'),
  contractOf('residents', 'month', '2026-02-28'),
  contractOf('sales', 'month', '2026-03-31'),
  contractOf('visits', 'day', '2026-03-15'),
  contractOf('leaps', 'day', '2025-03-31'),
  contractOf('returns', 'month', '2026-03-31', { reporters: 'district' }),
];

const metric = (id: string, measure: Measure, more: Partial<Metric> = {}): Metric => ({
  ...{ id, measure, name: words(id), description: words(id), unit: yuan },
  ...more,
});
const metrics: readonly Metric[] = [
  metric('output', { sum: 'amount' }, { dataset: 'output' }),
  metric('residents', { last: 'amount' }, { dataset: 'residents' }),
  metric('output-per-head', { ratio: ['output', 'residents'] }),
  metric('revenue', { sum: 'amount' }, { dataset: 'sales' }),
  metric('size-of-sale', { average: 'amount' }, { dataset: 'sales' }),
  metric('revenue-per-head', { ratio: ['revenue', 'residents'] }),
  metric('visits', { count: 'rows' }, { dataset: 'visits' }),
  metric('returns', { sum: 'amount' }, { dataset: 'returns' }),
  metric('output-index', { index: 'output', base: '2021' }, { unit: index }),
  metric('output-index-2023', { index: 'output', base: '2023' }, { unit: index }),
  metric('per-head-index', { index: 'output-per-head', base: '2022' }, { unit: index }),
  metric('revenue-index', { index: 'revenue', base: '2025-10' }, { unit: index }),
  metric('loss-index', { index: 'revenue', base: '2025-11' }, { unit: index }),
  metric('quarter-index', { index: 'revenue', base: '2025-Q4' }, { unit: index }),
  metric('sale-index', { index: 'size-of-sale', base: '2025' }, { unit: words('%') }),
  metric('growth', { subtract: ['revenue-index', 100] }, { unit: index }),
  metric('revenue-average', { movingAverage: 'revenue', periods: 3 }),
  metric('residents-average', { movingAverage: 'residents', periods: 2 }),
  metric('visits-average', { movingAverage: 'visits', periods: 2 }),
  metric('ratio-average', { movingAverage: 'revenue-per-head', periods: 2 }),
  metric(
    'late-visits',
    { count: 'rows' },
    { dataset: 'visits', where: [{ column: 'day', atLeast: '2026-01-01' }] },
  ),
  metric('all-visits', { add: ['visits', 'late-visits'] }),
  metric('visits-index', { index: 'all-visits', base: '2025-11' }, { unit: index }),
  metric('leaps', { sum: 'amount' }, { dataset: 'leaps' }),
  metric('leap-index', { index: 'leaps', base: '2023-02-28' }, { unit: index }),
  metric('rate', { sum: 'amount' }, { dataset: 'sales', unit: words('%') }),
  metric('rate-average', { movingAverage: 'rate', periods: 2 }, { unit: words('%') }),
  metric('returns-average', { movingAverage: 'returns', periods: 2 }),
];
const catalogue: Catalogue = { metrics, datasets: contracts.map((contract) => ({ contract })) };

let duckdb: Workbench;
beforeAll(async () => {
  duckdb = await openWorkbench();
  for (const { id } of contracts) {
    await duckdb.execute(`CREATE TABLE ${id} (day DATE, district VARCHAR, amount DECIMAL(18,2))`);
  }
  await duckdb.execute(`
    INSERT INTO output VALUES
      ('2020-01-01', 'east', 90), ('2020-01-01', 'west', 10), ('2021-01-01', 'east', 100), ('2021-01-01', 'west', 0),
      ('2022-01-01', 'east', 110), ('2022-01-01', 'west', 40), ('2024-01-01', 'east', 130), ('2025-01-01', 'east', 120), ('2025-01-01', 'west', 60);
    INSERT INTO residents VALUES
      ('2022-01-01', 'east', 8), ('2022-12-01', 'east', 10), ('2022-12-01', 'west', 5),
      ('2024-12-01', 'east', 13), ('2025-06-01', 'east', 99), ('2025-11-01', 'east', 12), ('2025-11-01', 'west', 3),
      ('2026-01-01', 'east', 12), ('2026-02-01', 'east', 12);
    INSERT INTO sales VALUES
      ('2025-10-01', 'east', 40), ('2025-10-01', 'west', 0.4), ('2025-11-01', 'east', -3), ('2025-12-01', 'east', 60),
      ('2025-12-01', 'west', 0.1), ('2026-01-01', 'east', 62), ('2026-01-01', 'west', 0.2), ('2026-02-01', 'west', 0.3),
      ('2026-03-01', 'east', 64), ('2026-03-01', 'west', NULL);
    INSERT INTO visits VALUES
      ('2025-11-30', 'east', 1), ('2026-01-05', 'east', 1), ('2026-01-06', 'east', 1), ('2026-01-07', 'east', 1),
      ('2026-02-28', 'east', 1), ('2026-03-01', 'east', 1), ('2026-03-15', 'east', 1);
    INSERT INTO leaps VALUES ('2023-02-28', 'east', 10), ('2024-02-28', 'east', 20), ('2024-02-29', 'east', 30), ('2025-02-28', 'east', 40);
    INSERT INTO returns VALUES ('2026-01-01', 'east', 1)`);
});
afterAll(() => duckdb.close());

async function ask(query: Query): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { columns } = await duckdb.run(compileQuery(query, catalogue).sql);
  return Object.fromEntries(columns.map(({ name, values }) => [name, [...values]]));
}
const valuesOf = async (query: Query) => (await ask(query)).value;

/** The code and the place of each problem of a query. */
function refusalOf(query: Query): readonly string[] {
  try {
    compileQuery(query, catalogue);
  } catch (error) {
    return (error as MetricsError).problems.map(({ code, where }) => `${code} ${where}`);
  }
  return [];
}

describe('a ratio of datasets of several grains', () => {
  test('divides at the coarser grain, the stock on its last day of the year', async () => {
    const query: Query = { metric: 'output-per-head', by: ['year'], during: '2022/2025' };
    // 150 ÷ 15; of 2023 there is nothing; 130 ÷ 13; 180 ÷ 15: not by the 99 of June.
    expect(await ask({ ...query, by: ['year'], complete: true })).toEqual({
      year: ['2022-01-01', '2023-01-01', '2024-01-01', '2025-01-01'],
      value: [10, null, 10, 12],
    });
  });

  test('divides each district by its own stock', async () => {
    const query: Query = { metric: 'output-per-head', by: ['year', 'district'], during: '2025' };
    expect(await ask(query)).toEqual({
      year: ['2025-01-01', '2025-01-01'],
      district: ['east', 'west'],
      value: [10, 20],
    });
  });

  test('has no figure after the last year of the one that ends first', async () => {
    expect(await ask({ metric: 'output-per-head', by: ['year'], during: '2025/2026' })).toEqual({
      year: ['2025-01-01', '2026-01-01'],
      value: [12, null],
    });
  });

  test('is refused at a finer grain, and by the period of its datasets, with the grain that it has', () => {
    expect(refusalOf({ metric: 'output-per-head', by: ['month'] })).toEqual(['grain $.by[0]']);
    expect(() => compileQuery({ metric: 'output-per-head', by: ['month'] }, catalogue)).toThrow(
      '"output" has figures by year, and none by month. Write "year".',
    );
    expect(() => compileQuery({ metric: 'output-per-head', by: ['period'] }, catalogue)).toThrow(
      'The datasets are by year and by month: they have no common period. Write "year".',
    );
  });

  test('makes the series of a goal, by year', async () => {
    const { sql, grain, reportedThrough } = compileSeries({ metric: 'output-per-head' }, catalogue);
    expect({ grain, reportedThrough }).toEqual({ grain: 'year', reportedThrough: '2025-12-31' });
    const { columns } = await duckdb.run(sql);
    expect(columns.map(({ values }) => [...values])).toEqual([
      ['2020-01-01', '2021-01-01', '2022-01-01', '2024-01-01', '2025-01-01', '2026-01-01'],
      [null, null, 10, 10, 12, null],
    ]);
  });
});

describe('an index', () => {
  test('is a hundred times each figure by that of the base period, also before it', async () => {
    expect(await ask({ metric: 'output-index', by: ['year'] })).toEqual({
      year: ['2020-01-01', '2021-01-01', '2022-01-01', '2024-01-01', '2025-01-01'],
      value: [100, 100, 150, 130, 180],
    });
  });

  test('has its base outside of the days asked for', async () => {
    expect(await valuesOf({ metric: 'output-index', by: ['year'], during: '2025' })).toEqual([180]);
    expect(await valuesOf({ metric: 'output-index', by: ['year'], during: '2020' })).toEqual([100]);
  });

  test('has the base of its own group, and is empty where that is zero, below zero or missing', async () => {
    const query: Query = { metric: 'output-index', by: ['district', 'year'], during: '2022/2025' };
    expect(await ask(query)).toEqual({
      district: ['east', 'east', 'east', 'west', 'west'],
      year: ['2022-01-01', '2024-01-01', '2025-01-01', '2022-01-01', '2025-01-01'],
      value: [110, 130, 120, null, null],
    });
    expect(await valuesOf({ metric: 'loss-index', by: ['month'], during: '2025-12' })).toEqual([null]);
    expect(await valuesOf({ metric: 'output-index-2023', by: ['year'], during: '2025' })).toEqual([null]);
  });

  test('of a total has the base of the total', async () => {
    const query: Query = { metric: 'output-index', by: ['district', 'year'], during: '2025', totals: true };
    expect((await ask(query)).value).toEqual([120, null, 180]);
  });

  test('under conditions is of the rows that meet them, and so is its base', async () => {
    const where = [{ column: 'district', equals: 'east' }] as const;
    expect(await valuesOf({ metric: 'output-index', by: ['year'], during: '2025', where })).toEqual([120]);
  });

  test('of a ratio divides the ratios', async () => {
    expect(await valuesOf({ metric: 'per-head-index', by: ['year'], during: '2024/2025' })).toEqual([
      100, 120,
    ]);
  });

  test('is computed from exact sums, and rounded once', async () => {
    // 40.4 is the base: 100 · 62.2 ÷ 40.4, in one division.
    expect(await valuesOf({ metric: 'revenue-index', by: ['month'], during: '2026-01' })).toEqual([
      6220 / 40.4,
    ]);
  });

  test('is compared with its own earlier figure', async () => {
    const query: Query = {
      metric: 'output-index',
      by: ['year'],
      during: '2024/2025',
      compare: 'previous-period',
    };
    expect(await ask(query)).toEqual({
      ...{ year: ['2024-01-01', '2025-01-01'], value: [130, 180], value_base: [null, 130] },
      ...{ value_difference: [null, 50], value_percent: [null, (100 * 50) / 130] },
    });
  });

  test('by day has no earlier figure on 29 February, and none of that day', async () => {
    const query: Query = { metric: 'leap-index', by: ['day'], compare: 'year-over-year' };
    expect(await ask(query)).toMatchObject({
      day: ['2023-02-28', '2024-02-28', '2024-02-29', '2025-02-28'],
      value: [100, 200, 300, 400],
      value_base: [null, 100, null, 200],
    });
  });

  test('is empty if one of its parts begins after the base', async () => {
    expect(await valuesOf({ metric: 'visits-index', by: ['month'], during: '2026-01/2026-02' })).toEqual([
      null,
      null,
    ]);
  });

  test('of periods that are not over is empty: a month to date is no month', async () => {
    const query: Query = {
      metric: 'quarter-index',
      by: ['quarter'],
      during: { start: '2026-01-01', end: '2026-03-30' },
    };
    expect(await valuesOf(query)).toEqual([null]);
    // 100 · 126.5 ÷ 97.5
    expect(await valuesOf({ ...query, during: '2026-Q1' })).toEqual([12_650 / 97.5]);
  });

  test('has a longer base only for figures that do not grow with their period', async () => {
    // The mean of 2025 is 97.5 ÷ 5 = 19.5, that of January 31.1.
    expect(await valuesOf({ metric: 'sale-index', by: ['month'], during: '2026-01' })).toEqual([3110 / 19.5]);
    expect(refusalOf({ metric: 'quarter-index', by: ['month'] })).toEqual(['index-base $.metric']);
    expect(refusalOf({ metrics: ['revenue', 'revenue-index'], by: ['year'] })).toEqual([
      'index-base $.metrics[1]',
    ]);
    expect(() => compileQuery({ metric: 'revenue-index', by: ['year'] }, catalogue)).toThrow(
      'The base of "revenue-index", 2025-10, is a month, which is shorter than the figures by year. Write a year in "base", or ask for it by month.',
    );
  });

  test('is a part of other metrics', async () => {
    expect(await valuesOf({ metric: 'growth', by: ['month'], during: '2025-10/2025-12' })).toEqual([
      0,
      -300 / 40.4 - 100,
      6010 / 40.4 - 100,
    ]);
  });

  test('counts fiscal years where the query does', async () => {
    const query: Query = { metric: 'sale-index', by: ['month'], during: '2026-01', fiscalStart: 10 };
    // The fiscal year 2025 ends in September 2026, and is not over.
    expect(await valuesOf(query)).toEqual([null]);
  });
});

describe('a moving average', () => {
  test('is the mean of the figures of so many periods, empty where one is missing', async () => {
    expect(await ask({ metric: 'revenue-average', by: ['month'] })).toEqual({
      month: ['2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'],
      // 97.5 ÷ 3, 119.3 ÷ 3, 122.6 ÷ 3, 126.5 ÷ 3
      value: [null, null, 97.5 / 3, 119.3 / 3, 122.6 / 3, 126.5 / 3],
    });
    // West has no row in November, and an empty one in March.
    const where = [{ column: 'district', equals: 'west' }] as const;
    expect(await valuesOf({ metric: 'revenue-average', by: ['month'], where })).toEqual([
      ...[null, null, null, 0.6 / 3, null],
    ]);
  });

  test('reaches back before the days asked for', async () => {
    expect(await valuesOf({ metric: 'revenue-average', by: ['month'], during: '2026-01' })).toEqual([
      119.3 / 3,
    ]);
  });

  test('is the mean of stocks and of ratios as they stand, and adds up nothing', async () => {
    expect(await valuesOf({ metric: 'residents-average', by: ['month'], during: '2026-01/2026-02' })).toEqual(
      [null, 12],
    );
    // 62.2 ÷ 12 and 0.3 ÷ 12
    const [value] = (await valuesOf({ metric: 'ratio-average', by: ['month'], during: '2026-02' }))!;
    expect(value).toBeCloseTo((62.2 / 12 + 0.3 / 12) / 2, 12);
  });

  test('counts a period without rows as none', async () => {
    expect(await ask({ metric: 'visits-average', by: ['month'], complete: true })).toEqual({
      month: ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'],
      // Before the first row there is no count; March is not over.
      value: [null, 0.5, 1.5, 2, null],
    });
  });

  test('by quarter is of whole quarters', async () => {
    expect(await valuesOf({ metric: 'visits-average', by: ['quarter'], complete: true })).toEqual([
      null,
      null,
    ]);
    expect(await valuesOf({ metric: 'residents-average', by: ['year'], during: '2024/2025' })).toEqual([
      null,
      14,
    ]);
  });

  test('is compared with its own earlier figure', async () => {
    const query: Query = {
      metric: 'revenue-average',
      by: ['month'],
      during: '2026-02',
      compare: 'previous-period',
    };
    const { value_base, value_difference } = await ask(query);
    expect([value_base, value_difference]).toEqual([[119.3 / 3], [122.6 / 3 - 119.3 / 3]]);
  });

  test('stands beside other metrics', async () => {
    const query: Query = {
      metrics: ['revenue', 'revenue-average'],
      by: ['month'],
      during: '2026-02/2026-03',
    };
    expect(await ask(query)).toEqual({
      ...{
        month: ['2026-02-01', '2026-03-01'],
        revenue: [0.3, 64],
        'revenue-average': [122.6 / 3, 126.5 / 3],
      },
    });
  });

  test('makes the series of a goal, and counts nothing', async () => {
    const query = { metric: 'visits-average', during: { start: '2026-03-01', end: '2026-03-15' } };
    const { sql, grain } = compileSeries(query, catalogue);
    expect(grain).toBe('day');
    const { columns } = await duckdb.run(sql);
    expect(columns.map(({ values }) => [...values])).toEqual([
      ['2026-03-01', '2026-03-15'],
      [1, 0.5],
    ]);
    expect(isCount(metrics.find(({ id }) => id === 'visits-average')!)).toBe(false);
  });
});

describe('an index or a moving average is refused', () => {
  test.each<[string, Query, readonly string[]]>([
    ['without a grain', { metric: 'revenue-average' }, ['no-grain $.metric']],
    ['as a part of another, too', { metrics: ['revenue', 'growth'] }, ['no-grain $.metrics']],
    [
      'with a year to date',
      { metric: 'revenue-index', by: ['month'], cumulative: 'year-to-date' },
      ['series-measure $.cumulative'],
    ],
    ['with rolling', { metric: 'revenue-average', by: ['month'], rolling: 2 }, ['series-measure $.rolling']],
    [
      'in a ranking, also by another metric',
      { metrics: ['revenue', 'revenue-index'], by: ['month', 'district'], top: { count: 1 } },
      ['series-measure $.top'],
    ],
    [
      'as a share',
      { metric: 'revenue-average', by: ['month', 'district'], share: true },
      ['additivity $.share'],
    ],
    [
      'in a comparison, if its dataset says who reports',
      { metric: 'returns-average', by: ['month'], compare: 'previous-period' },
      ['series-measure $.compare'],
    ],
    [
      'at a grain that its datasets do not have',
      { metric: 'output-index', by: ['month'] },
      ['grain $.by[0]'],
    ],
  ])('%s', (_, query, problems) => {
    expect(refusalOf(query)).toEqual(problems);
  });

  test('if its figures add up what does not add up, whatever the days asked for', () => {
    const stock = metrics.map((one) =>
      one.id === 'revenue' ? { ...one, additivity: 'semi-additive' as const } : one,
    );
    const query: Query = { metric: 'revenue-average', by: ['quarter'], during: '2026-01' };
    expect(() => compileQuery(query, { ...catalogue, metrics: stock })).toThrow('is not additive over time');
  });

  test('if there are too many periods', () => {
    const query: Query = { metric: 'visits-average', by: ['day'], during: '1000/2025' };
    expect(refusalOf(query)).toEqual(['too-many $.during']);
  });
});

describe('the files', () => {
  const goal = {
    ...{ id: 'g', name: words('g'), metric: 'output-index', accumulate: 'level', direction: 'increase' },
    ...{ target: 200, unit: index, period: { start: '2021-01-01', end: '2025-12-31' } },
  };
  const check = (more: object, all: readonly Metric[] = metrics) =>
    checkReferences({
      plan: { goals: [{ ...goal, ...more }] } as never,
      metrics: all,
      contracts,
    }).map(({ code, where }) => `${code} ${where}`);

  test('may have goals for an index and a moving average', () => {
    expect(check({})).toEqual([]);
    expect(check({ metric: 'revenue-average', unit: yuan })).toEqual([]);
  });

  test('have no goal whose figures add up what does not add up', () => {
    expect(check({ metric: 'rate-average', unit: words('%') })).toEqual(['additivity $.goals[0].metric']);
  });

  test('have no total of an index, and none by another period than that of its base', () => {
    expect(check({ accumulate: 'total' })).toEqual(['accumulate $.goals[0].accumulate']);
    expect(check({ metric: 'quarter-index' })).toEqual(['index-base $.goals[0].metric']);
  });

  test('have no base that is shorter than the periods of the dataset', () => {
    const short = metric('short', { index: 'output', base: '2021-Q1' }, { unit: index });
    expect(check({}, [...metrics, short])).toEqual([`index-base $.metrics[${metrics.length}].measure.base`]);
  });
});

test('a cuboid holds what an index is computed from', async () => {
  const plan = planCuboid({ metrics: ['revenue-index'], by: ['district'] }, catalogue);
  await duckdb.execute(`CREATE TABLE sums AS ${plan.select}`);
  const cuboids = [{ ...plan, table: ['sums'] }];
  const query: Query = { metric: 'revenue-index', by: ['month', 'district'] };
  const { sql } = compileQuery(query, { ...catalogue, cuboids });
  expect(sql).not.toContain('sales.');
  expect(sql).not.toContain('FROM sales\n');
  const found = await duckdb.run(sql);
  expect(found.columns.map(({ values }) => [...values])).toEqual(Object.values(await ask(query)));
});
