import { sqlName, sqlText } from '@zj/metrics/sql';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rowChecks } from '../../../packages/metrics/src/dataset/checks.js';
import type { Column, Contract, Form } from '../../../packages/metrics/src/dataset/contract.js';
import {
  checkSteps,
  commonCountSql,
  countSql,
  keepSql,
  ownTable,
  sampleSql,
  soundSql,
} from '../../../packages/metrics/src/dataset/steps.js';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

const words = { zh: '试', en: 'test' };
const column = (name: string, rest: Partial<Column> = {}): Column => ({
  name,
  label: words,
  type: 'VARCHAR',
  ...rest,
});
const base: Contract = {
  version: 1,
  id: 'events',
  name: words,
  description: words,
  file: 'events.csv',
  source: words,
  reportedThrough: '2026-10-31',
  columns: [column('day', { type: 'DATE' }), column('id'), column('cell')],
  key: ['id'],
  time: { column: 'day', grain: 'day' },
};
const contractOf = (cell: Partial<Column>, more: Partial<Contract> = {}): Contract => ({
  ...base,
  ...more,
  columns: [base.columns[0]!, base.columns[1]!, column('cell', cell)],
});

type Cells = readonly (string | null)[];
const raw = ownTable('zj:raw');

async function load(contract: Contract, rows: readonly Cells[]): Promise<void> {
  const names = contract.columns.map(({ name }) => `${sqlName(name)} VARCHAR`).join(', ');
  await workbench.execute(`CREATE OR REPLACE TABLE ${raw} (${names})`);
  const values = rows.map(
    (row) => `(${row.map((cell) => (cell === null ? 'NULL' : sqlText(cell))).join(', ')})`,
  );
  await workbench.execute(`INSERT INTO ${raw} VALUES ${values.join(', ')}`);
}

/** Runs the steps as an engine builds them: each one SELECT. Gives `record kind` for each fault, and the rows kept. */
async function check(contract: Contract, rows: readonly Cells[]) {
  await load(contract, rows);
  for (const { name, select } of checkSteps(contract, raw))
    await workbench.execute(`CREATE OR REPLACE TABLE ${ownTable(name)} AS ${select}`);
  const [count] = await workbench.rows(countSql());
  const samples = await workbench.rows(sampleSql(contract, 100_000));
  const checks = rowChecks(contract);
  const faults = samples.map(({ record, code, earlier }) => {
    const { kind } = checks[code as number]!;
    return `${String(record)} ${kind}${earlier === null ? '' : ` as ${String(earlier)}`}`;
  });
  const own = sqlName(contract.id);
  const texts = contract.columns.map(({ name }) => `CAST(${sqlName(name)} AS VARCHAR) AS ${sqlName(name)}`);
  const kept = await workbench.rows(`SELECT ${texts.join(', ')} FROM ${own}`);
  return { faults, kept: kept.map((row) => Object.values(row)), count: count! };
}

/** The outcome of single cells: their value as the engine writes it, or the fault. */
async function read(contract: Contract, cells: Cells): Promise<Cells> {
  const { faults, kept } = await check(
    contract,
    cells.map((cell, i) => ['2026-01-01', `r${i}`, cell]),
  );
  const told = new Map(faults.map((fault) => fault.split(' ') as [string, string]));
  const values = new Map(kept.map((row) => [row[1] as string, row[2] as string | null]));
  return cells.map((_, i) =>
    told.has(String(i)) ? `(${told.get(String(i))!})` : (values.get(`r${i}`) ?? null),
  );
}

