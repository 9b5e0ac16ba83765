import { compileQuery, planCuboid, type Catalogue } from '@zj/metrics/sql';
import type { Contract, During, Metric, Query } from '@zj/metrics';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Figures of every day from 2021 to 2026: a stock that is always 100, and one visit a day.

const words = (text: string) => ({ zh: text, en: text });

function contractOf(id: string, grain: 'day' | 'month' | 'year', reportedThrough: string): Contract {
  return {
    ...{ version: 1, id, name: words(id), description: words(id), file: `${id}.csv`, source: words('test') },
    reportedThrough,
    columns: [
      { name: 'day', label: words('day'), type: 'DATE' },
      { name: 'stock', label: words('stock'), type: 'INTEGER' },
    ],
    key: ['day'],
    time: { column: 'day', grain },
  };
}

const over = (
  id: string,
  dataset: string,
  measure: Metric['measure'],
  more: Partial<Metric> = {},
): Metric => ({
  ...{ id, dataset, measure, name: words(id), description: words(id), unit: words('个') },
  ...more,
});
const metrics: readonly Metric[] = [
  over('stock', 'days', { last: 'stock' }),
  over('visits', 'days', { count: 'rows' }),
  over('early', 'days', { count: 'rows' }, { reportedThrough: '2026-01-31' }),
  over('monthly', 'months', { sum: 'stock' }, { empty: 'zero' }),
  over('returns', 'months', { count: 'rows' }),
  over('newest', 'months', { last: 'stock' }, { empty: 'zero' }),
  over('months', 'months', { countDistinct: 'day' }),
  over('yearly', 'years', { count: 'rows' }),
];

let duckdb: Workbench;
beforeAll(async () => {
  duckdb = await openWorkbench();
  const series = (step: string) =>
    `SELECT CAST(unnest(generate_series(DATE '2021-01-01', DATE '2026-12-31', INTERVAL 1 ${step})) AS DATE) AS day, 100 AS stock`;
  await duckdb.execute(
    `CREATE TABLE all_days AS ${series('DAY')}; CREATE TABLE all_months AS ${series('MONTH')}; CREATE TABLE all_years AS ${series('YEAR')}`,
  );
});
afterAll(() => duckdb.close());

/** Datasets by day, month and year, each reported through a day. */
const through = (day: string): Catalogue => ({
  metrics,
  datasets: (['day', 'month', 'year'] as const).map((grain) => ({
    contract: contractOf(`${grain}s`, grain, day),
  })),
});

async function ask(
  query: Query,
  reported = '2026-12-31',
  catalogue = through(reported),
): Promise<readonly unknown[][]> {
  // No row is dated after the last day reported.
  for (const table of ['days', 'months', 'years'])
    await duckdb.execute(
      `CREATE OR REPLACE VIEW ${table} AS FROM all_${table} WHERE day <= DATE '${reported}'`,
    );
  const { columns, rowCount } = await duckdb.run(compileQuery(query, catalogue).sql);
  return Array.from({ length: rowCount }, (_, i) => columns.map(({ values }) => values[i] ?? null));
}

/** Of each row its period, value and base. */
const compared = async (query: Query, reported?: string): Promise<readonly unknown[][]> =>
  (await ask(query, reported)).map((row) => row.slice(0, 3));

/** Value and base of one bucket, or of a question without a grain. */
async function pair(query: Query, reported?: string): Promise<readonly unknown[]> {
  const rows = await ask(query, reported);
  const { by = [] } = query;
  return rows.at(-1)!.slice(by.length, by.length + 2);
}

const visits = { metric: 'visits' } as const;
const previous = { compare: 'previous-period' } as const;
const yearly = { compare: 'year-over-year' } as const;

describe('a stock that is always 100', () => {
  test.each(['day', 'week', 'month', 'quarter', 'half-year', 'year'])(
    'by %s is compared with nothing but 100, whatever the period and the month that years begin with',
    async (grain) => {
      for (const compare of ['previous-period', 'year-over-year'] as const) {
        for (const fiscalStart of [1, 4, 12]) {
          for (const reported of ['2026-12-31', '2026-03-30', '2024-02-29']) {
            const during = { start: '2024-01-01', end: '2026-12-31' };
            const rows = await compared(
              { metric: 'stock', by: [grain], compare, fiscalStart, during },
              reported,
            );
            const bases = rows.filter(([day]) => day !== '2024-02-29').map((row) => row[2]);
            expect(new Set(bases), `${compare} ${fiscalStart} ${reported}`).toEqual(new Set([100]));
          }
        }
      }
    },
  );

  test('is not 400 on 28 February because January had four more days', async () => {
    const rows = await compared({ metric: 'stock', by: ['month'], during: '2026-02', ...previous });
    expect(rows).toEqual([['2026-02-01', 100, 100]]);
    const days = await compared({ metric: 'stock', by: ['day'], during: '2025-02-27/2025-03-01', ...yearly });
    expect(days).toEqual([
      ['2025-02-27', 100, 100],
      ['2025-02-28', 100, 100],
      ['2025-03-01', 100, 100],
    ]);
  });
});

