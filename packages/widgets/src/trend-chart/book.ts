import { wordsOf, type Book, type Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { TrendWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const trendBook: Book<TrendWords> = { name: 'trend', words: { en: en.trend, 'zh-CN': zhCN.trend } };

/** All words of a trend chart in a language; English if it is not known. */
export function trendWords(locale: Locale): Spoken<TrendWords> {
  return wordsOf(trendBook, locale);
}
