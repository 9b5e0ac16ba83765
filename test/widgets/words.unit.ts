import { afterEach, describe, expect, test, vi } from 'vitest';
import { breakWords, keepFigures } from '../../packages/widgets/src/drawing/words.js';
import { printMarkup } from '../../packages/widgets/src/drawing/print.js';
import type { Tree } from '../../packages/widgets/src/drawing/tree.js';
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

describe('figures in a sentence', () => {
  /** A text with its unbroken parts in brackets. */
  const kept = (text: string, units: readonly string[] = []): string =>
    keepFigures(text, units)
      .map((tree) =>
        typeof tree === 'string' ? tree : `[${printMarkup([...(tree.slice(2) as readonly Tree[])])}]`,
      )
      .join('');

  test('stay with their units', () => {
    expect(kept('累计5,036亿元，完成目标6,000亿元的83.9%。', ['亿元'])).toBe(
      '累计[5,036亿元]，完成目标[6,000亿元]的[83.9%]。',
    );
    expect(kept('5,965–6,019亿元，−37亿元', ['亿元'])).toBe('[5,965–6,019亿元]，[−37亿元]');
    expect(
      kept('500.9 billion yuan in all, 0.6 percentage points', ['billion yuan', 'percentage points']),
    ).toBe('[500.9 billion yuan] in all, [0.6 percentage points]');
    expect(kept('2026年10月为5.4%。')).toBe('[2026年][10月]为[5.4%]。');
  });

  test('and a text without a unit, or with one that would be too long for a phone, stays as it is', () => {
    expect(kept('October 2026, 12 in all')).toBe('October 2026, 12 in all');
    expect(kept('5 tonnes per square kilometre', ['tonnes per square kilometre'])).toBe(
      '5 tonnes per square kilometre',
    );
    expect(kept('5 people', ['people'])).toBe('[5 people]');
    expect(kept('5 peoples', ['people'])).toBe('5 peoples');
  });
});
