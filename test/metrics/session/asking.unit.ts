import {
  createMetrics,
  type Contract,
  type Day,
  type Metric,
  type Metrics,
  type Query,
  type RowOf,
} from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from 'vitest';
import { fees, rows, tableOf, visitors, visits } from './own.js';

let metrics: Metrics;
beforeEach(async () => {
  metrics = createMetrics({ engine: nodeEngine() });
  const table = tableOf([...rows, '2026-02-02,,4,', '2026-02-03,no%th,2,1.00', "2026-02-04,no'th,1,2.00"]);
  const columns = visits.columns.map((one) => (one.name === 'zone' ? { ...one, required: false } : one));
  await metrics.add({ contract: { ...visits, columns, key: ['day'] }, table, metrics: [visitors, fees] });
});
afterEach(() => metrics.close());

const monthly = { metric: 'visitors', by: ['month', 'zone'] } as const;
const visitorsWhere = async (where: Query['where']): Promise<unknown> => {
  const [{ value }] = (await metrics.query({ metric: 'visitors', where: where! })).rows() as [
    { value: unknown },
  ];
  return value;
};
const messageOf = (query: unknown): Promise<string> =>
  metrics.query(query as Query).then(
    () => 'answered',
    (error: Error) => error.message,
  );

describe('conditions', () => {
  test('may be denied and joined by or; an empty cell meets none of them, also denied', async () => {
    expect(await visitorsWhere([{ column: 'zone', notEquals: 'east' }])).toBe(8);
    expect(await visitorsWhere([{ not: { column: 'zone', equals: 'east' } }])).toBe(8);
    expect(await visitorsWhere([{ not: { not: { column: 'zone', equals: 'east' } } }])).toBe(17);
    expect(
      await visitorsWhere([
        {
          or: [
            { column: 'zone', equals: 'west' },
            { column: 'fee', null: true },
          ],
        },
      ]),
    ).toBe(9);
    expect(await visitorsWhere([{ not: { column: 'zone', between: [null, null] } }])).toBe(null);
    // The row without a zone is in neither half.
    expect(
      await visitorsWhere([
        {
          not: {
            or: [
              { column: 'zone', equals: 'east' },
              { column: 'visitors', above: 5 },
            ],
          },
        },
      ]),
    ).toBe(8);
    expect(
      await visitorsWhere([
        { column: 'fee', atLeast: '70.30' },
        { column: 'fee', atMost: 100.1 },
      ]),
    ).toBe(17);
    expect(await visitorsWhere([{ column: 'day', below: '2026-02-01' }])).toBe(15);
  });

  test('find parts of texts letter by letter, whatever they mean to a pattern', async () => {
    expect(await visitorsWhere([{ column: 'zone', contains: '%' }])).toBe(2);
    expect(await visitorsWhere([{ column: 'zone', contains: '_' }])).toBe(null);
    expect(await visitorsWhere([{ column: 'zone', startsWith: "no'" }])).toBe(1);
    expect(await visitorsWhere([{ column: 'zone', startsWith: 'EAST' }])).toBe(null);
  });

  test.each([
    [
      { not: { column: 'nowhere', equals: 1 } },
      /\$\.where\[0\]\.not\.column: "visits" has no column "nowhere"/,
    ],
    [
      {
        or: [
          { column: 'zone', equals: 'x' },
          { column: 'visitors', above: 'x' },
        ],
      },
      /\$\.where\[0\]\.or\[1\]\.above: This must be a number/,
    ],
    [{ or: [] }, /\$\.where\[0\]\.or: .*not empty/],
    [
      { column: 'visitors', contains: '1' },
      /\$\.where\[0\]\.contains: "visitors" of "visits" is INTEGER: only texts/,
    ],
    [{ column: 'zone', contains: '' }, /\$\.where\[0\]\.contains: .*not empty/],
    [{ column: 'zone', matches: '.*' }, /\$\.where\[0\]/],
  ])('%j is refused at its place', async (condition, message) => {
    expect(await messageOf({ metric: 'visitors', where: [condition] })).toMatch(message);
  });

  test('nested beyond all measure are refused, not run out of memory', async () => {
    let deep: object = { column: 'zone', equals: 'x' };
    for (let i = 0; i < 100_000; i++) deep = { not: deep };
    expect(await messageOf({ metric: 'visitors', where: [deep] })).toMatch(/at most 100 levels/);
  });
});

describe('finished rows', () => {
  test('are left by having, put in order and cut, and totals stay', async () => {
    const result = await metrics.query({
      metric: 'visitors',
      by: ['zone'],
      totals: true,
      share: true,
      having: [{ not: { column: 'value', below: 2 } }],
      orderBy: [{ column: 'value', direction: 'descending' }],
      limit: 2,
    });
    expect(result.rows().map(({ zone, value, row_kind }) => [zone, value, row_kind])).toEqual([
      ['east', 17, 'value'],
      ['west', 5, 'value'],
      [null, 29, 'total'],
    ]);
    expect(result.rows()[0]!.value_share).toBeCloseTo(1700 / 29, 10);
  });

  test('have empty cells last in both orders, and equal ones in their own order', async () => {
    const zones = async (direction: 'ascending' | 'descending') =>
      (await metrics.query({ metric: 'fees', by: ['zone'], orderBy: [{ column: 'value', direction }] }))
        .rows()
        .map(({ zone }) => zone);
    expect(await zones('ascending')).toEqual(['no%th', "no'th", 'west', 'east', null]);
    expect(await zones('descending')).toEqual(['east', 'west', "no'th", 'no%th', null]);
  });

  test.each([
    [
      { having: [{ column: 'zone', equals: 'x' }] },
      /\$\.having\[0\]\.column: "zone" is not a figure of the result.*"where"/,
    ],
    [{ having: [{ column: 'valeu', above: 1 }] }, /\$\.having\[0\]\.column: "valeu" is not a column.*value/],
    [
      { having: [{ or: [{ column: 'value', above: 'x' }] }] },
      /\$\.having\[0\]\.or\[0\]\.above: This must be a number/,
    ],
    [{ orderBy: [{ column: 'amount' }] }, /\$\.orderBy\[0\]\.column: "amount" is not a column of the result/],
    [{ orderBy: [{ column: 'zone' }, { column: 'zone' }] }, /\$\.orderBy\[1\]\.column: .*already/],
    [{ orderBy: [{ column: 'zone', direction: 'down' }] }, /\$\.orderBy\[0\]\.direction: .*ascending/],
    [{ limit: 0 }, /\$\.limit: .*whole number/],
  ])('%j is refused at its place', async (selection, message) => {
    expect(await messageOf({ ...monthly, ...selection })).toMatch(message);
  });
});