describe('a cell is written as its type asks, and not as an engine would also take it', () => {
  test.each<[Column['type'], Cells, Cells]>([
    ['INTEGER', ['0', '-5', '007', '2147483647', null], ['0', '-5', '7', '2147483647', null]],
    [
      'INTEGER',
      ['2147483648', '1.0', '1e3', '+1', ' 1', '1 ', '0x10', '1_000', '-'],
      Array(9).fill('(type)'),
    ],
    ['DECIMAL(4,2)', ['1', '1.5', '-1.50', '0.07', '99.99'], ['1.00', '1.50', '-1.50', '0.07', '99.99']],
    ['DECIMAL(4,2)', ['1.', '.5', '1.555', '100', '1e1', '1,5', '１'], Array(7).fill('(type)')],
    ['DECIMAL(3,0)', ['12', '-999'], ['12', '-999']],
    ['DOUBLE', ['1', '0.1', '1e3', '-2.5E-7'], ['1.0', '0.1', '1000.0', '-2.5e-07']],
    ['DOUBLE', ['inf', 'nan', '-inf', 'Infinity', '1e999', '.5', '5.', '1e'], Array(8).fill('(type)')],
    ['BOOLEAN', ['true', 'false'], ['true', 'false']],
    ['BOOLEAN', ['TRUE', 't', '1', 'yes', '是'], Array(5).fill('(type)')],
    [
      'DATE',
      ['2026-10-31', '0001-01-01', '9999-12-31', '2024-02-29'],
      ['2026-10-31', '0001-01-01', '9999-12-31', '2024-02-29'],
    ],
    [
      'DATE',
      [
        '2026-1-5',
        '2026/10/31',
        '2026-02-29',
        '0000-05-01',
        'infinity',
        '-infinity',
        'epoch',
        '10000-01-01',
        '-001-01-01',
        '2026-10-31 (BC)',
        '2026-10-31 00:00',
      ],
      Array(11).fill('(type)'),
    ],
  ])('%s %j', async (type, cells, expected) => {
    expect(await read(contractOf({ type }), cells)).toEqual(expected);
  });

  test('a blank that nobody sees at either end of a text is a fault, one inside is not', async () => {
    const blanks = [' ', '\t', '\r', '\n', '\u00a0', '\u200b', '\u3000', '\ufeff'];
    const cells = blanks.flatMap((blank) => [`${blank}a`, `a${blank}`, blank, `a${blank}b`]);
    const told = ['(spaces)', '(spaces)', '(spaces)'];
    expect(await read(contractOf({}), cells)).toEqual(blanks.flatMap((blank) => [...told, `a${blank}b`]));
  });
});

describe('spellings that a contract allows', () => {
  const forms = (...all: readonly Form[]): Partial<Contract> => ({ forms: all });

  test('full-width digits', async () => {
    const contract = contractOf({ type: 'DECIMAL(18,2)' }, forms('full-width'));
    expect(await read(contract, ['１２３．４', '－５', '12', '1２', '１，２００', 'Ａ'])).toEqual([
      '123.40',
      '-5.00',
      '12.00',
      '12.00',
      '(type)',
      '(type)',
    ]);
  });

  test('thousands apart, by threes only', async () => {
    const contract = contractOf({ type: 'DECIMAL(18,2)' }, forms('thousands', 'full-width'));
    const right = await read(contract, [
      '12,300',
      '-1,234,567.8',
      '12，300',
      '１２，３００．５',
      '999',
      '1234',
    ]);
    expect(right).toEqual(['12300.00', '-1234567.80', '12300.00', '12300.50', '999.00', '1234.00']);
    const wrong = ['1,00', '1234,567', ',123', '12,3000', '1,234,56', '1.5,000'];
    expect(await read(contract, wrong)).toEqual(wrong.map(() => '(type)'));
    expect(await read(contractOf({ type: 'INTEGER' }, forms('full-width')), ['12,300'])).toEqual(['(type)']);
  });

  test('dates with slashes and in Chinese; of a month or a year without its first day where it dates the rows', async () => {
    const contract = contractOf({ type: 'DATE' }, forms('dates', 'full-width'));
    const right = await read(contract, [
      '2026/10/31',
      '2026/1/5',
      '2026年10月31日',
      '2026年1月5日',
      '２０２６年１月５日',
    ]);
    expect(right).toEqual(['2026-10-31', '2026-01-05', '2026-10-31', '2026-01-05', '2026-01-05']);
    const wrong = [
      '2026年1月',
      '2026-10',
      '2026/2/30',
      '2026年13月1日',
      '2026/10-31',
      '2026年1/5',
      '26/1/5',
      '2026-1-5',
    ];
    expect(await read(contract, wrong)).toEqual(wrong.map(() => '(type)'));

    const monthly: Contract = { ...base, forms: ['dates'], time: { column: 'day', grain: 'month' } };
    const months = [
      '2026年9月',
      '2026-9',
      '2026-09',
      '2026/9',
      '2026年9月1日',
      '2026-09-01',
      '2026年9月2日',
      '2026年13月',
    ];
    const { kept, faults } = await check(
      monthly,
      months.map((month, i) => [month, `r${i}`, null]),
    );
    expect(kept.map(([day]) => day)).toEqual(Array(6).fill('2026-09-01'));
    expect(faults).toEqual(['6 month', '7 type']);

    const yearly: Contract = { ...monthly, time: { column: 'day', grain: 'year' } };
    const years = ['2026年', '2026', '2026/1/1', '2026-01-01', '2026-02-01', '2026年2月', '26年'];
    const annual = await check(
      yearly,
      years.map((year, i) => [year, `r${i}`, null]),
    );
    expect(annual.kept.map(([day]) => day)).toEqual(Array(4).fill('2026-01-01'));
    expect(annual.faults).toEqual(['4 year', '5 type', '6 type']);
  });

  test.each([
    [
      'quarter',
      1,
      ['2026Q3', '2026-Q3', '2026年三季度', '2026年第三季度', '2026年第3季度', '2026年3季度', '2026/7/1'],
      '2026-07-01',
      ['2026-08-01', '2026-07-02', '2026Q5', '2026年9月', '2026年下半年'],
      ['quarter', 'quarter', 'type', 'type', 'type'],
    ],
    [
      'quarter',
      4,
      ['2025Q4', '2025年第四季度', '2026-01-01'],
      '2026-01-01',
      ['2026-02-01', '2026'],
      ['quarter', 'type'],
    ],
    ['quarter', 2, ['2025-Q4', '2025-11-01'], '2025-11-01', ['2025-10-01'], ['quarter']],
    [
      'half-year',
      1,
      ['2026H1', '2026-H1', '2026年上半年', '2026-01-01'],
      '2026-01-01',
      ['2026-04-01', '2026H3'],
      ['half-year', 'type'],
    ],
    [
      'half-year',
      4,
      ['2025年下半年', '2025H2', '2025年10月1日'],
      '2025-10-01',
      ['2026-01-01'],
      ['half-year'],
    ],
    ['year', 4, ['2025', '2025年', '2025-04-01'], '2025-04-01', ['2025-01-01'], ['year']],
  ] as const)(
    'a %s of years from month %i goes by the year that it begins in, and is dated by its first day',
    async (grain, fiscalStart, right, first, wrong, kinds) => {
      const contract: Contract = { ...base, forms: ['dates'], time: { column: 'day', grain }, fiscalStart };
      const { kept, faults } = await check(
        contract,
        [...right, ...wrong].map((cell, i) => [cell, `r${i}`, null]),
      );
      expect(kept.map(([day]) => day)).toEqual(right.map(() => first));
      expect(faults).toEqual(kinds.map((kind, i) => `${right.length + i} ${kind}`));
      // Without the form only the first day itself is read.
      const strict = await check(
        { ...base, time: contract.time, fiscalStart },
        right.map((cell, i) => [cell, `r${i}`, null]),
      );
      expect(strict.kept.map(([day]) => day)).toEqual(right.filter((cell) => cell === first));
    },
  );

  test('none of them is allowed unasked, and texts are left as they are', async () => {
    const spellings = ['１２', '1,200', '2026/1/5', '2026年1月5日'];
    for (const type of ['INTEGER', 'DATE'] as const)
      expect(await read(contractOf({ type }), spellings)).toEqual(spellings.map(() => '(type)'));
    expect(await read(contractOf({}, forms('full-width', 'thousands', 'dates')), spellings)).toEqual(
      spellings,
    );
  });
});

