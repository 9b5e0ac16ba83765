import { afterEach, expect, test, vi } from 'vitest';
import { breakWords } from '../../packages/widgets/src/drawing/words.js';
import { every } from '../../stories/verdicts.js';

afterEach(() => vi.unstubAllGlobals());

/** A text as a browser may break it: a bar where a line may end. */
const told = (text: string, lang = 'zh-CN'): string =>
  breakWords(text, lang)
    .map((tree) => (typeof tree === 'string' ? tree : '|'))
    .join('');

test('a Chinese name may break between its words and nowhere in one', () => {
  expect(told('营业收入')).toBe('营业|收入');
  expect(told('企业')).toBe('企业');
  expect(told('三大先导产业营业收入')).toBe('三大|先导|产业|营业|收入');
  expect(told('单位产值能耗')).toBe('单位|产值|能耗');
  expect(told('技术和产业')).toBe('技术|和产业');
});

test('a text keeps all of its letters, in their order', () => {
  const names = Object.values(every).flatMap(({ name }) => [name.zh!, name.en!]);
  for (const text of [...names, '', ' ', '“”', '上海 PCT 专利（2026年）', '，开头', '結束。', '𠮷野家'])
    expect(told(text).replaceAll('|', '')).toBe(text);
});

test('punctuation stays with its neighbours', () => {
  for (const text of [
    every['a long name']!.name.zh!,
    '“独角兽”“隐形冠军”企业',
    '营业收入（含规模以下）、利润',
    '浦府〔2025〕42号',
    '《方案》【试行】『甲』〈乙〉',
  ]) {
    expect(told(text)).not.toMatch(/[“‘（《〔【『〈]\|/);
    expect(told(text)).not.toMatch(/\|[”’）》〕】』〉、，。]/);
    expect(told(text)).not.toMatch(/^\||\|\||\|$/);
  }
});

test('a text without Chinese stays as it is: spaces are breaks enough', () => {
  for (const text of ['Revenue of the three leading industries', 'PCT', '', '71 / 100'])
    expect(breakWords(text, 'en')).toEqual([text]);
});

test('a browser that cannot tell words apart leaves a text as it is', () => {
  vi.stubGlobal('Intl', {});
  // A language is asked for once.
  expect(breakWords('三大先导产业营业收入', 'zh-Hant-MO')).toEqual(['三大先导产业营业收入']);
});
