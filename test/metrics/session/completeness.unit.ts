import { rm } from 'node:fs/promises';
import { createMetrics, recompute, type Contract, type Metric, type Metrics } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeRelease, type Release } from '../release/release.js';
import { rows, tableOf, visitors, visits } from './own.js';

const words = (en: string) => ({ zh: en, en });

/** Figures of each zone, month by month, with marks where there is none. */
const staff: Contract = {
  ...{ version: 1, id: 'staff', name: { zh: '人员', en: 'Staff' }, description: words('Staff by zone') },
  ...{ file: 'staff.csv', source: words('Returns'), reportedThrough: '2026-05-31' },
  columns: [
    { name: 'month', label: words('Month'), type: 'DATE', required: true },
    { name: 'zone', label: words('Zone'), type: 'VARCHAR', required: true },
    { name: 'people', label: { zh: '人数', en: 'People' }, type: 'INTEGER' },
    { name: 'rate', label: words('Rate'), type: 'DECIMAL(6,2)', unit: { zh: '%', en: '%' } },
  ],
  ...{ key: ['month', 'zone'], time: { column: 'month', grain: 'month' }, reporters: 'zone', omits: [4] },
  missing: [{ mark: 'x', means: 'suppressed' }],
};
const lines = [
  'month,zone,people,rate',
  ...['2025-02-01,east,5,1.5', '2025-02-01,west,7,2.5', '2025-03-01,east,5,1.5'],
  ...['2026-01-01,east,6,3.0', '2026-02-01,east,8,4.0', '2026-03-01,east,x,', '2026-03-01,west,,2.0'],
  ...['2026-05-01,east,9,1.0', '2026-05-01,north,many,1.0'],
];
const people: Metric = {
  ...{ id: 'people', name: words('People'), description: words('People'), dataset: 'staff' },
  ...{ measure: { sum: 'people' }, unit: words('persons') },
};
const rate: Metric = {
  ...people,
  ...{
    id: 'rate',
    measure: { average: 'rate' },
    unit: words('%'),
    format: { style: 'percent', decimals: 1 },
  },
};

let metrics: Metrics;
beforeEach(async () => {
  metrics = createMetrics({ engine: nodeEngine() });
  await metrics.add({ contract: staff, table: tableOf(lines, 'staff.csv'), metrics: [people, rate] });
});
afterEach(() => metrics.close());

