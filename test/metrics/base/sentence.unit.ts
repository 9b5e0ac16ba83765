import { inTurn, listed, oneOfThese, printSentence, say } from '@zj/metrics/internal';
import { describe, expect, test } from 'vitest';

describe('a sentence', () => {
  test('is its English text with gaps, and what stands in them', () => {
    expect(say`${'target'} must be above ${0}.`).toEqual({
      text: '{0} must be above {1}.',
      parameters: ['target', 0],
    });
  });

  test('is told in English where no language is named, or the language lacks it', () => {
    const sentence = say`${'target'} must be above ${0}.`;
    expect(printSentence(sentence)).toBe('target must be above 0.');
    expect(printSentence(sentence, { 'Another.': '其他。' })).toBe('target must be above 0.');
  });

  test('is told with its gaps in the order of the language, as often as it has them', () => {
    const told = { '{0} has no column {1}.': '列 {1} 不在 {0} 中：没有 {1}。' };
    expect(printSentence(say`${'a'} has no column ${'b'}.`, told)).toBe('列 b 不在 a 中：没有 b。');
  });

  test('keeps the braces that are no gap', () => {
    const sentence = say`Write { "${'last'}": ${'"stock"'} }, {}, {a} or {9}.`;
    expect(printSentence(sentence)).toBe('Write { "last": "stock" }, {}, {a} or {9}.');
  });

  test('never looks for gaps in a parameter', () => {
    expect(printSentence(say`${'{1}'} and ${'{0}'}`)).toBe('{1} and {0}');
    expect(printSentence(say`${say`a ${'{1}'}`} and ${'$&'}`)).toBe('a {1} and $&');
    expect(printSentence(say`${'{0}'}`, { '{0}': '{0}{0}' })).toBe('{0}{0}');
  });

  test('takes the sentences inside it along into the language', () => {
    const told = { 'a list': '列表', 'This must be {0}, but is {1}.': '此处应为{0}，实际为 {1}。' };
    expect(printSentence(say`This must be ${say`a list`}, but is ${1}.`, told)).toBe(
      '此处应为列表，实际为 1。',
    );
  });

  test('finds no translation in what a page puts on every object', () => {
    const polluted = Object.create({ 'Yes.': 'hacked' }) as Readonly<Record<string, string>>;
    expect(printSentence(say`Yes.`, polluted)).toBe('Yes.');
    for (const text of ['constructor', 'toString', '__proto__'])
      expect(printSentence({ text, parameters: [] }, {})).toBe(text);
  });

  test('is plain data: a copy by JSON or by the structured clone says the same', () => {
    const sentence = say`${listed(['a', 'b', 'c'])} or ${say`nothing ${1}`}`;
    for (const copy of [structuredClone(sentence), JSON.parse(JSON.stringify(sentence)) as typeof sentence]) {
      expect(copy).toEqual(sentence);
      expect(printSentence(copy)).toBe('a, b, c or nothing 1');
    }
  });
});

test('names are told one after the other, as a choice, and sentences in turn', () => {
  const print = (names: readonly string[]): readonly string[] =>
    [listed(names), oneOfThese(names)].map((all) => printSentence(say`${all}`));
  expect(print([])).toEqual(['', '']);
  expect(print(['day'])).toEqual(['day', 'day']);
  expect(print(['day', 'month', 'year'])).toEqual(['day, month, year', 'day, month or year']);
  expect(printSentence(inTurn([]))).toBe('');
  expect(printSentence(inTurn([say`One.`, say`Two.`, say`Three.`]))).toBe('One. Two. Three.');
});
