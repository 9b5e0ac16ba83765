import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkSource,
  contractWith,
  lines,
  openFolder,
  park,
  revenueHeader,
  revenueRows,
  revenueWith,
  run,
  writeSource,
} from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const check = (changes: Parameters<typeof checkSource>[1]) => checkSource(folder, changes);
const checkRevenue = async (text: string | Uint8Array | null) =>
  (await check({ 'industry-revenue.csv': text })).told;

const good = '2026-09-01,E900009,集成电路,芯片设计,综合保税区,high-tech,1.00';
const row = (change: (cells: string[]) => unknown) => {
  const cells = good.split(',');
  change(cells);
  return cells.join(',');
};

test('the park example has no problems', async () => {
  const { code, problems, printed } = await run('check', park);
  expect([code, problems]).toEqual([0, []]);
  expect(printed).toContain('10 000 of 10 000 rows kept');
  expect(printed).toContain('No problems.');
});

describe('a bad cell is told by file, line and column, with its value and what to do', () => {
  const cases: readonly (readonly [name: string, row: string, told: string])[] = [
    [
      'a letter in a number',
      row((cells) => (cells[6] = '"12,3O0"')),
      'data/industry-revenue.csv:5:46: revenue is "12,3O0" but must be a number with at most 2 decimals in 万元. Correct the cell, e.g. 12300.00.',
    ],
    [
      'more decimals than the contract holds, which an engine would round away',
      row((cells) => (cells[6] = '12.345')),
      'data/industry-revenue.csv:5:46: revenue is "12.345" but must be a number with at most 2 decimals in 万元. Correct the cell, e.g. 12.35.',
    ],
    [
      'a number too long',
      row((cells) => (cells[6] = '12345678901234567.00')),
      'data/industry-revenue.csv:5:46: revenue is "12345678901234567.00" but must be a number of at most 16 digits before the point in 万元. Correct the cell, e.g. 12300.00.',
    ],
    [
      'a date as a spreadsheet writes it',
      row((cells) => (cells[0] = '2026/9/1')),
      'data/industry-revenue.csv:5:1: month is "2026/9/1" but must be a day of the calendar written like 2026-10-31. Add "dates" to "forms" in the contract, or correct the cell, e.g. 2026-09-01.',
    ],
    [
      'a day that does not exist',
      row((cells) => (cells[0] = '2026-02-30')),
      'data/industry-revenue.csv:5:1: month is "2026-02-30" but must be a day of the calendar written like 2026-10-31. Correct the cell, e.g. 2026-10-01.',
    ],
    [
      'a year that no calendar has',
      row((cells) => (cells[0] = '0000-05-01')),
      'data/industry-revenue.csv:5:1: month is "0000-05-01" but must be a day of the calendar written like 2026-10-31. Correct the cell, e.g. 2026-10-01.',
    ],
    [
      'a month that is not written as its first day',
      row((cells) => (cells[0] = '2026-09-30')),
      'data/industry-revenue.csv:5:1: month is "2026-09-30" but a month is written as its first day. Write 2026-09-01.',
    ],
    [
      'a month after the last that the figures cover',
      row((cells) => (cells[0] = '2026-11-01')),
      'data/industry-revenue.csv:5:1: month is "2026-11-01", but the figures of this file cover the days up to 2026-10-31. Correct the date, or, if all later figures are complete, write a later "reportedThrough" in the contract.',
    ],
    [
      'an empty cell that must be given',
      row((cells) => (cells[2] = '')),
      'data/industry-revenue.csv:5:20: industry is empty but must be given. Fill in the cell, or remove the row.',
    ],
    [
      'a value that is not allowed',
      row((cells) => (cells[2] = '集成电络')),
      'data/industry-revenue.csv:5:20: industry is "集成电络", which is not among its values. Did you mean "集成电路"?',
    ],
    [
      'a number below the least',
      row((cells) => (cells[6] = '-5')),
      'data/industry-revenue.csv:5:46: revenue is "-5" but must be at least 0 万元. Correct the cell.',
    ],
    [
      'a blank that would make another enterprise of the same one',
      row((cells) => (cells[1] = 'E900009　')),
      'data/industry-revenue.csv:5:12: enterprise is "E900009　": it begins or ends with a blank. Write "E900009".',
    ],
  ];
  test.each(cases)('%s', async (_, bad, told) => {
    expect(await checkRevenue(revenueWith({ 5: bad }))).toEqual([told]);
  });

  test('the same key twice, by both lines', async () => {
    const again = revenueRows[1]!.replace(/[\d.]+$/, '7.00');
    expect(await checkRevenue(lines(revenueHeader, ...revenueRows, again))).toEqual([
      'data/industry-revenue.csv:122:1: month and enterprise (2026-01-01, E900002) are already in line 3. Keep one of the two rows and remove the other.',
    ]);
  });

  test('every bad cell of a row, and every bad row of every file, in one go', async () => {
    const { told, code } = await check({
      'industry-revenue.csv': revenueWith({
        3: ',,集成,芯片设计,综合保税区,high-tech,x',
        9: good.replace('1.00', ''),
      }),
      'patents.csv': lines(
        'application_number,filed,applicant,route,kind,ipc,industry,status',
        'P1,2026-01-01,a,pct,invention,,其他,filed',
      ),
      'incubation.csv': null,
    });
    expect(code).toBe(1);
    expect(told.map((line) => line.replace(/: .*/, ''))).toEqual([
      'data/incubation.csv',
      'data/patents.csv',
      'data/industry-revenue.csv:3:1',
      'data/industry-revenue.csv:3:2',
      'data/industry-revenue.csv:3:3',
      'data/industry-revenue.csv:3:27',
      'data/industry-revenue.csv:9:46',
      'data/patents.csv:2:17',
    ]);
  });

  test('the line is the physical one, also after line breaks in quotation marks, empty lines and CR LF', async () => {
    const header = 'application_number,filed,applicant,route,kind,ipc,industry,status';
    const told = async (end: string) => {
      const text = [
        header,
        'P1,2026-01-01,"line one',
        'line ""two""",PCT,invention,,其他,filed',
        '',
        'P2,2026-01-01,"a',
        'b",PCT,invention,"',
        '",其他,nonsense',
        '',
      ].join(end);
      return (await check({ 'patents.csv': text })).told;
    };
    for (const end of ['\n', '\r\n']) {
      expect(await told(end)).toEqual([
        'data/patents.csv:6:18: ipc is "\\n": it begins or ends with a blank. Leave the cell empty, or fill it in.'.replace(
          '\\n',
          JSON.stringify(end).slice(1, -1),
        ),
        'data/patents.csv:7:6: status is "nonsense", which is not among its values. Use one of: filed, published, granted, withdrawn.',
      ]);
    }
  });

  test('the line is right in a file so long that the engine reads it in several places at once', async () => {
    const long = (change: (row: string, index: number) => string): string => {
      const rows = Array.from({ length: 250_000 }, (_, i) => {
        const month = `2026-${String((i % 10) + 1).padStart(2, '0')}-01`;
        return change(`${month},E${100_000 + i},集成电路,芯片设计,综合保税区,high-tech,1.00`, i);
      });
      return lines(revenueHeader, rows.join('\n'));
    };
    const marked = long((line, i) => (i === 200_000 || i === 249_999 ? line.replace('high', 'low') : line));
    expect((await checkRevenue(marked)).map((line) => line.replace(/:36: .*/, ''))).toEqual([
      'data/industry-revenue.csv:200002',
      'data/industry-revenue.csv:250001',
    ]);
    const broken = long((line, i) => (i % 2 === 1 ? line.replace(/,E(\d+)/, ',"E\n$1"') : line));
    const mended = broken.replace(/,1\.00\n$/, ',x\n');
    expect((await checkRevenue(mended)).map((line) => line.replace(/: .*/, ''))).toEqual([
      `data/industry-revenue.csv:${250_001 + 125_000}:35`,
    ]);
  });

  test('of more than twenty cells with one fault the first twenty and the total are told', async () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      good.replace('E900009', `E8${10000 + i}`).replace('1.00', '1,00'),
    );
    const quoted = many.map((line) => line.replace(/1,00$/, '"1,00"'));
    const told = await checkRevenue(lines(revenueHeader, ...revenueRows, ...quoted));
    expect(told).toHaveLength(21);
    expect(told[19]).toMatch(/^data\/industry-revenue\.csv:141:46: /);
    expect(told[20]).toMatch(
      /^data\/industry-revenue\.csv: 500 cells of revenue with this fault in all; the first 20 are listed\./,
    );
  });
});

