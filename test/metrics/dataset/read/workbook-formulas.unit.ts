import { expect, test } from 'vitest';
import { rowXml } from './parts.js';
import { caseOf, rowsOf } from './workbook-stage.js';

test('formulas that were never computed are no zeros: their rows are rejected, the others stay', async () => {
  const { table } = await caseOf('01-formulas-never-computed.xlsx');
  expect(table!.columns).toEqual([['a'], ['2025-01-01'], ['10']]);
  expect(table!.rejects.map(({ place, text, problem }) => [place, text, problem.code])).toEqual([
    ['01-formulas-never-computed.xlsx:Sheet!C3', 'b\t2025-01-02\t=C2*2', 'no-result'],
    ['01-formulas-never-computed.xlsx:Sheet!C4', 'c\t2025-01-03\t=SUM(C2:C3)', 'no-result'],
  ]);
});

test.each([
  ['a plain one', '<c><f>A1*2</f></c>'],
  ['an empty value', '<c><f>A1*2</f><v></v></c>'],
  ['a value of blanks', '<c><f>A1*2</f><v> </v></c>'],
  ['a closed value', '<c t="n"><f>A1*2</f><v/></c>'],
  ['a shared one', '<c><f t="shared" ref="B2:B9" si="0">A1*2</f></c>'],
  ['one that shares another', '<c><f t="shared" si="0"/><v/></c>'],
  ['one of an array', '<c><f t="array" ref="B2">A1*2</f><v/></c>'],
  ['one of truth', '<c t="b"><f>A1=2</f><v/></c>'],
  ['one of text', '<c t="str"><f>A1&amp;"x"</f><v></v></c>'],
  ['one of text without a value', '<c t="str"><f>A1&amp;"x"</f></c>'],
  ['one of an error without a name', '<c t="e"><f>A1/0</f><v/></c>'],
  ['a table of data', '<c><f t="dataTable" ref="B2" r1="A1"/></c>'],
])('a formula without a result rejects its row: %s', async (_, cell) => {
  const { columns, rejects } = await rowsOf([
    rowXml('k', 'v'),
    rowXml('a', cell),
    rowXml('b', '<c><v>1</v></c>'),
  ]);
  expect(columns).toEqual([['b'], ['1']]);
  expect(rejects).toEqual(['B2 no-result']);
});

test('cells that an array formula fills have no result where it has none, even those that are not written', async () => {
  const { columns, rejects } = await rowsOf([
    rowXml('k', 'v', 'w'),
    rowXml('a', '<c><f t="array" ref="B2:C3">X</f></c>'),
    rowXml('b', '<c/>'),
    rowXml('c', '<c><v>1</v></c>', '<c><v>2</v></c>'),
  ]);
  expect(columns).toEqual([['c'], ['1'], ['2']]);
  expect(rejects).toEqual(['B2 no-result', 'B3 no-result']);
});

test.each(['fullCalcOnLoad="1"', 'fullCalcOnLoad="true"', 'calcCompleted="0"'])(
  'no formula of a workbook that asks to be computed has a valid result: %s',
  async (flag) => {
    const rows = [
      rowXml('k', 'v'),
      rowXml('a', '<c><f>1+1</f><v>0</v></c>'),
      rowXml('b', '<c t="str"><f>"x"</f><v>x</v></c>'),
      rowXml('c', '<c><f t="array" ref="B4:B5">X</f><v>3</v></c>'),
      rowXml('d', '<c><v>4</v></c>'),
      rowXml('e', '<c><v>5</v></c>'),
    ];
    const { columns, rejects } = await rowsOf(rows, { book: `<calcPr calcId="1" ${flag}/>` });
    expect(columns).toEqual([['e'], ['5']]);
    expect(rejects).toEqual(['B2 no-result', 'B3 no-result', 'B4 no-result', 'B5 no-result']);
    expect((await rowsOf(rows, { book: '<calcPr fullCalcOnLoad="0"/>' })).rejects).toEqual([]);
  },
);

test('rows of a template whose formulas give nothing but empty texts are left out, and told', async () => {
  const blank = '<c t="str"><f>IF(A9="","",1)</f><v></v></c>';
  const { columns, rejects, notes } = await rowsOf([
    rowXml('k', 'v'),
    rowXml('a', '<c><v>1</v></c>'),
    rowXml(blank, blank),
    rowXml(blank, blank),
  ]);
  expect(columns).toEqual([['a'], ['1']]);
  expect(rejects).toEqual([]);
  expect(notes[0]).toMatchObject({ code: 'blank-rows', message: expect.stringMatching(/^2 rows/) as string });
});

test('a formula of an .xls file that was never computed rejects its row', async () => {
  const { table } = await caseOf('01b-formula-never-computed.xls');
  expect(table!.rowCount).toBe(0);
  expect(table!.rejects.map(({ text, problem }) => [text, problem.code])).toEqual([
    ['a\t2025-01-01\t=5+5', 'no-result'],
  ]);
});
