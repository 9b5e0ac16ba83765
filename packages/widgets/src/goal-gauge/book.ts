import * as zhCN from './zh-CN.js';
import * as en from './en.js';
import { wordsOf, type Book } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import type { GaugeFace, GaugeWords } from './words.js';

export const gaugeBook: Book<GaugeWords> = { name: 'gauge', words: { en: en.gauge, 'zh-CN': zhCN.gauge } };

/** All words of the face of a gauge in a language; English if it is not known. */
export function gaugeFace(locale: Locale): GaugeFace {
  return wordsOf(gaugeBook, locale);
}