describe('rows', () => {
  test('are iterated over, and have days as text or as dates at midnight UTC', async () => {
    const result = await metrics.query({ ...monthly, during: '2026-01' });
    expect([...result]).toEqual(result.rows());
    expect(result.rows()[0]!.month).toBe('2026-01-01');
    expect(result.rows({ dates: 'Date' })[0]).toEqual({
      month: new Date(Date.UTC(2026, 0, 1)),
      zone: 'east',
      value: 10,
    });
    expect(() => result.rows({ dates: 'Moment' } as never)).toThrow(/"dates" is "Moment"/);
    expect(() => result.rows({ date: 'Date' } as never)).toThrow(/"date" is not a key/);
  });

  test('are typed by the columns of a query that is written out', async () => {
    const compared = { metrics: ['visitors', 'fees'], by: ['month'], compare: 'year-over-year' } as const;
    const result = await metrics.query(compared);
    expectTypeOf(result.rows()[0]!.month).toEqualTypeOf<Day>();
    expectTypeOf(result.rows()[0]!.fees_percent).toEqualTypeOf<number | null>();
    expectTypeOf(result.rows({ dates: 'Date' })[0]!.month).toEqualTypeOf<Date>();
    expectTypeOf<keyof RowOf<{ metric: 'visitors'; by: readonly ['zone']; share: true }>>().toEqualTypeOf<
      'zone' | 'value' | 'value_share'
    >();
    // @ts-expect-error: there is no such column.
    expect(result.rows()[0]!.value).toBeUndefined();
    const some: Query = compared;
    expectTypeOf((await metrics.query(some)).rows()[0]!.anything).toEqualTypeOf<
      string | number | boolean | null | undefined
    >();
  });

  test('of a query that cannot be are not asked for: it does not compile', () => {
    // @ts-expect-error: one metric, or several.
    const both: Query = { metric: 'visitors', metrics: ['fees'] };
    // @ts-expect-error: a stretch of one kind.
    const stretches: Query = { metric: 'visitors', by: ['month'], rolling: 2, cumulative: 'year-to-date' };
    // @ts-expect-error: parts of what?
    const parts: Query = { metric: 'visitors', share: true };
    // @ts-expect-error: the year to date at which periods?
    const periods: Query = { metric: 'visitors', cumulative: 'year-to-date' };
    // @ts-expect-error: a contribution is one to a change.
    const change: Query = { metric: 'visitors', by: ['zone'], contribution: true };
    // @ts-expect-error: compared with which period?
    const compared: Query = { metric: 'visitors', compare: 'year-over-year' };
    // @ts-expect-error: no metric.
    const none: Query = { by: ['zone'] };
    expect([both, stretches, parts, periods, change, compared, none]).toHaveLength(7);
    const asks = [
      // @ts-expect-error: no key is called so.
      () => metrics.query({ metric: 'visitors', durring: '2026' }),
      // @ts-expect-error: two days of which periods?
      () => metrics.query({ metric: 'visitors', by: ['zone'], rolling: 2 }),
      // @ts-expect-error: the parts of what?
      () => metrics.query({ metric: 'visitors', by: ['month'], share: true }),
    ];
    expect(asks).toHaveLength(3);
  });
});

test('a sum beyond 38 digits names its metric and what to do', async () => {
  const contract: Contract = {
    ...visits,
    columns: visits.columns.map((one) => (one.name === 'fee' ? { ...one, type: 'DECIMAL(38,2)' } : one)),
  };
  const most = `${'9'.repeat(36)}.00`;
  const table = tableOf([rows[0]!, `2026-01-05,east,1,${most}`, `2026-01-06,east,1,${most}`]);
  await metrics.add({ contract, table, metrics: [visitors, fees] });
  const message = await messageOf({ metrics: ['visitors', 'fees'], by: ['month'] });
  expect(message).toMatch(
    /The metric "fees" has a sum of more than the 38 digits.*"visits".*DECIMAL\(18,2\)/,
  );
  expect(message).not.toMatch(/"visitors"/);
  // A scale that there is not cannot be smaller.
  expect(message).not.toMatch(/"scale"/);
  expect(await messageOf({ metrics: ['visitors'], by: ['month'] })).toBe('answered');
  const scaled: Metric = { ...fees, id: 'scaled', scale: 2, unit: { ...fees.unit, power: -2 } };
  await metrics.add({ contract, table, metrics: [visitors, fees, scaled] });
  expect(await messageOf({ metric: 'scaled', by: ['month'] })).toMatch(
    /, the metric a smaller "scale", or the query/,
  );
  const both = await messageOf({ metrics: ['fees', 'scaled'], by: ['month'] });
  expect(both).toMatch(/The metrics "fees" and "scaled" have sums of more than the 38 digits/);
});
