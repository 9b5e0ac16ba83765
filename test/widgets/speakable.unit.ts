import { expect, test } from 'vitest';
import { speakable } from '../../packages/widgets/src/element/speakable.js';

test.each([
  ['完成83.9%', 'zh-CN', '完成83.9%'],
  ['5,036 / 6,000亿元', 'zh-CN', '5036，6000亿元'],
  ['1,234,567家', 'zh-CN', '1234567家'],
  ['预计全年5,910–5,978亿元', 'zh-CN', '预计全年5910至5978亿元'],
  ['同比−3.2%', 'zh-CN', '同比负3.2%'],
  ['实际 —，目标 100件', 'zh-CN', '实际 ，目标 100件'],
  ['between 75%–83%', 'en', 'between 75% to 83%'],
  ['down −3.2%', 'en', 'down minus 3.2%'],
  ['Demo data · to October', 'en', 'Demo data. to October'],
  ['▲+8.8%', 'en', '+8.8%'],
])('“%s” is said in %s as “%s”', (written, locale, said) => {
  expect(speakable(written, locale)).toBe(said);
});
