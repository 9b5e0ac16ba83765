import { expect, test } from 'vitest';
import { rowChecks, type RowFault } from '../../../packages/metrics/src/dataset/checks.js';
import type { Column, Contract } from '../../../packages/metrics/src/dataset/contract.js';
import { recordProblem } from '../../../packages/metrics/src/dataset/malformed.js';
import { rejectProblem } from '../../../packages/metrics/src/dataset/rejects.js';
import { formatProblem } from '../../../packages/metrics/src/base/problem.js';

const words = { zh: '试', en: 'test' };
const column = (name: string, rest: Partial<Column> = {}): Column => ({
  name,
  label: words,
  type: 'VARCHAR',
  ...rest,
});
const contract: Contract = {
  version: 1,
  id: 'revenue',
  name: words,
  description: words,
  file: 'revenue.csv',
  source: words,
  reportedThrough: '2026-10-31',
  columns: [
    column('day', { type: 'DATE' }),
    column('who'),
    column('open', { type: 'BOOLEAN' }),
    column('staff', { type: 'INTEGER', maximum: 10 }),
    column('share', { type: 'DOUBLE' }),
    column('revenue', { type: 'DECIMAL(18,2)', unit: { zh: '元', en: 'yuan', power: 4 } }),
    column('note', {}),
  ],
  key: ['day', 'who'],
  time: { column: 'day', grain: 'day' },
};

/** The problem of a cell. */
function tell(name: string, kind: ReturnType<typeof rowChecks>[number]['kind'], value: string): string {
  const found = rowChecks(contract).find((one) => one.kind === kind && one.column.name === name)!;
  return formatProblem(
    rejectProblem({ ...found, place: { line: 5, column: 31 }, value }, contract, 'data/revenue.csv'),
  );
}

test('the example of its docstring', () => {
  expect(tell('revenue', 'type', '12,3O0')).toBe(
    'data/revenue.csv:5:31: revenue is "12,3O0" but must be a number with at most 2 decimals in 万元. Correct the cell, e.g. 12300.00.',
  );
});

test('a bound of one has the singular of a unit that is in English alone', () => {
  const bound = (minimum: number, maximum: number): readonly string[] => {
    const unit = { en: 'people', one: 'person' };
    const columns = [column('staff', { type: 'INTEGER', unit, minimum, maximum })];
    return rowChecks({ ...contract, columns, key: [] })
      .filter(({ kind }) => kind === 'minimum' || kind === 'maximum')
      .map((one) =>
        formatProblem(
          rejectProblem(
            { ...one, place: { line: 5, column: 3 }, value: '7' },
            { ...contract, columns },
            'a.csv',
          ),
        ),
      );
  };
  expect(bound(1, 2)).toEqual([
    expect.stringContaining('must be at least 1 person.'),
    expect.stringContaining('must be at most 2 people.'),
  ]);
});

test('what was probably meant is understood, and nothing is made of what was not', () => {
  const example = (name: string, value: string) => /e\.g\. (.*)\.$/.exec(tell(name, 'type', value))![1];
  expect(
    ['１２３．４', '￥1,234,567.8', ' 5 ', 'l0', '1.234'].map((value) => example('revenue', value)),
  ).toEqual(['123.40', '1234567.80', '5.00', '10.00', '1.23']);
  expect(['1,00', '', 'n/a', '1.2.3'].map((value) => example('revenue', value))).toEqual(
    Array(4).fill('12300.00'),
  );
  expect(
    ['2026年9月1日', '20260901', '2026.9.01', '31/10/2026', '2026-13-01'].map((value) =>
      example('day', value),
    ),
  ).toEqual(['2026-09-01', '2026-09-01', '2026-09-01', '2026-10-31', '2026-10-31']);
  expect(['是', 'YES', 'no'].map((value) => example('open', value))).toEqual(['true', 'true', 'false']);
  expect(example('staff', '7人')).toBe('10');
  expect(example('share', '0,5')).toBe('12300');
});

test('a text without its blanks is written down where it is short, else said', () => {
  expect(tell('note', 'spaces', ' 示例 ')).toMatch(/ Write "示例"\.$/);
  expect(tell('note', 'spaces', ` ${'很长的'.repeat(20)}`)).toMatch(/ Remove the blanks at its ends\.$/);
});

test('a day in place of a month is mended in whatever form it is written', () => {
  const monthly: Contract = { ...contract, time: { column: 'day', grain: 'month' } };
  const found = rowChecks(monthly).find(({ kind }) => kind === 'month')!;
  const remedies = ['2026-09-17', '2026/9/17', '2026年9月17日'].map(
    (value) => rejectProblem({ ...found, place: { line: 5, column: 1 }, value }, monthly, 'a.csv').remedy,
  );
  expect(remedies).toEqual(Array(3).fill('Write 2026-09-01.'));
});

