import { expect, test } from 'vitest';
import { filterHtml } from '../../../packages/widgets/src/print.js';

test('a filter without scripts is links to the states that were rendered, under its own words', () => {
  const states = [
    { label: '全部', href: './', current: true },
    { label: '集成电路 & <生物医药>', href: './a.html?x=1&y=2' },
  ];
  expect(filterHtml(states, { locale: 'zh-CN' })).toBe(
    '<fieldset lang="zh-CN" dir="ltr"><legend>筛选</legend><ul><li><a href="./" aria-current="page"><strong>全部</strong></a></li>' +
      '<li><a href="./a.html?x=1&#38;y=2">集成电路 &#38; &#60;生物医药&#62;</a></li></ul></fieldset>',
  );
  expect(filterHtml([], { locale: 'en', label: 'Choose' })).toContain('<legend>Choose</legend>');
});

test('an address that runs a script is refused', () => {
  for (const href of ['javascript:alert(1)', ' JavaScript:x', 'data:text/html,x'])
    expect(() => filterHtml([{ label: 'x', href }], { locale: 'en' })).toThrow('no address of a page');
});
