import { wordsOf, type Book, type Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import * as en from './en.js';
import type { VerifyWords } from './words.js';
import * as zhCN from './zh-CN.js';

export const verifyBook: Book<VerifyWords> = {
  name: 'verify',
  words: { en: en.verify, 'zh-CN': zhCN.verify },
};

/** All words of a verification in a language; English if it is not known. */
export function verifyWords(locale: Locale): Spoken<VerifyWords> {
  return wordsOf(verifyBook, locale);
}