describe('a file whose rows cannot be told apart is a problem of its own', () => {
  test('rows with too few and too many cells', async () => {
    expect(
      await checkRevenue(revenueWith({ 4: good.slice(0, -5), 6: good.replace('1.00', '12,300.00') })),
    ).toEqual([
      'data/industry-revenue.csv:4:1: This row has 6 cells, but the header has 7. Add the missing cells; an empty cell still needs its comma.',
      'data/industry-revenue.csv:6:49: This row has 8 cells, but the header has 7. Write numbers without commas (12300, not 12,300), and put a text that contains a comma in quotation marks: "a, b".',
    ]);
  });

  test('a comma at the end of a row is a cell too many, though engines take it', async () => {
    expect(await checkRevenue(revenueWith({ 4: `${good},` }))).toEqual([
      expect.stringMatching(/^data\/industry-revenue\.csv:4:51: This row has 8 cells/),
    ]);
  });

  test('a quotation mark inside a cell', async () => {
    expect(await checkRevenue(revenueWith({ 4: good.replace('综合', '综"合') }))).toEqual([
      expect.stringMatching(/^data\/industry-revenue\.csv:4:31: There is a quotation mark inside a cell/),
    ]);
  });

  test('a quotation mark that is never closed, even where rejects are allowed', async () => {
    const source = await writeSource(join(folder, 'torn'), {
      'industry-revenue.csv': revenueWith({ 20: good.replace('综合', '"综合') }),
    });
    const { code, told } = await run(
      'publish',
      source,
      '--out',
      join(folder, 'never'),
      '--max-rejects',
      '100',
    );
    expect(code).toBe(1);
    expect(told).toEqual([
      expect.stringMatching(/^data\/industry-revenue\.csv: A wrong quotation mark spans several lines/),
      expect.stringMatching(
        /^data\/industry-revenue\.csv:20:30: A quotation mark opens here and is never closed/,
      ),
    ]);
  });
});

