import { wordsOf, type Book, type Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { BreakdownWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const breakdownBook: Book<BreakdownWords> = {
  name: 'breakdown',
  words: { en: en.breakdown, 'zh-CN': zhCN.breakdown },
};

/** All words of a breakdown in a language; English if it is not known. */
export function breakdownWords(locale: Locale): Spoken<BreakdownWords> {
  return wordsOf(breakdownBook, locale);
}
