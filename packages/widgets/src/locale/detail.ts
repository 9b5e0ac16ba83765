import * as en from './en.js';
import type { Detail } from './words.js';
import type { Locale } from './locale.js';
import * as zhCN from './zh-CN.js';

/** The languages, each with what it says of what stands behind a figure. Not in the gauge's own file: it is read when asked for. */
export const details = new Map<Locale, Detail>([
  ['zh-CN', zhCN.detail],
  ['en', en.detail],
]);

/** What a gauge says in a language of what stands behind its figure; English where that is not known. */
export function detailOf(locale: Locale): Detail {
  return details.get(locale) ?? en.detail;
}
