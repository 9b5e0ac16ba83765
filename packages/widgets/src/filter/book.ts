import { wordsOf, type Book, type Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { FilterWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const filterBook: Book<FilterWords> = {
  name: 'filter',
  words: { en: en.filter, 'zh-CN': zhCN.filter },
};

/** All words of a filter in a language; English if it is not known. */
export function filterWords(locale: Locale): Spoken<FilterWords> {
  return wordsOf(filterBook, locale);
}
