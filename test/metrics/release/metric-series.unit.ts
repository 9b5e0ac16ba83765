import {
  type Contract,
  type Engine,
  type FigureState,
  type Metric,
  type MetricLine,
  recomputeMetricSeries,
  type SeriesGrain,
  type SeriesOrder,
  type SeriesRelease,
  type UnsealedMetricSeries,
} from '@zj/metrics';
import { nodeEngine, openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { querySeries } from '../../../packages/metrics/src/query/published-series.js';
import { resolveDuring } from '../../../packages/metrics/src/query/period.js';
import { parseMetricSeries } from '../../../packages/metrics/src/release/parse.js';
import { patience, seeds } from '../../soak.js';
import { writeDatabase, type WrittenDatabase } from '../query/database.js';
import { toDouble } from '../query/figure.js';
import { evaluate, type Answer } from '../query/naive.js';
import { catalogueOf, worlds } from '../query/questions.js';
import { whyRefused } from '../query/refusal.js';
import { columnOf, leavesOf } from '../query/rows.js';
import type { World } from '../query/types.js';
import { throwDice } from '../query/worlds.js';

const words = (text: string) => ({ zh: text, en: text });
const contract: Contract = {
  version: 1,
  id: 'output',
  name: words('output'),
  description: words('output'),
  file: 'output.csv',
  source: { zh: '统计局', en: 'Bureau of Statistics' },
  reportedThrough: '2026-06-30',
  columns: [
    { name: 'month', label: words('month'), type: 'DATE' },
    {
      name: 'zone',
      label: { zh: '片区', en: 'Zone' },
      type: 'VARCHAR',
      values: [
        { value: 'A', label: words('East') },
        { value: 'B', label: words('West') },
      ],
    },
    { name: 'theme', label: { zh: '主题', en: 'Theme' }, type: 'VARCHAR', overlapping: true },
    { name: 'amount', label: words('amount'), type: 'DECIMAL(18,2)' },
    { name: 'staff', label: words('staff'), type: 'INTEGER' },
    { name: 'rate', label: words('rate'), type: 'DECIMAL(9,2)', unit: words('%') },
    { name: 'state', label: words('state'), type: 'VARCHAR' },
  ],
  key: ['month', 'zone', 'theme'],
  time: { column: 'month', grain: 'month' },
  revision: { column: 'state', values: { 预计: 'estimate', 初步: 'provisional', 修订: 'revised' } },
};
const plain: Contract = {
  ...contract,
  columns: contract.columns.map((column) => ({ ...column, overlapping: false })),
};
const metric = (id: string, measure: Metric['measure'], more: Partial<Metric> = {}): Metric => ({
  ...{ id, name: words(id), description: words(id), unit: words('元'), measure },
  ...more,
});
const over = (id: string, measure: Metric['measure'], more: Partial<Metric> = {}): Metric =>
  metric(id, measure, { dataset: 'output', ...more });
const metrics: readonly Metric[] = [
  over('amount', { sum: 'amount' }),
  over('staff', { sum: 'staff' }, { additivity: 'semi-additive' }),
  over('rate', { sum: 'rate' }, { unit: words('%') }),
  over('stock', { last: 'staff' }),
  over('middle', { median: 'amount' }),
  metric('per-head', { ratio: ['amount', 'staff'] }),
  metric('on-january', { index: 'amount', base: '2026-01' }, { unit: { zh: '指数', en: 'index' } }),
];

type Row = readonly [
  month: string,
  zone: string | null,
  theme: string,
  amount: number | null,
  staff: number,
  state: string | null,
];
const rows: readonly Row[] = [
  ['2025-01', 'A', 'x', 80, 2, null],
  ['2025-01', 'B', 'x', 20, 2, null],
  ['2026-01', 'A', 'x', 100, 2, null],
  ['2026-01', 'B', 'x', 50, 3, null],
  ['2026-02', 'A', 'x', 110, 2, '修订'],
  ['2026-02', 'B', 'x', null, 3, null],
  ['2026-04', 'A', 'x', 120, 2, '初步'],
  ['2026-04', null, 'x', 30, 1, null],
];

/** So many months of one zone from January 2025: 1, 2, 3 … */
function monthly(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, at): Row => {
    const month = `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return [month, 'A', 'x', at + 1, 2, null];
  });
}

let duckdb: Workbench;
beforeAll(async () => {
  duckdb = await openWorkbench();
});
afterAll(() => duckdb.close());

async function compute(
  order: SeriesOrder,
  {
    contract: of = plain,
    rows: given = rows,
    ...plan
  }: {
    readonly contract?: Contract;
    readonly rows?: readonly Row[];
    readonly events?: readonly { readonly id: string }[];
  } = {},
): Promise<UnsealedMetricSeries> {
  await duckdb.execute(
    'CREATE OR REPLACE TABLE output (month DATE, zone VARCHAR, theme VARCHAR, amount DECIMAL(18,2), staff INTEGER, rate DECIMAL(9,2), state VARCHAR)',
  );
  const cell = (value: string | number | null): string => (value === null ? 'NULL' : `'${value}'`);
  for (const [month, zone, theme, amount, staff, state] of given) {
    const cells = [`${month}-01`, zone, theme, amount, staff, 50, state].map(cell);
    await duckdb.execute(`INSERT INTO output VALUES (${cells.join(', ')})`);
  }
  const release = { plan, metrics, datasets: [{ contract: of }], asOf: '2026-06-30' };
  return recomputeMetricSeries(duckdb, release as unknown as SeriesRelease, order);
}
const nameOf = ({ kind, member }: MetricLine): string => member ?? kind;
const lineOf = ({ lines }: UnsealedMetricSeries, name = 'total'): MetricLine =>
  lines.find((one) => nameOf(one) === name)!;

describe('a series', () => {
  test('has every period from the first with a figure to the last one reported, gaps as null', async () => {
    const series = await compute({ metric: 'amount', grain: 'month' }, { rows: rows.slice(2) });
    expect(series.periods).toEqual(
      ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30'].map((end) => ({
        start: `2026-${end.slice(0, 2)}-01`,
        end: `2026-${end}`,
      })),
    );
    expect(lineOf(series).own.value).toEqual([150, 110, null, 150, null, null]);
    // The year so far is not known without March.
    expect(lineOf(series).toDate!.value).toEqual([150, 260, null, null, null, null]);
    const [missing] = series.completeness.filter(({ kind }) => kind === 'missing');
    expect(missing!.names).toEqual(['2026-03', '2026-05', '2026-06']);
    expect(parseMetricSeries({ ...series, manifest: 'a'.repeat(64) }).problems).toEqual([]);
  });

  test('tells how far the last period goes that is not over, and compares it with as much of the year before', async () => {
    const { periods, lines, reportedThrough } = await compute(
      { metric: 'amount', grain: 'year' },
      { contract: { ...plain, reportedThrough: '2026-04-15' }, rows: monthly(15) },
    );
    // The figure of April is not known on the 15th.
    expect(reportedThrough).toBe('2026-03-31');
    expect(periods.at(-1)).toEqual({ start: '2026-01-01', end: '2026-12-31', partial: '2026-03-31' });
    expect([lines[0]!.own.value, lines[0]!.own.lastYear, lines[0]!.own.change]).toEqual([
      [78, 42],
      [null, 6],
      [null, 600],
    ]);
    expect(lines[0]!.toDate).toBeUndefined();
  });

  test('has no figure of a quarter, of a stock no more than of a sum, and none of a year so far, that misses a month', async () => {
    const without = (month: number): readonly Row[] => monthly(15).toSpliced(month, 1);
    const own = async (metric: string, month: number): Promise<readonly (number | null)[]> =>
      (await compute({ metric, grain: 'quarter' }, { rows: without(month) })).lines[0]!.own.value;
    // 2026-Q2 is due, and not there.
    expect(await own('amount', 4)).toEqual([6, null, 24, 33, 42, null]);
    expect(await own('stock', 5)).toEqual([2, null, 2, 2, 2, null]);
    const quarters = await compute({ metric: 'amount', grain: 'quarter' }, { rows: without(4) });
    expect(quarters.lines[0]!.toDate!.value).toEqual([6, null, null, null, 42, null]);
    const months = await compute({ metric: 'amount', grain: 'month', by: 'zone' }, { rows: without(1) });
    const { own: of, toDate } = lineOf(months, 'A');
    expect(toDate!.value).toEqual([
      1,
      ...Array.from({ length: 11 }, () => null),
      13,
      27,
      42,
      null,
      null,
      null,
    ]);
    // Nothing is compared with a month, or with a year so far, that is not there.
    expect(toDate!.lastYear!.slice(12, 15)).toEqual([1, null, null]);
    expect([of.change![12], of.change![13], of.change![14]]).toEqual([1200, null, 400]);
    expect([toDate!.change![12], toDate!.change![13], toDate!.contribution![13]]).toEqual([1200, null, null]);
    expect(toDate!.share!.slice(12, 15)).toEqual([100, 100, 100]);
  });

  const blank: readonly Row[] = [
    ...Array.from({ length: 18 }, (_, at): readonly Row[] => {
      const month = `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      return [
        [month, 'A', 'x', 10, 1, null],
        [month, 'B', 'x', at === 15 ? null : 10, 1, null],
      ];
    }).flat(),
  ];

  test('has no year so far, no change and no contribution of a member from its blank cell on', async () => {
    const series = await compute({ metric: 'amount', grain: 'month', by: 'zone' }, { rows: blank });
    const { own, toDate } = lineOf(series, 'B');
    const late = (list: readonly (number | null)[] | undefined) => list!.slice(14);
    expect(late(own.value)).toEqual([10, null, 10, 10]);
    expect(late(own.contribution)).toEqual([0, null, 0, 0]);
    expect(late(toDate!.value)).toEqual([30, null, null, null]);
    expect(late(toDate!.change)).toEqual([0, null, null, null]);
    expect(late(toDate!.contribution)).toEqual([0, null, null, null]);
    // The base is known, so that a reader sees what is left out.
    expect(late(toDate!.lastYear)).toEqual([30, 40, 50, 60]);
    expect(late(lineOf(series, 'A').toDate!.value)).toEqual([30, 40, 50, 60]);
  });

  test('has no year so far after a month of which every cell is blank', async () => {
    const all = blank.map((row): Row =>
      row[0] === '2026-04' ? ([...row.slice(0, 3), null, 1, null] as unknown as Row) : row,
    );
    const { own, toDate } = lineOf(await compute({ metric: 'amount', grain: 'month' }, { rows: all }));
    expect(own.value.slice(14)).toEqual([20, null, 20, 20]);
    expect(toDate!.value.slice(14)).toEqual([60, null, null, null]);
    expect(toDate!.change!.slice(14)).toEqual([0, null, null, null]);
  });

  test('has no year so far of one that begins before the first figure, and none that is compared with it', async () => {
    const { lines } = await compute({ metric: 'amount', grain: 'month' }, { rows: monthly(15).slice(3) });
    const { own, toDate } = lines[0]!;
    expect(own.value.slice(0, 12)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(toDate!.value.slice(0, 12)).toEqual([...Array.from({ length: 9 }, () => null), 13, 27, 42]);
    expect(toDate!.lastYear!.every((value) => value === null)).toBe(true);
    expect(toDate!.change!.every((value) => value === null)).toBe(true);
  });

  test('has the members by name, each with its label, then the rows without one', async () => {
    const series = await compute({ metric: 'amount', grain: 'month', by: 'zone' }, { rows: rows.slice(2) });
    expect(series.dimension).toEqual({ name: 'zone', label: { zh: '片区', en: 'Zone' } });
    expect(series.lines.map(nameOf)).toEqual(['total', 'A', 'B', 'empty']);
    expect(lineOf(series, 'A').label).toEqual(words('East'));
    expect(lineOf(series, 'A').own).toEqual({
      value: [100, 110, null, 120, null, null],
      lastYear: Array(6).fill(null),
      change: Array(6).fill(null),
      share: [200 / 3, 100, null, 80, null, null].map((one): unknown =>
        one === null ? null : expect.closeTo(one, 12),
      ),
      contribution: Array(6).fill(null),
    });
    expect(lineOf(series, 'empty').own.value).toEqual([null, null, null, 30, null, null]);
  });

  test('compares with the year before, each member with its part of the change', async () => {
    const series = await compute({ metric: 'amount', grain: 'month', by: 'zone' });
    const at = series.periods.findIndex(({ start }) => start === '2026-01-01');
    const figures = ({ own }: MetricLine) =>
      [own.lastYear, own.change, own.contribution].map((list) => list![at]);
    expect(figures(lineOf(series))).toEqual([100, 50, 50]);
    expect(figures(lineOf(series, 'A'))).toEqual([80, 25, 20]);
    expect(figures(lineOf(series, 'B'))).toEqual([20, 150, 30]);
  });

  test('tells the weakest state of the rows of each figure, and of the year to date', async () => {
    const { lines } = await compute({ metric: 'amount', grain: 'month' }, { rows: rows.slice(2) });
    expect(lines[0]!.states).toEqual([
      'final',
      'revised',
      null,
      'provisional',
      null,
      null,
    ] satisfies (FigureState | null)[]);
    expect(lines[0]!.toDateStates!.slice(0, 5)).toEqual(['final', 'revised', null, null, null]);
    const by = await compute({ metric: 'amount', grain: 'month', by: 'zone' }, { rows: rows.slice(2) });
    expect(lineOf(by, 'B').states).toBeUndefined();
    expect(lineOf(by, 'A').states).toEqual(['final', 'revised', null, 'provisional', null, null]);
    const declared = await compute(
      { metric: 'amount', grain: 'month' },
      { contract: { ...plain, revision: 'provisional' }, rows: rows.slice(2, 4) },
    );
    expect(declared.lines[0]!.states![0]).toBe('provisional');
  });

  test('has the events that concern its metric, in order of their days', async () => {
    const event = (id: string, date: string, more: object = {}) => ({ id, name: words(id), date, ...more });
    const events = [
      event('late', '2026-03-01'),
      event('goal', '2026-01-01', { goals: ['a-goal'] }),
      event('other', '2026-01-01', { metrics: ['staff'] }),
      event('own', '2026-02-01', { metrics: ['amount'], goals: ['a-goal'] }),
    ];
    const series = await compute({ metric: 'amount', grain: 'month' }, { events });
    expect(series.events.map(({ id }) => id)).toEqual(['own', 'late']);
  });

  test('of a fiscal year adds up from its first month', async () => {
    const series = await compute(
      { metric: 'amount', grain: 'month' },
      { contract: { ...plain, fiscalStart: 2 }, rows: rows.slice(2) },
    );
    expect(series.fiscalStart).toBe(2);
    expect(lineOf(series).toDate!.value).toEqual([null, 110, null, null, null, null]);
  });
});