describe('a file that is no such CSV at all', () => {
  const cases: readonly (readonly [name: string, file: string | Uint8Array | null, told: RegExp])[] = [
    [
      'a missing one',
      null,
      /revenue\.csv: There is no such file or folder\. Put it there, or correct the name\.$/,
    ],
    ['an empty one', '', /revenue\.csv: The file is empty\./],
    ['a header without rows', lines(revenueHeader), /revenue\.csv: The file has no rows below the header\./],
    [
      'an Excel workbook',
      new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]),
      /This is an Excel workbook with the name of a CSV file\./,
    ],
    ['an old Excel workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), /This is an Excel workbook/],
    [
      'UTF-16 of another table',
      Buffer.from('\ufeffmonth;who\n', 'utf16le'),
      /revenue\.csv:1:1: The cells of this file are separated by semicolons/,
    ],
    [
      'UTF-8 with a character cut off at the end',
      new Uint8Array([...Buffer.from(`${revenueHeader}\n${'集成电路'.repeat(3)}`)].slice(0, -1)),
      /revenue\.csv:2:12: The bytes here are not a character of UTF-8\./,
    ],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0]), /This is not a text file\./],
    [
      'semicolons',
      lines(revenueHeader, ...revenueRows).replaceAll(',', ';'),
      /revenue\.csv:1:1: The cells of this file are separated by semicolons/,
    ],
    [
      'a faulty header',
      lines('month,"enterprise"x,industry'),
      /revenue\.csv:1:19: A quotation mark closes the cell/,
    ],
  ];
  test.each(cases)('%s', async (_, file, told) => {
    expect(await checkRevenue(file)).toEqual([expect.stringMatching(told)]);
  });

  test('another encoding than its contract declares', async () => {
    const contract = await contractWith('industry-revenue', { encoding: 'utf-8' });
    const tell = async (file: Uint8Array) =>
      (await check({ 'industry-revenue.json': contract, 'industry-revenue.csv': file })).told;
    const gbk = new Uint8Array([...Buffer.from(`${revenueHeader}\n2026-09-01,E9,`), 0xbc, 0xaf, 0x0a]);
    expect(await tell(gbk)).toEqual([
      expect.stringMatching(/csv:2:15: This is not UTF-8.*correct the encoding.*"gb18030"/),
    ]);
    expect(await tell(new Uint8Array([0xff, 0xfe, 0x6d, 0]))).toEqual([
      expect.stringMatching(/revenue\.csv: This is UTF-16 \("Unicode text"\), not UTF-8\./),
    ]);
  });

  test('a folder in the place of a file', async () => {
    const { told } = await check({ 'industry-revenue.csv': null, 'industry-revenue.csv/x': '' });
    expect(told).toEqual([expect.stringMatching(/revenue\.csv: This is a folder, not a file\./)]);
  });
});

