import { expect, test } from 'vitest';
import type { Contract } from '../../../../packages/metrics/src/dataset/contract.js';
import { percentPlaces } from '../../../../packages/metrics/src/dataset/read/percent.js';
import { column, revenue } from '../contracts.js';
import { rowXml } from './parts.js';
import { caseOf, rowsOf } from './workbook-stage.js';

const days = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

const times = [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56];

const rates = {
  ...revenue,
  columns: [
    column('month', { type: 'DATE' }),
    column('rate', { type: 'DECIMAL(18,2)', unit: { zh: '%', en: '%' } }),
    column('mille', { type: 'DECIMAL(18,2)', unit: { zh: '‰', en: '‰' } }),
    column('share', { type: 'DECIMAL(18,4)' }),
  ],
} satisfies Contract;

const shownAs: readonly (readonly [code: string, stored: string, read: string])[] = [
  // By the condition of a section; a number without a section is shown plainly, or not at all.
  ['[<1]0.0%;0.0', '5.2', '5.2'],
  ['[<1]0.0%;0.0', '0.052', '5.2'],
  ['[<=1]0.0%', '5.2', '5.2'],
  ['[<=1]0.0%', '1', '100'],
  ['[>=1]0.0;[<0]0.00;0%', '0.5', '50'],
  ['[>=1]0.0;[<0]0.00;0%', '-0.5', '-0.5'],
  ['[=0]"–";[<>0.5]0%;0', '0.5', '0.5'],
  ['[Red][>1e2]0;0%', '101', '101'],
  ['0.0;[<-1]0%', '-5', '-500'],
  // By its sign.
  ['0.00_);[Red]\\(0%\\)', '0.1', '0.1'],
  ['0.00_);[Red]\\(0%\\)', '-0.1', '-10'],
  ['0%;0.00', '0', '0'],
  ['0;0;d', '0', '0'],
  ['0;0.00;0%', '0.1', '0.1'],
  ['0.0;-0.0;0;@"%"', '5.2', '5.2'],
  ['[Red]0;[Blue]d', '45658', '45658'],
  ['yyyy;[Blue]0', '-3', '-3'],
  // A section of texts is none of numbers.
  ['0%;@', '-0.1', '-10'],
  // Semicolons within texts and brackets part nothing.
  ['0.0";"%', '0.052', '5.2'],
  ['0.0\\;_;%', '0.052', '5.2'],
  ['[$;-804]0.0%;0.0', '0.052', '5.2'],
  // A section that shows nothing of a number says nothing about its unit.
  ['0.0%;;', '-0.05', '-5'],
  ['[<0.001]"<0.1";0.0%', '0.0005', '0.05'],
];

test('days are read in the number formats 31 and 57, which no file declares', async () => {
  const { table } = await caseOf('02-cjk-date-formats.xlsx');
  expect(table!.columns).toEqual([
    ['id31', 'id57'],
    ['2025-01-01', '2025-01-01'],
    ['1', '1'],
  ]);
});

test.each([false, true])(
  'every built-in format of days and times is one, from 1904: %s',
  async (since1904) => {
    const formats = [...days, ...times];
    const serial = since1904 ? 45658 - 1462 : 45658;
    const cells = formats.map((_, i) => `<c s="${i + 1}"><v>${serial}</v></c>`);
    const clock = formats.map((_, i) => `<c s="${i + 1}"><v>${serial + 0.5}</v></c>`);
    const { columns } = await rowsOf(
      [rowXml(...formats.map((id) => `f${id}`)), rowXml(...cells), rowXml(...clock)],
      {
        formats,
        book: `<workbookPr date1904="${since1904 ? 1 : 0}"/>`,
      },
    );
    for (const [i, texts] of columns.entries())
      expect(texts, `format ${formats[i]}`).toEqual(['2025-01-01', '2025-01-01 12:00:00']);
  },
);

test.each([false, true])(
  'a time stands alone where there is no day beside it, from 1904: %s',
  async (since1904) => {
    const cells = times.map((_, i) => `<c s="${i + 1}"><v>0.5</v></c>`);
    const { columns } = await rowsOf([rowXml(...times.map((id) => `f${id}`)), rowXml(...cells)], {
      formats: times,
      book: `<workbookPr date1904="${since1904 ? 1 : 0}"/>`,
    });
    expect(new Set(columns.flat())).toEqual(new Set(['12:00:00']));
  },
);

test('hours that are counted on are no day', async () => {
  const { columns } = await rowsOf(
    [rowXml('a', 'b'), rowXml('<c s="1"><v>1.5</v></c>', '<c s="2"><v>1.5</v></c>')],
    { formats: [46, 200], declared: { 200: '[h]"小时"mm' } },
  );
  expect(columns).toEqual([['36:00:00'], ['36:00:00']]);
});