describe('what rows have in common', () => {
  const at = '2026-01-01';

  test('of rows with one key the first is kept, and the others name it', async () => {
    const rows = [
      [at, 'a', '1'],
      [at, 'b', '1'],
      [at, 'a', '2'],
      [at, 'a', '3'],
    ];
    const { faults, kept, count } = await check(base, rows);
    expect(faults).toEqual(['2 duplicate as 0', '3 duplicate as 0']);
    expect(kept.map(([, id, cell]) => [id, cell])).toEqual([
      ['a', '1'],
      ['b', '1'],
    ]);
    expect(count).toEqual({ rows: 4, rejected: 2 });
  });

  test('a row that is wrong by itself is no earlier one', async () => {
    const rows = [
      ['2026-13-01', 'a', null],
      [at, 'a', null],
    ];
    expect((await check(base, rows)).faults).toEqual(['0 type']);
  });

  test('a unique value stands once; empty cells are not compared', async () => {
    const cells = ['x', null, 'x', null, 'y'];
    const rows = cells.map((cell, i): Cells => [at, `r${i}`, cell]);
    expect((await check(contractOf({ unique: true }), rows)).faults).toEqual(['2 unique as 0']);
    const numbers = ['1', '1.0', '1.00'].map((cell, i): Cells => [at, `r${i}`, cell]);
    expect((await check(contractOf({ type: 'DECIMAL(9,2)', unique: true }), numbers)).faults).toEqual([
      '1 unique as 0',
      '2 unique as 0',
    ]);
  });

  describe('a reference', () => {
    const to = (columns: readonly string[], names: readonly string[]): Contract => ({
      ...base,
      foreignKeys: [{ columns, references: { dataset: 'the-others', columns: names } }],
    });
    beforeEach(() =>
      workbench.execute(
        `CREATE OR REPLACE TABLE the_others AS FROM (VALUES ('a', DATE '2026-01-01'), ('b', NULL)) AS t("order", "from")`,
      ),
    );

    test('leads to a row that is there; empty cells lead nowhere', async () => {
      const rows = ['a', 'b', 'c', null, 'A'].map((cell, i): Cells => [at, `r${i}`, cell]);
      const { faults, kept } = await check(to(['cell'], ['order']), rows);
      expect(faults).toEqual(['2 reference', '4 reference']);
      expect(kept.map(([, id]) => id)).toEqual(['r0', 'r1', 'r3']);
    });

    test('of several columns is to one row', async () => {
      const rows: Cells[] = [
        ['2026-01-01', 'r0', 'a'],
        ['2026-01-02', 'r1', 'a'],
        ['2026-01-01', 'r2', 'b'],
        ['2026-01-01', 'r3', null],
      ];
      expect((await check(to(['day', 'cell'], ['from', 'order']), rows)).faults).toEqual([
        '1 reference',
        '2 reference',
      ]);
    });
  });
});

