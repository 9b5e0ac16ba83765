import {
  gaugeHtml,
  gaugeShape,
  gaugeSvg,
  gaugeTables,
  printMarkup,
  addLanguage,
  type Tree,
} from '@zj/widgets';
import type { PublishedVerdict, WithheldGoal } from '@zj/metrics';
import { expect, test } from 'vitest';
import { markForeign } from '../../packages/widgets/src/element/foreign.js';
import { isVerdict, isWithheld } from '../../packages/widgets/src/goal-gauge/valid.js';
import { every, full, unicorns, withheld } from '../../stories/verdicts.js';
import { chooser, thin } from '../metrics/plan/languages.js';
import * as french from './french.js';

/** A verdict whose written texts are in one language alone; sentences are in both. */
export function inOne(verdict: PublishedVerdict, choose: () => readonly ('zh' | 'en')[]): PublishedVerdict {
  const { name, unit, qualifier, clause, source, interpretations } = verdict;
  return { ...verdict, ...thin({ name, unit, qualifier, clause, source, interpretations }, choose) };
}
const chinese = (verdict: PublishedVerdict): PublishedVerdict => inOne(verdict, () => ['zh']);
const english = (verdict: PublishedVerdict): PublishedVerdict => inOne(verdict, () => ['en']);

test('an English gauge marks the Chinese name, unit, source and clause of a plan that has no English', () => {
  const html = gaugeHtml(chinese(full), { locale: 'en' });
  expect(html).toContain('<span lang="zh-CN">三大先导产业营业收入</span></figcaption>');
  expect(html).toContain('<span>/ 600 billion <bdi lang="zh-CN">元</bdi></span>');
  expect(html).toContain('<span>Source: </span><bdi lang="zh-CN">示例数据(park/generate)</bdi>');
  expect(html).toContain('<td>“<bdi lang="zh-CN">到2026年,三大先导产业完成营业收入6000亿元</bdi>”</td>');
  expect(html).toContain('<th scope="row">Qualifier</th><td lang="zh-CN">完成</td>');
  expect(html).toContain('<th scope="row">Source</th><td lang="zh-CN">示例数据(park/generate)</td>');
  expect(html).toContain('aria-valuetext="83.9%, 503.6 billion 元 of a target of 600 billion 元"');
  expect(html).toContain('As of October 2026');
});

test('a Chinese gauge marks the English of a plan that has no Chinese, with a space before the unit', () => {
  const html = gaugeHtml(english(full), { locale: 'zh-CN' });
  expect(html).toContain('<span lang="en">Revenue of the three leading industries</span>');
  expect(html).toContain('<span>/ 6,000亿 <bdi lang="en">yuan</bdi></span>');
  expect(html).toContain('<span>来源：</span><bdi lang="en">Demo data (park/generate)</bdi>');
  expect(html).toContain('<td lang="en">complete</td>');
  expect(html).toContain('截至2026年10月');
  expect(gaugeShape(english(unicorns()), { locale: 'zh-CN' }).quantity[0].trim()).toBe('enterprises');
});

test('a gauge in a language of the plan marks nothing, and its own words stay as they are', () => {
  for (const verdict of Object.values(every)) {
    for (const locale of ['zh-CN', 'en']) {
      expect(gaugeShape(verdict, { locale }).foreign).toEqual([]);
      expect(gaugeHtml(verdict, { locale })).not.toContain('<bdi');
    }
    expect(gaugeHtml(chinese(verdict), { locale: 'zh-CN' })).toBe(gaugeHtml(verdict, { locale: 'zh-CN' }));
    expect(gaugeHtml(english(verdict), { locale: 'en' })).toBe(gaugeHtml(verdict, { locale: 'en' }));
  }
});

test('a gauge whose language is added to the page marks all that the release says', () => {
  addLanguage('fr', french);
  const html = gaugeHtml(full, { locale: 'fr' });
  expect(html).toContain('<span lang="en">Revenue of the three leading industries</span>');
  expect(html).toContain(`<p lang="en">${full.reason.en}</p>`);
});

