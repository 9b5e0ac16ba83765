import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Contract } from '../../../../packages/metrics/src/dataset/contract.js';
import { readTable } from '../../../../packages/metrics/src/dataset/read/table.js';
import { revenue } from '../contracts.js';
import { archive, bookXml, rowXml, type BookXml } from './parts.js';

const caseOf = async (name: string, sheet?: string) => {
  const bytes = new Uint8Array(await readFile(join(import.meta.dirname, 'cases', name)));
  return readTable(bytes, { name, ...(sheet !== undefined && { sheet }) });
};
const old = rowXml('k', 'v') + rowXml('OLD', '<c><v>1</v></c>');
const sound = rowXml('k', 'v') + rowXml('new', '<c><v>2</v></c>');
const read = (content: BookXml, contract?: Contract) =>
  readTable(bookXml(content), { name: 'b.xlsx', ...(contract && { contract }) });

test('a sheet that names a text which is not there is a problem, and no other sheet stands for it', async () => {
  const { table, problems } = await caseOf('04-broken-sheet-then-old.xlsx');
  expect(table).toBeUndefined();
  expect(problems).toMatchObject([
    {
      code: 'damaged-file',
      where: '04-broken-sheet-then-old.xlsx:Sheet1',
      message:
        'The sheet Sheet1 of this workbook cannot be read: the cell B2 uses the shared text "99", which does not exist.',
      remedy: 'Open the workbook in its program and save it again, or copy it again.',
    },
  ]);
  expect((await caseOf('04-broken-sheet-then-old.xlsx', 'Old')).table!.columns).toEqual([['OLD'], ['1']]);
});

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const whole = (rows: string) => `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}`;

test.each<[string, string | undefined]>([
  ['a part that is missing', undefined],
  ['XML that is cut off', whole(sound)],
  ['XML that is cut off in a tag', whole(`${sound}<row><c`)],
  ['a row without an end', `${whole(sound.replace('</row>', ''))}</sheetData></worksheet>`],
  ['another element', `<?xml version="1.0"?><chart xmlns="${main}"/>`],
  ['entities of its own', `<?xml version="1.0"?><!DOCTYPE worksheet><worksheet xmlns="${main}"/>`],
  ['a shared text without a number', rowXml('k', 'v') + rowXml('a', '<c t="s"><v></v></c>')],
  ['a shared text by a wrong number', rowXml('k', 'v') + rowXml('a', '<c t="s"><v>-1</v></c>')],
  ['a shared text by a number that is none', rowXml('k', 'v') + rowXml('a', '<c t="s"><v>0.5</v></c>')],
  ['a style that is not there', rowXml('k', 'v') + rowXml('a', '<c s="7"><v>1</v></c>')],
  ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
  ['a cell twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
  ['a row twice', '<row r="1"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>'],
  ['a row that no sheet has', '<row r="1048577"><c><v>1</v></c></row>'],
  ['a column that no sheet has', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
  ['two values in a cell', rowXml('k') + rowXml('<c><v>1</v><v>2</v></c>')],
  ['a value without its element', rowXml('k', 'v') + '<row><c>5</c></row>'],
  ['cells without a row', `<c r="A1"><v>1</v></c>${sound}`],
  ['something else among its cells', '<row r="1"><d r="A1"><v>1</v></d></row>'],
])('a sheet that cannot be read is named, and never replaced: %s', async (_, sheet) => {
  const sheets = { 新: sheet, Old: old };
  for (const contract of [undefined, { ...revenue, sheet: '新' }, revenue]) {
    const { table, problems } = await read({ sheets, strings: ['<t>x</t>'] }, contract);
    expect(table).toBeUndefined();
    expect(problems.map(({ code, where }) => [code, where])).toEqual([['damaged-file', 'b.xlsx:新']]);
  }
  const { table } = await readTable(bookXml({ sheets }), { name: 'b.xlsx', sheet: 'Old' });
  expect(table!.columns).toEqual([['OLD'], ['1']]);
});

test('shared texts, styles or a list of sheets that cannot be read are a problem of the workbook', async () => {
  const good = bookXml({ sheets: { S: sound }, strings: ['<t>x</t>'] });
  expect((await readTable(good, { name: 'b.xlsx' })).problems).toEqual([]);
  const broken = bookXml({ sheets: { S: sound }, strings: ['<t>x</si><si>'] });
  expect((await readTable(broken, { name: 'b.xlsx' })).problems[0]).toMatchObject({ code: 'damaged-file' });
  const unlisted = bookXml({ sheets: { S: sound }, book: '<sheets><sheet name="x"/></sheets>' });
  expect((await readTable(unlisted, { name: 'b.xlsx' })).problems[0]).toMatchObject({ code: 'damaged-file' });
});

test('an archive with two parts of one name is refused: programs differ in which they read', async () => {
  const twice = archive([
    ['xl/workbook.xml', '<workbook/>'],
    ['XL/workbook.xml', '<workbook/>'],
  ]);
  expect((await readTable(twice, { name: 'b.xlsx' })).problems).toMatchObject([
    { code: 'damaged-file', message: 'This workbook cannot be read: it has two parts XL/workbook.xml.' },
  ]);
});

test('an archive of Zip64 is read like any other', async () => {
  const bytes = bookXml({ sheets: { S: sound } }, { isLarge: true });
  const { table, problems } = await readTable(bytes, { name: 'b.xlsx' });
  expect(problems).toEqual([]);
  expect(table!.columns).toEqual([['new'], ['2']]);
  for (let at = 1; at < 200; at += 7) {
    const changed = bytes.slice();
    changed[bytes.length - at]! ^= 0xff;
    const again = await readTable(changed, { name: 'b.xlsx' });
    if (again.table) expect(again.table.columns).toEqual(table!.columns);
  }
});

test('texts of Excel 95 are read in their code page, or refused where nobody knows it', async () => {
  const { table } = await caseOf('05-excel95-cp936.xls');
  expect(table!.header.map(({ name }) => name)).toEqual(['行业', 'v']);
  expect(table!.columns).toEqual([['芯片'], ['5']]);
  const bytes = new Uint8Array(await readFile(join(import.meta.dirname, 'cases/05-excel95-cp936.xls')));
  const at = bytes.findIndex((_, i) => [0x42, 0, 2, 0, 0xa8, 0x03].every((byte, j) => bytes[i + j] === byte));
  expect(at).toBeGreaterThan(0);
  const inCodePage = async (codePage: number) => {
    const changed = bytes.slice();
    new DataView(changed.buffer).setUint16(at + 4, codePage, true);
    return readTable(changed, { name: 'a.xls' });
  };
  expect((await inCodePage(54936)).table!.columns[0]).toEqual(['芯片']);
  expect((await inCodePage(1252)).table!.columns[0]).toEqual(['Ð¾Æ¬']);
  expect((await inCodePage(4242)).problems).toMatchObject([
    { code: 'damaged-file', message: expect.stringContaining('code page is 4242') as string },
  ]);
});
