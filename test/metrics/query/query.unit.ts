import { compileQuery } from '@zj/metrics/sql';
import type { Contract, Metric, Query, QueryKeys } from '@zj/metrics';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Figures that can be checked by hand: two towns, returns by month, visits by day, and one stock.

const words = (text: string) => ({ zh: text, en: text });
const contract = (id: string, time: Contract['time'], types: Readonly<Record<string, string>>): Contract => ({
  version: 1,
  id,
  name: words(id),
  description: words(id),
  file: `${id}.csv`,
  source: words('test'),
  reportedThrough: id === 'visits' ? '2026-04-10' : '2026-03-31',
  columns: Object.entries(types).map(([name, type]) => ({
    name,
    label: words(name),
    type: type as 'VARCHAR',
  })),
  key: [time.column],
  time,
});

const returns = contract(
  'returns',
  { column: 'month', grain: 'month' },
  {
    month: 'DATE',
    town: 'VARCHAR',
    amount: 'DECIMAL(18,2)',
    staff: 'INTEGER',
    stock: 'INTEGER',
    index: 'DOUBLE',
  },
);
const visits = contract(
  'visits',
  { column: 'day', grain: 'day' },
  { day: 'DATE', town: 'VARCHAR', guest: 'VARCHAR', paid: 'DATE' },
);

const giants = contract(
  'giants',
  { column: 'month', grain: 'month' },
  { month: 'DATE', town: 'VARCHAR', size: 'DOUBLE', rate: 'DOUBLE' },
);

const metric = (id: string, measure: Metric['measure'], more: Partial<Metric> = {}): Metric => ({
  id,
  name: words(id),
  description: words(id),
  unit: words('unit'),
  measure,
  ...more,
});
const ofReturns = { dataset: 'returns' };
const ofVisits = { dataset: 'visits' };
const ofGiants = { dataset: 'giants' };
const metrics: readonly Metric[] = [
  metric('amount', { sum: 'amount' }, ofReturns),
  metric('hundreds', { sum: 'amount' }, { ...ofReturns, scale: -2 }),
  metric('or-zero', { sum: 'amount' }, { ...ofReturns, empty: 'zero' }),
  metric('average', { average: 'amount' }, ofReturns),
  metric('weighted', { average: 'amount', weight: 'staff' }, ofReturns),
  metric('least', { minimum: 'amount' }, ofReturns),
  metric('most', { maximum: 'staff' }, ofReturns),
  metric('middle', { median: 'amount' }, ofReturns),
  metric('upper', { quantile: 'amount', at: 0.75 }, ofReturns),
  metric('level', { last: 'stock' }, ofReturns),
  metric('index', { sum: 'index' }, ofReturns),
  metric('visits', { count: 'rows' }, ofVisits),
  metric('paid', { count: 'rows' }, { ...ofVisits, time: 'paid' }),
  metric('guests', { countDistinct: 'guest' }, ofVisits),
  metric('of-anna', { count: 'rows' }, { ...ofVisits, where: [{ column: 'guest', equals: 'anna' }] }),
  metric('per-visit', { ratio: ['amount', 'visits'] }),
  metric('with-more', { add: ['amount', 'hundreds', 0.5] }),
  metric('left', { subtract: ['amount', 'index'] }),
  metric('double', { multiply: [2, 'amount'] }),
  metric('size', { sum: 'size' }, ofGiants),
  metric('size-or-zero', { sum: 'size' }, { ...ofGiants, empty: 'zero' }),
  metric('mean-size', { average: 'size' }, ofGiants),
  metric('by-size', { average: 'rate', weight: 'size' }, ofGiants),
  metric('giants', { count: 'rows' }, ofGiants),
  metric('per-size', { ratio: ['giants', 'size'] }),
];
const catalogue = { metrics, datasets: [returns, visits, giants].map((contract) => ({ contract })) };