test('columns that name or date a row are required without saying so', () => {
  const required = rowChecks(contract)
    .filter(({ kind }) => kind === 'empty')
    .map((one) => one.column.name);
  expect(required).toEqual(['day', 'who']);
});

test('a row of another number of cells is told with both numbers', () => {
  expect(recordProblem(undefined, { cells: 1, columns: 3, where: 'a.csv:2:1' }).message).toBe(
    'This row has 1 cell, but the header has 3.',
  );
  expect(recordProblem(undefined, { cells: 4, columns: 3, where: 'a.csv:2:1' }).code).toBe('too-many-cells');
});

test('a place that has no line is told by its own name, and so is the row before', () => {
  const found = rowChecks(contract).find(({ kind }) => kind === 'duplicate')!;
  const reject = {
    ...found,
    place: 'book.xlsx:收入!A5',
    value: '2026-01-01, a',
    earlier: 'book.xlsx:收入!A3',
  };
  expect(formatProblem(rejectProblem(reject, contract, 'book.xlsx'))).toBe(
    'book.xlsx:收入!A5: day and who (2026-01-01, a) are already in book.xlsx:收入!A3. Keep one of the two rows and remove the other.',
  );
});

test('a value that is not unique and a reference that leads nowhere are told with a way out', () => {
  const bound: Contract = {
    ...contract,
    columns: contract.columns.map((one) => (one.name === 'note' ? { ...one, unique: true } : one)),
    foreignKeys: [
      { columns: ['who'], references: { dataset: 'enterprises', columns: ['code'] } },
      { columns: ['who', 'staff'], references: { dataset: 'teams', columns: ['code', 'size'] } },
    ],
  };
  const checks = rowChecks(bound).filter(({ kind }) => kind === 'unique' || kind === 'reference');
  const told = (index: number, value: string, more: object = {}) => {
    const place = { line: 5, column: 3 };
    return formatProblem(rejectProblem({ ...checks[index]!, place, value, ...more }, bound, 'a.csv'));
  };
  expect(told(0, 'N1', { earlier: { line: 2, column: 1 } })).toBe(
    'a.csv:5:3: note is "N1", which is already in line 2, but no two rows may have the same value. Correct one of the two, or leave one cell empty if that is allowed.',
  );
  expect(told(1, 'E900O1', { known: ['E900001', 'E900002'] })).toBe(
    'a.csv:5:3: who is "E900O1", which is in no row of enterprises. Did you mean "E900001"?',
  );
  expect(told(1, 'E9')).toBe(
    'a.csv:5:3: who is "E9", which is in no row of enterprises. Correct the cell, or add the row to enterprises.',
  );
  expect(told(2, 'E9, 4')).toBe(
    'a.csv:5:3: who and staff (E9, 4) are in no row of teams. Correct the cell, or add the row to teams.',
  );
});

test('the example for a bad date keeps the contract: a first of a month, not after the last day covered', () => {
  const monthly: Contract = { ...contract, time: { column: 'day', grain: 'month' } };
  const example = (value: string, of: Contract) => {
    const found = rowChecks(of).find(({ kind, column: { name } }) => kind === 'type' && name === 'day')!;
    const { remedy } = rejectProblem({ ...found, place: { line: 5, column: 1 }, value }, of, 'a.csv');
    return /e\.g\. (.*)\.$/.exec(remedy)![1];
  };
  expect(['2026/9/17', '2026/12/1', 'soon'].map((value) => example(value, monthly))).toEqual([
    '2026-09-01',
    '2026-10-01',
    '2026-10-01',
  ]);
  expect(['2026/9/17', '2026/12/1', 'soon'].map((value) => example(value, contract))).toEqual([
    '2026-09-17',
    '2026-10-31',
    '2026-10-31',
  ]);
});

test('the example for a bad year is the first day of one', () => {
  const yearly: Contract = { ...contract, time: { column: 'day', grain: 'year' } };
  const remedy = (kind: RowFault, value: string) => {
    const found = rowChecks(yearly).find((check) => check.kind === kind && check.column.name === 'day')!;
    return rejectProblem({ ...found, place: { line: 5, column: 1 }, value }, yearly, 'a.csv');
  };
  expect(remedy('type', '2026/9/17').remedy).toBe('Correct the cell, e.g. 2026-01-01.');
  expect(remedy('year', '2026-09-17')).toMatchObject({
    code: 'not-a-year',
    where: 'a.csv:5:1',
    message: 'day is "2026-09-17" but a year is written as its first day.',
    remedy: 'Write 2026-01-01.',
  });
});

test.each(['year', 'month'] as const)(
  'a %s after the last day covered is told as such before it is told to be a first',
  (grain) => {
    const kinds = rowChecks({ ...contract, time: { column: 'day', grain } }).map(({ kind }) => kind);
    expect(kinds.indexOf('later')).toBeLessThan(kinds.indexOf(grain));
  },
);
