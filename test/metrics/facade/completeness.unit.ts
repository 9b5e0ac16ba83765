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
  test('rejected rows, empty cells by what they mean, and months without a row', async () => {
    const { completeness } = await metrics.query({ metric: 'people', by: ['month'], during: '2026' });
    expect(completeness.map(({ text: _text, ...one }) => one)).toEqual([
      { dataset: 'staff', kind: 'rejected', count: 1, names: [] },
      { dataset: 'staff', kind: 'empty', column: 'people', means: 'empty', count: 1, names: [] },
      { dataset: 'staff', kind: 'empty', column: 'people', means: 'suppressed', count: 1, names: [] },
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
      names: expect.arrayContaining(['2025-03', '2026-05']),
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
      ...{ dataset: 'staff', kind: 'silent', count: 1, names: ['west'] },
      text: {
        zh: '人员：1个报送者基期有数据而本期没有（west）',
        en: 'Staff: 1 member reported in the base and not now (west)',
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