test('a goal that is withheld has its name and the reason', () => {
  const { zh } = withheld.name as { readonly zh: string };
  const one: WithheldGoal = { ...withheld, name: { zh } };
  const html = gaugeHtml(one, { locale: 'en' });
  expect(html).toContain(`<span lang="zh-CN">${zh}</span>`);
  expect(html).toContain(withheld.reason.en);
});

test('a picture marks the lines of a name', () => {
  expect(gaugeSvg(chinese(full), { locale: 'en' })).toMatch(
    /<text [^>]*lang="zh-CN">三大先导产业营业收入<\/text>/,
  );
  expect(gaugeSvg(full, { locale: 'en' })).not.toMatch(/<text [^>]*lang=/);
});

test('in any mixture of languages nothing is empty, and only what is foreign is marked', () => {
  for (let seed = 1; seed <= 4; seed++) {
    const choose = chooser(seed);
    for (const verdict of Object.values(every).map((one) => inOne(one, choose))) {
      expect(isVerdict(verdict)).toBe(true);
      for (const [locale, other] of [
        ['zh-CN', 'en'],
        ['en', 'zh-CN'],
      ] as const) {
        const shape = gaugeShape(verdict, { locale });
        for (const words of [
          shape.name,
          shape.source[1],
          [...shape.figure, ...shape.quantity].join(''),
          shape.meter.text,
        ])
          expect(words).toMatch(/\S/);
        for (const { rows } of gaugeTables(verdict, { locale })) expect(rows.flat()).not.toContain('');
        const html = gaugeHtml(verdict, { locale });
        const [own, ...marks] = [...html.matchAll(/ lang="([^"]+)"/g)].map(([, lang]) => lang);
        expect([own, ...new Set(marks)]).toEqual(marks.length > 0 ? [locale, other] : [locale]);
        if (shape.foreign.length > 0) expect(marks).not.toEqual([]);
      }
    }
  }
});

test('marks stand on whole words: longer ones first, none inside another, none in statements', () => {
  const foreign = [
    { words: 'ha', lang: 'en' },
    { words: 'Area in ha', lang: 'en' },
    { words: '(50 %) a+b?', lang: 'en' },
  ];
  const marked = (...trees: readonly Tree[]): string => printMarkup(markForeign(trees, foreign));
  expect(marked(['p', {}, '5 ha，Shanghai'])).toBe('<p>5 <bdi lang="en">ha</bdi>，Shanghai</p>');
  expect(marked(['p', {}, '面积：Area in ha'])).toBe('<p>面积：<bdi lang="en">Area in ha</bdi></p>');
  expect(marked(['p', {}, 'Area in ha'])).toBe('<p lang="en">Area in ha</p>');
  expect(marked(['p', {}, '（(50 %) a+b?）'])).toBe('<p>（<bdi lang="en">(50 %) a+b?</bdi>）</p>');
  expect(marked(['pre', {}, 'SELECT ha'], ['svg', {}, ['text', {}, 'ha']])).toBe(
    '<pre>SELECT ha</pre><svg><text>ha</text></svg>',
  );
});

test('signs are in every language', () => {
  expect(gaugeShape({ ...full, unit: { zh: '%' } }, { locale: 'en' }).foreign).toEqual([]);
});

test('a gauge takes texts in one language, and none in no language', () => {
  for (const name of [{ zh: '名' }, { en: 'Name' }, { zh: '名', en: 'Name' }]) {
    expect(isVerdict({ ...full, name, source: name, unit: name })).toBe(true);
    expect(isVerdict({ ...full, unit: { ...name, one: 'enterprise' } })).toBe(true);
    for (const one of [1, null, {}, ['enterprise']])
      expect(isVerdict({ ...full, unit: { ...name, one } })).toBe(false);
    expect(isWithheld({ ...withheld, name })).toBe(true);
  }
  for (const name of [
    {},
    { zh: 1 },
    { zh: null, en: 'Name' },
    { zh: '名', en: 1 },
    { de: 'Name' },
    [],
    null,
    'Name',
  ]) {
    expect(isVerdict({ ...full, name })).toBe(false);
    expect(isVerdict({ ...full, unit: name })).toBe(false);
    expect(isVerdict({ ...full, qualifier: name })).toBe(false);
    expect(isWithheld({ ...withheld, name })).toBe(false);
  }
});