let duckdb: Workbench;
beforeAll(async () => {
  duckdb = await openWorkbench();
  await duckdb.execute(`
    CREATE TABLE returns (month DATE, town VARCHAR, amount DECIMAL(18,2), staff INTEGER, stock INTEGER, index DOUBLE);
    INSERT INTO returns VALUES
      ('2025-01-01', 'A', 10, 1, 5, 0.5), ('2025-02-01', 'A', 20, 1, 6, 0.5), ('2025-02-01', 'B', 5, 2, 1, NULL),
      ('2025-03-01', 'A', 30, 1, 7, 0.5), ('2025-12-01', 'B', 40, 2, 2, 0.5),
      ('2026-01-01', 'A', 100, 3, 9, 1.5), ('2026-01-01', 'B', 0.5, 1, 3, 1), ('2026-02-01', 'A', NULL, 4, 8, 1),
      ('2026-03-01', 'B', 60.25, 2, 4, 1), ('2026-03-01', 'C', 1, 7, NULL, 1);
    CREATE TABLE visits (day DATE, town VARCHAR, guest VARCHAR, paid DATE);
    INSERT INTO visits VALUES
      ('2026-01-31', 'A', 'anna', '2026-02-28'), ('2026-02-28', 'A', 'anna', NULL), ('2026-02-28', 'B', 'ben', '2026-03-31'),
      ('2026-04-02', 'A', 'cleo', '2026-05-01'), ('2026-04-09', 'A', NULL, '2026-04-10');
    CREATE TABLE giants (month DATE, town VARCHAR, size DOUBLE, rate DOUBLE);
    INSERT INTO giants VALUES
      ('2026-01-01', 'A', 1e308, 1e-300), ('2026-01-01', 'A', 1e308, 1e-300), ('2026-01-01', 'B', 2, 5), ('2026-01-01', 'C', 3, 5)`);
});
afterAll(() => duckdb.close());

/** The rows that answer a query. */
async function ask(query: Query): Promise<readonly (readonly unknown[])[]> {
  const { sql, columns } = compileQuery(query, catalogue);
  const table = await duckdb.run(sql);
  expect(table.columns.map(({ name, type }) => [name, type])).toEqual(
    columns.map(({ name, type }) => [name, type]),
  );
  return Array.from({ length: table.rowCount }, (_, row) => table.columns.map(({ values }) => values[row]));
}

describe('a measure', () => {
  test.each<[string, unknown]>([
    ['amount', 266.75],
    ['hundreds', 2.6675],
    ['average', 266.75 / 9],
    ['weighted', (10 + 20 + 10 + 30 + 80 + 300 + 0.5 + 120.5 + 7) / 20],
    ['least', 0.5],
    ['most', 7],
    ['middle', 20],
    ['upper', 40],
    ['level', 4],
    ['index', 7.5],
    ['visits', 5],
    ['paid', 5],
    ['guests', 3],
    ['of-anna', 2],
    ['per-visit', 266.75 / 5],
    ['with-more', 266.75 + 2.6675 + 0.5],
    ['left', 259.25],
    ['double', 533.5],
  ])('%s over all rows', async (metric, value) => {
    expect(await ask({ metric })).toEqual([[value]]);
  });

  test('of no rows is null, a count zero, unless the metric says otherwise', async () => {
    const where = [{ column: 'town', equals: 'D' }];
    const metrics = ['amount', 'or-zero', 'average', 'middle', 'level', 'visits', 'guests', 'per-visit'];
    expect(await ask({ metrics, where })).toEqual([[null, 0, null, null, null, 0, 0, null]]);
  });
});

test('a sum of DOUBLE beyond their range is null, as is what is made of it, and no largest', async () => {
  const of = ['size', 'size-or-zero', 'mean-size', 'by-size', 'per-size'];
  const one = { metrics: of, by: ['town'], top: { count: 1 } };
  expect(await ask(one)).toEqual([
    ['C', 3, 3, 3, 5, 1 / 3, 'value'],
    [null, null, 0, null, null, null, 'rest'],
  ]);
  expect(await ask({ metric: 'size', by: ['town'], during: '2026-01' })).toEqual([
    ['A', null],
    ['B', 2],
    ['C', 3],
  ]);
  const parts = { metric: 'size', by: ['month'], compare: 'year-over-year' } as const;
  expect(await ask({ ...parts, cumulative: 'year-to-date' })).toEqual(
    ['2026-01-01', '2026-02-01', '2026-03-01'].map((month) => [month, null, null, null, null]),
  );
});

