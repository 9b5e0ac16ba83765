import { expect, test } from 'vitest';
import type { Contract, ForeignKey } from '../../../packages/metrics/src/dataset/contract.js';
import { checkForeignKeys, orderByReference } from '../../../packages/metrics/src/dataset/foreign-key.js';
import { parseContract } from '../../../packages/metrics/src/dataset/parse.js';
import { formatProblem } from '../../../packages/metrics/src/base/problem.js';
import { column, revenue } from './contracts.js';

const industries: Contract = {
  ...revenue,
  id: 'industries',
  columns: [column('since', { type: 'DATE' }), column('industry'), column('code', { type: 'INTEGER' })],
  key: ['industry'],
  time: { column: 'since', grain: 'day' },
};
const to = (columns: readonly string[], dataset: string, there: readonly string[]): ForeignKey => ({
  columns,
  references: { dataset, columns: there },
});
const referring = (...foreignKeys: readonly ForeignKey[]): Contract => ({ ...revenue, foreignKeys });

test('keys to what is there, in the same types, are right', () => {
  expect(checkForeignKeys([referring(to(['industry'], 'industries', ['industry'])), industries])).toEqual([]);
});

test('another dataset, column or type is a problem at its place', () => {
  const wrong = referring(
    to(['industry'], 'industrie', ['x']),
    to(['industry', 'staff'], 'industries', ['code', 'x']),
  );
  expect(
    checkForeignKeys([wrong, industries], ['revenue.json', 'industries.json']).map(formatProblem),
  ).toEqual([
    'revenue.json $.foreignKeys[0].references.dataset: No dataset is called "industrie". Did you mean "industries"?',
    'revenue.json $.foreignKeys[1].references.columns[0]: industry is of type VARCHAR, but code of industries of type INTEGER. Give both the same type, or name another column.',
    'revenue.json $.foreignKeys[1].references.columns[1]: No column is called "x". Use one of: since, industry, code.',
  ]);
});

test('datasets that refer to each other in a circle, or to themselves, are told', () => {
  const back = { ...industries, foreignKeys: [to(['industry'], 'revenue', ['industry'])] };
  const problems = checkForeignKeys([referring(to(['industry'], 'industries', ['industry'])), back]);
  expect(problems.map(({ code }) => code)).toEqual(['circle', 'circle']);
  const own = checkForeignKeys([referring(to(['industry'], 'revenue', ['industry']))]);
  expect(own.map(({ code }) => code)).toEqual(['circle']);
});

test('datasets are read after those they refer to, a circle in its own order', () => {
  const one = (id: string, ...others: readonly string[]) => ({
    id,
    foreignKeys: others.map((other) => to(['a'], other, ['a'])),
  });
  const order = orderByReference([one('c', 'b', 'a'), one('a'), one('b', 'a'), one('y', 'x'), one('x', 'y')]);
  expect(order.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'x', 'y']);
});

test('a contract’s keys name its own columns, as many as there', () => {
  const { problems } = parseContract(
    referring(to(['industri', 'month', 'month'], 'industries', ['industry'])),
  );
  expect(problems.map(({ code, where }) => [code, where])).toEqual([
    ['duplicate', '$.foreignKeys[0].columns'],
    ['unknown-column', '$.foreignKeys[0].columns[0]'],
    ['foreign-key', '$.foreignKeys[0].references.columns'],
  ]);
});

test('no two columns go by the same words in the file', () => {
  const columns = [...revenue.columns, column('sector', { header: '行业' })];
  expect(parseContract({ ...revenue, columns }).problems.map(({ code, where }) => [code, where])).toEqual([
    ['duplicate', '$.columns[4].header'],
  ]);
});

test('what a contract says of its file is read: encoding, sheet, rows of the header, spellings', () => {
  const said = {
    encoding: 'gb18030',
    sheet: '收入',
    headerRows: 2,
    forms: ['full-width', 'thousands', 'dates'],
  };
  expect(parseContract({ ...revenue, ...said }).problems).toEqual([]);
  expect(
    parseContract({ ...revenue, encoding: 'gbk', headerRows: 0, forms: ['roman'] }).problems,
  ).toHaveLength(3);
});
