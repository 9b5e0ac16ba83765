import { wordsOf, type Book, type Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { TableWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const tableBook: Book<TableWords> = { name: 'table', words: { en: en.table, 'zh-CN': zhCN.table } };

/** All words of a data table in a language; English if it is not known. */
export function tableWords(locale: Locale): Spoken<TableWords> {
  return wordsOf(tableBook, locale);
}