describe('time', () => {
  test('is cut into periods, of fiscal years where they begin in another month', async () => {
    const year = ['2025-01-01', '2026-01-01'];
    expect(await ask({ metric: 'amount', by: ['year'] })).toEqual([
      [year[0], 105],
      [year[1], 161.75],
    ]);
    expect(await ask({ metric: 'amount', by: ['half-year'], fiscalStart: 2 })).toEqual([
      ['2024-08-01', 10],
      ['2025-02-01', 55],
      ['2025-08-01', 140.5],
      ['2026-02-01', 61.25],
    ]);
    expect(await ask({ metric: 'visits', by: ['week'], during: '2026-04' })).toEqual([
      ['2026-03-30', 1],
      ['2026-04-06', 1],
    ]);
  });

  test('of a metric of its own dates the rows by days, and leaves out those without', async () => {
    expect(await ask({ metric: 'paid', by: ['period'] })).toEqual([
      ['2026-02-28', 1],
      ['2026-03-31', 1],
      ['2026-04-10', 1],
      ['2026-05-01', null],
    ]);
  });

  test('finer than a dataset’s, or of two kinds at once, is refused', () => {
    expect(() => compileQuery({ metric: 'amount', by: ['week'] }, catalogue)).toThrow(
      /by month, and none by week/,
    );
    expect(() => compileQuery({ metric: 'per-visit', by: ['period'] }, catalogue)).toThrow(
      /no common period/,
    );
    expect(() => compileQuery({ metric: 'amount', by: ['year', 'month'] }, catalogue)).toThrow(/two grains/);
  });

  test('during which is asked narrows the rows', async () => {
    const sum = async (during: NonNullable<Query['during']>) =>
      (await ask({ metric: 'amount', during }))[0]![0];
    expect(await sum('2025')).toBe(105);
    expect(await sum('2025-Q1')).toBe(65);
    expect(await sum('2025-02/2025-12')).toBe(95);
    expect(await sum({ start: '2026-01-01', end: '2026-02-15' })).toBe(100.5);
    expect(await sum({ last: 1, grain: 'quarter', asOf: '2026-03-30' })).toBe(40);
  });

  test('is complete where asked: each period for each town, up to the last reported', async () => {
    expect(await ask({ metric: 'amount', by: ['month', 'town'], during: '2026', complete: true })).toEqual([
      ['2026-01-01', 'A', 100],
      ['2026-01-01', 'B', 0.5],
      ['2026-01-01', 'C', null],
      ['2026-02-01', 'A', null],
      ['2026-02-01', 'B', null],
      ['2026-02-01', 'C', null],
      ['2026-03-01', 'A', null],
      ['2026-03-01', 'B', 60.25],
      ['2026-03-01', 'C', 1],
    ]);
    expect(await ask({ metric: 'visits', by: ['month'], complete: true })).toEqual([
      ['2026-01-01', 1],
      ['2026-02-01', 2],
      ['2026-03-01', 0],
      ['2026-04-01', 2],
    ]);
  });

  test('is added up over the year, also before the window', async () => {
    const query: Query = {
      metric: 'amount',
      by: ['month'],
      cumulative: 'year-to-date',
      during: '2026-02/2026-12',
    };
    expect(await ask(query)).toEqual([
      ['2026-02-01', 100.5],
      ['2026-03-01', 161.75],
    ]);
    expect(await ask({ ...query, fiscalStart: 3, during: '2026-02' })).toEqual([
      ['2026-02-01', 30 + 40 + 100.5],
    ]);
    expect(await ask({ ...query, metric: 'guests' })).toEqual([
      ['2026-02-01', 2],
      ['2026-03-01', 2],
      ['2026-04-01', 3],
    ]);
    expect(await ask({ ...query, metric: 'level' })).toEqual([
      ['2026-02-01', 8],
      ['2026-03-01', 4],
    ]);
  });

  test('rolls over some periods, once there are as many', async () => {
    expect(await ask({ metrics: ['visits', 'guests'], by: ['month'], rolling: 2 })).toEqual([
      ['2026-01-01', null, null],
      ['2026-02-01', 3, 2],
      ['2026-03-01', 2, 2],
      ['2026-04-01', 2, 1],
    ]);
  });
});

describe('a comparison', () => {
  test('with the year before is up to the same day: a town that is gone, or new, has a row', async () => {
    const query = { metric: 'amount', by: ['town'], during: '2026', compare: 'year-over-year' } as const;
    expect(await ask(query)).toEqual([
      ['A', 100, 60, 40, (100 * 40) / 60],
      ['B', 60.75, 5, 55.75, 1115],
      ['C', 1, null, null, null],
    ]);
  });

  test('with the period before', async () => {
    expect(await ask({ metric: 'visits', by: ['month'], compare: 'previous-period' })).toEqual([
      ['2026-01-01', 1, 0, 1, null],
      ['2026-02-01', 2, 1, 1, 100],
      ['2026-03-01', 0, 2, -2, -100],
      ['2026-04-01', 2, 0, 2, null],
    ]);
    expect(await ask({ metric: 'amount', during: '2026-Q1', compare: 'previous-period' })).toEqual([
      [161.75, 40, 121.75, 304.375],
    ]);
  });
});

