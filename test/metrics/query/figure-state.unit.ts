import { judge, toSeries, type Contract, type FigureState, type Metric, type Observation } from '@zj/metrics';
import { figureStates } from '../../../packages/metrics/src/base/state.js';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { compileQuery, compileSeries } from '@zj/metrics/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patience, seeds } from '../../soak.js';
import { random } from '../goal/random.js';

// The state of each figure of a series (METHODS §2), from the state of each row.

const words = (text: string) => ({ zh: text, en: text });
const values = { 预计: 'estimate', 初步核算: 'provisional', 修订: 'revised', 最终核实: 'final' } as const;
const undeclared: Contract = {
  version: 1,
  id: 'output',
  name: words('output'),
  description: words('output'),
  file: 'output.csv',
  source: words('test'),
  reportedThrough: '2026-12-31',
  columns: [
    { name: 'month', label: words('month'), type: 'DATE' },
    { name: 'zone', label: words('zone'), type: 'VARCHAR' },
    { name: 'amount', label: words('amount'), type: 'DECIMAL(18,2)' },
    { name: 'state', label: words('state'), type: 'VARCHAR' },
  ],
  key: ['month', 'zone'],
  time: { column: 'month', grain: 'month' },
};
const contract: Contract = { ...undeclared, revision: { column: 'state', values } };
const metric = (id: string, more: Partial<Metric> = {}): Metric => ({
  ...{ id, name: words(id), description: words(id), unit: words('unit'), dataset: 'output' },
  ...{ measure: { sum: 'amount' } },
  ...more,
});
const composite = (id: string, measure: Metric['measure']): Metric => ({
  ...{ id, name: words(id), description: words(id), unit: words('unit'), measure },
});
const amount = metric('amount');
const inA = metric('in-a', { where: [{ column: 'zone', equals: 'A' }] });
const inB = metric('in-b', { where: [{ column: 'zone', equals: 'B' }] });
const stock = metric('stock', { measure: { last: 'amount' } });
const middle = metric('middle', { measure: { median: 'amount' } });
const share = composite('share', { ratio: ['in-a', 'amount'] });

/** The same months in a dataset with one state for all rows. */
const plain: Contract = { ...contract, id: 'plain', revision: 'provisional' };
const plainAmount = metric('plain-amount', { dataset: 'plain' });
const both = composite('both', { add: ['amount', 'plain-amount'] });
const mean = composite('mean', { movingAverage: 'amount', periods: 2 });
const index = { unit: { zh: '指数', en: 'index' } };
const onApril = { ...composite('on-april', { index: 'amount', base: '2026-04' }), ...index };
const onAugust = { ...composite('on-august', { index: 'in-a', base: '2026-08' }), ...index };
const beside = composite('beside', { multiply: ['mean', 'in-b'] });
const metrics = [amount, inA, inB, stock, middle, share, plainAmount, both, mean, onApril, onAugust, beside];

type Row = readonly [month: string, zone: string, amount: number | null, state: string | null];

let duckdb: Workbench;
beforeAll(async () => {
  duckdb = await openWorkbench();
});
afterAll(() => duckdb.close());

async function read(
  id: string,
  rows: readonly Row[],
  of: Contract = contract,
  more: readonly Contract[] = [plain],
): Promise<readonly Observation[]> {
  const told = rows.map((row) => `(${row.map((cell) => (cell === null ? 'NULL' : `'${cell}'`)).join(', ')})`);
  for (const table of ['output', 'plain']) {
    await duckdb.execute(
      `CREATE OR REPLACE TABLE ${table} (month DATE, zone VARCHAR, amount DECIMAL(18,2), state VARCHAR)`,
    );
    await duckdb.execute(`INSERT INTO ${table} VALUES ${told.join(', ')}`);
  }
  const datasets = [of, ...more].map((one) => ({ contract: one }));
  const compiled = compileSeries({ metric: id }, { metrics, datasets });
  return toSeries(await duckdb.run(compiled.sql), compiled).observations;
}

const statesOf = async (...args: Parameters<typeof read>): Promise<readonly FigureState[]> =>
  (await read(...args)).map(({ quality = 'final' }) => quality);

/** Each month with the states of its two zones, and the state of their sum, by hand. */
const table: readonly (readonly [a: string | null, b: string | null, sum: FigureState])[] = [
  ['最终核实', '最终核实', 'final'],
  [null, '最终核实', 'final'],
  [null, null, 'final'],
  ['修订', '最终核实', 'revised'],
  ['修订', null, 'revised'],
  ['初步核算', '最终核实', 'provisional'],
  ['初步核算', '修订', 'provisional'],
  ['预计', '最终核实', 'estimate'],
  ['预计', '修订', 'estimate'],
  ['预计', '初步核算', 'estimate'],
  ['预计', null, 'estimate'],
  ['预计', '预计', 'estimate'],
];
const month = (index: number): string => `2026-${String(index + 1).padStart(2, '0')}-01`;
const year: readonly Row[] = table.flatMap(([a, b], i): Row[] => [
  [month(i), 'A', 10, a],
  [month(i), 'B', 20, b],
]);

