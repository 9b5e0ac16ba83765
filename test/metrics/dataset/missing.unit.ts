import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Contract } from '../../../packages/metrics/src/dataset/contract.js';
import { loadDataset } from '../../../packages/metrics/src/dataset/load.js';
import { readTable } from '../../../packages/metrics/src/dataset/read/table.js';
import { column, revenue } from './contracts.js';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const contract: Contract = {
  ...revenue,
  columns: [
    column('month', { type: 'DATE' }),
    column('industry'),
    column('revenue', { type: 'DECIMAL(18,2)' }),
    column('staff', { type: 'INTEGER', required: true }),
    column('rate', { type: 'DOUBLE' }),
    column('since', { type: 'DATE' }),
    column('open', { type: 'BOOLEAN' }),
    column('note'),
  ],
  forms: ['full-width'],
  missing: [
    { mark: 'x', means: 'suppressed' },
    { mark: '…', means: 'not-available' },
    { mark: "it's", means: 'not-applicable' },
    { mark: '0.0', means: 'below-half' },
  ],
};
const header = 'month,industry,revenue,staff,rate,since,open,note\n';

async function load(rows: string, of: Contract = contract, name = 'a.csv') {
  const text = name.endsWith('csv') ? header + rows : rows;
  const { table } = await readTable(new TextEncoder().encode(text), { name, contract: of });
  return loadDataset(engine, of, table!);
}

test('a cell that is a mark is empty and keeps its meaning, and its row keeps its other figures', async () => {
  const { rows, rejects, problems } = await load(
    "2026-09-01,a,x,1,…,x,x,x\n2026-09-01,b,0.0,2,0.0,,,\n2026-09-01,c,,3,1.5,2026-01-01,true,a\n2026-09-01,d,  x\u3000,4,it's,…,…,…\n",
  );
  expect([rows, rejects, problems]).toEqual([{ read: 4, kept: 4, rejected: 0 }, [], []]);
  const { columns } = await engine.run(
    `SELECT industry, CAST(revenue AS VARCHAR) AS revenue, "revenue:means", CAST(staff AS VARCHAR) AS staff, "staff:means",
      CAST(rate AS VARCHAR) AS rate, "rate:means", since, open, note FROM memory.main.revenue ORDER BY industry`,
  );
  expect(Object.fromEntries(columns.map(({ name, values }) => [name, values]))).toEqual({
    industry: ['a', 'b', 'c', 'd'],
    revenue: [null, null, null, null],
    'revenue:means': ['suppressed', 'below-half', null, 'suppressed'],
    staff: ['1', '2', '3', '4'],
    'staff:means': [null, null, null, null],
    rate: [null, null, '1.5', null],
    'rate:means': ['not-available', 'below-half', null, 'not-applicable'],
    since: [null, null, '2026-01-01', null],
    open: [null, null, true, null],
    // A text may be anything: a mark means nothing there.
    note: ['x', null, 'a', '…'],
  });
});

test('a mark in a column that must be given, names a row or dates it, rejects the row as empty, and says what it means', async () => {
  const keyed: Contract = { ...contract, key: ['month', 'rate'] };
  const { rows, rejects } = await load(
    '2026-09-01,a,1,x,1,,,\nx,a,1,1,2,,,\n2026-09-01,a,1,1,…,,,\n2026-09-01,a,1,1,3,,,\n',
    keyed,
  );
  expect(rows).toEqual({ read: 4, kept: 1, rejected: 3 });
  expect(rejects.map(({ where, code, message }) => [where, code, message])).toEqual([
    ['a.csv:2:16', 'empty-cell', 'staff is "x", which means suppressed, but a figure must be given.'],
    ['a.csv:3:1', 'empty-cell', 'month is "x", which means suppressed, but a figure must be given.'],
    ['a.csv:4:18', 'empty-cell', 'rate is "…", which means not-available, but a figure must be given.'],
  ]);
  // A figure of the key has no empty cells to tell of.
  const { columns } = await engine.run(
    "SELECT column_name FROM duckdb_columns() WHERE table_name = 'revenue' AND column_name LIKE '%:means'",
  );
  expect(columns[0]!.values).toEqual(['revenue:means', 'staff:means']);
});

test('only the whole cell is a mark, in its own spelling', async () => {
  const { rejects } = await load(
    '2026-09-01,a,xx,1,,,,\n2026-09-01,b,X,1,,,,\n2026-09-01,c,ｘ,1,,,,\n2026-09-01,d,1x,1,,,,\n',
  );
  expect(rejects.map(({ code }) => code)).toEqual(Array(4).fill('wrong-type'));
  expect(rejects[0]!.message).toContain('or a mark that "missing" names in the contract');
});

test('marks are read in every format alike', async () => {
  const { rows } = await load(
    JSON.stringify([
      { month: '2026-09-01', industry: 'a', revenue: 'x', staff: 1, rate: 0.5 },
      { month: '2026-09-01', industry: 'b', revenue: 1.5, staff: 1, rate: '…' },
    ]),
    contract,
    'a.json',
  );
  expect(rows.kept).toBe(2);
  const { columns } = await engine.run(
    'SELECT "revenue:means", "rate:means" FROM memory.main.revenue ORDER BY industry',
  );
  expect(columns.map(({ values }) => values)).toEqual([
    ['suppressed', null],
    [null, 'not-available'],
  ]);
});

test('a public cube has figures alone: there a mark rejects its row', async () => {
  const cube: Contract = {
    ...contract,
    columns: contract.columns.map((one) => (one.name === 'industry' ? { ...one, confidential: true } : one)),
    cube: { dimensions: ['note'], measures: ['revenue'] },
  };
  const { rows, rejects } = await load('2026-09-01,a,x,1,,,,n\n2026-09-01,b,1,1,x,,,n\n', cube);
  expect(rows).toEqual({ read: 2, kept: 1, rejected: 1 });
  expect(rejects[0]!.code).toBe('empty-cell');
  await expect(engine.run('SELECT "rate:means" FROM memory.main.revenue')).rejects.toThrow();
});