describe('parts of a whole', () => {
  test('have their shares and contributions, and a row for all', async () => {
    const query = { metric: 'amount', by: ['town'], during: '2026', compare: 'year-over-year' } as const;
    expect(await ask({ ...query, share: true, contribution: true, totals: true })).toEqual([
      ['A', 100, 60, 40, (100 * 40) / 60, 10000 / 161.75, (100 * 40) / 65, 'value'],
      ['B', 60.75, 5, 55.75, 1115, 6075 / 161.75, 5575 / 65, 'value'],
      ['C', 1, null, null, null, 100 / 161.75, 100 / 65, 'value'],
      [null, 161.75, 65, 96.75, 9675 / 65, 100, 9675 / 65, 'total'],
    ]);
    expect(await ask({ metric: 'guests', by: ['town'], totals: true })).toEqual([
      ['A', 2, 'value'],
      ['B', 1, 'value'],
      [null, 3, 'total'],
    ]);
  });

  test('are told from the whole also where they are days', async () => {
    const query: Query = { metric: 'visits', by: ['day', 'town', 'paid'], during: '2026-01', totals: true };
    expect(await ask({ ...query, metric: 'paid', during: '2026-04', share: true })).toEqual([
      ['2026-04-10', 'A', '2026-04-10', 1, 100, 'value'],
      ['2026-04-10', null, null, 1, 100, 'total'],
    ]);
    expect(await ask(query)).toEqual([
      ['2026-01-31', 'A', '2026-02-28', 1, 'value'],
      ['2026-01-31', null, null, 1, 'total'],
    ]);
  });

  test('may be the largest, and the rest as one', async () => {
    expect(await ask({ metric: 'amount', by: ['town'], top: { count: 1 } })).toEqual([
      ['A', 160, 'value'],
      [null, 106.75, 'rest'],
    ]);
    const query: Query = {
      metrics: ['visits', 'amount'],
      by: ['month', 'town'],
      during: '2026-01',
      totals: true,
    };
    expect(await ask({ ...query, top: { count: 1, by: 'amount' } })).toEqual([
      ['2026-01-01', 'A', 1, 100, 'value'],
      ['2026-01-01', null, 0, 0.5, 'rest'],
      ['2026-01-01', null, 1, 100.5, 'total'],
    ]);
  });

  test('that do not add up have no share', () => {
    const ask = (metric: string) => () => compileQuery({ metric, by: ['town'], share: true }, catalogue);
    for (const metric of ['guests', 'average', 'per-visit', 'with-more'])
      expect(ask(metric)).toThrow(/do not add up/);
    for (const metric of ['amount', 'level', 'double', 'left', 'visits']) expect(ask(metric)).not.toThrow();
  });
});

test('a stock is that of the last day of all its rows, whatever is asked for', async () => {
  const where = [{ column: 'town', equals: 'A' }];
  expect(await ask({ metric: 'level', by: ['year'], where })).toEqual([
    ['2025-01-01', null],
    ['2026-01-01', null],
  ]);
});

test('a product of more digits than a DECIMAL holds is one of doubles', async () => {
  const types = { month: 'DATE', amount: 'DECIMAL(30,2)', staff: 'DECIMAL(30,2)' };
  const wide = contract('wide', { column: 'month', grain: 'month' }, types);
  await duckdb.execute(
    `CREATE TABLE wide AS SELECT DATE '2026-01-01' AS month, 1e27::DECIMAL(30,2) AS amount, 1e27::DECIMAL(30,2) AS staff`,
  );
  const mean = metric('mean', { average: 'amount', weight: 'staff' }, { dataset: 'wide' });
  const { sql } = compileQuery({ metric: 'mean' }, { metrics: [mean], datasets: [{ contract: wide }] });
  expect((await duckdb.run(sql)).columns[0]!.values[0] as number).toBeCloseTo(1e27, -13);
});

