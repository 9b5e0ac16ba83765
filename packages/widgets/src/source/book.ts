import { wordsOf, type Book } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { SourceWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const sourceBook: Book<SourceWords> = {
  name: 'source',
  words: { en: en.source, 'zh-CN': zhCN.source },
};

/** All words of a source in a language; English if it is not known. */
export function sourceWords(locale: Locale): SourceWords {
  return wordsOf(sourceBook, locale);
}
