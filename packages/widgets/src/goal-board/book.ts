import { wordsOf, type Book, type Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { GoalBoardWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const goalBoardBook: Book<GoalBoardWords> = {
  name: 'goalBoard',
  words: { en: en.goalBoard, 'zh-CN': zhCN.goalBoard },
};

/** All words of a board of goals in a language; English if it is not known. */
export function goalBoardWords(locale: Locale): Spoken<GoalBoardWords> {
  return wordsOf(goalBoardBook, locale);
}