test.each([
  ['yyyy"年"m"月"d"日"', '2025-01-01'],
  ['[$-804]yyyy\\-mm\\-dd;@', '2025-01-01'],
  ['[DBNum1][$-804]yyyy"年"m"月"', '2025-01-01'],
  ['mmm\\-yy', '2025-01-01'],
  ['aaaa', '2025-01-01'],
  ['G/通用格式', '45658'],
  ['General', '45658'],
  ['0"天"', '45658'],
  ['#,##0.00_);[Red]\\(#,##0.00\\)', '45658'],
  ['0.00E+00', '45658'],
  ['"day" 0', '45658'],
  ['[>=1000]0.0,"k";0', '45658'],
])('the format %s says whether a number is a day', async (code, text) => {
  const { columns } = await rowsOf([rowXml('a'), rowXml('<c s="1"><v>45658</v></c>')], {
    formats: [164],
    declared: { 164: code },
  });
  expect(columns).toEqual([[text]]);
});

test.each(shownAs)('by the format %s, %s is shown as %s', async (code, stored, shown) => {
  const { columns } = await rowsOf(
    [rowXml('month', 'rate'), rowXml('2026-09-01', `<c s="1"><v>${stored}</v></c>`)],
    { formats: [164], declared: { 164: code.replaceAll('<', '&lt;') } },
    rates,
  );
  expect(columns[1]).toEqual([shown]);
});

test('days that are written out are days', async () => {
  const cells = ['2025-01-01', '2025-01-01T00:00:00.000', '2025-01-01T08:30:00Z', 'yesterday'];
  const { columns, rejects } = await rowsOf([
    rowXml('a'),
    ...cells.map((text) => rowXml(`<c t="d"><v>${text}</v></c>`)),
  ]);
  expect(columns).toEqual([['2025-01-01', '2025-01-01', '2025-01-01 08:30:00']]);
  expect(rejects).toEqual(['A5 unreadable-cell']);
});