describe('what does not add up', () => {
  const keys = ({ own }: MetricLine): readonly string[] => Object.keys(own);
  const all = ['value', 'lastYear', 'change', 'share', 'contribution'];

  test('by an overlapping dimension has no whole and no shares, and says why', async () => {
    const series = await compute({ metric: 'amount', grain: 'month', by: 'theme' }, { contract });
    expect(series.lines.map(nameOf)).toEqual(['x']);
    expect(keys(series.lines[0]!)).toEqual(['value', 'lastYear', 'change']);
    expect(series.dimension!.apart!.zh).toMatch(/^“主题”的各项有重叠/);
    expect(series.lines[0]!.toDate).toBeDefined();
  });

  test.each<[string, readonly string[], readonly string[], boolean]>([
    // The metric, the keys of its figures, its lines, whether it has a year to date.
    ['amount', all, ['total', 'A', 'B', 'empty'], true],
    ['staff', all, ['total', 'A', 'B', 'empty'], false],
    ['stock', all, ['total', 'A', 'B', 'empty'], false],
    ['middle', all.slice(0, 3), ['total', 'A', 'B', 'empty'], false],
    ['per-head', all.slice(0, 3), ['total', 'A', 'B', 'empty'], false],
    ['on-january', all.slice(0, 3), ['total', 'A', 'B', 'empty'], false],
    ['rate', all.slice(0, 3), ['A', 'B', 'empty'], false],
  ])('%s has as much as its additivity allows', async (id, figures, lines, toDate) => {
    // The rates of the themes are not one rate.
    const of: Contract = { ...plain, key: ['month', 'zone'] };
    const series = await compute({ metric: id, grain: 'month', by: 'zone' }, { contract: of });
    expect(series.lines.map(nameOf)).toEqual(lines);
    for (const line of series.lines) {
      expect(keys(line)).toEqual(figures);
      expect(line.toDate !== undefined).toBe(toDate);
    }
    expect(series.dimension!.apart !== undefined).toBe(figures.length === 3);
  });

  test('a ratio has a whole of its own, and the change of per cent is in percentage points', async () => {
    const ratio = await compute(
      { metric: 'per-head', grain: 'month', by: 'zone' },
      { rows: rows.slice(2, 4) },
    );
    expect(ratio.lines.map(({ own }) => own.value[0])).toEqual(
      [30, 50, 50 / 3].map((one): unknown => expect.closeTo(one, 12)),
    );
    const rate = await compute(
      { metric: 'rate', grain: 'month', by: 'zone' },
      { contract: { ...plain, key: ['month', 'zone'] } },
    );
    const at = rate.periods.findIndex(({ start }) => start === '2026-01-01');
    // From 50 % to 50 % it is 0 percentage points.
    expect([lineOf(rate, 'A').own.value[at], lineOf(rate, 'A').own.change![at]]).toEqual([50, 0]);
  });

  test('over time is refused with the place of the query, and not added up', async () => {
    await expect(compute({ metric: 'staff', grain: 'quarter' })).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(compute({ metric: 'amount', grain: 'month' }, { contract })).rejects.toThrow(/overlap/);
    await expect(compute({ metric: 'amuont', grain: 'month' })).rejects.toMatchObject({
      code: 'UNKNOWN_NAME',
    });
  });

  test('an index has no last year where the contract says who reports', async () => {
    const series = await compute(
      { metric: 'on-january', grain: 'month' },
      { contract: { ...plain, reporters: 'zone' } },
    );
    expect(Object.keys(series.lines[0]!.own)).toEqual(['value']);
  });
});

