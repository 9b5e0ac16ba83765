import { inkPlot } from '../../packages/widgets/src/drawing/ink-plot.js';
import { printMarkup } from '../../packages/widgets/src/drawing/print.js';
import { plotTree } from '../../packages/widgets/src/trend-chart/plot.js';
import { trendWords } from '../../packages/widgets/src/trend-chart/book.js';
import { randomTrend } from './random-trend.js';

/** Trends of any kind as SVG, in both languages, of many widths and two sizes of text. */
export function drawMany(count: number): string {
  return Array.from({ length: count }, (_, seed) => {
    const locale = seed % 2 ? 'en' : 'zh-CN';
    const words = trendWords(locale).plot;
    const look = { width: 280 + ((seed * 37) % 1320), em: seed % 3 ? 16 : 32, locale, words };
    return printMarkup([inkPlot(plotTree(randomTrend(seed, locale), look).tree)]);
  }).join('\n');
}
