import { expect, test } from 'vitest';
import { formatProblem } from '../../../../packages/metrics/src/base/problem.js';
import { readCsv } from '../../../../packages/metrics/src/dataset/read/csv.js';
import { revenue } from '../contracts.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !bigEndian);
  return new Uint8Array(view.buffer);
};
/** 月份,行业 / 2026-09-01,集成电路 / ２０２６年,1 in GBK: no platform encodes it. */
const gbk = Uint8Array.from(
  Buffer.from(
    'd4c2b7dd2cd0d0d2b50d0a323032362d30392d30312cbcafb3c9b5e7c2b70d0aa3b2a3b0a3b2a3b6c4ea2c310d0a',
    'hex',
  ),
);

const read = (bytes: Uint8Array, contract = revenue) => readCsv(bytes, { name: 'a.csv', contract });
const told = async (bytes: Uint8Array, contract = revenue) =>
  (await read(bytes, contract)).problems.map(formatProblem);

test('cells are texts, empty ones are none, and each knows its line and character', async () => {
  const { table } = await read(
    utf8('月份,行业,金额\n2026-09-01,"集成,电路",\r\n\n"","多\n行","say ""hi"""\n'),
  );
  expect(table!.header).toEqual([
    { name: '月份', place: 'a.csv:1:1' },
    { name: '行业', place: 'a.csv:1:4' },
    { name: '金额', place: 'a.csv:1:7' },
  ]);
  expect(table!.columns).toEqual([
    ['2026-09-01', null],
    ['集成,电路', '多\n行'],
    [null, 'say "hi"'],
  ]);
  expect([table!.placeOf(0, 1), table!.placeOf(1, 1), table!.placeOf(1, 2)]).toEqual([
    'a.csv:2:12',
    'a.csv:4:4',
    'a.csv:5:4',
  ]);
});

test('rows that are none are rejected with their text, and all that was read is counted', async () => {
  const { table } = await read(utf8('a,b\n1,2\n1,2,3\n1\n1,x"y"\n3,4\n'));
  expect(table!.rowCount).toBe(2);
  expect(table!.rejects.map(({ place, text, problem }) => [place, text, problem.code])).toEqual([
    ['a.csv:3:5', '1,2,3', 'too-many-cells'],
    ['a.csv:4:1', '1', 'too-few-cells'],
    ['a.csv:5:4', '1,x"y"', 'stray-quote'],
  ]);
});

test('a faulty quotation mark over several lines refuses the file: which rows it has cannot be told', async () => {
  expect((await read(utf8('a,b\n1,"x\ny"z\n2,3\n'))).problems.map(({ code }) => code)).toEqual([
    'text-after-quote',
    'torn-rows',
  ]);
});

test('UTF-8, UTF-16 and GB 18030 give the same table; only the guess is told', async () => {
  const text = '月份,行业\n2026-09-01,集成电路\n２０２６年,1\n';
  const whole = (await read(utf8(text))).table!;
  const files = [utf8(`\uFEFF${text}`), utf16(`\uFEFF${text}`, false), utf16(`\uFEFF${text}`, true)];
  const marked = await Promise.all(files.map(async (bytes) => (await read(bytes)).table!));
  for (const table of [...marked, (await read(gbk)).table!]) {
    expect(table.columns).toEqual(whole.columns);
    expect(table.header).toEqual(whole.header);
    expect(table.placeOf(1, 1)).toBe('a.csv:3:7');
  }
  expect(marked.flatMap(({ notes }) => notes)).toEqual([]);
  expect((await read(gbk)).table!.notes.map(({ code }) => code)).toEqual(['guessed-encoding']);
});

test('an encoding that is declared is no guess, and one that the file belies is refused', async () => {
  expect((await read(gbk, { ...revenue, encoding: 'gb18030' })).table!.notes).toEqual([]);
  expect((await read(utf16('a,b\n1,2\n', false), { ...revenue, encoding: 'utf-16' })).table!.columns).toEqual(
    [['1'], ['2']],
  );
  expect((await told(gbk, { ...revenue, encoding: 'utf-8' }))[0]).toMatch(
    /^a\.csv:1:1: The bytes here are not a character of UTF-8/,
  );
  expect((await read(utf8('\uFEFFa\n1\n'), { ...revenue, encoding: 'gb18030' })).problems[0]!.code).toBe(
    'wrong-encoding',
  );
});

test('a text that stops being one is told where, in the encoding that carries it furthest', async () => {
  const broken = utf8('行业\n集成电路\n集成电路\n集成电路\n');
  broken[broken.length - 3] = 0xff;
  expect((await told(broken))[0]).toMatch(/^a\.csv:4:4: The bytes here are not a character of UTF-8/);
  const cut = gbk.slice();
  cut[cut.length - 4] = 0xff;
  expect((await told(cut))[0]).toMatch(/^a\.csv:3:6: The bytes here are not a character of GB 18030/);
});

