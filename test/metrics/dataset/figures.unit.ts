import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ColumnType, Contract, Form } from '../../../packages/metrics/src/dataset/contract.js';
import { loadDataset } from '../../../packages/metrics/src/dataset/load.js';
import { readTable } from '../../../packages/metrics/src/dataset/read/table.js';
import { strictSql } from '../../../packages/metrics/src/dataset/spelling.js';
import { neededForms, spellOut } from '../../../packages/metrics/src/dataset/spelt.js';
import { sqlName, sqlText } from '../../../packages/metrics/src/base/sql.js';
import { column, revenue } from './contracts.js';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

/** One row for each cell, in a column of a type, from a CSV or a JSON file. */
async function load(
  type: ColumnType,
  cells: readonly string[],
  format: 'csv' | 'json',
  forms: readonly Form[] = [],
) {
  const contract: Contract = {
    ...revenue,
    columns: [column('month', { type: 'DATE' }), column('row'), column('v', { type })],
    key: ['month', 'row'],
    ...(forms.length > 0 && { forms }),
  };
  const text =
    format === 'csv'
      ? `month,row,v\n${cells.map((cell, i) => `2026-09-01,r${i},"${cell}"\n`).join('')}`
      : `[${cells.map((cell, i) => `{"month":"2026-09-01","row":"r${i}","v":${cell}}`).join(',')}]`;
  const { table } = await readTable(new TextEncoder().encode(text), { name: `a.${format}`, contract });
  const { rejects } = await loadDataset(engine, contract, table!, { most: 1000 });
  const { columns } = await engine.run('SELECT row, CAST(v AS VARCHAR) AS v FROM memory.main.revenue');
  const kept = new Map(columns[0]!.values.map((row, i) => [row, columns[1]!.values[i]]));
  return { figures: cells.map((_, i) => kept.get(`r${i}`)), rejects };
}

const strange = [
  ...[
    '0x10',
    '0b1',
    '１２',
    ' 5 ',
    '+5',
    '.5',
    '5.',
    'NaN',
    'nan',
    'Infinity',
    '-inf',
    '1_000',
    '1e',
    '1,5',
    '12 345',
  ],
  ...['7abc', '--5', '5-', '(5)', '5%', '￥5', '1e400', '-1e400', '1e-400', '٣', '½', '²', '１e5', '1.2.3'],
];

test.each(['INTEGER', 'DECIMAL(9,2)', 'DECIMAL(38,0)', 'DOUBLE'] as const)(
  'what is no number as %s is written is rejected, and never another figure',
  async (type) => {
    const { figures, rejects } = await load(type, [...strange, '1'], 'csv');
    expect(figures).toEqual([
      ...strange.map(() => undefined),
      type === 'DOUBLE' ? '1.0' : type.endsWith('2)') ? '1.00' : '1',
    ]);
    expect(rejects.map(({ code, where }) => [code, where])).toEqual(
      strange.map((_, i) => ['wrong-type', `a.csv:${i + 2}:${`2026-09-01,r${i},`.length + 1}`]),
    );
    for (const [i, { message }] of rejects.entries()) expect(message).toContain(JSON.stringify(strange[i]));
  },
);

test('what other programs take for a number is told with its plain digits', async () => {
  const { rejects } = await load(
    'DECIMAL(9,2)',
    ['1e5', '+5', '.5', '5.', '1_000', '1E-1', ' 7 ', '1'],
    'csv',
  );
  expect(rejects.map(({ remedy }) => /e\.g\. (.*)\.$/.exec(remedy)![1])).toEqual([
    ...['100000.00', '5.00', '0.50', '5.00', '1000.00', '0.10', '7.00'],
  ]);
});

