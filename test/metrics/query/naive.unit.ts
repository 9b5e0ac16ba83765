import type { Condition, Contract, Measure, Metric } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { addMonths, bucketOf, readDay, readDuring, writeDay } from './days.js';
import { toDouble } from './figure.js';
import { evaluate } from './naive.js';
import type { During, Grain, Query, Row, World } from './types.js';

const words = (text: string) => ({ zh: text, en: text });

const contract: Contract = {
  version: 1,
  id: 'returns',
  name: words('returns'),
  description: words('returns'),
  file: 'returns.csv',
  source: words('test'),
  reportedThrough: '2026-03-31',
  columns: (
    [
      ['month', 'DATE'],
      ['district', 'VARCHAR'],
      ['amount', 'DECIMAL(9,2)'],
      ['weight', 'INTEGER'],
    ] as const
  ).map(([name, type]) => ({ name, label: words(name), type })),
  key: ['month', 'district'],
  time: { column: 'month', grain: 'month' },
};

const row = (
  month: string,
  district: string | null,
  amount: string | null,
  weight: number | null = 1,
): Row => ({
  month: `${month}-01`,
  district,
  amount,
  weight,
});
const rows = [
  row('2025-01', 'A', '10.00', 3),
  row('2025-01', 'B', '5.50'),
  row('2025-03', 'A', '1.25'),
  row('2026-01', 'A', '20.00'),
  row('2026-01', 'C', null),
  row('2026-02', 'B', '0.10'),
  row('2026-02', 'B', '0.20', null),
];

const metric = (id: string, measure: Measure, more: Partial<Metric> = {}): Metric => ({
  ...{ id, measure, name: words(id), description: words(id), unit: words('元') },
  ...more,
});
const over = (id: string, measure: Measure, more: Partial<Metric> = {}): Metric =>
  metric(id, measure, { dataset: 'returns', ...more });
const world: World = {
  datasets: [{ contract, rows }],
  metrics: [
    over('amount', { sum: 'amount' }),
    over('rows', { count: 'rows' }),
    over('sure', { sum: 'amount' }, { empty: 'zero' }),
    over('mean', { average: 'amount' }),
    over('weighted', { average: 'amount', weight: 'weight' }),
    over('middle', { median: 'amount' }),
    over('quarter-way', { quantile: 'amount', at: 0.25 }),
    over('least', { minimum: 'amount' }),
    over('districts', { countDistinct: 'district' }),
    over('newest', { last: 'amount' }),
    over('newest-a', { last: 'amount' }, { where: [{ column: 'district', equals: 'A' }] }),
    over('thousandth', { sum: 'amount' }, { scale: -3 }),
    metric('per-row', { ratio: ['amount', 'rows'] }),
    metric('more', { add: ['amount', 'rows', 0.05] }),
    metric('twice', { multiply: ['amount', 2] }),
  ],
};

/** The rows of an answer, its figures as numbers. */
function ask(query: Query): readonly (readonly unknown[])[] {
  return evaluate(query, world).rows.map((cells) =>
    cells.map((cell) => (cell !== null && typeof cell === 'object' ? toDouble(cell).double : cell)),
  );
}