test('over towns that overlap, sums are not put together again; the largest of them may be', () => {
  const columns = returns.columns.map((one) => (one.name === 'town' ? { ...one, overlapping: true } : one));
  const overlapping = { metrics, datasets: [{ contract: { ...returns, columns } }] };
  const ask = (query: QueryKeys) => () => compileQuery({ by: ['town'], ...query }, overlapping);
  expect(ask({ metric: 'amount' })).not.toThrow();
  expect(ask({ metric: 'amount', totals: true })).toThrow(/"totals" counts it more than once/);
  expect(ask({ metric: 'amount', share: true })).toThrow(/"share" counts/);
  expect(ask({ metric: 'amount', top: { count: 1 } })).toThrow(/"top" counts/);
  expect(ask({ metric: 'most', totals: true, top: { count: 1 } })).not.toThrow();
});

describe('conditions', () => {
  test.each<[string, NonNullable<Query['where']>, number]>([
    ['on a number', [{ column: 'amount', between: [5, '60.25'] }], 165.25],
    ['with one bound', [{ column: 'staff', between: [3, null] }], 101],
    ['on a day', [{ column: 'month', equals: '2026-01-01' }], 100.5],
    ['on empty cells', [{ column: 'stock', null: true }], 1],
    ['on filled cells', [{ column: 'index', null: false }], 261.75],
    ['on several values', [{ column: 'staff', in: [1, 2] }], 165.75],
  ])('%s', async (_, where, value) => {
    expect(await ask({ metric: 'amount', where })).toEqual([[value]]);
  });
});

test('metrics of several datasets stand side by side, each known up to its own day', async () => {
  expect(await ask({ metrics: ['amount', 'visits', 'per-visit'], by: ['month'], during: '2026' })).toEqual([
    ['2026-01-01', 100.5, 1, 100.5],
    ['2026-02-01', null, 2, null],
    ['2026-03-01', 61.25, 0, null],
    ['2026-04-01', null, 2, null],
  ]);
});

describe('a query is refused, with the place of what is wrong,', () => {
  test.each<[string, object, RegExp]>([
    ['of a metric that nobody declares', { metric: 'amont' }, /\$\.metric: .*Did you mean "amount"/],
    ['of one metric and several', { metrics: ['amount'] }, /\$\.metrics: .*"metric" and "metrics"/],
    [
      'by a dimension that one dataset lacks',
      { by: ['guest'] },
      /\$\.by\[0\]: "returns" has no column "guest"/,
    ],
    ['during no days', { during: '2026-13' }, /\$\.during: "2026-13" is not a period/],
    ['cumulative without periods', { cumulative: 'year-to-date' }, /\$\.cumulative: .*needs a grain/],
    [
      'both cumulative and rolling',
      { by: ['month'], cumulative: 'year-to-date', rolling: 2 },
      /exclude each other/,
    ],
    ['rolling over none', { by: ['month'], rolling: 0 }, /\$\.rolling: .*1 or more|\$\.rolling: .*from 1/],
    ['compared with nothing', { compare: 'year-over-year' }, /\$\.compare: .*needs a period/],
    ['in parts without a dimension', { totals: true, by: ['month'] }, /\$\.totals: .*needs a dimension/],
    [
      'for contributions to no change',
      { by: ['town'], contribution: true },
      /\$\.contribution: .*needs "compare"/,
    ],
    [
      'for the top of two dimensions',
      { by: ['town', 'staff'], top: { count: 1 } },
      /\$\.top: .*its dimension/,
    ],
    [
      'for the top by another metric',
      { by: ['town'], top: { count: 1, by: 'visits' } },
      /\$\.top\.by: "visits"/,
    ],
    [
      'for a row of each day since the year 1',
      { metric: 'visits', by: ['day'], during: '0001/9999', complete: true },
      /\$\.during: From 0001-01-01 to 2026-04-10 there are \d+ periods/,
    ],
    [
      'for a rolling sum of as many',
      { metric: 'visits', by: ['day'], during: '0001/9999', rolling: 7 },
      /\$\.during: .*at most 100000.*shorter "during"/,
    ],
    [
      'for numbers between a larger and a smaller one',
      { where: [{ column: 'amount', between: ['10.5', 9] }] },
      /\$\.where\[0\]\.between: There is no value between "10\.5" and 9.*smaller first/,
    ],
    [
      'for numbers that only their last digits tell apart, the larger first',
      { where: [{ column: 'amount', between: ['12345678901234567.2', '12345678901234567.1'] }] },
      /\$\.where\[0\]\.between: There is no value/,
    ],
    [
      'for days between a later and an earlier one',
      { where: [{ column: 'month', between: ['2026-02-01', '2026-01-01'] }] },
      /\$\.where\[0\]\.between: There is no value/,
    ],
    [
      'for texts between two in the wrong order of code points',
      { where: [{ column: 'town', between: ['\u{1F600}', '\uFF5E'] }] },
      /\$\.where\[0\]\.between: There is no value/,
    ],
    ['in fiscal years from month 13', { fiscalStart: 13 }, /\$\.fiscalStart/],
  ])('%s', (_, query, message) => {
    expect(() => compileQuery({ metric: 'amount', ...query }, catalogue)).toThrow(message);
  });

  test('that is longer, written out, than an engine reads at once', () => {
    const long = (count: number) =>
      Array.from({ length: count }, (_, i) => metric(`sum-${i}`, { add: ['amount', 1, 1, 1] }));
    const of = (count: number) => () =>
      compileQuery(
        { metrics: long(count).map(({ id }) => id) },
        { ...catalogue, metrics: [...metrics, ...long(count)] },
      );
    expect(of(40)).not.toThrow();
    expect(of(41)).toThrow(/\$\.metrics: Expanded, these metrics have 205 terms.*at most 200/);
  });

  test('of a metric at the end of a chain longer than a stack', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) =>
      metric(`m${i}`, { add: [i === 0 ? 'amount' : `m${i - 1}`, 1] }),
    );
    const long = { ...catalogue, metrics: [...metrics, ...chain] };
    expect(() => compileQuery({ metric: 'm19999' }, long)).toThrow(/more than 200 terms/);
    expect(() => compileQuery({ metric: 'amount' }, long)).not.toThrow();
  });

  test('where two columns would have one name', () => {
    const twice = [...metrics, metric('town', { sum: 'amount' }, ofReturns)];
    expect(() => compileQuery({ metrics: ['town'], by: ['town'] }, { ...catalogue, metrics: twice })).toThrow(
      /would be called "town"/,
    );
  });
});

