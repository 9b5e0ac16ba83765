import { expect, test } from 'vitest';
import { zhCN } from '@zj/metrics/zh-CN';
import { foreign, textsIn, textsOf, unlike, untold } from '../../sentences.js';

const texts = textsOf('packages/metrics/src');

test('every sentence of the SDK has a Chinese text', () => {
  expect(untold(texts, zhCN)).toEqual([]);
});

test('every Chinese text is that of a sentence', () => {
  expect(Object.keys(zhCN).filter((text) => !texts.has(text))).toEqual([]);
});

test('a Chinese text has the parameters of the English one', () => {
  expect(unlike(zhCN)).toEqual([]);
});

test('a Chinese text is Chinese', () => {
  expect(foreign(zhCN)).toEqual([]);
});

test('a sentence without a text, a lost parameter and a text that is not Chinese are found', () => {
  const said = 'const a = say`The ${noun} is ${b ? say`no ${c}` : 1}.`;';
  expect(textsIn(said)).toEqual(['The {0} is {1}.', 'no {0}']);
  const known = new Map(textsIn(said).map((text) => [text, 'a.ts']));
  const told = { 'The {0} is {1}.': '{0} 为 {0}。' };
  expect(untold(known, told)).toEqual([['no {0}', 'a.ts']]);
  expect(unlike(told)).toEqual(Object.entries(told));
  expect(foreign({ ...told, 'not here': '{0} nowhere' })).toEqual([['not here', '{0} nowhere']]);
});