test('columns may bear the names that the statements use themselves', async () => {
  const names = [
    'record',
    'code',
    'earlier',
    'total',
    'good',
    'other',
    'first',
    'rows',
    'order',
    'raw',
    'hash',
  ];
  const contract: Contract = {
    ...base,
    columns: [base.columns[0]!, ...names.map((name) => column(name, { unique: true }))],
    key: names,
  };
  const row = (i: number): Cells => ['2026-01-01', ...names.map((name) => `${name}${i}`)];
  const { faults, kept } = await check(contract, [row(0), row(1), row(0)]);
  expect(faults).toEqual(['2 duplicate as 0', ...names.map(() => '2 unique as 0')]);
  expect(kept).toHaveLength(2);
});

test('the quick look calls sound what the steps keep, and nothing else: random rows', async () => {
  const contract: Contract = {
    ...base,
    reportedThrough: '2026-06-30',
    columns: [
      column('day', { type: 'DATE' }),
      column('id'),
      column('amount', { type: 'DECIMAL(6,2)', minimum: -50, maximum: 900, required: true }),
      column('kind', { values: ['p', 'q'].map((value) => ({ value, label: words })) }),
      column('tag', { unique: true }),
      column('open', { type: 'BOOLEAN' }),
      column('share', { type: 'DOUBLE' }),
      column('staff', { type: 'INTEGER' }),
    ],
    key: ['day', 'id'],
    forms: ['thousands'],
  };
  const pools: readonly Cells[] = [
    ['2026-01-01', '2026-01-02', '2026-01-03', '2026-06-30', '2026-07-01', '2026-1-1', null],
    ['a', 'b', 'c', 'd', 'e', 'f', ' a', null],
    ['1', '1.5', '1.50', '899.99', '900', '901', '-50', '-51', '1.555', '1,000', 'x', null],
    ['p', 'q', 'p', 'q', 'r', null],
    [null, null, null, null, 't1', 't2', 't2 '],
    ['true', 'false', 'TRUE', null],
    ['0.5', '1e2', 'inf', null],
    ['1', '2147483648', '-0', null],
  ];
  let seed = 11;
  const next = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
  const draw = (): Cells => pools.map((pool) => pool[Math.min(next(pool.length), next(pool.length))]!);
  let [sound, shared] = [0, 0];
  for (let round = 0; round < 40; round++) {
    const rows = Array.from({ length: 1 + next(30) }, draw);
    const { faults, kept } = await check(contract, rows);
    const alone = faults.filter((fault) => !/duplicate|unique/.test(fault));
    const bad = new Set(alone.map((fault) => fault.split(' ')[0]));
    await workbench.execute(`CREATE OR REPLACE TABLE events AS ${soundSql(contract, raw)}`);
    const [count] = await workbench.rows('SELECT count(*) AS n FROM events');
    expect(count!.n).toBe(rows.length - bad.size);
    const [common] = await workbench.rows(commonCountSql(contract));
    expect(common!.faults === 0).toBe(faults.length === alone.length);
    if (faults.length === 0) sound++;
    if (faults.length > alone.length) shared++;

    // An engine that changes its tables in place comes to the same rows.
    for (const { name, select } of checkSteps(contract, raw).slice(0, -1))
      await workbench.execute(`CREATE OR REPLACE TABLE ${ownTable(name)} AS ${select}`);
    for (const sql of keepSql(contract)) await workbench.execute(sql);
    const [again] = await workbench.rows('SELECT count(*) AS n FROM events');
    expect(again!.n).toBe(kept.length);
  }
  // The draw exercises both.
  expect(Math.min(sound, shared)).toBeGreaterThan(0);
});