describe('the little calendar', () => {
  test('knows leap days and the ends of months', () => {
    const moved = (day: string, months: number): string => writeDay(addMonths(readDay(day), months));
    expect(moved('2024-02-29', 12)).toBe('2025-02-28');
    expect(moved('2025-02-28', 12)).toBe('2026-02-28');
    expect(moved('2023-01-31', 13)).toBe('2024-02-29');
    expect(moved('2025-03-31', -1)).toBe('2025-02-28');
    expect(readDay('2024-03-01') - readDay('2024-02-28')).toBe(2);
    expect(readDay('2000-03-01') - readDay('2000-02-28')).toBe(2);
  });

  test('agrees with the calendar of the language on every day of forty years', () => {
    for (let day = readDay('2000-01-01'); day <= readDay('2039-12-31'); day++) {
      const date = new Date(Date.UTC(2024, 0, 1 + day));
      expect(writeDay(day)).toBe(date.toISOString().slice(0, 10));
      expect(readDay(writeDay(bucketOf(day, 'week')))).toBe(day - ((date.getUTCDay() + 6) % 7));
    }
  });

  test.each<[string, Grain, number, string]>([
    ['2026-01-01', 'week', 1, '2025-12-29'],
    ['2026-05-31', 'quarter', 1, '2026-04-01'],
    ['2026-05-31', 'quarter', 3, '2026-03-01'],
    ['2026-05-31', 'half-year', 12, '2025-12-01'],
    ['2026-05-31', 'half-year', 4, '2026-04-01'],
    ['2026-03-31', 'year', 4, '2025-04-01'],
    ['2026-04-01', 'year', 4, '2026-04-01'],
    ['2024-02-29', 'month', 7, '2024-02-01'],
  ])('%s is in the %s (years from month %i) of %s', (day, grain, fiscalStart, bucket) => {
    expect(writeDay(bucketOf(readDay(day), grain, fiscalStart))).toBe(bucket);
  });

  test.each<[During, number, string, string]>([
    ['2026', 1, '2026-01-01', '2026-12-31'],
    ['2026', 4, '2026-04-01', '2027-03-31'],
    ['2026-H2', 1, '2026-07-01', '2026-12-31'],
    ['2026-Q4', 4, '2027-01-01', '2027-03-31'],
    ['2024-02', 4, '2024-02-01', '2024-02-29'],
    ['2025-07/2026', 1, '2025-07-01', '2026-12-31'],
    ['2026-02-03', 1, '2026-02-03', '2026-02-03'],
    [{ last: 4, grain: 'quarter', asOf: '2026-10-31' }, 1, '2025-10-01', '2026-09-30'],
    [{ last: 1, grain: 'month', asOf: '2026-10-31' }, 1, '2026-10-01', '2026-10-31'],
    [{ last: 2, grain: 'week', asOf: '2026-11-21' }, 1, '2026-11-02', '2026-11-15'],
    [{ last: 1, grain: 'year', asOf: '2026-03-30' }, 4, '2024-04-01', '2025-03-31'],
  ])('%j (years from month %i) is %s to %s', (during, fiscalStart, start, end) => {
    const { from, to } = readDuring(during, fiscalStart);
    expect([writeDay(from), writeDay(to)]).toEqual([start, end]);
  });
});

describe('measures', () => {
  test.each([
    ['amount', 37.05],
    ['rows', 7],
    ['mean', 37.05 / 6],
    ['weighted', (30 + 5.5 + 1.25 + 20 + 0.1) / 7],
    ['middle', (1.25 + 5.5) / 2],
    ['quarter-way', 0.2 + (1.25 - 0.2) * 0.25],
    ['least', 0.1],
    ['districts', 3],
    ['newest', 0.3],
    ['newest-a', 20],
    ['thousandth', 0.03705],
    ['per-row', 37.05 / 7],
    ['more', 44.1],
    ['twice', 74.1],
  ])('%s over all rows is %d', (id, value) => {
    expect(ask({ metric: id })[0]![0]).toBeCloseTo(value, 12);
  });

  test('over no rows are null, or zero for counts, or as the metric says', () => {
    const metrics = ['amount', 'rows', 'sure', 'districts', 'per-row', 'more', 'newest'];
    expect(ask({ metrics, during: '2025-02' })).toEqual([[null, 0, 0, 0, null, null, null]]);
  });
});

