import { wordsOf, type Book } from '../../locale/book.js';
import type { Locale } from '../../locale/locale.js';
import * as en from './en.js';
import type { Detail } from './words.js';
import * as zhCN from './zh-CN.js';

/** The words of the detail. They are not in the gauge's own file: they are loaded on demand. */
export const detailBook: Book<Detail> = {
  name: 'detail',
  words: { en: en.detail, 'zh-CN': zhCN.detail },
};

/** The words of the detail in a language; English if it is not known. */
export function detailOf(locale: Locale): Detail {
  return wordsOf(detailBook, locale);
}
