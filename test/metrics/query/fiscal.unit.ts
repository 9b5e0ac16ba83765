import {
  checkReferences,
  MetricsError,
  toSeries,
  type Contract,
  type Goal,
  type Metric,
  type Query,
} from '@zj/metrics';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { compileQuery, compileSeries, type Catalogue } from '@zj/metrics/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endOfPeriod, namePeriod } from '../../../packages/metrics/src/base/period.js';
import { tableRows } from '../../../packages/metrics/src/engine/table.js';
import { compileGoalSeries } from '../../../packages/metrics/src/query/goal-series.js';
import { findCompleteness, findGoalCompleteness } from '../../../packages/metrics/src/query/lack.js';
import { withoutGaps } from '../../../packages/metrics/src/release/series.js';
import { random } from '../goal/random.js';
import { times } from '../../soak.js';

// Datasets by quarter, half-year and fiscal year, beside one of the months that they are sums of.

const words = (text: string) => ({ zh: text, en: text });
const grains = ['quarter', 'half-year', 'year'] as const;
type Long = (typeof grains)[number];
const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

function contractOf(id: string, grain: Contract['time']['grain'], more: Partial<Contract> = {}): Contract {
  return {
    ...{ version: 1, id, name: words(id), description: words(id), file: `${id}.csv`, source: words('test') },
    reportedThrough: '2026-03-31',
    columns: [
      { name: 'day', label: words('day'), type: 'DATE' },
      { name: 'district', label: words('district'), type: 'VARCHAR' },
      { name: 'amount', label: words('amount'), type: 'DECIMAL(18,2)' },
      { name: 'stock', label: words('stock'), type: 'INTEGER' },
    ],
    key: ['day', 'district'],
    time: { column: 'day', grain },
    ...more,
  };
}
const metricsOf = (dataset: string): readonly Metric[] =>
  (
    [
      ['amount', { sum: 'amount' }],
      ['stock', { last: 'stock' }],
    ] as const
  ).map(([id, measure]) => ({
    ...{
      id: `${dataset}-${id}`,
      name: words(id),
      description: words(id),
      unit: words('unit'),
      dataset,
      measure,
    },
  }));

/** The months with which years begin: three whole ones each, the first in 2023. */
const starts = [1, 2, 4, 7, 12];
const firstOf = (fiscalStart: number): number => 2022 * 12 + 12 + (fiscalStart - 1);
const dayOf = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
const tableOf = (fiscalStart: number, grain: string): string => `${grain.replace('-', '_')}_${fiscalStart}`;
const idOf = (fiscalStart: number, grain: string): string => `${grain}-${fiscalStart}`;

const contracts = starts.flatMap((fiscalStart) =>
  (['month', ...grains] as const).map((grain) =>
    contractOf(idOf(fiscalStart, grain), grain, {
      fiscalStart,
      reportedThrough: endOfPeriod(dayOf(firstOf(fiscalStart) + 35), { grain: 'month' }),
    }),
  ),
);
const catalogue: Catalogue = {
  metrics: contracts.flatMap(({ id }) => metricsOf(id)),
  datasets: contracts.map((contract) => ({ contract })),
};

let duckdb: Workbench;
beforeAll(async () => {
  duckdb = await openWorkbench();
  const next = random(3);
  for (const fiscalStart of starts) {
    const first = firstOf(fiscalStart);
    const rows = Array.from({ length: 36 }, (_, i) =>
      ['a', 'b', 'c'].map((district) => ({
        month: first + i,
        district,
        amount: Math.floor(next() * 20_000) - 4000,
        stock: Math.floor(next() * 100),
      })),
    ).flat();
    for (const [grain, length] of Object.entries(monthsIn)) {
      const kept = rows.flatMap((row) => {
        const into = (row.month - first) % length;
        if (into !== length - 1) return [];
        const own = rows.filter(
          (one) => one.district === row.district && one.month <= row.month && one.month > row.month - length,
        );
        const amount = own.reduce((sum, one) => sum + one.amount, 0);
        return [`(DATE '${dayOf(row.month - into)}', '${row.district}', ${amount / 100}, ${row.stock})`];
      });
      await duckdb.execute(
        `CREATE TABLE ${tableOf(fiscalStart, grain)} (day DATE, district VARCHAR, amount DECIMAL(18,2), stock INTEGER);
         INSERT INTO ${tableOf(fiscalStart, grain)} VALUES ${kept.join(', ')}`,
      );
    }
  }
});
afterAll(() => duckdb.close());

