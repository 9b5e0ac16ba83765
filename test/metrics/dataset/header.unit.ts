import { expect, test } from 'vitest';
import { alignTable } from '../../../packages/metrics/src/dataset/align.js';
import { splitCells } from '../../../packages/metrics/src/dataset/cells.js';
import type { Contract } from '../../../packages/metrics/src/dataset/contract.js';
import { checkHeader } from '../../../packages/metrics/src/dataset/header.js';
import { proposeContract } from '../../../packages/metrics/src/dataset/propose.js';
import { readTable } from '../../../packages/metrics/src/dataset/read/table.js';
import { formatProblem } from '../../../packages/metrics/src/base/problem.js';

const column = (name: string) => ({ name, label: { zh: name, en: name }, type: 'VARCHAR' }) as const;
const contract: Pick<Contract, 'id' | 'columns'> = {
  id: 'revenue',
  columns: ['month', 'industry', 'revenue'].map(column),
};

const check = (header: string) => checkHeader(splitCells(header, 1), contract, 'revenue.csv');
const codes = (header: string) => check(header).map(({ code, where }) => [code, where]);

test('the example of its docstring', () => {
  expect(check('month,revenu').map(formatProblem)[0]).toBe(
    'revenue.csv:1:7: "revenu" is not a column of revenue. Did you mean "revenue"?',
  );
});

test('every declared column once is right, in any order and in quotation marks or not', () => {
  expect(check('month,industry,revenue')).toEqual([]);
  expect(check('revenue,"month",industry')).toEqual([]);
});

test('a mistyped column is named with the one that was meant', () => {
  const lines = check('month,industry,revenu').map(formatProblem);
  expect(lines[0]).toBe('revenue.csv:1:16: "revenu" is not a column of revenue. Did you mean "revenue"?');
  expect(lines[1]).toBe(
    'revenue.csv:1:1: The column "revenue" is missing. Add it to the first line; the columns are: month, industry, revenue.',
  );
});

test('a column that stands twice, one without a name and one that nothing declares are each a problem', () => {
  expect(codes('month,month,industry,revenue')).toEqual([['duplicate-column', 'revenue.csv:1:7']]);
  expect(codes('month,industry,revenue,')).toEqual([['unknown-column', 'revenue.csv:1:24']]);
  expect(codes('month,industry,revenue,zone')).toEqual([['unknown-column', 'revenue.csv:1:24']]);
});

test('capitals and blanks are not forgiven, but understood', () => {
  expect(
    check('Month,industry, revenue')
      .map(({ remedy }) => remedy)
      .slice(0, 2),
  ).toEqual(['Did you mean "month"?', 'Did you mean "revenue"?']);
});

test('another separator is one problem, not one for each column', () => {
  expect(codes('month;industry;revenue')).toEqual([['wrong-separator', 'revenue.csv:1:1']]);
  expect(check('month\tindustry\trevenue')[0]!.message).toContain('tabs');
});

test('one column alone is right by itself: the others are missing, no separator is wrong', () => {
  expect(codes('month').map(([code]) => code)).toEqual(['missing-column', 'missing-column']);
});

test('a column whose header differs in capitals, full-width letters or blanks alone gets the remedy that is nearest', () => {
  const spelt: Pick<Contract, 'id' | 'columns'> = {
    id: 'revenue',
    columns: [
      { ...column('month'), header: '月份' },
      { ...column('revenue'), header: '营业收入（万元）' },
      column('zone'),
    ],
  };
  const lines = (header: string) =>
    checkHeader(splitCells(header, 1), spelt, 'a.csv').map(({ code, remedy }) => [code, remedy]);
  expect(lines('月份,营业收入(万元),ＺＯＮＥ')).toEqual([
    ['unknown-column', 'Did you mean "营业收入（万元）"?'],
    ['unknown-column', 'Did you mean "zone"?'],
    [
      'missing-column',
      'Write "营业收入（万元）" for "营业收入(万元)" in the file, or "header": "营业收入(万元)" for it in the contract.',
    ],
    [
      'missing-column',
      'Write "zone" for "ＺＯＮＥ" in the file, or "header": "ＺＯＮＥ" for it in the contract.',
    ],
  ]);
  expect(lines('月 份,营业收入（万元）,Zone').map(([, remedy]) => remedy)).toContain('Did you mean "月份"?');
});

test('columns that are to be left unread are no unknown ones, and are not missed', () => {
  const ignoring = { ...contract, ignore: ['备注', 'file'] };
  expect(checkHeader(splitCells('month,备注,industry,revenue', 1), ignoring, 'a.csv')).toEqual([]);
  expect(checkHeader(splitCells('month,备注,industry,revenue', 1), contract, 'a.csv')).toHaveLength(1);
});

test.each([
  ['2026年9月企业收入\nmonth,industry,revenue\n2026-09-01,a,1\n', 2],
  ['收入表,,\n单位：万元,,\nmonth,industry,revenue\n2026-09-01,a,1\n', 3],
  ['title,a\n\nMonth,industry,revenue\n2026-09-01,a,1\n', 3],
])('a title above the header is told as one, with the line of the header: %j', async (text, line) => {
  const { table } = await readTable(new TextEncoder().encode(text), { name: 'a.csv' });
  expect(alignTable(table!, contract).problems).toMatchObject([
    {
      code: 'title-row',
      where: 'a.csv:1:1',
      message: `The first line is a title: the columns are named in line ${line}.`,
      remedy: `Remove the ${line === 2 ? 'line' : 'lines'} above line ${line}.`,
    },
  ]);
  const proposed = await proposeContract(table!, { id: 'a', name: { zh: 'a', en: 'a' } });
  if (!text.startsWith('title')) expect(proposed.problems.map(({ code }) => code)).toEqual(['title-row']);
});