describe('a figure of several rows', () => {
  test('has the weakest state of them: a table by hand', async () => {
    expect(await statesOf('amount', year)).toEqual(table.map(([, , sum]) => sum));
  });

  test.each(['stock', 'middle', 'share'])('has it under every measure: %s', async (id) => {
    expect(await statesOf(id, year)).toEqual(table.map(([, , sum]) => sum));
  });

  test('has the weakest of all periods that it is computed from, also of the base', async () => {
    const weakest = (...states: readonly FigureState[]): FigureState =>
      figureStates.find((one) => states.includes(one))!;
    const sums = table.map(([, , sum]) => sum);
    // The first month has no month before it.
    const means = sums.slice(1).map((sum, i) => weakest(sum, sums[i]!));
    expect(await statesOf('mean', year)).toEqual(means);
    expect(await statesOf('beside', year)).toEqual(means);
    expect(await statesOf('on-april', year)).toEqual(sums.map((sum) => weakest(sum, 'revised')));
    expect(await statesOf('on-august', year)).toEqual(sums.map(() => 'estimate'));
  });

  test('has the state of its own rows alone: those that the conditions leave out do not count', async () => {
    const states = table.map(([a]) => (a === null ? 'final' : values[a as keyof typeof values]));
    expect(await statesOf('in-a', year)).toEqual(states);
  });

  test('has the state of a row whose cell is empty, too', async () => {
    const rows: readonly Row[] = [
      ['2026-01-01', 'A', 10, null],
      ['2026-01-01', 'B', null, '预计'],
    ];
    expect(await statesOf('amount', rows)).toEqual(['estimate']);
    expect(await statesOf('in-b', rows)).toEqual([]);
  });

  test('made of two datasets has the weakest of theirs, from a column or for all rows', async () => {
    const states = table.map(([, , sum]) => (sum === 'estimate' ? sum : 'provisional'));
    expect(await statesOf('both', year)).toEqual(states);
    const settled = { ...plain, revision: 'revised' } as const;
    const revised = table.map(([, , sum]) => (sum === 'final' ? 'revised' : sum));
    expect(await statesOf('both', year, contract, [settled])).toEqual(revised);
    const guessed = { ...plain, revision: 'estimate' } as const;
    expect(new Set(await statesOf('both', year, contract, [guessed]))).toEqual(new Set(['estimate']));
  });

  test('is as the four codes say, where the contract maps no words', async () => {
    const codes: readonly Row[] = [
      ['2026-01-01', 'A', 1, 'final'],
      ['2026-02-01', 'A', 1, 'provisional'],
      ['2026-03-01', 'A', 1, 'estimate'],
      ['2026-04-01', 'A', 1, 'revised'],
      ['2026-05-01', 'A', 1, null],
    ];
    const coded = { ...contract, revision: { column: 'state' } };
    expect(await statesOf('amount', codes, coded)).toEqual([
      ...['final', 'provisional', 'estimate', 'revised', 'final'],
    ]);
  });

  test('keeps its value, and the period of an estimate its figure', async () => {
    expect((await read('amount', year)).map(({ value }) => value)).toEqual(year.slice(0, 12).map(() => 30));
  });
});

test.each(['final', 'provisional', 'estimate', 'revised'] as const)(
  'one state for all rows is that of each figure, and the statement does not change: %s',
  async (state) => {
    expect(new Set(await statesOf('amount', year, { ...contract, revision: state }))).toEqual(
      new Set([state]),
    );
    const sqlOf = (revision?: Contract['revision']): string => {
      const of = { ...undeclared, ...(revision && { revision }) };
      return compileSeries({ metric: 'amount' }, { metrics: [amount], datasets: [{ contract: of }] }).sql;
    };
    expect(sqlOf(state)).toBe(sqlOf());
    expect(sqlOf()).not.toContain('state');
  },
);

test('the statement of a series says how each state is found; a query has no states', () => {
  const catalogue = { metrics: [amount], datasets: [{ contract }] };
  const { sql, columns } = compileSeries({ metric: 'amount' }, catalogue);
  expect(sql).toBe(`SELECT
  month AS period,
  CAST(sum(amount) AS DOUBLE) AS value,
  CASE WHEN count(*) FILTER (WHERE state = '预计') > 0 THEN 'estimate' WHEN count(*) FILTER (WHERE state = '初步核算') > 0 THEN 'provisional' WHEN count(*) FILTER (WHERE state = '修订') > 0 THEN 'revised' ELSE 'final' END AS state
FROM output
GROUP BY month
ORDER BY month`);
  expect(columns.map(({ name, type, role }) => [name, type, role])).toEqual([
    ['period', 'DATE', 'time'],
    ['value', 'DOUBLE', 'value'],
    ['state', 'VARCHAR', 'state'],
  ]);
  expect(compileQuery({ metric: 'amount', by: ['month'] }, catalogue).columns).toHaveLength(2);
});