const ask = async (query: Query, from = catalogue) =>
  (await duckdb.run(compileQuery(query, from).sql)).columns.map(({ values }) => values);

/** A question of whole periods of a grain: the same of sums as of their months. */
function draw(seed: number) {
  const next = random(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const chance = (share: number): boolean => next() < share;
  const pick = <T>(...of: readonly T[]): T => of[whole(0, of.length - 1)]!;
  const grain = pick<Long>(...grains);
  const fiscalStart = pick(...starts);
  const by = chance(0.8) ? pick(...grains.slice(grains.indexOf(grain))) : undefined;
  const split = chance(0.5);
  const name = (): string => namePeriod(dayOf(firstOf(fiscalStart) + whole(0, 35)), { grain, fiscalStart });
  const [from, to] = [name(), name()].sort() as [string, string];
  // Names of one grain sort by time.
  const during = !by || chance(0.6) ? pick(from, `${from}/${to}`) : undefined;
  const moving = by !== undefined && chance(0.4);
  const cumulative = moving && chance(0.5);
  const query: Omit<Query, 'metric'> = {
    ...((by ?? split) && { by: [...(by ? [by] : []), ...(split ? ['district'] : [])] }),
    ...(during !== undefined && { during }),
    ...(cumulative && { cumulative: 'year-to-date' as const }),
    ...(moving && !cumulative && { rolling: whole(1, 3) }),
    ...(chance(0.3) && { compare: pick('year-over-year', 'previous-period') }),
    ...(chance(0.2) && { where: [{ column: 'district', in: ['a', 'c'] }] }),
    ...(split && chance(0.2) && { totals: true }),
    ...(by !== undefined && !moving && chance(0.2) && { complete: true }),
    ...(chance(0.3) && { fiscalStart }),
  };
  return { grain, fiscalStart, query, of: pick('amount', 'stock') };
}

test('sums by a longer period answer as their months do: random questions of whole periods', async () => {
  for (let seed = 1; seed <= times(2000, 4); seed++) {
    const { grain, fiscalStart, query, of } = draw(seed);
    const answer = (own: string) => ask({ ...query, metric: `${idOf(fiscalStart, own)}-${of}` } as Query);
    expect(await answer(grain), `seed ${seed}`).toEqual(await answer('month'));
  }
});

describe('the years of a query', () => {
  test('begin as those of its datasets, also in the names of `during`', async () => {
    const [quarters] = await ask({ metric: 'quarter-4-amount', by: ['period'], during: '2024' });
    expect(quarters).toEqual(['2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01']);
    expect((await ask({ metric: 'quarter-4-amount', by: ['year'] }))[0]).toEqual([
      ...['2023-04-01', '2024-04-01', '2025-04-01'],
    ]);
    expect((await ask({ metric: 'month-4-amount', by: ['quarter'], during: '2024-Q4' }))[0]).toEqual([
      '2025-01-01',
    ]);
    expect((await ask({ metric: 'year-4-amount', by: ['period'] }))[0]).toEqual(
      (await ask({ metric: 'quarter-4-amount', by: ['year'] }))[0],
    );
  });

  test('may be others where they are made of whole periods of the datasets: calendar years of fiscal quarters', async () => {
    const calendar = { by: ['year'], during: '2024', fiscalStart: 1 } as const;
    expect(await ask({ metric: 'quarter-4-amount', ...calendar })).toEqual(
      await ask({ metric: 'month-4-amount', ...calendar }),
    );
    expect(
      await ask({ metric: 'half-year-4-amount', by: ['year'], fiscalStart: 10, during: '2024' }),
    ).toEqual(await ask({ metric: 'month-4-amount', by: ['year'], fiscalStart: 10, during: '2024' }));
  });

  test.each([
    ['year', 4, 1],
    ['half-year', 4, 1],
    ['half-year', 1, 4],
    ['quarter', 4, 2],
    ['quarter', 2, 1],
  ] as const)('by %s from month %i are not regrouped into years from month %i', (grain, own, other) => {
    for (const more of [{ by: ['period'] }, { by: ['year'] }, { during: '2024' }, {}])
      expect(() =>
        compileQuery({ metric: `${idOf(own, grain)}-amount`, ...more, fiscalStart: other }, catalogue),
      ).toThrow(
        `$.fiscalStart: The years of "${idOf(own, grain)}" begin with month ${own}, and its figures by ${grain} cannot be regrouped into years that begin with month ${other}. Write "fiscalStart": ${own}, or remove it.`,
      );
  });

  test('are said where those of its datasets differ', async () => {
    const metrics = ['month-1-amount', 'month-4-amount'];
    expect(() => compileQuery({ metrics, by: ['year'] }, catalogue)).toThrow(
      '$.fiscalStart: Years begin with month 1 in "month-1", but with month 4 in "month-4". Write "fiscalStart" in the query',
    );
    expect((await ask({ metrics, by: ['year'], fiscalStart: 4, during: '2024' }))[0]).toEqual(['2024-04-01']);
  });

  test('decide which periods of `during` have days', () => {
    const question = (during: string, id: string) => () =>
      compileQuery({ metric: `${id}-amount`, during }, catalogue);
    expect(question('2024/2024-03', 'month-4')).toThrow('"2024/2024-03" is not a period.');
    expect(question('2024/2024-03', 'month-1')).not.toThrow();
    expect(question('2025-02/2024', 'month-4')).not.toThrow();
    expect(question('2025-02/2024', 'month-1')).toThrow('"2025-02/2024" is not a period.');
  });
});

describe('figures of a longer period', () => {
  test.each([
    ['quarter', 'month', 'Write "quarter", or a longer grain.'],
    ['half-year', 'quarter', 'Write "half-year", or a longer grain.'],
    ['year', 'half-year', 'Write "year".'],
  ] as const)('by %s have none by %s: that is refused', (grain, finer, remedy) => {
    expect(() => compileQuery({ metric: `${grain}-4-amount`, by: [finer] }, catalogue)).toThrow(
      `"${grain}-4" has figures by ${grain}, and none by ${finer}. ${remedy}`,
    );
  });

  test.each([
    ['quarter', '2024-12-31', [['2024-04-01', '2024-07-01', '2024-10-01'], true]],
    ['quarter', '2024-12-30', [['2024-04-01', '2024-07-01', '2024-10-01'], false]],
    ['half-year', '2025-03-31', [['2024-04-01', '2024-10-01'], true]],
    ['half-year', '2025-03-30', [['2024-04-01', '2024-10-01'], false]],
    ['year', '2025-03-31', [['2024-04-01'], true]],
    ['year', '2024-12-31', [['2024-04-01'], false]],
  ] as const)(
    'by %s reported through %s end with the last whole one',
    async (grain, day, [periods, whole]) => {
      const contract = contractOf('begun', grain, { fiscalStart: 4, reportedThrough: day });
      await duckdb.execute(
        `CREATE OR REPLACE TABLE begun AS SELECT * FROM ${tableOf(4, grain)} WHERE day <= DATE '${day}'`,
      );
      const own = { metrics: metricsOf('begun'), datasets: [{ contract }] };
      const [found, values] = await ask({ metric: 'begun-amount', by: ['period'], during: '2024' }, own);
      expect(found).toEqual(periods);
      // A period that is not over has a row, and no figure.
      expect(values!.map((value) => value !== null)).toEqual(
        periods.map((_, i) => whole || i < periods.length - 1),
      );
    },
  );

  test('are no flows to add where they are not additive: within one fiscal year they are one period', () => {
    const index: Metric = { ...metricsOf('year-4')[0]!, id: 'index', additivity: 'semi-additive' };
    const own = { ...catalogue, metrics: [index] };
    expect(() => compileQuery({ metric: 'index', during: '2024-11/2025-02' }, own)).not.toThrow();
    expect(() => compileQuery({ metric: 'index', during: '2025-02/2025-05' }, own)).toThrow(MetricsError);
  });
});

describe('a series', () => {
  test('of a longer period is dated by its last days, and says with which month its years begin', async () => {
    const read = async (metric: string) => {
      const compiled = compileSeries({ metric }, catalogue);
      return toSeries(await duckdb.run(compiled.sql), compiled);
    };
    const years = await read('year-4-amount');
    expect(years).toMatchObject({ grain: 'year', fiscalStart: 4, reportedThrough: '2026-03-31' });
    expect(years.observations.map(({ date }) => date)).toEqual(['2024-03-31', '2025-03-31', '2026-03-31']);
    const halves = await read('half-year-2-amount');
    expect([halves.grain, halves.observations[0]!.date]).toEqual(['half-year', '2023-07-31']);
    expect(Object.keys(await read('quarter-1-amount'))).not.toContain('fiscalStart');
    expect(Object.keys(await read('month-4-amount'))).not.toContain('fiscalStart');
  });

  test('of a metric made of others goes by the longest of their periods', async () => {
    const ratio: Metric = {
      ...{ id: 'both', name: words('both'), description: words('both'), unit: words('unit') },
      measure: { ratio: ['month-4-amount', 'quarter-4-amount'] },
    };
    const compiled = compileSeries(
      { metric: 'both' },
      { ...catalogue, metrics: [...catalogue.metrics, ratio] },
    );
    expect(compiled).toMatchObject({ grain: 'quarter', fiscalStart: 4 });
    const { observations } = toSeries(await duckdb.run(compiled.sql), compiled);
    expect(observations.every(({ value }) => value === 1)).toBe(true);
  });
});

describe('missing periods', () => {
  const contract = contractOf('gaps', 'quarter', { fiscalStart: 2, reportedThrough: '2026-01-31' });
  const own: Catalogue = { metrics: metricsOf('gaps'), datasets: [{ contract }] };
  const run = async (sql: string) => tableRows(await duckdb.run(sql));
  beforeAll(() =>
    duckdb.execute(
      `CREATE TABLE gaps AS SELECT * FROM quarter_2 WHERE day NOT IN ('2024-02-01', '2024-11-01')`,
    ),
  );

  test('are named as a query names them', async () => {
    const query = { metric: 'gaps-amount', by: ['period'], during: '2024' };
    expect(await findCompleteness(query, own, { run })).toMatchObject([
      { kind: 'missing', count: 2, names: ['2024-Q1', '2024-Q4'] },
    ]);
  });

  test('are those of the quarters that are over by the day of judging', async () => {
    const period = { start: '2024-02-01', end: '2025-01-31' };
    const names = async (asOf: string) =>
      (await findGoalCompleteness({ metric: 'gaps-amount', period, asOf }, own, run)).flatMap(
        (one) => one.names,
      );
    expect(await names('2024-04-29')).toEqual([]);
    expect(await names('2024-04-30')).toEqual(['2024-Q1']);
    expect(await names('2025-01-30')).toEqual(['2024-Q1']);
    expect(await names('2025-02-01')).toEqual(['2024-Q1', '2024-Q4']);
  });

  test('leave the fiscal year of a limit without a figure', async () => {
    const goal = {
      metric: 'gaps-amount',
      accumulate: 'level',
      hold: 'each-period',
      grain: 'year',
      period: { start: '2023-02-01', end: '2026-01-31' },
    } as const;
    const compiled = compileGoalSeries(goal, own);
    expect(compiled).toMatchObject({ grain: 'year', fiscalStart: 2 });
    const series = toSeries(await duckdb.run(compiled.sql), compiled);
    const lacks = await findGoalCompleteness({ ...goal, asOf: '2026-01-31' }, own, run);
    expect(series.observations).toHaveLength(3);
    expect(withoutGaps(series, lacks).observations.map(({ date }) => date)).toEqual([
      '2024-01-31',
      '2026-01-31',
    ]);
  });
});

describe('a plan and the contracts of its goals', () => {
  const plan = (fiscalStart?: number) => ({
    ...(fiscalStart !== undefined && { fiscalStart }),
    goals: ['quarter-4-amount', 'quarter-4-amount', 'month-1-amount'].map((metric, i) => ({
      ...{ id: `goal-${i}`, metric, unit: words('unit'), accumulate: 'total' },
      period: { start: '2025-01-01', end: '2025-12-31' },
    })) as unknown as readonly Goal[],
  });
  const own = contracts.filter(({ id }) => ['quarter-4', 'month-1', 'year-7'].includes(id));
  const metrics = catalogue.metrics.filter(({ dataset }) => own.some(({ id }) => id === dataset));
  const check = (fiscalStart?: number) =>
    checkReferences(
      { plan: plan(fiscalStart), metrics, contracts: own },
      { plan: 'plan.json', metrics: 'metrics.json', contracts: own.map(({ id }) => `data/${id}.json`) },
    );

  test('have years that begin with the same month: else each contract is told once, with both places', () => {
    expect(check()).toMatchObject([
      {
        code: 'fiscal-start',
        where: 'plan.json $.goals[0].metric',
        message:
          'The years of this plan begin with month 1, but those of "quarter-4", which the goal "goal-0" rests on, begin with month 4 (data/quarter-4.json $.fiscalStart).',
        remedy: 'Write the same "fiscalStart" in both: 4 in the plan, or 1 in the contract.',
      },
    ]);
    expect(check(4)).toMatchObject([
      {
        code: 'fiscal-start',
        where: 'plan.json $.fiscalStart',
        message: expect.stringContaining('begin with month 4, but those of "month-1"') as string,
      },
    ]);
    expect(check(7).map(({ code }) => code)).toEqual(['fiscal-start', 'fiscal-start']);
  });
});
