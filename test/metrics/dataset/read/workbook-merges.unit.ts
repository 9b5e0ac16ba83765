import { expect, test } from 'vitest';
import type { Contract } from '../../../../packages/metrics/src/dataset/contract.js';
import { readTable } from '../../../../packages/metrics/src/dataset/read/table.js';
import { column, revenue } from '../contracts.js';
import { bookXml, rowXml } from './parts.js';

const contract = {
  ...revenue,
  columns: [
    column('month', { type: 'DATE' }),
    column('industry'),
    column('code'),
    column('revenue', { type: 'DECIMAL(18,2)' }),
  ],
} satisfies Contract;
const header = rowXml('month', 'industry', 'code', 'revenue');
const day = '<c s="1"><v>46266</v></c>';
const number = (value: number) => `<c><v>${value}</v></c>`;

async function rowsOf(rows: readonly string[], merges: readonly string[], given?: Contract) {
  const beside = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const bytes = bookXml({ sheets: { S: rows.join('') }, beside, formats: [14] });
  const { table, problems } = await readTable(bytes, { name: 'b.xlsx', ...(given && { contract: given }) });
  expect(problems).toEqual([]);
  return {
    columns: table!.columns,
    rejects: table!.rejects.map(({ place, problem }) => `${place.slice('b.xlsx:S!'.length)} ${problem.code}`),
    notes: table!.notes.map(({ code, where, message }) => [code, where.slice('b.xlsx:S!'.length), message]),
  };
}

test.each([undefined, contract])('a merged text or day belongs to all rows that it covers', async (given) => {
  const rows = [
    header,
    rowXml(day, '集成电路', '甲', number(1)),
    rowXml('<c/>', '<c/>', '乙', number(2)),
    rowXml('<c/>', '生物医药', '甲', number(3)),
    rowXml(day, '生物医药', '甲', number(4)),
  ];
  const { columns, rejects } = await rowsOf(rows, ['A2:A4', 'B2:B3'], given);
  expect(columns).toEqual([
    ['2026-09-01', '2026-09-01', '2026-09-01', '2026-09-01'],
    ['集成电路', '集成电路', '生物医药', '生物医药'],
    ['甲', '乙', '甲', '甲'],
    ['1', '2', '3', '4'],
  ]);
  expect(rejects).toEqual([]);
});

test('a number that is a text by its contract is filled down as one', async () => {
  const rows = [header, rowXml(day, 'a', number(7), number(1)), rowXml(day, 'b', '<c/>', number(2))];
  expect((await rowsOf(rows, ['C2:C3'], contract)).columns[2]).toEqual(['7', '7']);
});

test.each([undefined, contract])(
  'a figure that is merged over rows is no figure of any of them',
  async (given) => {
    const rows = [
      header,
      rowXml(day, 'a', 'x', number(100)),
      rowXml(day, 'b', 'x', '<c/>'),
      rowXml(day, 'c', 'x', number(5)),
    ];
    const { columns, rejects } = await rowsOf(rows, ['D2:D3'], given);
    expect(columns[3]).toEqual(['5']);
    expect(rejects).toEqual(['D2 merged-figure', 'D3 merged-figure']);
  },
);

test('a row that is drawn over two rows of the sheet is one', async () => {
  const rows = [
    header,
    rowXml(day, 'a', 'x', number(1)),
    rowXml('<c/>', '<c/>', '<c/>', '<c/>'),
    rowXml(day, 'b', 'x', number(2)),
    rowXml('<c/>', 'unseen', '<c/>', number(99)),
  ];
  const merges = ['A', 'B', 'C', 'D'].flatMap((letter) => [`${letter}2:${letter}3`, `${letter}4:${letter}5`]);
  const { columns, rejects } = await rowsOf(rows, merges, contract);
  expect(columns).toEqual([
    ['2026-09-01', '2026-09-01'],
    ['a', 'b'],
    ['x', 'x'],
    ['1', '2'],
  ]);
  expect(rejects).toEqual([]);
});

test('an error that is merged over rows is one of each, and an empty merged cell fills nothing', async () => {
  const rows = [
    header,
    rowXml(day, '<c t="e"><v>#REF!</v></c>', '<c/>', number(1)),
    rowXml(day, '<c/>', '<c/>', number(2)),
  ];
  expect((await rowsOf(rows, ['B2:B3', 'C2:C3'], contract)).rejects).toEqual([
    'B2 error-cell',
    'B3 error-cell',
  ]);
});

test('cells that are merged sideways have their value in the first', async () => {
  const rows = [header, rowXml(day, '合计', 'unseen', number(1)), rowXml(day, '<c/>', 'y', number(2))];
  const { columns } = await rowsOf(rows, ['B2:C2']);
  expect(columns.slice(1, 3)).toEqual([
    ['合计', null],
    [null, 'y'],
  ]);
});

test('what stands unseen below merged cells is told: a figure beside, a whole row, a value below', async () => {
  const beside = [header, rowXml(day, 'a', 'x', number(1)), rowXml(day, 'b', number(5), number(2))];
  expect((await rowsOf(beside, ['B3:C3'], contract)).notes).toEqual([
    ['unseen-cells', 'C3', '1 cell is hidden below merged cells and was left out: it contains "5".'],
  ]);
  const row = [header, rowXml(day, 'a', 'x', number(1)), rowXml('<c/>', 'b')];
  const { columns, notes } = await rowsOf(row, ['A2:C3'], contract);
  expect(columns[1]).toEqual([null]);
  expect(notes).toEqual([
    ['unseen-cells', 'B2', '3 cells are hidden below merged cells and were left out: this one contains "a".'],
  ]);
  const alone = await rowsOf([header, rowXml(day), rowXml('<c/>', 'b')], ['A2:C3'], contract);
  expect(alone.notes.map(([code, where]) => [code, where])).toEqual([['unseen-cells', 'B3']]);
});

test('nothing is told of merged cells that hide nothing, or what they show', async () => {
  const blank = '<c t="str"><f>IF(1,"","")</f><v></v></c>';
  const rows = [
    header,
    rowXml(day, 'a', blank, number(1)),
    rowXml(day, 'a', '<c/>', number(2)),
    rowXml(day, 'a', 'x', number(3)),
  ];
  expect((await rowsOf(rows, ['A2:A4', 'B2:C2', 'B3:B4'], contract)).notes).toEqual([]);
});
