import { faceOf } from '../../packages/widgets/src/locale/locale.js';
import { gaugeHtml, gaugeShape, gaugeSvg, gaugeTree, gaugeDetail, printMarkup, type Tree } from '@zj/widgets';
import { describe, expect, test } from 'vitest';
import { every, full, revenue } from '../../stories/verdicts.js';

const looks = ['arc', 'ring', 'linear', 'number'] as const;
const locales = ['zh-CN', 'en'] as const;

/** The texts of markup, in order, unescaped. */
const textsOf = (markup: string): string[] =>
  markup
    .split(/<[^>]*>/)
    .map((text) =>
      text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).trim(),
    )
    .filter(Boolean);

describe('a tree as markup', () => {
  test('is what it says, with text and attributes escaped', () => {
    const trees: Tree[] = [
      ['p', { title: '"<&>"', hidden: true, lang: false, tabindex: 0 }, 'a < b & "c"', ['b', {}, '<i>']],
    ];
    expect(printMarkup(trees)).toBe(
      '<p title="&#34;&#60;&#38;&#62;&#34;" hidden="" tabindex="0">a &#60; b &#38; &#34;c&#34;<b>&#60;i&#62;</b></p>',
    );
  });

  test('lets no text of a release out of its place', () => {
    const hostile = '"><script>alert(1)</script><p x=\'';
    const text = { zh: hostile, en: hostile };
    const verdict = { ...revenue(), name: text, source: text, sql: hostile, reason: text };
    for (const markup of [gaugeHtml(verdict, { locale: 'en' }), gaugeSvg(verdict, { locale: 'en' })]) {
      expect(markup).not.toContain('<script');
      expect(markup).not.toContain("<p x='");
      expect(textsOf(markup).join(' ')).toContain('alert(1)');
    }
  });
});

describe('static HTML', () => {
  test.each(locales)(
    'has every word of the gauge and of what stands behind it, in its order, in %s',
    (locale) => {
      for (const verdict of Object.values(every)) {
        for (const appearance of looks) {
          const shape = gaugeShape(verdict, { locale, appearance });
          const tree: readonly Tree[] = [
            ...gaugeTree(shape, { locale, look: shape.status, stale: verdict.stale }),
            ['summary', {}, faceOf(locale).why],
            ['p', {}, shape.reason],
            ...gaugeDetail(verdict, { locale }),
          ];
          const words = textsOf(gaugeHtml(verdict, { locale, appearance }));
          // The ends of the scale need a style to stand where they belong.
          const seen = printMarkup(tree).replace(/<p class="ends".*?<\/p>/, '');
          expect(words).toEqual(textsOf(seen));
          for (const word of [shape.name, shape.word, shape.reason]) expect(words).toContain(word);
        }
      }
    },
  );

  test('is a figure with a caption, a meter and a table, without class, style, id or script', () => {
    const html = gaugeHtml(full, { locale: 'zh-CN' });
    expect(html).toMatch(/^<figure lang="zh-CN" dir="ltr"/);
    expect(html).toContain('<figcaption><span>三大先导产业营业收入</span>');
    expect(html).toContain('aria-valuetext="83.9%，5,036亿元 / 目标6,000亿元"');
    expect(html).toContain('<caption>数据与算法</caption>');
    expect(html).toContain('<td>5,772亿元–6,024亿元</td>');
    expect(html).not.toMatch(/ (class|style|id|part|slot)=|<(style|script|slot)/);
  });

  test('has the drawing in its colours, as large as it is', () => {
    const html = gaugeHtml(full, { locale: 'zh-CN' });
    expect(html).toContain('<svg viewBox="-107 -107 214 164" height="164" aria-hidden="true" width="214"');
    expect(html).toMatch(/<path d="[^"]+" stroke-width="16" stroke="#[0-9a-f]+">/);
    expect(gaugeHtml(full, { locale: 'zh-CN', appearance: 'linear' })).toMatch(
      /<svg height="2.6em" aria-hidden="true" width="100%".*<rect [^>]*fill="#/,
    );
  });
});

describe('a picture', () => {
  test.each(locales)('is one SVG file with the words of the gauge, in %s', (locale) => {
    for (const verdict of Object.values(every)) {
      for (const appearance of looks) {
        const svg = gaugeSvg(verdict, { locale, appearance });
        const shape = gaugeShape(verdict, { locale, appearance });
        expect(svg).toMatch(
          /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="360" height="\d+" viewBox="0 0 360 \d+" role="img"/,
        );
        const words = textsOf(svg).join('').replaceAll(/\s/g, '');
        for (const part of [shape.name, shape.word, shape.pace, shape.outlook, shape.through, shape.source]) {
          expect(words).toContain(part.replaceAll(/\s/g, ''));
        }
        expect(svg).not.toMatch(/ (class|style|part)=|NaN|<(style|script|foreignObject)/);
      }
    }
  });

  test('breaks its lines by the width it is given', () => {
    const narrow = gaugeSvg(full, { locale: 'zh-CN', width: 240 });
    const lines = textsOf(narrow).slice(1);
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(22);
    expect(textsOf(gaugeSvg(full, { locale: 'zh-CN', width: 600 })).length).toBeLessThan(
      textsOf(narrow).length,
    );
  });
});
