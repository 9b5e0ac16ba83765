import { expect, test } from 'vitest';
import { translations } from '../../../packages/cli/src/language.js';
import { zhCN } from '../../../packages/cli/src/translation/zh-CN.js';
import { foreign, textsOf, unlike, untold } from '../../sentences.js';

const texts = textsOf('packages/cli/src');

test('every sentence of zj has a Chinese text', () => {
  expect(untold(texts, translations.zh)).toEqual([]);
});

test('every Chinese text of zj is that of a sentence', () => {
  expect(Object.keys(zhCN).filter((text) => !texts.has(text))).toEqual([]);
});

test('a Chinese text of zj has the parameters of the English one', () => {
  expect(unlike(zhCN)).toEqual([]);
});

test('a Chinese text of zj is Chinese', () => {
  expect(foreign(zhCN)).toEqual([]);
});
