import { wordsOf, type Book, type Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { LadderWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const ladderBook: Book<LadderWords> = {
  name: 'ladder',
  words: { en: en.ladder, 'zh-CN': zhCN.ladder },
};

/** All words of a ladder in a language; English if it is not known. */
export function ladderWords(locale: Locale): Spoken<LadderWords> {
  return wordsOf(ladderBook, locale);
}
