import { wordsOf, type Book, type Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { BoardWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const boardBook: Book<BoardWords> = {
  name: 'board',
  words: { en: en.board, 'zh-CN': zhCN.board },
};

/** All words of a board in a language; English if it is not known. */
export function boardWords(locale: Locale): Spoken<BoardWords> {
  return wordsOf(boardBook, locale);
}