describe('rows of a result', () => {
  test('stand for each cell that has rows, in order, texts by code point and null last', () => {
    expect(ask({ metric: 'amount', by: ['district', 'year'] })).toEqual([
      ['A', '2025-01-01', 11.25],
      ['A', '2026-01-01', 20],
      ['B', '2025-01-01', 5.5],
      ['B', '2026-01-01', 0.3],
      ['C', '2026-01-01', null],
    ]);
  });

  test('are complete from the first bucket to what is reported', () => {
    expect(ask({ metrics: ['amount', 'rows'], by: ['quarter'], complete: true, fiscalStart: 3 })).toEqual([
      ['2024-12-01', 15.5, 2],
      ['2025-03-01', 1.25, 1],
      ['2025-06-01', null, 0],
      ['2025-09-01', null, 0],
      ['2025-12-01', 20.3, 4],
      ['2026-03-01', null, 0],
    ]);
  });

  test('accumulate through a year, from before the window', () => {
    expect(
      ask({ metric: 'amount', by: ['month'], cumulative: 'year-to-date', during: '2025-02/2025-04' }),
    ).toEqual([
      ['2025-02-01', 15.5],
      ['2025-03-01', 16.75],
      ['2025-04-01', 16.75],
    ]);
  });

  test('roll over some buckets, where there are so many', () => {
    const during = { start: '2025-01-01', end: '2025-04-30' };
    expect(ask({ metrics: ['sure', 'mean'], by: ['month'], rolling: 3, during })).toEqual([
      ['2025-01-01', null, null],
      ['2025-02-01', null, null],
      ['2025-03-01', 16.75, 16.75 / 3],
      ['2025-04-01', 1.25, 1.25],
    ]);
  });

  test('are compared with the same months a year before, up to what is reported', () => {
    expect(ask({ metric: 'amount', by: ['year'], compare: 'year-over-year' })).toEqual([
      ['2025-01-01', 16.75, null, null, null],
      ['2026-01-01', 20.3, 16.75, 3.55, (100 * 3.55) / 16.75],
    ]);
    const previous = (during: During) => ask({ metric: 'amount', compare: 'previous-period', during });
    expect(previous('2026-02')).toEqual([[0.3, 20, -19.7, -98.5]]);
    // January, three months later, is April, of which nothing is reported.
    expect(previous('2026-02/2026-04')).toEqual([[0.3, null, null, null]]);
  });

  test('have their share and contribution, and a total of the rows', () => {
    const query: Query = { metric: 'amount', by: ['district'], during: '2026', compare: 'year-over-year' };
    const shown = ask({ ...query, share: true, contribution: true, totals: true });
    expect(shown.map(([district, ...more]) => [district, more.at(-1), more.at(-2), more.at(-3)])).toEqual([
      ['A', 'value', (100 * 8.75) / 16.75, (100 * 20) / 20.3],
      ['B', 'value', expect.closeTo((100 * -5.2) / 16.75, 10), (100 * 0.3) / 20.3],
      ['C', 'value', 0, null],
      [null, 'total', (100 * 3.55) / 16.75, 100],
    ]);
  });

  test('are those of the first members and one of the rest', () => {
    expect(ask({ metric: 'amount', by: ['district', 'year'], top: { count: 1 }, totals: true })).toEqual([
      ['A', '2025-01-01', 11.25, 'value'],
      ['A', '2026-01-01', 20, 'value'],
      [null, '2025-01-01', 5.5, 'rest'],
      [null, '2026-01-01', 0.3, 'rest'],
      [null, '2025-01-01', 16.75, 'total'],
      [null, '2026-01-01', 20.3, 'total'],
    ]);
  });

  test('are those for which conditions are true', () => {
    const counted = (where: readonly Condition[]) => ask({ metric: 'rows', where })[0]![0];
    expect(counted([{ column: 'amount', between: ['0.20', 5.5] }])).toBe(3);
    expect(counted([{ column: 'amount', between: [null, null] }])).toBe(6);
    expect(counted([{ column: 'amount', null: true }])).toBe(1);
    expect(
      counted([
        { column: 'month', equals: '2026-02-01' },
        { column: 'weight', in: [1, 2] },
      ]),
    ).toBe(1);
  });
});
