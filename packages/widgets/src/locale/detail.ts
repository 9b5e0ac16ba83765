import * as en from './en.js';
import type { Detail } from './words.js';
import type { Locale } from './locale.js';
import * as zhCN from './zh-CN.js';

/** The languages, each with its words of the detail. They are not in the gauge's own file: they are loaded on demand. */
export const details = new Map<Locale, Detail>([
  ['zh-CN', zhCN.detail],
  ['en', en.detail],
]);

/** The words of the detail in a language; English if it is not known. */
export function detailOf(locale: Locale): Detail {
  return details.get(locale) ?? en.detail;
}