describe('a result says what it rests on:', () => {
  test('each cell once, where one metric reads all rows and another some of them', async () => {
    const western: Metric = { ...people, id: 'western', where: [{ column: 'zone', equals: 'west' }] };
    metrics.define([western]);
    const lacks = async (ids: readonly string[]) =>
      (await metrics.query({ metrics: ids })).completeness
        .filter(({ kind }) => kind === 'empty')
        .map(({ means, count }) => [means, count]);
    expect(await lacks(['western'])).toEqual([['empty', 1]]);
    expect(await lacks(['western', 'people'])).toEqual([
      ['empty', 1],
      ['suppressed', 1],
    ]);
  });

  test('rejected rows, empty cells by what they mean, and months without a row', async () => {
    const { completeness } = await metrics.query({ metric: 'people', by: ['month'], during: '2026' });
    expect(
      completeness.map(({ dataset, kind, column, means, count, names }) => [
        dataset,
        kind,
        column,
        means,
        count,
        names,
      ]),
    ).toEqual([
      ['staff', 'rejected', undefined, undefined, 1, []],
      ['staff', 'empty', 'people', 'empty', 1, []],
      ['staff', 'empty', 'people', 'suppressed', 1, []],
    ]);
    expect(completeness.map(({ text }) => text)).toEqual([
      { zh: '人员：1行数据被拒收', en: 'Staff: 1 row was rejected' },
      { zh: '人员：“人数”有1个数据为空', en: 'Staff: 1 cell of "People" is empty' },
      { zh: '人员：“人数”有1个数据不公开', en: 'Staff: 1 cell of "People" is suppressed' },
    ]);
    const asked = await metrics.query({ metric: 'people', where: [{ column: 'zone', equals: 'west' }] });
    // West began in February 2025; April is never told.
    expect(asked.completeness.at(-1)).toMatchObject({
      ...{ kind: 'missing', count: 12 },
    });
    expect(asked.completeness.at(-1)!.names).not.toContain('2025-04');
  });

  test('who reported in the base and is silent now takes difference and percent from cell and total alone', async () => {
    const query = {
      ...{ metric: 'people', by: ['month', 'zone'] as const, during: '2026-02/2026-03' },
      ...{ compare: 'year-over-year' as const, totals: true },
    } as const;
    const result = await metrics.query(query);
    const shown = [...result].map((row) => Object.values(row));
    expect(shown).toEqual([
      ['2026-02-01', 'east', 8, 5, 3, 60, 'value'],
      ['2026-02-01', 'west', null, 7, null, null, 'value'],
      ['2026-03-01', 'east', null, 5, null, null, 'value'],
      ['2026-03-01', 'west', null, null, null, null, 'value'],
      ['2026-02-01', null, 8, 12, null, null, 'total'],
      ['2026-03-01', null, null, 5, null, null, 'total'],
    ]);
    expect(result.completeness.at(-1)).toEqual({
      ...{ dataset: 'staff', kind: 'silent', count: 2, names: ['east', 'west'] },
      text: {
        zh: '人员：2个报送者基期有数据而本期没有（east、west）',
        en: 'Staff: 2 members reported in the base and not now (east, west)',
      },
    });
    const alone = await metrics.query({
      ...query,
      during: '2026-02',
      where: [{ column: 'zone', equals: 'east' }],
    });
    expect(alone.completeness.map(({ kind }) => kind)).toEqual(['rejected']);
    expect([...alone].map(({ value_difference }) => value_difference)).toEqual([3, 3]);
  });

  test('who leaves the figure empty is silent as one without a row is, and nothing shows what is hidden', async () => {
    const own = [
      ...['month,zone,people,rate', '2025-06-01,a,10,1.0', '2025-06-01,b,90,', '2025-06-01,c,7,'],
      ...['2025-07-01,a,11,1.0', '2025-07-01,b,x,', '2025-07-01,c,8,'],
    ];
    const contract = { ...staff, id: 'firms' };
    const of = { dataset: 'firms', name: words('F'), description: words('F'), unit: words('persons') };
    await metrics.add({
      contract,
      table: tableOf(own, 'staff.csv'),
      metrics: [
        { ...of, id: 'firm-people', measure: { sum: 'people' } },
        { ...of, id: 'firm-last', measure: { last: 'people' } },
        { ...of, id: 'firm-mean', measure: { average: 'people', weight: 'rate' } },
        { ...of, id: 'firm-rows', measure: { count: 'rows' } },
      ],
    });
    const asked = { during: '2025-07', compare: 'previous-period' } as const;
    for (const metric of ['firm-people', 'firm-last']) {
      const whole = await metrics.query({ metric, ...asked });
      expect([...whole].map((row) => Object.values(row))).toEqual([[19, 107, null, null]]);
      expect(whole.completeness.at(-1)).toMatchObject({ kind: 'silent', names: ['b'] });
      const split = await metrics.query({
        ...{ metric, ...asked, by: ['zone'] },
        ...{ contribution: true, share: true, totals: true },
      });
      expect(split.columns.map(({ name }) => name).slice(1)).toEqual([
        ...['value', 'value_base', 'value_difference', 'value_percent', 'value_share', 'value_contribution'],
        'row_kind',
      ]);
      expect([...split].map((row) => Object.values(row))).toEqual([
        ['a', 11, 10, 1, 10, (100 * 11) / 19, 100 / 107, 'value'],
        ['b', null, 90, null, null, null, null, 'value'],
        ['c', 8, 7, 1, 100 / 7, (100 * 8) / 19, 100 / 107, 'value'],
        [null, 19, 107, null, null, 100, null, 'total'],
      ]);
    }
    // Of the weighted mean only `a` reports; a count counts rows, and b has one.
    const others = await metrics.query({ metrics: ['firm-mean', 'firm-rows'], ...asked });
    expect([...others].map((row) => Object.values(row))).toEqual([[11, 10, 1, 10, 3, 3, 0, 0]]);
    expect(others.completeness.map(({ kind }) => kind)).not.toContain('silent');
  });

  test('no period is missing before the data begin', async () => {
    const { omits, ...all } = staff;
    expect(omits).toEqual([4]);
    const contract: Contract = {
      ...all,
      ...{ id: 'yearly', reportedThrough: '2025-12-31' },
      time: { column: 'month', grain: 'year' },
    };
    const years = [2020, 2021, 2023, 2024, 2025].map((year) => `${year}-01-01,east,5,1.0`);
    await metrics.add({
      contract,
      table: tableOf(['month,zone,people,rate', ...years], 'staff.csv'),
      metrics: [{ ...people, id: 'yearly-people', dataset: 'yearly' }],
    });
    const missingOf = async (query: object) => {
      const { completeness } = await metrics.query({ metric: 'yearly-people', by: ['year'], ...query });
      return completeness.filter(({ kind }) => kind === 'missing').flatMap(({ names }) => names);
    };
    const compare = 'previous-period';
    expect(await missingOf({})).toEqual(['2022']);
    expect(await missingOf({ compare })).toEqual(['2022']);
    expect(await missingOf({ compare: 'year-over-year' })).toEqual(['2022']);
    expect(await missingOf({ rolling: 3, compare })).toEqual(['2022']);
    // Who names the days asks for them.
    expect(await missingOf({ during: '2020', compare })).toEqual(['2019']);
    const { completeness } = await metrics.query({
      ...{ metric: 'people', by: ['month'], where: [{ column: 'zone', equals: 'east' }] },
      ...{ cumulative: 'year-to-date', compare },
    });
    expect(completeness.find(({ kind }) => kind === 'missing')!.names[0]).toBe('2025-05');
  });

  test('of a whole dataset without lacks nothing', async () => {
    await metrics.add({ contract: visits, table: tableOf(rows), metrics: [visitors] });
    expect((await metrics.query({ metric: 'visitors', by: ['month'] })).completeness).toEqual([]);
  });

  test('a CSV for people ends with it, and one for programs does not', async () => {
    const result = await metrics.query({ metric: 'people', by: ['month'], during: '2026' });
    expect(result.toCsv().split('\r\n').slice(-4)).toEqual([
      '注：人员：1行数据被拒收,',
      '"注：人员：“人数”有1个数据为空",'.replaceAll('"', ''),
      '注：人员：“人数”有1个数据不公开,',
      '',
    ]);
    expect(result.toCsv({ locale: 'en' })).toContain('Note: Staff: 1 row was rejected,');
    expect(result.toCsv({ header: 'name' })).not.toContain('注');
  });
});