describe('a month', () => {
  test.each([
    // A month reported through its end is a whole month.
    ['2026-02-28', '2026-02', 28, 31],
    ['2026-04-30', '2026-04', 30, 31],
    ['2026-03-31', '2026-03', 31, 28],
    // A stretch cut within a month has as many days in the month before, if that month has them.
    ['2026-02-27', '2026-02', 27, 27],
    ['2026-03-10', '2026-03', 10, 10],
    ['2026-03-29', '2026-03', 29, 28],
    ['2026-03-28', '2026-03', 28, 28],
    ['2026-04-29', '2026-04', 29, 29],
  ])('through %s: %s has %d days, and the month before %d', async (reported, during, value, base) => {
    expect(await pair({ ...visits, by: ['month'], during, ...previous }, reported)).toEqual([value, base]);
  });

  test.each([
    ['2025-02-28', 28, 29],
    ['2024-02-29', 29, 28],
    ['2024-02-28', 28, 28],
    ['2026-02-28', 28, 28],
  ])(
    'of February through %s is compared with that of a year before: %d and %d days',
    async (reported, value, base) => {
      const query = { ...visits, by: ['month'], during: `${reported.slice(0, 7)}`, ...yearly };
      expect(await pair(query, reported)).toEqual([value, base]);
    },
  );

  test.each([
    // [30 and 31 March] would begin on 1 March, and end on 28 February.
    [{ start: '2026-03-30', end: '2026-03-31' }, 2, null],
    [{ start: '2026-03-29', end: '2026-03-31' }, 3, null],
    [{ start: '2026-03-28', end: '2026-03-31' }, 4, 1],
    [{ start: '2026-02-15', end: '2026-02-28' }, 14, 14],
    [{ start: '2026-05-31', end: '2026-05-31' }, 1, null],
    [{ start: '2026-08-31', end: '2026-08-31' }, 1, 1],
  ])('of which a window holds %j: %d days, compared with %s', async (during, value, base) => {
    expect(await pair({ ...visits, by: ['month'], during, ...previous })).toEqual([value, base]);
  });

  test('within which a window begins is cut alike, and those after it are whole', async () => {
    const during = { start: '2026-02-15', end: '2026-04-30' };
    expect(await compared({ ...visits, by: ['month'], during, ...previous })).toEqual([
      ['2026-02-01', 14, 14],
      ['2026-03-01', 31, 28],
      ['2026-04-01', 30, 31],
    ]);
  });

  test('after the last one reported has no base, and none of zero', async () => {
    const query: Query = {
      metrics: ['visits', 'early'],
      by: ['month'],
      during: '2026-01/2026-03',
      complete: true,
      ...previous,
    };
    expect(await ask(query, '2026-02-10')).toEqual([
      ['2026-01-01', 31, 31, 0, 0, 31, 31, 0, 0],
      ['2026-02-01', 10, 10, 0, 0, null, null, null, null],
    ]);
  });
});

