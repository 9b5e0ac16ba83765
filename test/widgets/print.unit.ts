import { gaugeFace } from '../../packages/widgets/src/goal-gauge/book.js';
import { footTree } from '../../packages/widgets/src/goal-gauge/gauge-tree.js';
import { gaugeHtml, gaugeShape, gaugeSvg, gaugeTree, gaugeDetail, printMarkup, type Tree } from '@zj/widgets';
import { describe, expect, test } from 'vitest';
import type { PublishedVerdict } from '@zj/metrics';
import type { Appearance } from '@zj/widgets';
import { colours } from '../../packages/widgets/src/theme/tokens.js';
import { drawingOf, findOutside, readPicture, type Drawn } from './picture.js';
import { every, foreseen, full, revenue } from '../../stories/verdicts.js';

const looks = ['arc', 'ring', 'linear', 'number'] as const;
const locales = ['zh-CN', 'en'] as const;

/** A figure and a forecast beyond the target, and both below the beginning. */
const both = foreseen({ ...every['beyond the target']!, status: 'on-track' }, 7300);
const sunk = foreseen(every['below nothing']!, -200);

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
            ...footTree(shape),
            ['summary', {}, gaugeFace(locale).why],
            ['p', {}, shape.reason],
            ...gaugeDetail(verdict, { locale }),
          ];
          const words = textsOf(gaugeHtml(verdict, { locale, appearance }));
          const seen = printMarkup(tree)
            // The ends of the scale need a style to stand where they belong.
            .replace(/<p part="ends".*?<\/p>/, '')
            // The forecast stands there in full.
            .replace(/<span part="outlook".*?<\/span>/, '')
            // The eye is shown some words a second time.
            .replace(/<span class="brief".*?<\/span>/, '')
            .replace(/<span part="label" class="seen".*?<\/span>/, '')
            .replace(/<span class="dot">(.*?)<\/span>/, '$1');
          expect(words).toEqual(textsOf(seen));
          for (const word of [shape.name, shape.word, shape.reason]) expect(words).toContain(word);
        }
      }
    },
  );

  test('is a figure with a caption, a meter and a table, without class, style, id or script', () => {
    const html = gaugeHtml(full, { locale: 'zh-CN' });
    expect(html).toMatch(/^<figure lang="zh-CN" dir="ltr"/);
    expect(html).toContain(
      '<figcaption><small>示例数据</small> <span>三大先导产业营业收入</span></figcaption>',
    );
    expect(html).toContain('<p>预计全年99%（96–100），达标可能性约为一半（42.3%）</p>');
    expect(html).toContain(
      '<span>截至2026年10月</span> · <span><span>来源：</span>示例数据(park/generate)</span>',
    );
    expect(html).toContain('aria-valuetext="83.9%，5,036亿元 / 目标6,000亿元"');
    expect(html).toContain('<caption>数据与算法</caption>');
    expect(html).toContain('<td>5,772亿元–6,024亿元</td>');
    expect(html).not.toMatch(/ (class|style|id|part|slot)=|<(style|script|slot)/);
  });

  test('has the drawing in its colours, as large as it is', () => {
    const html = gaugeHtml(full, { locale: 'zh-CN' });
    expect(html).toContain('<svg viewBox="-88 -88 176 132" height="132" aria-hidden="true" width="176"');
    expect(html).toMatch(/<path d="[^"]+" stroke-width="14" stroke="#[0-9a-f]+">/);
    expect(gaugeHtml(full, { locale: 'zh-CN', appearance: 'linear' })).toMatch(
      /<svg height="0.875em" aria-hidden="true" width="100%".*<rect [^>]*fill="#/,
    );
    // The dashes of a goal without data are seen on white.
    expect(gaugeHtml(every['no data']!, { locale: 'zh-CN' })).toContain(
      `stroke-dasharray="4 4" stroke-linecap="butt" stroke="${colours['ink-soft'][0]}"`,
    );
  });

  test('has all that a page hides, and no forecast in its drawing then', () => {
    const hide = ['forecast', 'source', 'through'] as const;
    const [all, some] = [{}, { hide }].map((look) => gaugeHtml(full, { locale: 'zh-CN', ...look }));
    const withoutDrawing = (html?: string): string => html!.replaceAll(/<svg.*?<\/svg>/g, '');
    expect(withoutDrawing(some)).toBe(withoutDrawing(all));
    expect(all).toContain('<circle');
    expect(some).not.toContain('<circle');
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
        for (const part of [
          ...[shape.name, shape.word, shape.pace, shape.outlook, shape.through],
          ...[shape.source.join(''), shape.demo[0]],
        ]) {
          expect(words).toContain(part.replaceAll(/\s/g, ''));
        }
        expect(svg).not.toMatch(/ (class|style|part)=|NaN|<(style|script|foreignObject)/);
      }
    }
  });

  test('has nothing outside of its frame: no text, no mark and no arrow, in any width from 200 on', () => {
    for (const locale of locales) {
      for (const appearance of looks) {
        for (const verdict of [...Object.values(every), both, sunk, foreseen(sunk, 7000)]) {
          for (const width of [200, 240, 288, 360, 600]) {
            const out = findOutside(gaugeSvg(verdict, { locale, appearance, width }), width);
            expect(out, `${locale} ${appearance} ${width} ${verdict.name.en!}`).toEqual([]);
          }
        }
      }
    }
  });

  test('has an arrow for what lies beyond an end of its scale, in the colour of the status', () => {
    const arrows = (verdict: PublishedVerdict, appearance: Appearance, width = 360): number =>
      gaugeSvg(verdict, { locale: 'zh-CN', appearance, width }).split('viewBox="0 0 25 14"').length - 1;
    for (const appearance of ['arc', 'linear'] as const) {
      expect(arrows(full, appearance)).toBe(0);
      expect(arrows(every['beyond the target']!, appearance)).toBe(1);
      expect(arrows(every['a forecast beyond the target']!, appearance)).toBe(1);
      expect(arrows(both, appearance)).toBe(1);
      expect(arrows(foreseen(every['below nothing']!, 3000), appearance)).toBe(1);
      expect(arrows(sunk, appearance)).toBe(1);
      expect(arrows(foreseen(every['below nothing']!, 7000), appearance)).toBe(2);
    }
    for (const appearance of ['ring', 'number'] as const) expect(arrows(both, appearance)).toBe(0);
    expect(gaugeSvg(every['beyond the target']!, { locale: 'zh-CN', appearance: 'ring' })).toMatch(
      /<g [^>]*color="#0\w+"[^>]*><path [^>]*><\/path><g transform="translate\(4 /,
    );
    expect(gaugeSvg(every['beyond the target']!, { locale: 'zh-CN' })).toContain(
      `color="${colours.achieved[0]}"`,
    );
  });

  test('a bar begins above the word of its beginning and ends above that of its end', () => {
    const svg = gaugeSvg(revenue(), { locale: 'zh-CN', appearance: 'linear' });
    const elements = readPicture(svg);
    const { x, width } = drawingOf(elements)!;
    const [start, end] = elements.filter(({ text }) => /^(0|6,000)$/.test(text)) as [Drawn, Drawn];
    expect(start.attributes.x).toBe(x);
    expect(end.attributes).toMatchObject({ x: `${Number(x) + Number(width)}`, 'text-anchor': 'end' });
  });

  test('has the word at the mark only where its drawing is as large as on a card', () => {
    for (const appearance of ['arc', 'linear'] as const) {
      const has = (width: number): boolean =>
        textsOf(gaugeSvg(revenue(), { locale: 'zh-CN', appearance, width })).includes('时序');
      expect([200, 240, 360].map(has)).toEqual([false, true, true]);
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
