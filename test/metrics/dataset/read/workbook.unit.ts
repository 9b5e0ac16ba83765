import type { BookType } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../packages/metrics/src/dataset/read/workbook.js';
import { column, revenue } from '../contracts.js';
import { month, report, sheet, workbook } from './workbooks.js';

const read = (bytes: Uint8Array, contract?: typeof revenue) =>
  readWorkbook(bytes, { name: 'book.xlsx', ...(contract && { contract }) });

const reported = {
  ...revenue,
  headerRows: 2,
  columns: [
    column('month', { type: 'DATE', header: '月份' }),
    column('industry', { header: '行业' }),
    column('revenue', { type: 'DECIMAL(18,2)', header: '营业收入/本月' }),
    column('total', { type: 'DECIMAL(18,2)', header: '营业收入/累计（万元）' }),
  ],
};

test.each<BookType>(['xlsx', 'biff8', 'xlsb'])(
  'a report with title, unit and a header of two merged rows is read from %s',
  async (bookType) => {
    const { table, problems } = await read(workbook({ 收入: report }, { bookType }), reported);
    expect(problems).toEqual([]);
    expect(table!.header).toEqual([
      { name: '月份', place: 'book.xlsx:收入!A4' },
      { name: '行业', place: 'book.xlsx:收入!B4' },
      { name: '营业收入/本月', place: 'book.xlsx:收入!C4' },
      { name: '营业收入/累计（万元）', place: 'book.xlsx:收入!D4' },
    ]);
    expect(table!.columns).toEqual([
      ['2026-09-01', '2026-10-01'],
      ['集成电路', '集成电路'],
      ['0.3', '１２，３００'],
      ['1234567.89', '5.5'],
    ]);
    expect([table!.placeOf(0, 2), table!.placeOf(1, 3)]).toEqual(['book.xlsx:收入!C5', 'book.xlsx:收入!D8']);
    expect(table!.rejects).toMatchObject([
      {
        place: 'book.xlsx:收入!C6',
        text: '2026-09-01\t生物医药\t#N/A\t3',
        problem: {
          code: 'error-cell',
          where: 'book.xlsx:收入!C6',
          message: 'This cell shows #N/A, not a value.',
          remedy: 'Correct its formula, or the cells that it refers to.',
        },
      },
    ]);
  },
);

test('without a contract, or with one that does not say how high it is, the header is found by its looks', async () => {
  const unsaid = { ...revenue, columns: reported.columns };
  for (const contract of [undefined, unsaid]) {
    const { table } = await read(workbook({ 收入: report }), contract);
    expect(table!.header.map(({ name }) => name)).toEqual(reported.columns.map(({ header }) => header));
    expect(table!.rowCount).toBe(2);
  }
});

test('a header without titles is the first row', async () => {
  const { table } = await read(workbook({ S: sheet([['a'], ['1'], ['2']]) }));
  expect(table!.header).toEqual([{ name: 'a', place: 'book.xlsx:S!A1' }]);
  expect(table!.columns).toEqual([['1', '2']]);
});

test('dates of the system that begins in 1904 are the same days', async () => {
  const { table } = await read(
    workbook(
      {
        S: sheet([
          ['a', 'b'],
          [month(44804), { t: 'n', v: 44804.5, z: 'yyyy-mm-dd hh:mm' }],
        ]),
      },
      { date1904: true },
    ),
  );
  expect(table!.columns).toEqual([['2026-09-01'], ['2026-09-01 12:00:00']]);
});

test('a text that is merged over rows belongs to each of them', async () => {
  const { table } = await read(
    workbook({
      S: sheet(
        [
          ['a', 'b'],
          ['x', '1'],
          ['hidden', '2'],
        ],
        'A2:A3',
      ),
    }),
  );
  expect(table!.columns).toEqual([
    ['x', 'x'],
    ['1', '2'],
  ]);
});