test('words of a state are texts in the statement, whatever they contain', () => {
  const word = `'); DROP TABLE output; --`;
  const hostile = { ...contract, revision: { column: 'state', values: { [word]: 'provisional' } } } as const;
  const catalogue = { metrics: [amount], datasets: [{ contract: hostile }] };
  expect(compileSeries({ metric: 'amount' }, catalogue).sql).toContain(`'''); DROP TABLE output; --'`);
});

test('a merged cell of a cube has the weakest state that its words have, because its own is not published', () => {
  const cube = { dimensions: ['state', 'zone'], measures: ['amount'] };
  const sqlOf = (of: Readonly<Record<string, FigureState>>): string =>
    compileSeries(
      { metric: 'amount' },
      {
        metrics: [amount],
        datasets: [{ contract: { ...contract, revision: { column: 'state', values: of }, cube } }],
      },
    ).sql;
  expect(sqlOf(values)).toContain(`(WHERE (state = '预计' OR state IS NULL)) > 0 THEN 'estimate'`);
  expect(sqlOf({ 初步: 'provisional', 修订: 'revised', 最终: 'final' })).toContain(
    `(WHERE (state = '初步' OR state IS NULL)) > 0 THEN 'provisional'`,
  );
  expect(sqlOf({ 最终: 'final' })).toContain(`'final' AS state`);
});

describe('random rows', () => {
  const goal = {
    id: 'amount',
    name: words('amount'),
    unit: words('unit'),
    target: 1000,
    qualifier: { binding: 'firm', ...words('reach') },
    period: { start: '2026-01-01', end: '2026-12-31' },
    accumulate: 'total',
  } as const;
  const judged = (observations: readonly Observation[]) =>
    judge(
      goal,
      { grain: 'month', reportedThrough: '2026-12-31', count: false, observations },
      { asOf: '2026-12-31' },
    );
  const draw = (seed: number) => {
    const next = random(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!;
    const all = [
      null,
      null,
      null,
      '最终核实',
      '最终核实',
      '修订',
      '初步核算',
      ...(next() < 0.3 ? ['预计'] : []),
    ];
    const rows = Array.from({ length: 12 }, (_, i) =>
      ['A', 'B', 'C']
        .slice(0, 1 + Math.floor(next() * 3))
        .map((zone): Row => [month(i), zone, i + 1, pick(all)]),
    ).flat();
    return { rows, next };
  };
  const weakest = (rows: readonly Row[], of: string): FigureState => {
    const found = rows
      .filter(([day]) => day === of)
      .map(([, , , word]) => (word === null ? 'final' : values[word as keyof typeof values]));
    return (['estimate', 'provisional', 'revised'] as const).find((one) => found.includes(one)) ?? 'final';
  };

  test(
    'agree with a plain loop, their order changes nothing, and a total is provisional with any provisional period',
    async () => {
      for (const seed of seeds('states of rows', 400)) {
        const { rows, next } = draw(seed);
        const observations = await read('amount', rows);
        const expected = Array.from({ length: 12 }, (_, i) => weakest(rows, month(i)));
        expect(observations.map(({ quality = 'final' }) => quality)).toEqual(expected);
        const shuffled = rows
          .map((row) => [next(), row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
        expect(await read('amount', shuffled)).toEqual(observations);

        const verdict = judged(observations);
        const end = expected.indexOf('estimate');
        const used = end < 0 ? expected : expected.slice(0, end);
        expect(verdict.provisional).toBe(used.includes('provisional'));
        expect(verdict.revised ?? false).toBe(used.includes('revised'));
        if (end >= 0) expect(verdict.dataThrough).toBe(end === 0 ? null : observations[end - 1]!.date);
      }
    },
    patience(),
  );

  test(
    'a final figure more makes no verdict provisional, and no figure an estimate',
    async () => {
      for (const seed of seeds('final rows added', 200)) {
        const { rows, next } = draw(seed);
        const extra: Row = [month(Math.floor(next() * 12)), 'D', 5, next() < 0.5 ? null : '最终核实'];
        const [before, after] = [await read('amount', rows), await read('amount', [...rows, extra])];
        expect(after.map(({ quality }) => quality)).toEqual(before.map(({ quality }) => quality));
        expect(judged(after).provisional).toBe(judged(before).provisional);
      }
    },
    patience(),
  );
});
