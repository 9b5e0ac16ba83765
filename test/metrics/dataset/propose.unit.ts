import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alignTable } from '../../../packages/metrics/src/dataset/align.js';
import { proposeContract } from '../../../packages/metrics/src/dataset/propose.js';
import { readCsv } from '../../../packages/metrics/src/dataset/read/csv.js';
import { readTable } from '../../../packages/metrics/src/dataset/read/table.js';
import { words } from './contracts.js';

async function propose(text: string, more: Partial<Parameters<typeof proposeContract>[1]> = {}) {
  const { table } = await readCsv(new TextEncoder().encode(text), { name: 'data/收入.csv' });
  return proposeContract(table!, { id: 'dropped', name: words, ...more });
}
const typesOf = async (text: string) => (await propose(text)).contract!.columns.map(({ type }) => type);

test('names, types, key, time and the last day come from the cells', async () => {
  const { contract } = await propose(
    '月份,Industry Name,营业收入（万元）,value,open,note\n' +
      '2026-09-01,a,12.5,1,true,\n2026-10-01,a,1234567890123.25,-2,false,x\n',
  );
  expect(contract!.columns.map(({ name, type, header }) => [name, type, header])).toEqual([
    ['column_1', 'DATE', '月份'],
    ['industry_name', 'VARCHAR', 'Industry Name'],
    ['column_3', 'DECIMAL(18,2)', '营业收入（万元）'],
    ['value_2', 'INTEGER', 'value'],
    ['open', 'BOOLEAN', undefined],
    ['note', 'VARCHAR', undefined],
  ]);
  expect(contract!.columns[2]!.unit).toEqual({ zh: '元', en: 'yuan', power: 4 });
  expect(contract!.time).toEqual({ column: 'column_1', grain: 'month' });
  expect(contract!.reportedThrough).toBe('2026-10-31');
  expect(contract!.key).toEqual(['column_1', 'industry_name', 'column_3', 'value_2', 'open']);
  expect(contract!.file).toBe('收入.csv');
  expect(contract!.forms).toBeUndefined();
});

test('spellings beyond the strict ones are allowed where they occur', async () => {
  expect((await propose('d,n\n2026/9/1,"1,234"\n2026年10月2日,５\n')).contract).toMatchObject({
    forms: ['dates', 'thousands', 'full-width'],
    time: { grain: 'day' },
    reportedThrough: '2026-10-02',
    columns: [{ type: 'DATE' }, { type: 'INTEGER' }],
  });
});

test.each([
  ['2026Q2', '2026年第三季度', 'quarter', '2026-09-30'],
  ['2026年一季度', '2025-Q4', 'quarter', '2026-03-31'],
  ['2025年上半年', '2025年下半年', 'half-year', '2025-12-31'],
  ['2025H1', '2026-H1', 'half-year', '2026-06-30'],
  ['2024年', '2025年', 'year', '2025-12-31'],
])('%s and %s date rows by %s, to the end of the last', async (one, other, grain, end) => {
  const { contract } = await propose(`d,n\n${one},1\n${other},2\n`);
  expect(contract).toMatchObject({
    time: { column: 'd', grain },
    reportedThrough: end,
    forms: ['dates'],
    columns: [{ type: 'DATE' }, { type: 'INTEGER' }],
  });
});

test('quarters among months or halves are no dates, nor are years without a word', async () => {
  for (const cells of [
    ['2026Q2', '2026年7月'],
    ['2026Q2', '2026H2'],
    ['2025', '2026'],
    ['2026Q2', '2026-07-01'],
  ])
    expect((await propose(`d,n\n${cells.join(',1\n')},2\n`)).problems).toMatchObject([{ code: 'no-dates' }]);
});

test('numbers get the narrowest type that holds them exactly; codes are no numbers', async () => {
  const type = async (...cells: readonly string[]) =>
    (await typesOf(`d,n\n${cells.map((cell) => `2026-01-02,${cell}\n`).join('')}`))[1];
  expect(await type('2147483647', '-2147483648')).toBe('INTEGER');
  expect(await type('2147483648')).toBe('DECIMAL(18,0)');
  expect(await type('12345678901234567.89')).toBe('DECIMAL(38,2)');
  expect(await type('1.5', '0.123456')).toBe('DECIMAL(18,6)');
  expect(await type('007', '008')).toBe('VARCHAR');
  expect(await type('9'.repeat(39))).toBe('DOUBLE');
  expect(await type('', '')).toBe('VARCHAR');
});

test('nine cells in ten decide: the tenth is a fault, two faults make a text', async () => {
  const rows = (bad: number) =>
    `d,n\n${Array.from({ length: 10 }, (_, i) => `2026-01-02,${i < bad ? 'x' : i}\n`).join('')}`;
  expect((await typesOf(rows(1)))[1]).toBe('INTEGER');
  expect((await typesOf(rows(2)))[1]).toBe('VARCHAR');
});

test('who knows better names types and the column that dates the rows', async () => {
  const text = 'a,b,n\n2026-01-02,2026年3月,1\n2026-01-03,2026年4月,x\n';
  const { contract } = await propose(text, { types: { n: 'DECIMAL(18,2)' }, time: 'b' });
  expect(contract!.columns.map(({ type }) => type)).toEqual(['DATE', 'DATE', 'DECIMAL(18,2)']);
  expect(contract!.time).toEqual({ column: 'b', grain: 'month' });
  expect(contract!.reportedThrough).toBe('2026-04-30');
  expect((await propose(text, { time: 'n' })).problems[0]!.code).toBe('no-dates');
});