describe('random orders', () => {
  let database: WrittenDatabase;
  const engine: Engine = nodeEngine();
  beforeAll(async () => {
    database = await writeDatabase(worlds);
    await engine.open({ url: database.file });
  });
  afterAll(async () => {
    await engine.close();
    await database.remove();
  });

  function draw(seed: number): { readonly world: World; readonly order: SeriesOrder } {
    const { pick, chance } = throwDice(seed);
    const world = worlds[seed % worlds.length]!;
    const { id } = pick(world.metrics);
    const of = world.datasets.find((one) => one.contract.id === leavesOf(world, id)[0]!.dataset)!.contract;
    const names = of.columns.flatMap(({ name, type, confidential }) =>
      (type === 'VARCHAR' || type === 'BOOLEAN') &&
      !confidential &&
      (of.cube?.dimensions.includes(name) ?? true)
        ? [name]
        : [],
    );
    const grain = pick<SeriesGrain>(['week', 'month', 'quarter', 'half-year', 'year']);
    return {
      world,
      order: { metric: id, grain, ...(chance(0.7) && names.length > 0 && { by: pick(names) }) },
    };
  }
  /** Whether all datasets of a metric have a dimension, and no condition of it selects an overlapping value. */
  function isOpen(world: World, { metric: id, by }: SeriesOrder): boolean {
    return leavesOf(world, id).every(({ dataset, where = [] }) => {
      const of = world.datasets.find((one) => one.contract.id === dataset)!.contract;
      const found = by === undefined || of.columns.some(({ name }) => name === by);
      return (
        found &&
        (of.cube?.dimensions.includes(by ?? of.cube.dimensions[0]!) ?? true) &&
        (by === undefined || !columnOf(of, by).overlapping || !JSON.stringify(where).includes(`"${by}"`))
      );
    });
  }
  const cases = seeds('orders', 2000)
    .map(draw)
    .filter(({ world, order }) => isOpen(world, order));

  test('ask for all that has an answer, and for nothing else', () => {
    const wrong: unknown[] = [];
    for (const { world, order } of cases) {
      const { own, toDate } = querySeries(order, catalogueOf(world));
      const refused = (query: object): boolean => whyRefused(query, world) !== undefined;
      const bare = { metric: order.metric, by: own.by, complete: true };
      const told = refused(bare) ? [] : [...[own, toDate].filter((one) => one && refused(one))];
      if (!refused(bare) && order.by !== undefined) {
        if (own.share !== true && !refused({ ...bare, share: true })) told.push({ share: true });
        if (own.totals !== true && !refused({ ...bare, totals: true })) told.push({ totals: true });
      }
      if (told.length > 0) wrong.push({ order, own, told });
    }
    expect(wrong).toEqual([]);
  });

  test(
    'have the figures of a loop over the rows, and each that cannot be answered is refused',
    { timeout: patience() },
    async () => {
      let answered = 0;
      for (const { world, order } of cases.slice(0, Math.ceil(cases.length / 2))) {
        const { datasets } = catalogueOf(world);
        const release = { plan: {}, metrics: world.metrics, datasets, asOf: '2026-12-31' };
        const { own, toDate } = querySeries(order, catalogueOf(world));
        if (whyRefused(own, world) !== undefined) {
          await expect(recomputeMetricSeries(engine, release, order)).rejects.toMatchObject({
            code: 'REFUSED',
          });
          continue;
        }
        const series = await recomputeMetricSeries(engine, release, order);
        expect(parseMetricSeries({ ...series, manifest: 'a'.repeat(64) }).problems).toEqual([]);
        if (series.periods.length === 0) continue;
        answered++;
        compare(series, 'own', order, { answer: evaluate(own, world), world });
        if (toDate) compare(series, 'toDate', order, { answer: evaluate(toDate, world), world });
      }
      expect(answered).toBeGreaterThan(cases.length / 10);
    },
  );

  const textOf = (cell: Answer['rows'][number][number]): string =>
    typeof cell === 'object' ? '' : String(cell);
  /** Whether a stretch misses a month that is due; of a year so far also whether it begins before the first figure. */
  function isGap(
    { completeness, grain, periods, lines, fiscalStart = 1 }: UnsealedMetricSeries,
    start: string,
    of: 'own' | 'toDate',
  ): boolean {
    const year = Number(start.slice(0, 4)) - (Number(start.slice(5, 7)) < fiscalStart ? 1 : 0);
    const opening = `${year}-${String(fiscalStart).padStart(2, '0')}-01`;
    const from = of === 'own' ? start : opening;
    const end = ends(start, grain);
    const gap = completeness.some(
      ({ kind, names }) =>
        kind === 'missing' &&
        names.some((name) => {
          const day = resolveDuring(name, fiscalStart)!.start;
          return day >= from && day < end;
        }),
    );
    const first = periods.find((_, at) => lines.some(({ own }) => own.value[at] !== null))!.start;
    const reach = grain === 'week' ? move(first, -6) : first;
    return gap || (of === 'toDate' && reach > opening);
  }
  const hasBlanks = ({ completeness }: UnsealedMetricSeries): boolean =>
    completeness.some(
      ({ kind, means = '' }) => kind === 'empty' && !/^(not-applicable|below-half)$/.test(means),
    );
  /** Whether the year up to a period has one without a figure, after the first figure of its line. */
  function isBlank(series: UnsealedMetricSeries, line: MetricLine, start: string, omits: readonly number[]) {
    const { fiscalStart = 1, grain, periods } = series;
    const year = Number(start.slice(0, 4)) - (Number(start.slice(5, 7)) < fiscalStart ? 1 : 0);
    const opening = `${year}-${String(fiscalStart).padStart(2, '0')}-01`;
    const { value } = line.own;
    const first = value.findIndex((one) => one !== null);
    return (
      hasBlanks(series) &&
      periods.some(
        (one, at) =>
          first >= 0 &&
          at > first &&
          value[at] === null &&
          one.start >= opening &&
          one.start <= start &&
          !(grain === 'month' && omits.includes(Number(one.start.slice(5, 7)))),
      )
    );
  }
  const move = (day: string, days: number): string =>
    new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const later = (day: string, months: number): string =>
    new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1))
      .toISOString()
      .slice(0, 10);
  const ends = (start: string, grain: SeriesGrain): string =>
    grain === 'week'
      ? move(start, 7)
      : later(start, { month: 1, quarter: 3, 'half-year': 6, year: 12 }[grain]);
  const yearBefore = (start: string, grain: SeriesGrain): string =>
    grain === 'week' ? move(start, -364) : later(start, -12);

  const columns = {
    value: 'value',
    lastYear: 'value_base',
    share: 'value_share',
    contribution: 'value_contribution',
  } as const;
  function compare(
    series: UnsealedMetricSeries,
    of: 'own' | 'toDate',
    { grain, by }: SeriesOrder,
    { answer, world }: { readonly answer: Answer; readonly world: World },
  ): void {
    const contracts = leavesOf(world, series.metric).map(
      ({ dataset }) => world.datasets.find((one) => one.contract.id === dataset)!.contract,
    );
    const isDaily = contracts.every(({ time }) => time.grain === 'day');
    const omits = contracts.flatMap((one) => one.omits ?? []);
    const place = (name: string): number => answer.columns.findIndex((one) => one.name === name);
    const seen = new Set<string>();
    for (const row of answer.rows) {
      const start = textOf(row[place(grain)]!);
      const at = series.periods.findIndex((one) => one.start === start);
      const member = by === undefined ? null : row[place(by)];
      const total = by === undefined || row[place('row_kind')] === 'total';
      const isOf = ({ kind, member: own }: MetricLine): boolean =>
        total
          ? kind === 'total'
          : member === null
            ? kind === 'merged' || kind === 'empty'
            : own === textOf(member!);
      const line = series.lines.find(isOf);
      for (const [key, column] of Object.entries(columns) as [keyof typeof columns, string][]) {
        const cell = place(column) < 0 ? null : row[place(column)]!;
        const figure = cell !== null && typeof cell === 'object' ? toDouble(cell) : null;
        const told = at < 0 ? null : (line?.[of]?.[key]?.[at] ?? null);
        seen.add(`${start} ${line?.kind} ${line?.member}`);
        // Before the first figure, and after the last day that is covered, there are no periods.
        if (at < 0) continue;
        const context = JSON.stringify({
          order: { grain, by, metric: series.metric },
          of,
          start,
          kind: line?.kind,
          key,
        });
        const isLost = (day: string): boolean =>
          isGap(series, day, of) || (of === 'toDate' && !isDaily && isBlank(series, line!, day, omits));
        const lacks =
          (key !== 'lastYear' && isLost(start)) ||
          (key !== 'value' && key !== 'share' && isLost(yearBefore(start, grain)));
        // What has no figure has moved nothing.
        const { value, lastYear } = line?.[of] ?? {};
        const [own, before] = [value?.[at] ?? null, lastYear?.[at] ?? null];
        const isUnmoved =
          key === 'contribution' &&
          (hasBlanks(series) ? own === null || before === null : !isDaily && own === null);
        if (figure === null || lacks || isUnmoved) expect(told, context).toBeNull();
        else
          expect(Math.abs(told! - figure.double), context).toBeLessThanOrEqual(
            1e-12 * Math.max(figure.size, Math.abs(figure.double)),
          );
      }
    }
    // No period has a figure that the answer does not have.
    for (const line of series.lines)
      for (const [i, { start }] of series.periods.entries())
        if ((line[of]?.value[i] ?? null) !== null)
          expect(seen).toContain(`${start} ${line.kind} ${line.member}`);
  }
});