test('the columns of a result say what they hold', () => {
  const { columns } = compileQuery(
    { metric: 'amount', by: ['quarter', 'town'], compare: 'year-over-year', share: true, totals: true },
    catalogue,
  );
  expect(columns.map(({ name, role, label }) => [name, role, label.zh])).toEqual([
    ['quarter', 'time', '季度'],
    ['town', 'dimension', 'town'],
    ['value', 'value', 'amount'],
    ['value_base', 'base', 'amount（上年同期）'],
    ['value_difference', 'difference', 'amount（增减）'],
    ['value_percent', 'percent', 'amount（同比）'],
    ['value_share', 'share', 'amount（占比）'],
    ['row_kind', 'kind', '行别'],
  ]);
  expect(columns[0]).toMatchObject({ type: 'DATE', grain: 'quarter' });
  expect(columns[5]).toMatchObject({ metric: 'amount', unit: { zh: '%' } });
});

test('a dataset whose table and columns are called as the steps of a statement are is answered all the same', async () => {
  const names = ['moved', 'day', 'rank', 'total', 'member', 'amount_'];
  const odd = contract(
    'cells',
    { column: 'day', grain: 'day' },
    {
      ...Object.fromEntries(names.map((name) => [name, 'VARCHAR'])),
      day: 'DATE',
      measured: 'INTEGER',
    },
  );
  await duckdb.execute(`CREATE TABLE cells AS SELECT 'm' AS moved, DATE '2026-01-01' AS day, 'r' AS rank, 't' AS total,
    'x' AS member, 'y' AS amount_, 7 AS measured`);
  const sums = [
    metric('rank', { sum: 'measured' }, { dataset: 'cells' }),
    metric('moved', { countDistinct: 'member' }, { dataset: 'cells' }),
  ];
  const by = ['month', 'total', 'member', 'amount_'];
  const query = {
    metrics: ['rank', 'moved'],
    by,
    rolling: 1,
    compare: 'previous-period',
    top: { count: 1, of: 'total' },
    totals: true,
  };
  const { sql } = compileQuery(query, { metrics: sums, datasets: [{ contract: odd }] });
  expect((await duckdb.run(sql)).rowCount).toBe(3 * 2);
});