describe('weeks, quarters and years', () => {
  test('a week is cut by its weekday', async () => {
    // 2026-03-11 is a Wednesday.
    expect(await pair({ ...visits, by: ['week'], during: '2026-03-09/2026-03-11', ...previous })).toEqual([
      3, 3,
    ]);
    expect(
      await compared({ metric: 'stock', by: ['week'], during: '2026-03-11/2026-03-16', ...yearly }),
    ).toEqual([
      ['2026-03-09', 100, 100],
      ['2026-03-16', 100, 100],
    ]);
    expect(await pair({ ...visits, by: ['week'], during: '2026-03-11/2026-03-15', ...yearly })).toEqual([
      5, 5,
    ]);
  });

  test.each<[string, number, string, Pick<Query, 'compare'>, number, number]>([
    // Years begin in February: quarters in February, May, August and November.
    ['2026-04-30', 2, 'quarter', previous, 89, 92],
    ['2026-03-31', 2, 'quarter', previous, 59, 61],
    ['2026-03-15', 2, 'quarter', previous, 43, 45],
    // Years begin in December; the quarter before ended on 30 November.
    ['2024-02-29', 12, 'quarter', previous, 91, 91],
    ['2025-02-28', 3, 'half-year', yearly, 181, 182],
    ['2024-02-28', 3, 'half-year', yearly, 181, 181],
    ['2024-03-30', 1, 'year', yearly, 90, 89],
    ['2026-03-30', 4, 'year', yearly, 364, 364],
    ['2024-03-31', 4, 'year', yearly, 366, 365],
  ])(
    'through %s, years from month %d: the last %s, %j, has %d days beside %d',
    async (reported, fiscalStart, grain, compare, value, base) => {
      const during = { start: '2022-04-01', end: '2026-12-31' };
      expect(await pair({ ...visits, by: [grain], fiscalStart, during, ...compare }, reported)).toEqual([
        value,
        base,
      ]);
    },
  );

  test('a day is compared with the day itself, and 29 February with none a year before', async () => {
    const rows = await ask({ ...visits, by: ['day'], during: '2024-02-28/2024-03-01', ...yearly });
    expect(rows).toEqual([
      ['2024-02-28', 1, 1, 0, 0],
      ['2024-02-29', 1, null, null, null],
      ['2024-03-01', 1, 1, 0, 0],
    ]);
    expect(await compared({ ...visits, by: ['day'], during: '2024-02-29/2024-03-01', ...previous })).toEqual([
      ['2024-02-29', 1, 1],
      ['2024-03-01', 1, 1],
    ]);
    expect(await compared({ ...visits, by: ['day'], during: '2025-02-28/2025-03-01', ...yearly })).toEqual([
      ['2025-02-28', 1, 1],
      ['2025-03-01', 1, 1],
    ]);
  });
});

describe('without a grain', () => {
  test.each<[During, 'year-over-year' | 'previous-period', string, number, number | null]>([
    ['2026', 'year-over-year', '2026-10-31', 304, 304],
    ['2024', 'year-over-year', '2024-02-29', 60, 59],
    ['2025', 'year-over-year', '2025-02-28', 59, 60],
    ['2026-Q2', 'previous-period', '2026-12-31', 91, 90],
    ['2026-Q2', 'previous-period', '2026-04-30', 30, 31],
    ['2026-Q2', 'previous-period', '2026-05-30', 60, 59],
    ['2026-03-11/2026-03-20', 'previous-period', '2026-12-31', 10, 10],
    // The cut is moved by the same ten days.
    ['2026-03-11/2026-03-20', 'previous-period', '2026-03-14', 4, 4],
    ['2024-02-29', 'year-over-year', '2026-12-31', 1, null],
    [{ start: '2024-02-29', end: '2024-03-10' }, 'year-over-year', '2026-12-31', 11, 10],
    ['2026-11', 'previous-period', '2026-10-31', 0, null],
  ])('%j, %s, reported through %s: %d days beside %s', async (during, compare, reported, value, base) => {
    const rows = await ask({ ...visits, during, compare }, reported);
    expect(rows[0]!.slice(0, 2)).toEqual([value, base]);
  });
});

describe('year-to-date', () => {
  const toDate = { ...visits, cumulative: 'year-to-date' } as const;

  test('is compared with the same months of the year before, up to the same day', async () => {
    const query: Query = { ...toDate, by: ['month'], during: '2024-01/2024-03', ...yearly };
    expect(await compared(query, '2024-03-15')).toEqual([
      ['2024-01-01', 31, 31],
      ['2024-02-01', 60, 59],
      ['2024-03-01', 75, 74],
    ]);
  });

  test('is compared with the month before within the year alone: January has no base, nor has it one of zero', async () => {
    expect(await compared({ ...toDate, by: ['month'], during: '2025-12/2026-02', ...previous })).toEqual([
      ['2025-12-01', 365, 334],
      ['2026-01-01', 31, null],
      ['2026-02-01', 59, 31],
    ]);
    expect(
      await compared({ ...toDate, by: ['month'], during: '2026-03/2026-05', fiscalStart: 4, ...previous }),
    ).toEqual([
      ['2026-03-01', 365, 334],
      ['2026-04-01', 30, null],
      ['2026-05-01', 61, 30],
    ]);
  });

  test('has a base by year only of the year before, and none of the previous period', async () => {
    expect(await compared({ ...toDate, by: ['year'], during: '2025', ...previous })).toEqual([
      ['2025-01-01', 365, null],
    ]);
    expect(await compared({ ...toDate, by: ['year'], during: '2025', ...yearly })).toEqual([
      ['2025-01-01', 365, 366],
    ]);
  });

  test('of a 53rd week has no base, and of any other week the days of its year', async () => {
    // 52 weeks before 2024-12-30 is 2024-01-01.
    expect(await compared({ ...toDate, by: ['week'], during: '2024-12-23/2025-01-12', ...yearly })).toEqual([
      ['2024-12-23', 364, 365],
      ['2024-12-30', 371, null],
      ['2025-01-06', 12, 14],
    ]);
  });
});