test('a column with empty cells is of the key only where rows differ in nothing else', async () => {
  expect((await propose('d,a,b\n2026-01-01,x,\n2026-01-01,y,1\n')).contract!.key).toEqual(['d', 'a']);
  expect((await propose('d,a,b\n2026-01-01,x,2\n2026-01-01,x,1\n2026-01-02,x,\n')).contract!.key).toEqual([
    'd',
    'a',
    'b',
  ]);
});

test('a file without dates, and one whose columns cannot be told apart, gets no contract but a problem', async () => {
  expect((await propose('a,b\n1,2\n')).problems.map(({ code }) => code)).toEqual(['no-dates']);
  expect(
    (await propose('d,a,a,\n2026-01-01,1,2,3\n')).problems.map(({ code, where }) => [code, where]),
  ).toEqual([
    ['duplicate-column', 'data/收入.csv:1:5'],
    ['unknown-column', 'data/收入.csv:1:7'],
  ]);
});

test.each([
  ['semicolons', ';', '12,5'],
  ['tabs', '\t', '12.5'],
  ['vertical bars', '|', '12,5'],
  ['full-width commas', '，', '12.5'],
])('cells that are separated by %s are told, with a remedy', async (words_, separator, number) => {
  const text = [
    '月份;收入（万元,含税）;备注',
    `2026-09-01;${number};a, b`,
    `2026-10-01;${number};`,
    `2026-11-01;${number};`,
  ]
    .join('\n')
    .replaceAll(';', separator);
  expect((await propose(`${text}\n`)).problems).toMatchObject([
    {
      code: 'wrong-separator',
      where: 'data/收入.csv:1:1',
      message: `The cells of this file are separated by ${words_}, not by commas.`,
      remedy: expect.stringMatching(/^Save it as CSV with commas/) as string,
    },
  ]);
});

test('a mark in a name alone separates nothing', async () => {
  expect((await propose('日期|day\n2026-09-01\n2026-09-02\n')).contract!.columns[0]!.header).toBe('日期|day');
  expect((await propose('day,a;b\n2026-09-01,x;y\n2026-09-02,x\n')).contract!.columns).toHaveLength(2);
});

test('the sheet that was read of several is named, so that it is read again', async () => {
  const { table } = await readCsv(new TextEncoder().encode('d,n\n2026-01-01,1\n'), { name: 'a.xlsx' });
  const sheetOf = async (names: readonly string[], read: string) =>
    (await proposeContract({ ...table!, sheets: { names, read } }, { id: 'dropped', name: words })).contract!
      .sheet;
  expect(await sheetOf(['说明', '收入'], '收入')).toBe('收入');
  expect(await sheetOf(['收入'], '收入')).toBeUndefined();
  expect(await sheetOf([' ', '收入'], ' ')).toBeUndefined();
});

test('columns that cannot be read are listed under ignore, and a note names each with its type', async () => {
  const bytes = await readFile(join(import.meta.dirname, 'read/cases/views.arrow'));
  const { table } = await readTable(bytes, { name: 'a.arrow' });
  const { contract, problems, notes } = await proposeContract(table!, { id: 'dropped', name: words });
  expect(problems).toEqual([]);
  expect(contract!.ignore).toEqual(['tags', 'raw']);
  expect(contract!.columns.map(({ name }) => name)).toEqual(['month', 'industry', 'code', 'v', 'at', 'kind']);
  expect(notes.map(({ code, where }) => [code, where])).toEqual([
    ['ignored-column', 'a.arrow:tags'],
    ['ignored-column', 'a.arrow:raw'],
  ]);
  expect(notes[0]!.message).toMatch(/of type LargeList.* It is listed under "ignore"\.$/);
  // The proposed contract reads the same file without a problem.
  const again = (await readTable(bytes, { name: 'a.arrow', contract: contract! })).table!;
  expect(again.notes).toEqual([]);
  expect(alignTable(again, contract!).problems).toEqual([]);
});

test('a key of all columns is said to be one', async () => {
  const notes = async (text: string) => (await propose(text)).notes.map(({ code, where }) => [code, where]);
  expect(await notes('d,a,n\n2026-01-01,x,1\n2026-01-01,x,2\n')).toEqual([['whole-key', 'data/收入.csv']]);
  expect(await notes('d,a,n\n2026-01-01,x,1\n2026-01-02,x,\n')).toEqual([]);
  expect(await notes('d\n2026-01-01\n2026-01-02\n')).toEqual([]);
});

test('a wide table is looked at once, however many of its columns have one name or an empty cell', async () => {
  const wide = 4000;
  const row = (cell: (i: number) => string) =>
    `2026-01-01,${Array.from({ length: wide }, (_, i) => cell(i)).join(',')}`;
  const rows = Array.from({ length: 20 }, (_, n) => row((i) => (i % 20 === n ? '' : 'x')));
  const { contract } = await propose(
    `d,${Array.from({ length: wide }, (_, i) => `a.${i}`).join(',')}\n${rows.join('\n')}\n`,
  );
  expect(contract!.key).toHaveLength(20);
  const signs = (i: number) => i.toString(2).replaceAll('0', '.').replaceAll('1', '!');
  const same = await propose(
    `d,${Array.from({ length: wide }, (_, i) => `a${signs(i)}`).join(',')}\n${rows[0]!}\n`,
  );
  expect(same.contract!.columns.at(-1)!.name).toBe(`a_${wide}`);
});