test('the difference of percentages is in percentage points, in the column and the CSV', async () => {
  const during = '2026-02';
  const result = await metrics.query({ metric: 'rate', during, compare: 'year-over-year' });
  expect(result.columns.map(({ unit }) => unit?.en)).toEqual(['%', '%', 'percentage points', '%']);
  expect(result.columns[2]!.format).toEqual({ style: 'number', decimals: 1 });
  expect(result.toCsv()).toContain('（增减）（个百分点）');
});

describe('a verdict', () => {
  let release: Release;
  beforeAll(async () => {
    release = await writeRelease();
  });
  afterAll(() => rm(release.folder, { recursive: true }));

  test('says what was rejected, in its reason, too', async () => {
    const engine = nodeEngine();
    const { manifest } = release;
    await engine.open({ url: release.databaseFile });
    const datasets = manifest.datasets.map((one) => ({
      ...one,
      rows: { ...one.rows, read: one.rows.read + 3, rejected: one.rows.rejected + 3 },
    }));
    const [verdict] = await recompute(engine, { ...manifest, datasets }, { asOf: manifest.asOf });
    await engine.close();
    expect(verdict!.completeness[0]).toMatchObject({ kind: 'rejected', count: 3, names: [] });
    expect(verdict!.reason.zh).toContain('3行数据被拒收');
    expect(verdict!.reason.en).toContain('3 rows were rejected');
  });
});
