import { describe, expect, test } from 'vitest';
import { parseJson } from '@zj/metrics';
import { worked } from '../../work.js';

const problemOf = (text: string) => parseJson(text, { file: 'plan.json' }).problems[0];

test('JSON is read with and without a byte order mark', () => {
  expect(parseJson('{"a": [1, null]}')).toEqual({ value: { a: [1, null] }, problems: [] });
  expect(parseJson('\uFEFF{"a": 1}')).toEqual({ value: { a: 1 }, problems: [] });
});

test('the example of the docstring gives what it says', () => {
  expect(problemOf('{"version": 1,}')?.where).toBe('plan.json:1:15');
});

test.each([
  ['a trailing comma', '{\n  "a": 1,\n}', '3:1', /comma before/],
  ['a comma before a line that ends as on an old Mac', '[1,\r]', '2:1', /comma before/],
  ['a missing comma', '{"a": 1\r\n "b": 2}', '2:2', /comma between/],
  ['a missing colon', '{"a" 1}', '1:6', /colon/],
  ['a single quote', "{'a': 1}", '1:2', /double quotes/],
  ['a comment', '{\n  // why\n}', '2:3', /comment/],
  ['full-width punctuation', '{"a": 1，"b": 2}', '1:8', /full-width/],
  ['Chinese quotes', '{“a”: 1}', '1:2', /full-width/],
  ['a misspelt word', '{"a": nul}', '1:7', /value/],
  ['a number that begins with 0', '{"a": 01}', '1:7', /value/],
  ['a quote that is not closed', '{"a": "b\n}', '1:9', /double quote/],
  ['a tab inside a text', '{"a": "b\tc"}', '1:9', /\\t/],
  ['an unknown escape', '{"a": "C:\\data"}', '1:10', /two backslashes/],
  ['a bracket of the wrong kind', '[1}', '1:3', /\[ its \]/],
  ['a bracket that is not closed', '{"a": [1, 2', '1:12', /Close it with \]/],
  ['something after the end', '{}\n{}', '2:1', /after|follows/],
  ['nothing at all', '  \n', '2:1', /Write JSON/],
])('%s is found at its line and column, with a remedy', (_, text, place, remedy) => {
  const problem = problemOf(text);
  expect(problem).toMatchObject({ code: 'syntax', where: `plan.json:${place}` });
  expect(problem?.remedy).toMatch(remedy);
});

test('a column is a character: neither a byte nor half a surrogate pair, and the byte order mark is none', () => {
  expect(problemOf('\uFEFF{"张江😀": nul}')?.where).toBe('plan.json:1:9');
});

test('without a file the place stands alone', () => {
  expect(parseJson('[1,]').problems[0]?.where).toBe('1:4');
});

test('whatever the engine refuses has a place, and nothing is thrown', () => {
  const valid = '{"a": [1, -2.5e3, "x\\u00e9\\n", true, {"b": null, "c": {}}], "d": []}';
  for (let at = 0; at < valid.length; at++) {
    for (const text of [
      valid.slice(0, at),
      `${valid.slice(0, at)}?${valid.slice(at)}`,
      valid.slice(0, at) + valid.slice(at + 1),
    ]) {
      const { value, problems } = parseJson(text);
      if (value === undefined) {
        const [line, column] = problems[0]!.where.split(':').map(Number);
        expect(line).toBe(1);
        // An error never stands inside the correct part: at the earliest at the start of the word or text that was cut.
        expect(column).toBeGreaterThan(at - 12);
        expect(column).toBeLessThanOrEqual(text.length + 1);
      } else expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
  }
});

test('two hundred thousand open brackets are a problem, not an exception', () => {
  expect(problemOf('['.repeat(200_000))?.where).toBe('plan.json:1:200001');
  expect(parseJson('['.repeat(200_000) + ']'.repeat(200_000)).problems).toEqual([]);
});

describe('a key that an object has twice', () => {
  const places = (text: string) => parseJson(text, { file: 'plan.json' }).problems.map(({ where }) => where);

  test('is found at its second place, every one of them, and gives no value', () => {
    const text =
      '{"target": 6000,\n "😀": "a\\"b,{", "target": 1,\r\n\t"b": [{"c": 1, "c": 2}], "target": 2}';
    const { value, problems } = parseJson(text, { file: 'plan.json' });
    expect(value).toBeUndefined();
    expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'duplicate-key plan.json:2:17',
      'duplicate-key plan.json:3:17',
      'duplicate-key plan.json:3:27',
    ]);
    expect(problems[0]!.message).toContain('"target"');
  });

  test('is the same key however it is written', () => {
    expect(places('{"a": 1, "\\u0061": 2}')).toEqual(['plan.json:1:10']);
    expect(places('{"": 1, "": 2}')).toEqual(['plan.json:1:9']);
    expect(places('{"__proto__": 1, "__proto__": 2}')).toEqual(['plan.json:1:18']);
  });

  test('is none in another object, in a value or in a list', () => {
    const text =
      '{"a": {"a": "a"}, "b": ["a", "a", {"a": 1}, {"a": 1}], "constructor": 1, "__proto__": {"a": 1}}';
    expect(parseJson(text)).toEqual({ value: JSON.parse(text) as unknown, problems: [] });
  });

  test('is found in a time that grows with the text, and told a hundred times at most', () => {
    const began = worked();
    expect(places(`{${'"a":1,'.repeat(300_000)}"a":1}`)).toHaveLength(101);
    expect(places(`[${'{"a":1},'.repeat(300_000)}0]`)).toEqual([]);
    // With the square of the text it would be a minute.
    expect(worked() - began).toBeLessThan(20_000);
  });
});
