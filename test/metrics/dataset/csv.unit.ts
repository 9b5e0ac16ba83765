import { describe, expect, test } from 'vitest';
import { splitCells } from '../../../packages/metrics/src/dataset/cells.js';
import { scanCsv, type CsvRecord } from '../../../packages/metrics/src/dataset/csv-scanner.js';

/** Scans a text that arrives in pieces of so many bytes. */
function scan(text: string, size = 1 << 20) {
  const records: CsvRecord[] = [];
  const scanner = scanCsv((record) => records.push(record));
  const bytes = new TextEncoder().encode(text);
  for (let i = 0; i < bytes.length; i += size) scanner.push(bytes.subarray(i, i + size));
  const { plain } = scanner.end();
  const textOf = ({ start, end }: CsvRecord) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
  return { records, plain, texts: records.map(textOf) };
}

describe('the scanner finds the records that RFC 4180 draws', () => {
  test('the example of its docstring', () => {
    const records: CsvRecord[] = [];
    const scanner = scanCsv((record) => records.push(record));
    scanner.push(new TextEncoder().encode('id,name\n1,"a\nb"\n2,c\n'));
    scanner.end();
    expect(records.map(({ line, cells }) => [line, cells])).toEqual([
      [1, 2],
      [2, 2],
      [4, 2],
    ]);
  });

  const awkward = [
    'a,b\r\n"x\r\ny, ""z""",2\r\n,\r\n"",""\r\n',
    'a,b\n\n1,"\n\n"\n\n3,4',
    'a\r1\r\n2\n"\r"\r',
    '\uFEFF"month",b\n某月,"零、""一"""\n',
    'a,b\n1,x"y\n2,"x"y\n"x",\n3,"open\n4,5\n',
    '"',
    ',',
    '\n\n',
    '',
  ];
  test.each(awkward)('pieces of any size give the same records: %j', (text) => {
    const whole = scan(text);
    for (const size of [1, 2, 3, 5, 7]) expect(scan(text, size)).toEqual(whole);
  });

  test('lines that end in LF, CR LF or CR are counted once each, in and out of quotation marks', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { records, texts } = scan(['a,b', `1,"x${end}y"`, '2,z'].join(end));
      expect(records.map(({ line, lastLine }) => [line, lastLine])).toEqual([
        [1, 1],
        [2, 3],
        [4, 4],
      ]);
      expect(texts).toEqual(['a,b', `1,"x${end}y"`, '2,z']);
    }
  });

  test('files that are not regular are told apart: empty lines, mixed line ends, CR alone', () => {
    expect(scan('a\n1\n').plain).toBe(true);
    expect(scan('a\r\n1\r\n').plain).toBe(true);
    expect(scan('a\n1').plain).toBe(true);
    expect(scan('a\n1\r\n').plain).toBe(false);
    expect(scan('a\r1\r').plain).toBe(false);
    expect(scan('a\n\n1\n').plain).toBe(false);
  });

  test('empty lines are no records, and a byte order mark is part of none', () => {
    expect(scan('\uFEFFa\n\n1\n\n').texts).toEqual(['a', '1']);
    expect(scan('a\n\uFEFF1\n').texts[1]).toBe('\uFEFF1');
  });
});

describe('a fault is found where it shows, and the next line is a new record', () => {
  const faultOf = (text: string) =>
    scan(text).records.map(({ fault, faultAt, line }) => [line, fault, faultAt]);

  test('a quotation mark inside a cell', () => {
    expect(faultOf('1,x"y"\n2,z\n')).toEqual([
      [1, 'stray-quote', 3],
      [2, undefined, undefined],
    ]);
  });

  test('text after a closing quotation mark', () => {
    expect(faultOf('1,"x"y,"z\n2,z\n')).toEqual([
      [1, 'text-after-quote', 5],
      [2, undefined, undefined],
    ]);
    expect(faultOf('"x" ,1\n')).toEqual([[1, 'text-after-quote', 3]]);
  });

  test('a quotation mark that is never closed', () => {
    expect(faultOf('1,2\n3,"4\n5,6\n')).toEqual([
      [1, undefined, undefined],
      [2, 'open-quote', 6],
    ]);
  });

  test('a row of more than two million bytes', () => {
    expect(faultOf(`1,${'x'.repeat(2_000_000)}\n2,3\n`)).toEqual([
      [1, 'too-long', 0],
      [2, undefined, undefined],
    ]);
  });
});

describe('cells of a record', () => {
  test('the example of its docstring', () => {
    const cells = splitCells('a,"b\n""c""",d', 5).map(({ text, place }) => [text, place.line, place.column]);
    expect(cells).toEqual([
      ['a', 5, 1],
      ['b\n"c"', 5, 3],
      ['d', 6, 8],
    ]);
  });

  test('empty cells count, and columns count characters, not bytes', () => {
    expect(splitCells(',,', 1).map(({ place }) => place.column)).toEqual([1, 2, 3]);
    expect(splitCells('集成电路,1', 1)[1]!.place.column).toBe(6);
    expect(splitCells('', 1)).toEqual([{ text: '', place: { line: 1, column: 1 } }]);
  });

  test('a malformed record gives the cells that can be told', () => {
    expect(splitCells('1,"x"y,z"', 1).map(({ text }) => text)).toEqual(['1', 'xy', 'z"']);
    expect(splitCells('1,"x', 1).map(({ text }) => text)).toEqual(['1', 'x']);
  });

  test('a cell of a million quotation marks is read in a moment', () => {
    expect(splitCells(`"${'""'.repeat(500_000)}"`, 1)[0]!.text).toHaveLength(500_000);
  });

  test('scanner and cells agree on random text', () => {
    let seed = 7;
    const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: next(14) }, () => 'a",\n\r'[next(5)]).join('');
      const { records, texts } = scan(text);
      for (const [index, record] of records.entries()) {
        const again = scan(texts[index]!).records;
        expect(again).toHaveLength(1);
        if (record.fault === undefined) expect(splitCells(texts[index]!, 1)).toHaveLength(record.cells);
      }
    }
  });
});

test('a character outside the first plane counts once in the column of a cell', () => {
  expect(splitCells('𠮷𠮷,b', 3)[1]!.place).toEqual({ line: 3, column: 4 });
});