test('UTF-8 with one damaged character is never taken for another encoding, though it were right in it', async () => {
  const text = utf8(`${'月份,行业\n'.repeat(50)}a`);
  const gb18030 = new TextDecoder('gb18030', { fatal: true });
  const isRight = (bytes: Uint8Array) => {
    try {
      return gb18030.decode(bytes) !== '';
    } catch {
      return false;
    }
  };
  let right = 0;
  for (let value = 0x80; value < 0xff; value++) {
    const broken = text.slice();
    broken[0] = value;
    const { table } = await read(broken);
    if (isRight(broken)) right++;
    if (table) expect(table.notes).toEqual([]);
  }
  expect(right).toBeGreaterThan(0);
});

test('a long file is decoded across the ends of its pieces', async () => {
  const line = '2026-09-01,集成电路\n';
  const { table } = await read(utf16(`\uFEFF月份,行业\n${line.repeat(120_000)}`, false));
  expect(table!.rowCount).toBe(120_000);
  expect(new Set(table!.columns[1])).toEqual(new Set(['集成电路']));
});

test('no text, and nothing at all, are problems', async () => {
  expect((await read(Uint8Array.of(97, 0, 98))).problems[0]!.code).toBe('not-text');
  expect((await read(utf8('\uFEFF'))).problems[0]!.code).toBe('empty');
  expect((await read(utf8('\n\n'))).problems[0]!.code).toBe('empty');
});

test('a long file is read in slices: others have their turn, and are told how far it is', async () => {
  const bytes = utf8(`a,b\n${'2026-09-01,集成电路\n'.repeat(100_000)}`);
  const shares: number[] = [];
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const { table } = await readCsv(bytes, { name: 'a.csv', onProgress: (share) => shares.push(share) });
  clearInterval(timer);
  expect(table!.rowCount).toBe(100_000);
  expect(turns).toBeGreaterThan(3);
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect([shares[0]! >= 0, shares.at(-1)! <= 1]).toEqual([true, true]);
});

test.each([
  ['sep=,\r\nk,day,v\r\na,2025-01-01,5\r\n', ','],
  ['sep=;\r\nk;day;v\r\na;2025-01-01;5\r\n', ';'],
  ['SEP=;\nk;day;v\n"a";2025-01-01;5', ';'],
  ['"sep=;"\nk;day;v\na;2025-01-01;5\n', ';'],
  ['sep=\t\nk\tday\tv\na\t2025-01-01\t5\n', '\t'],
  ['\uFEFFsep=|\nk|day|v\na|2025-01-01|5\n', '|'],
])(
  'the line by which Excel is told the separator is no header, and a note says so: %j',
  async (text, separator) => {
    const { table, problems } = await read(utf8(text));
    expect(problems).toEqual([]);
    expect(table!.columns).toEqual([['a'], ['2025-01-01'], ['5']]);
    expect(table!.notes.map(({ code, where }) => [code, where])).toEqual([['separator-line', 'a.csv:1:1']]);
    expect(table!.notes[0]!.message).toContain(JSON.stringify(separator));
    expect(table!.placeOf(0, 1)).toBe(text.includes('"a"') ? 'a.csv:3:5' : 'a.csv:3:3');
  },
);

test('the cells below such a line are split by its separator alone, and a remedy names it', async () => {
  const { table } = await read(utf8('sep=;\na;b\n1,5;"x;y"\n1;2;3\n1\n'));
  expect(table!.columns).toEqual([['1,5'], ['x;y']]);
  expect(table!.rejects.map(({ place, problem: { code, remedy } }) => [place, code, remedy])).toEqual([
    ['a.csv:4:5', 'too-many-cells', 'Put a text that contains ";" in quotation marks.'],
    ['a.csv:5:1', 'too-few-cells', 'Add the missing cells; an empty cell still needs its ";".'],
  ]);
});

test('a separator that would part the cells themselves is refused, and a header that only begins so is one', async () => {
  expect((await read(utf8('sep=a\n1a2\n'))).problems).toMatchObject([
    { code: 'wrong-separator', where: 'a.csv:1:1' },
  ]);
  expect((await read(utf8('sep=,\r\n'))).problems.map(({ code }) => code)).toEqual(['empty']);
  expect((await read(utf8('sep=,day\n1,2\n'))).table!.header.map(({ name }) => name)).toEqual([
    'sep=',
    'day',
  ]);
});

test('a NUL byte is told at its place; a text of two bytes a character has other remedies', async () => {
  expect(
    (await read(utf8('月份,行业\n2026-09-01,集成\0电路,,,,,,,,,,,,,,,,,,,,,,,,\n'))).problems,
  ).toMatchObject([
    { code: 'not-text', where: 'a.csv:2:14', remedy: expect.stringMatching(/^Remove it/) as string },
  ]);
  expect((await read(utf16('month,revenue\n2026-09-01,1\n', false))).problems).toMatchObject([
    { code: 'not-text', where: 'a.csv', remedy: expect.stringContaining('utf-16') as string },
  ]);
});