test('a byte order mark, columns in another order, quotation marks and mixed line ends are all right', async () => {
  const swapped = [revenueHeader, ...revenueRows].map((line) => {
    const [month, ...rest] = line.split(',');
    return `"${rest.at(-1)!}",${rest.slice(0, -1).join(',')},${month!}`;
  });
  const text = `\uFEFF${swapped.map((line, i) => line + (i % 3 === 0 ? '\r\n' : '\n')).join('')}\n\n`;
  const { code, told, printed } = await check({ 'industry-revenue.csv': text });
  expect([code, told]).toEqual([0, []]);
  expect(printed).toContain('120 of 120 rows kept');
  expect(await checkRevenue(`\uFEFF${lines(revenueHeader, ...revenueRows)}`)).toEqual([]);
});

test('a path that an engine would take for a pattern is just a path', async () => {
  const source = await writeSource(join(folder, 'a[b]{c}'));
  expect((await run('check', source)).problems).toEqual([]);
});

describe('what the figures promise beyond each row', () => {
  test('a month with too few enterprises cannot be published, and is named', async () => {
    const text = lines(
      revenueHeader,
      ...revenueRows
        .filter((line) => !/2026-10-01,E9[012]000[34]/.test(line))
        .filter((line) => !/10-01,E9[12]/.test(line)),
    );
    expect(await checkRevenue(text)).toEqual([
      'data/industry-revenue.csv: All rows of 2026-10 together have fewer than 3 contributors, or one with more than 85 % of the total: not even their sum may be published. Leave this month out until more is reported, or publish industry-revenue by longer periods.',
    ]);
  });

  test('a merge across what a goal selects is told with the goal and the cells, and no figure', async () => {
    const text = lines(
      revenueHeader,
      ...revenueRows.filter((line) => !line.includes('2026-10-01,E90')),
      '2026-10-01,E900001,集成电路,芯片设计,综合保税区,high-tech,50.00',
      ...[1, 2, 3, 4].map((n) => `2026-10-01,E94000${n},其他,现代物流,综合保税区,high-tech,10.00`),
    );
    const { code, told, notes } = await check({ 'industry-revenue.csv': text });
    expect([code, told]).toEqual([0, []]);
    const note = notes.find((one) => one.includes('merged'));
    expect(note).toMatch(
      /^plan\.json:\d+:\d+ \$\.goals\[0\]: The goal leading-industries-revenue is published without a figure/,
    );
    expect(note).toContain('(2026-10-01 / * / * / *)');
    expect(note).toContain('put industry first among the "dimensions"');
  });
});
