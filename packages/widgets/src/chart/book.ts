import { wordsOf, type Book, type Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { ChartWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const chartBook: Book<ChartWords> = { name: 'chart', words: { en: en.chart, 'zh-CN': zhCN.chart } };

/** All words of the frame of a chart in a language; English if it is not known. */
export function chartWords(locale: Locale): Spoken<ChartWords> {
  return wordsOf(chartBook, locale);
}
