import { expect, test } from 'vitest';
import { alignTable } from '../../../../packages/metrics/src/dataset/align.js';
import { readJson, readJsonLines } from '../../../../packages/metrics/src/dataset/read/json.js';
import { column, revenue } from '../contracts.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const json = (text: string) => readJson(utf8(text), { name: 'a.json' });
const lines = (text: string) => readJsonLines(utf8(text), { name: 'a.jsonl' });

test('numbers keep the digits they are written with', async () => {
  const { table } = await json('[{"a": 12345678901234567.89, "b": 1.10, "c": -0.5e3}]');
  expect(table!.columns).toEqual([['12345678901234567.89'], ['1.10'], ['-0.5e3']]);
});

test('keys are columns in the order they appear, and a missing key is an empty cell', async () => {
  const { table } = await json(
    '{"note": [1], "rows": [ {"月份":"2026-09-01"},\n {"b":null, "月份": "", "c": true} ]}',
  );
  expect(table!.header).toEqual([
    { name: '月份', place: 'a.json:1:26' },
    { name: 'b', place: 'a.json:2:3' },
    { name: 'c', place: 'a.json:2:23' },
  ]);
  expect(table!.columns).toEqual([
    ['2026-09-01', null],
    [null, null],
    [null, 'true'],
  ]);
});

test('a cell knows its line and character, one outside the first plane before it counted once', async () => {
  const { table } = await json('[{"a":"𠮷","b":1},\r\n{"a":"x\\"}","b":2}]');
  expect([table!.placeOf(0, 1), table!.placeOf(1, 1)]).toEqual(['a.json:1:15', 'a.json:2:17']);
});

test('lines are rows; what is none is rejected at its place, and the others are read', async () => {
  const { table } = await lines('{"a":1}\n\n{"a":[1]}\r\n{"a":2,}\n7\n{"a":1,"a":2}\n{"a":3}');
  expect(table!.columns).toEqual([['1', '3']]);
  expect(table!.rejects.map(({ place, problem }) => [place, problem.code])).toEqual([
    ['a.jsonl:3:6', 'nested-value'],
    ['a.jsonl:4:8', 'syntax'],
    ['a.jsonl:5:1', 'not-a-row'],
    ['a.jsonl:6:8', 'duplicate-key'],
  ]);
  expect(table!.placeOf(1, 0)).toBe('a.jsonl:7:6');
});

test('a column that may be empty is there where no row mentions it; one that must be given is not', async () => {
  const contract = { ...revenue, columns: [...revenue.columns, column('note')] };
  const { table } = await readJson(utf8('[{"月份":"2026-09-01"}]'), { name: 'a.json', contract });
  expect(table!.header.map(({ name }) => name)).toEqual(['月份', '营业收入（万元）', '从业人员', 'note']);
  expect(table!.columns[3]).toEqual([null]);
});

test('what is no list of rows is a problem at its place', async () => {
  const told = async (text: string) => (await json(text)).problems.map(({ code, where }) => [code, where]);
  expect(await told('{"a": 1}')).toEqual([['no-rows', 'a.json']]);
  expect(await told('"x"')).toEqual([['no-rows', 'a.json']]);
  expect(await told('[{"a":1},\n{"a":1')).toEqual([['syntax', 'a.json:2:7']]);
  expect(await told('[{"a":1,"a":2}]')).toEqual([['duplicate-key', 'a.json:1:9']]);
  expect((await lines(' \n')).problems[0]!.code).toBe('empty');
  expect((await json('[]')).table!.rowCount).toBe(0);
});

test('random JSON gives what the language’s own reader gives', async () => {
  let seed = 11;
  const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  const texts = ['', 'x', 'a"b', 'c\\', '}{', '],[', '\n\u2028', '集,成'];
  for (let round = 0; round < 300; round++) {
    const rows = Array.from({ length: next(5) }, () =>
      Object.fromEntries(
        Array.from({ length: next(4) }, () => [
          texts[next(8)]!,
          [next(99), texts[next(8)]!, null, true][next(4)]!,
        ]),
      ),
    );
    const { table } = await json(JSON.stringify(rows, null, next(3)));
    const names = table!.header.map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(rows.flatMap(Object.keys)));
    for (const [i, row] of rows.entries())
      for (const [j, name] of names.entries()) {
        const value = (row as Readonly<Record<string, string | number | boolean | null>>)[name] ?? null;
        expect(table!.columns[j]![i]).toBe(value === null || value === '' ? null : String(value));
      }
  }
});

test('a key that holds nothing but objects or lists costs its column; one that holds single values, too, the row', async () => {
  const { table } = await json('[{"a":1,"tags":[1],"b":{"x":1}},{"a":[2],"tags":null,"b":3},{"a":3,"b":4}]');
  expect(table!.header.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(table!.columns).toEqual([['3'], ['4']]);
  expect(table!.rejects.map(({ place, problem }) => [place, problem.code])).toEqual([
    ['a.json:1:24', 'nested-value'],
    ['a.json:1:38', 'nested-value'],
  ]);
  expect(table!.unread!.map(({ name, problem }) => [name, problem.code, problem.where])).toEqual([
    ['tags', 'unsupported-type', 'a.json:1:16'],
  ]);
  expect(table!.notes.map(({ code }) => code)).toEqual(['unsupported-type']);
});

test('keys that a contract lists under ignore are left unread, whatever they hold', async () => {
  const contract = { ...revenue, columns: [column('a')], ignore: ['tags', 'b'] };
  const { table } = await readJson(utf8('[{"a":"x","tags":[1],"b":2}]'), { name: 'a.json', contract });
  expect([table!.header.map(({ name }) => name), table!.notes, table!.rejects]).toEqual([['a'], [], []]);
  const asked = { ...revenue, columns: [column('a'), column('tags')] };
  const read = await readJson(utf8('[{"a":"x","tags":[1]}]'), { name: 'a.json', contract: asked });
  expect(read.table!.notes).toEqual([]);
  expect(alignTable(read.table!, asked).problems).toMatchObject([
    { code: 'unsupported-type', where: 'a.json:1:18' },
  ]);
});

test('a text that holds a NUL or half of a character rejects its row, but where it is left unread', async () => {
  const text = String.raw`[{"a":"x\u0000y","b":1},{"a":"\ud83d","b":2},{"a":"\udE00\uD83D","b":3},{"a":"\uD83D\uDE00","b":4}]`;
  const { table } = await json(text);
  expect(table!.columns).toEqual([['😀'], ['4']]);
  expect(table!.rejects.map(({ place, problem }) => [place, problem.code, problem.message])).toEqual([
    ['a.json:1:7', 'not-text', 'There is a NUL byte here, which a text may not contain.'],
    ['a.json:1:30', 'not-text', 'There is half of a character here, which a text may not contain.'],
    ['a.json:1:51', 'not-text', 'There is half of a character here, which a text may not contain.'],
  ]);
  const contract = { ...revenue, ignore: ['a'] };
  const unread = await readJson(utf8(text), { name: 'a.json', contract });
  expect([unread.table!.rejects, unread.table!.rowCount]).toEqual([[], 4]);
});