test('exponents are numbers of DOUBLE alone', async () => {
  const cells = ['1e5', '1E-2', '-2.5e+3'];
  expect((await load('DOUBLE', [...cells, '1'], 'csv')).figures).toEqual([
    '100000.0',
    '0.01',
    '-2500.0',
    '1.0',
  ]);
  for (const type of ['INTEGER', 'DECIMAL(9,2)'] as const)
    expect((await load(type, [...cells, '1'], 'csv')).figures.slice(0, 3)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
});

test('numbers of JSON keep digits that no double has, or are told', async () => {
  const cells = [
    '12345678901234567.89',
    '9007199254740993',
    '0.1',
    '123456789012345678901234567890123456.78',
    '1e3',
    '0.125',
    '1',
  ];
  const { figures, rejects } = await load('DECIMAL(38,2)', cells, 'json');
  expect(figures).toEqual([
    ...['12345678901234567.89', '9007199254740993.00', '0.10', '123456789012345678901234567890123456.78'],
    ...[undefined, undefined, '1.00'],
  ]);
  expect(rejects.map(({ code, message }) => [code, /"(.*?)"/.exec(message)![1]])).toEqual([
    ['wrong-type', '1e3'],
    ['wrong-type', '0.125'],
  ]);
  const beyond = await load('DECIMAL(38,2)', ['1234567890123456789012345678901234567.5', '1'], 'json');
  expect(beyond.rejects[0]!.message).toContain('at most 36 digits before the point');
});

const spellings: readonly (readonly [ColumnType, string, readonly Form[]])[] = [
  ['DECIMAL(9,2)', '12,300', ['thousands']],
  ['INTEGER', '1,234', ['thousands']],
  ['DOUBLE', '１２．５', ['full-width']],
  ['DECIMAL(9,2)', '１２，３００', ['full-width', 'thousands']],
  ['DATE', '2026/9/1', ['dates']],
  ['DATE', '２０２６年９月１日', ['full-width', 'dates']],
  ['DECIMAL(9,2)', '1,2', []],
  ['DECIMAL(9,2)', '12,300.555', []],
  ['INTEGER', '9,999,999,999', []],
  ['DECIMAL(4,2)', '1234.5', []],
  ['DATE', '2026/13/1', []],
  ['BOOLEAN', 'ＴＲＵＥ', []],
];

test.each(spellings)(
  'the remedy names the form that %s needs for %j, and then it is right',
  async (type, cell, forms) => {
    const { rejects } = await load(
      type,
      [cell, type === 'DATE' ? '2026-09-01' : type === 'BOOLEAN' ? 'true' : '1'],
      'csv',
    );
    expect(rejects).toHaveLength(1);
    expect(/^Add (.*) to "forms" in the contract, or correct the cell/.exec(rejects[0]!.remedy)?.[1]).toBe(
      forms.length === 0 ? undefined : forms.map((form) => `"${form}"`).join(' and '),
    );
    if (forms.length > 0) expect((await load(type, [cell], 'csv', forms)).rejects).toEqual([]);
  },
);

test('a month or a year is spelt as what dates the rows, and nothing is advised that would not do', () => {
  const time = column('month', { type: 'DATE' });
  const of = (grain: Contract['time']['grain'], fiscalStart?: number): Contract => ({
    ...revenue,
    ...(fiscalStart !== undefined && { fiscalStart }),
    columns: [time],
    time: { column: 'month', grain },
  });
  expect(neededForms(time, '2026年9月', of('month'))).toEqual(['dates']);
  expect(neededForms(time, '2026年9月', of('day'))).toEqual([]);
  expect(neededForms(time, '2026/9/17', of('month'))).toEqual([]);
  expect(neededForms(time, '2026', of('year'))).toEqual(['dates']);
  expect(neededForms(time, '2026', of('year', 4))).toEqual(['dates']);
  expect(neededForms(time, '2026-Q3', of('quarter'))).toEqual(['dates']);
  expect(neededForms(time, '2026年第三季度', of('quarter', 2))).toEqual(['dates']);
  expect(neededForms(time, '2026年9月', of('quarter'))).toEqual([]);
  expect(neededForms(time, '2026/7/1', of('quarter'))).toEqual(['dates']);
  expect(neededForms(time, '2026/7/1', of('quarter', 2))).toEqual([]);
  expect(neededForms(time, '2026年下半年', of('half-year'))).toEqual(['dates']);
  expect(neededForms(time, '2026年下半年', of('quarter'))).toEqual([]);
  expect(neededForms(column('on', { type: 'DATE' }), '2026年9月', of('month'))).toEqual([]);
});

test('a spelling is understood here as the engine understands it: random cells', async () => {
  let seed = 5;
  const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  const parts = [
    '1',
    '12',
    '300',
    '０',
    '５',
    ',',
    '，',
    '.',
    '．',
    '-',
    '－',
    '/',
    '／',
    '年',
    '月',
    '日',
    '2026',
    '9',
    '10',
    '1,200',
    'Q',
    'q',
    'H',
    '第',
    '三',
    '季度',
    '上',
    '下',
    '半年',
  ];
  const whole = [
    '2026/9/1',
    '2026年9月1日',
    '2026年10月',
    '2026-9',
    '２０２６／９',
    '2026年',
    '-1,234.5',
    '１，２３４',
    '2026Q3',
    '2026-Q4',
    '2026年第2季度',
    '２０２６年四季度',
    '9999Q4',
    '0000Q1',
    '2026H1',
    '2026年下半年',
  ];
  const cells = Array.from({ length: 400 }, () =>
    next(4) === 0
      ? whole[next(whole.length)]!
      : Array.from({ length: 1 + next(5) }, () => parts[next(parts.length)]!).join(''),
  );
  const all: readonly Form[] = ['full-width', 'thousands', 'dates'];
  for (let set = 0; set < 8; set++) {
    const forms = all.filter((_, i) => (set >> i) & 1);
    for (const grain of ['year', 'half-year', 'quarter', 'month', 'day'] as const)
      for (const one of [
        column('month', { type: 'DATE' }),
        column('on', { type: 'DATE' }),
        column('v', { type: 'INTEGER' }),
      ]) {
        const contract = { forms, time: { column: 'month', grain }, fiscalStart: 1 + next(12) };
        const values = cells.map((cell) => `(${sqlText(cell)})`).join(', ');
        const { columns } = await engine.run(
          `SELECT ${strictSql(one, contract)} AS strict FROM (VALUES ${values}) AS t(${sqlName(one.name)})`,
        );
        expect(cells.map((cell) => spellOut(one, cell, forms, contract))).toEqual(columns[0]!.values);
      }
  }
});