test('an error cell rejects its row, whatever its name', async () => {
  const { table } = await caseOf('03-unknown-error-cells.xlsx');
  expect(table!.columns).toEqual([['last'], ['5']]);
  expect(table!.rejects.map(({ text, problem }) => [text, problem.code])).toEqual([
    ['r0\t#SPILL!', 'error-cell'],
    ['r1\t#CALC!', 'error-cell'],
    ['r2\t#ERROR!', 'error-cell'],
    ['r3\t#FIELD!', 'error-cell'],
  ]);
  const names = ['#N/A', '#BLOCKED!', '#UNKNOWN!', '#CONNECT!', '#PYTHON!', 'Err:502', ''];
  const { columns, rejects } = await rowsOf([
    rowXml('k', 'v'),
    ...names.map((name) => rowXml('a', `<c t="e"><v>${name}</v></c>`)),
    rowXml('a', '<c t="e"/>'),
    rowXml('a', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
  ]);
  expect(columns).toEqual([[], []]);
  expect(rejects.map((one) => one.split(' ')[1])).toEqual(Array.from({ length: 9 }, () => 'error-cell'));
});

test('numbers that are none reject their row', async () => {
  const { table } = await caseOf('06-numbers-not-numbers.xlsx');
  expect(table!.rowCount).toBe(0);
  expect(table!.rejects.map(({ text, problem }) => [text, problem.code])).toEqual([
    ['a\t1,5', 'not-a-number'],
    ['b\t12 345', 'not-a-number'],
    ['c\t7abc', 'not-a-number'],
  ]);
});

test.each([
  'INF',
  '-INF',
  'NaN',
  'Infinity',
  '0x10',
  '1e999',
  '1_000',
  '１２',
  '--1',
  '1.2.3',
  'true',
  '',
  ' ',
  '.',
  'e5',
])('no number is made of %j', async (value) => {
  const { columns, rejects } = await rowsOf([rowXml('k', 'v'), rowXml('a', `<c><v>${value}</v></c>`)]);
  expect(columns).toEqual([[], []]);
  expect(rejects).toEqual(['B2 not-a-number']);
});

test.each([
  ['1', '1'],
  [' 1.50 ', '1.5'],
  ['+2', '2'],
  ['-.5', '-0.5'],
  ['5.', '5'],
  ['1.5E3', '1500'],
  ['1e-7', '0.0000001'],
])('the number %j is %s', async (value, text) => {
  expect((await rowsOf([rowXml('v'), rowXml(`<c><v>${value}</v></c>`)])).columns).toEqual([[text]]);
});

test('a truth value is 0 or 1, and a type that nobody knows is no value', async () => {
  const { columns, rejects } = await rowsOf([
    rowXml('v'),
    ...['1', '0', '2', ''].map((value) => rowXml(`<c t="b"><v>${value}</v></c>`)),
    rowXml('<c t="x"><v>1</v></c>'),
  ]);
  expect(columns).toEqual([['true', 'false']]);
  expect(rejects).toEqual(['A4 unreadable-cell', 'A5 unreadable-cell', 'A6 unreadable-cell']);
});

test('a cell that is shown as a percentage is what is shown where its column is in %, and that is told', async () => {
  const percent = (value: string, style = 1) => `<c s="${style}"><v>${value}</v></c>`;
  const { columns, notes } = await rowsOf(
    [
      rowXml('month', 'rate', 'mille', 'share'),
      rowXml('2026-09-01', percent('0.052'), percent('0.052', 2), percent('0.052')),
      rowXml('2026-10-01', percent('-1.5E-3', 3), '<c><v>52</v></c>', '<c><v>0.5</v></c>'),
      rowXml('2026-11-01', '<c><v>5.2</v></c>', percent('0'), percent('0.57999999999999996')),
    ],
    { formats: [10, 9, 164], declared: { 164: '0.00%;[Red]\\-0.00%' } },
    rates,
  );
  expect(columns.slice(1)).toEqual([
    ['5.2', '-0.15', '5.2'],
    ['52', '52', '0'],
    ['0.052', '0.5', '0.58'],
  ]);
  expect(notes.map(({ code, where, message }) => [code, where, message])).toEqual([
    [
      'percent-cells',
      'b.xlsx:S!B2',
      '2 cells of rate are shown as a percentage and were read as shown: 5.2 for 5.2 %, which is stored as 0.052.',
    ],
    [
      'percent-cells',
      'b.xlsx:S!C2',
      '2 cells of mille are shown as a percentage and were read as shown: 52 for 5.2 %, which is stored as 0.052.',
    ],
    [
      'percent-cells',
      'b.xlsx:S!D2',
      '2 cells of share are shown as a percentage, but the unit of the column is not %: the stored value was read, 0.052 for 5.2 %.',
    ],
  ]);
});

test('units say in either language how many places a percentage is moved', () => {
  const units = [
    { zh: '%', en: '%' },
    { zh: '％', en: 'percent' },
    { zh: '个百分点', en: 'percentage points' },
    { zh: '‰', en: 'per mille' },
    { zh: '元', en: 'yuan' },
    { zh: '%', en: '%', power: 4 },
  ];
  expect(units.map(percentPlaces)).toEqual([2, 2, 2, 3, undefined, undefined]);
  expect(percentPlaces(undefined)).toBeUndefined();
  // A percentile is no percentage, although it begins alike.
  expect(percentPlaces({ zh: '百分位', en: 'percentile' })).toBeUndefined();
});

test('a percent sign that is only written beside a number changes nothing', async () => {
  const { columns, notes } = await rowsOf(
    [
      rowXml('month', 'rate', 'mille', 'share'),
      rowXml('2026-09-01', '<c s="1"><v>5.2</v></c>', '<c s="2"><v>5</v></c>'),
    ],
    { formats: [164, 165], declared: { 164: '0.0"%"', 165: '0\\%' } },
    rates,
  );
  expect([columns[1], columns[2], notes]).toEqual([['5.2'], ['5'], []]);
});

test('a row that stands in a comment is not there, whatever a comment holds', async () => {
  const { table } = await caseOf('11-commented-row.xlsx');
  expect(table!.columns).toEqual([['a'], ['5']]);
  const { columns } = await rowsOf([
    rowXml('k', 'v'),
    `<!-- <row><c><v>9</v></c></row> --><?zj <row><c><v>9</v></c></row>?>${rowXml('a', '<c><!-- <v>9</v> --><v>1<!-- 9 -->2</v></c>')}`,
    rowXml('<c t="inlineStr"><is><t><![CDATA[<b>]]>&amp;&#x1F600;</t></is></c>', '<c><v>3</v></c>'),
  ]);
  expect(columns).toEqual([
    ['a', '<b>&😀'],
    ['12', '3'],
  ]);
});

// A machine that went through all cells before it would need hours.
test('a cell in the last corner of a sheet is found', async () => {
  const { table } = await caseOf('07-far-cell.xlsx');
  expect(table!.rowCount).toBe(2);
  expect(table!.header[2]).toEqual({ name: '', place: '07-far-cell.xlsx:Sheet1!XFD1048576' });
  expect(table!.columns.map((cells) => cells[0])).toEqual(['a', '5', null]);
});

test('texts are read as they stand: with their blanks, in runs, without how they are spoken', async () => {
  const { columns } = await rowsOf(
    [
      rowXml('a'),
      rowXml('<c t="s"><v>0</v></c>'),
      rowXml('<c t="s"><v>1</v></c>'),
      rowXml('<c t="inlineStr"><is><r><t>x_x000D_</t></r><r><t>_x005F_x0041_</t></r></is></c>'),
    ],
    {
      strings: [
        '<t xml:space="preserve"> 芯片 </t>',
        '<r><t>集成</t></r><r><rPr><b/></rPr><t>电路</t></r><rPh sb="0" eb="2"><t>jicheng</t></rPh>',
      ],
    },
  );
  expect(columns).toEqual([[' 芯片 ', '集成电路', 'x\r_x0041_']]);
});

test('a text that holds a NUL or half of a character rejects its row', async () => {
  const { columns, rejects } = await rowsOf([
    rowXml('k', 'v'),
    rowXml('a', 'x_x0000_y'),
    rowXml('b', '_xD83D_'),
    rowXml('c', '_xD83D__xDE00_'),
    rowXml('d', '<c t="str"><f>A1</f><v>_x0000_</v></c>'),
  ]);
  expect(columns).toEqual([['c'], ['😀']]);
  expect(rejects).toEqual(['B2 not-text', 'B3 not-text', 'B5 not-text']);
});
