import { wordsOf, type Book, type Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { MenuWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const menuBook: Book<MenuWords> = { name: 'menu', words: { en: en.menu, 'zh-CN': zhCN.menu } };

/** All words of a menu in a language; English if it is not known. */
export function wordsOfMenu(locale: Locale): Spoken<MenuWords> {
  return wordsOf(menuBook, locale);
}