describe('rolling', () => {
  test('is compared with as many periods that end one before, the last cut alike', async () => {
    const query: Query = { ...visits, by: ['month'], rolling: 3, during: '2026-02/2026-03', ...previous };
    expect(await compared(query, '2026-03-30')).toEqual([
      ['2026-02-01', 90, 92],
      ['2026-03-01', 89, 90],
    ]);
  });

  test('has no base where its first period is before all data', async () => {
    const query: Query = { ...visits, by: ['month'], rolling: 3, during: '2021-02/2021-05', ...previous };
    expect(await compared(query)).toEqual([
      ['2021-02-01', null, null],
      ['2021-03-01', 90, null],
      ['2021-04-01', 89, 90],
      ['2021-05-01', 92, 89],
    ]);
  });

  test('by day, thirty days are compared with thirty days, over a leap day, too', async () => {
    const query: Query = { ...visits, by: ['day'], rolling: 30, during: '2025-03-10', ...yearly };
    expect(await compared(query)).toEqual([['2025-03-10', 30, 30]]);
  });
});

describe('a period of a dataset by months or years that is not over by the last day reported', () => {
  test('is null, whatever "empty" says, and its row counts in no other figure', async () => {
    const list = ['monthly', 'returns', 'newest', 'months'];
    const query: Query = { metrics: list, by: ['month'], during: '2026-09/2026-10' };
    expect(await ask(query, '2026-10-15')).toEqual([
      ['2026-09-01', 100, 1, 100, 1],
      ['2026-10-01', null, null, null, null],
    ]);
    expect(await ask({ metrics: list, by: ['year'], during: '2026' }, '2026-10-15')).toEqual([
      ['2026-01-01', 900, 9, 100, 9],
    ]);
    expect(await ask({ metrics: list, during: '2026-10' }, '2026-10-15')).toEqual([[null, null, null, null]]);
    expect(await ask({ metrics: ['yearly'], by: ['year'], during: '2025/2026' }, '2026-10-15')).toEqual([
      ['2025-01-01', 1],
      ['2026-01-01', null],
    ]);
  });

  test('nine months that are over are compared with nine months', async () => {
    const year: Query = { metric: 'returns', by: ['year'], during: '2026', ...yearly };
    expect(await compared(year, '2026-10-15')).toEqual([['2026-01-01', 9, 9]]);
    expect(
      await compared(
        { metric: 'returns', by: ['month'], during: '2026-09/2026-10', ...yearly },
        '2026-10-15',
      ),
    ).toEqual([
      ['2026-09-01', 1, 1],
      ['2026-10-01', null, null],
    ]);
  });

  test('is the same from a cuboid, and from stretches', async () => {
    const catalogue = through('2026-10-15');
    const plan = planCuboid({ metrics: ['monthly', 'returns'], by: [] }, catalogue);
    await duckdb.execute(`CREATE OR REPLACE TABLE cells AS ${plan.select}`);
    const cuboids = [{ ...plan, table: ['cells'] }];
    for (const more of [
      {},
      { cumulative: 'year-to-date' },
      { rolling: 2 },
      { ...yearly },
      { rolling: 3, ...previous },
    ] as const) {
      const query: Query = {
        metrics: ['monthly', 'returns'],
        by: ['month'],
        during: '2026-08/2026-11',
        ...more,
      };
      const rows = await ask(query, '2026-10-15', { ...catalogue, cuboids });
      expect(compileQuery(query, { ...catalogue, cuboids }).sql).not.toMatch(/FROM months\n/);
      expect(rows).toEqual(await ask(query, '2026-10-15', catalogue));
      expect(rows.at(-1)![1]).toBeNull();
    }
  });
});