test('columns without a name and a value are left out, and places are still true', async () => {
  const { table } = await read(
    workbook({
      S: sheet([
        [null, 'a', null, 'b'],
        [null, '1', null, '2'],
      ]),
    }),
  );
  expect(table!.header.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(table!.placeOf(0, 1)).toBe('book.xlsx:S!D2');
});

test('values are texts without a thought of how they are shown', async () => {
  const cells = [{ t: 'n', v: 0.95, z: '0%' }, true, 12345678901234.56, '007', { t: 'n', v: 1e-7 }] as const;
  const { table } = await read(workbook({ S: sheet([['a', 'b', 'c', 'd', 'e'], cells]) }));
  expect(table!.columns.flat()).toEqual(['0.95', 'true', '12345678901234.56', '007', '0.0000001']);
});

/** A number as its digits stand in the file. */
const digits = (text: string) => ({ t: 'n', v: text }) as const;

test('digits that a double cannot hold are read as they stand in the file', async () => {
  const long = ['12345678901234567', '1234567890123456.78', '-9007199254740993', '1.2345678901234567E+17'];
  const { table } = await read(
    workbook({
      空: sheet([[]]),
      S: sheet([['a', 'b', 'c', 'd'], [null, null, null, null], long.map(digits), [1, 2, 3, 4]]),
      T: sheet([['a'], [5]]),
    }),
    { ...revenue, sheet: 'S' },
  );
  expect(table!.rejects).toEqual([]);
  expect(table!.columns).toEqual([
    ['12345678901234567', '1'],
    ['1234567890123456.78', '2'],
    ['-9007199254740993', '3'],
    ['123456789012345670', '4'],
  ]);
  expect(table!.placeOf(0, 1)).toBe('book.xlsx:S!B3');
});

test('a double written in many digits is no more than a double', async () => {
  const [third, sum] = [(1 / 3).toPrecision(20), (0.1 + 0.2).toPrecision(30)];
  const day = { ...digits((44804 + 1 / 3).toPrecision(30)), z: 'yyyy-mm-dd hh:mm' };
  const exact = { ...digits('44804.33333333333333333333'), z: 'yyyy-mm-dd hh:mm' };
  const { table } = await read(
    workbook({
      S: sheet([
        ['a', 'b', 'c', 'd'],
        [digits(third), digits(sum), day, exact],
      ]),
    }),
  );
  expect(table!.columns.flat()).toEqual([
    ...['0.3333333333333333', '0.3', '2022-08-31 08:00:00', '2022-08-31 08:00:00'],
  ]);
});

test('long numbers are found wherever a large file is cut into pieces', async () => {
  const texts = Array.from({ length: 30_000 }, (_, i) => `${1234567890123456n + BigInt(i)}.37`);
  const rows = texts.map((text) => [digits(text), digits(text), digits(text)]);
  const { table } = await read(workbook({ S: sheet([['a', 'b', 'c'], ...rows]) }));
  expect(table!.columns.map((cells) => cells.findIndex((text, i) => text !== texts[i]))).toEqual([
    -1, -1, -1,
  ]);
  expect(table!.rowCount).toBe(30_000);
});

test.each<BookType>(['xlsx', 'biff8', 'xlsb'])(
  'a whole number that lost its last digits is rejected, but of a column of DOUBLE, in %s',
  async (bookType) => {
    const id = Number('110101199003071234');
    const book = workbook(
      {
        S: sheet([
          ['id', 'n'],
          [id, 1],
          ['110101199003071234', 1e21],
          [1e15, 2],
        ]),
      },
      { bookType },
    );
    const { table } = await read(book);
    expect(table!.columns).toEqual([[], []]);
    expect(table!.rejects.map(({ problem }) => problem)).toMatchObject([
      {
        code: 'lost-digits',
        where: 'book.xlsx:S!A2',
        message: 'This number has 18 digits, but a workbook keeps only 15: the last digits are lost.',
        remedy: 'Format the cells as text, then enter their digits again.',
      },
      expect.objectContaining({ where: 'book.xlsx:S!B3' }),
      expect.objectContaining({ where: 'book.xlsx:S!A4' }),
    ]);
    const columns = [column('id'), column('n', { type: 'DOUBLE' })];
    expect((await read(book, { ...revenue, columns })).table!.columns).toEqual([
      ['110101199003071234'],
      ['1000000000000000000000'],
    ]);
  },
);

test('hidden rows and columns are read, and told', async () => {
  const made = sheet([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ]);
  made['!rows'] = [{}, { hidden: true }];
  made['!cols'] = [{}, { hidden: true }];
  for (const bookType of ['xlsx', 'biff8'] as const) {
    const { table } = await read(workbook({ S: made }, { bookType }));
    expect(table!.columns[1]).toEqual(['2', '4']);
    expect(table!.notes[0]!.where).toBe('book.xlsx:S');
    expect(table!.notes[0]!.message).toMatch(/^This sheet hides .*1 column/);
  }
});

test('the sheet is the one that is named, else the one that fits, else the first that holds anything', async () => {
  const book = workbook({ 空: sheet([]), 说明: sheet([['请填报'], ['谢谢']]), 收入: report });
  const titleOf = async (contract?: typeof revenue) => (await read(book, contract)).table!.header[0]!.place;
  expect(await titleOf()).toBe('book.xlsx:说明!A1');
  expect(await titleOf(reported)).toBe('book.xlsx:收入!A4');
  expect(await titleOf({ ...reported, sheet: '说明' })).toContain('说明');
  expect((await read(book, reported)).table!.notes.map(({ code }) => code)).toEqual(['other-sheets']);
  const { problems } = await read(book, { ...reported, sheet: '收人' });
  expect(problems[0]).toMatchObject({ code: 'unknown-sheet', remedy: 'Did you mean "收入"?' });
  expect((await read(book, { ...reported, sheet: '空' })).problems[0]!.code).toBe('empty');
  const named = await readWorkbook(book, { name: 'book.xlsx', sheet: '收入' });
  expect(named.table!.sheets).toEqual({ names: ['说明', '收入'], read: '收入' });
  expect([named.table!.header[0]!.name, named.table!.notes]).toEqual(['月份', []]);
  const both = await readWorkbook(book, {
    name: 'book.xlsx',
    sheet: '收入',
    contract: { ...reported, sheet: '说明' },
  });
  expect(both.table!.sheets!.read).toBe('说明');
});

test('what is cut off anywhere is a problem, or else nothing of it is missing', async () => {
  for (const bookType of ['xlsx', 'biff8'] as const) {
    const bytes = workbook({ 收入: report }, { bookType });
    const whole = JSON.stringify((await read(bytes)).table);
    let told = 0;
    for (let length = 8; length < bytes.length; length += Math.ceil(bytes.length / 40)) {
      const { table, problems } = await read(bytes.slice(0, length));
      if (table) expect(JSON.stringify(table), `${bookType} ${length}`).toBe(whole);
      told += problems.length;
    }
    expect(told).toBeGreaterThan(30);
  }
});

test('a part of an archive that has changed is a problem: its check sum tells', async () => {
  const bytes = workbook({ 收入: report });
  const whole = JSON.stringify((await read(bytes)).table);
  let told = 0;
  for (let at = 40; at < bytes.length; at += 61) {
    const changed = bytes.slice();
    changed[at]! ^= 0x10;
    const { table, problems } = await read(changed);
    if (table) expect(JSON.stringify(table)).toBe(whole);
    else told += problems.length;
  }
  expect(told).toBeGreaterThan(50);
});

test('an archive of something else is no workbook', async () => {
  const other = workbook({ S: sheet([['a']]) }, { bookType: 'ods' });
  expect((await read(other)).problems).toMatchObject([
    { code: 'damaged-file', message: 'This archive contains no Excel workbook.' },
  ]);
});
