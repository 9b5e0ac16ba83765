import { afterEach, describe, expect, test } from 'vitest';
import { draw } from '../../packages/widgets/src/drawing/draw.js';
import { plotTree } from '../../packages/widgets/src/trend-chart/plot.js';
import { trendWords } from '../../packages/widgets/src/trend-chart/book.js';
import { html, render } from 'lit';
import { elementsOf, textBox } from './drawn.js';
import { randomTrend } from './random-trend.js';
import { fields, monthly, patents, revenue, unemployment } from './trends.js';

afterEach(() => {
  document.body.replaceChildren();
});

describe('texts in a plot', () => {
  const trends = [revenue, monthly, patents, fields, unemployment];
  for (const family of ['sans-serif', 'system-ui', 'serif'])
    test(`are no wider in ${family} than their layout takes them for`, () => {
      const host = document.createElement('div');
      host.setAttribute('lang', 'zh-CN');
      host.style.fontFamily = family;
      document.body.append(host);
      for (const locale of ['zh-CN', 'en'] as const)
        for (const model of [...trends, ...[1, 2, 3, 4, 5, 6].map((seed) => randomTrend(seed, locale))]) {
          const words = trendWords(locale).plot;
          const { tree } = plotTree(model, { width: 860, em: 16, locale, words });
          render(
            html`
              <div>${draw([tree])}</div>
            `,
            host,
          );
          const drawn = [...host.querySelectorAll('text')];
          const texts = elementsOf(tree).filter(([tag]) => tag === 'text');
          expect(drawn.length).toBe(texts.length);
          drawn.forEach((text, at) => {
            expect(text.getComputedTextLength(), text.textContent).toBeLessThanOrEqual(
              textBox(texts[at]!).width + 0.5,
            );
          });
        }
    });
});
