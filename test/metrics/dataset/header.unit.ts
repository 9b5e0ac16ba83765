import { expect, test } from 'vitest';
import { splitCells } from '../../../packages/metrics/src/dataset/cells.js';
import type { Contract } from '../../../packages/metrics/src/dataset/contract.js';
import { checkHeader } from '../../../packages/metrics/src/dataset/header.js';
import { formatProblem } from '../../../packages/metrics/src/problem.js';

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
