import { expect, test } from 'vitest';
import { readTable } from '../../../../packages/metrics/src/dataset/read/table.js';
import { report, workbook } from './workbooks.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const codeOf = async (bytes: Uint8Array, name: string) =>
  (await readTable(bytes, { name })).problems[0]?.code;

test('the example of its docstring', async () => {
  const { table } = await readTable(utf8('month,revenue\n2026-09-01,1.5\n'), { name: 'a.csv' });
  expect(table!.columns[1]![0]).toBe('1.5');
  expect(table!.placeOf(0, 1)).toBe('a.csv:2:12');
});

test('names tell texts apart, an unknown one is CSV', async () => {
  for (const [name, text] of [
    ['a.json', '[{"a":1}]'],
    ['A.JSONL', '{"a":1}'],
    ['a.ndjson', '{"a":1}'],
    ['a.csv', 'a\n1'],
    ['a.dat', 'a\n1'],
  ] as const) {
    const { table } = await readTable(utf8(text), { name });
    expect(table!.columns, name).toEqual([['1']]);
    expect(table!.notes).toEqual([]);
  }
});

test('a workbook with the name of a CSV file is read as what it is, and told', async () => {
  const { table } = await readTable(workbook({ 收入: report }), { name: 'a.csv' });
  expect(table!.rowCount).toBe(2);
  expect(table!.notes.map(({ code }) => code)).toEqual(['misnamed-file']);
});

test('what has the name of a workbook and is none, what is packed and what is empty is refused', async () => {
  expect(await codeOf(utf8('<html><table></table></html>'), 'a.xls')).toBe('damaged-file');
  expect(await codeOf(utf8('a,b\n1,2\n'), 'a.xlsx')).toBe('damaged-file');
  expect(await codeOf(Uint8Array.of(0x1f, 0x8b, 8, 0), 'a.csv.gz')).toBe('packed-file');
  expect(await codeOf(Uint8Array.of(), 'a.parquet')).toBe('empty');
});

test('no bytes make it throw', async () => {
  let seed = 5;
  const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  const starts = [
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'PAR1',
    'ARROW1\0\0',
    '\xff\xff\xff\xff',
    '',
    '[{',
    '"',
  ];
  for (let round = 0; round < 400; round++) {
    const start = Uint8Array.from(starts[next(8)]!, (c) => c.charCodeAt(0));
    const bytes = Uint8Array.from([
      ...start,
      ...Array.from({ length: next(300) }, () => next(256)),
      ...start,
    ]);
    const name = `a.${['csv', 'json', 'jsonl', 'xls', 'parquet'][next(5)]}`;
    const { table, problems } = await readTable(bytes, { name });
    expect(table !== undefined || problems.length > 0).toBe(true);
  }
});
