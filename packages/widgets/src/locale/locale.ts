import * as en from './en.js';
import type { Face } from './words.js';
import * as zhCN from './zh-CN.js';

/** The tag of a language that widgets speak: `zh-CN`, `en`, or one that was added. */
export type Locale = string;

/** The languages, each with the words that all elements share. */
export const faces = new Map<Locale, Face>([
  ['zh-CN', zhCN.face],
  ['en', en.face],
]);

/** The words that all elements share, in a language; English if it is not known. */
export function faceOf(locale: Locale): Face {
  return faces.get(localeOf(locale))!;
}

/**
 * The language that widgets speak for any tag of a language: any Chinese is zh-CN; a language that widgets do not speak is
 * English.
 *
 * @example localeOf('zh-Hant-TW') // 'zh-CN'
 */
export function localeOf(tag: string): Locale {
  if (faces.has(tag)) return tag;
  const wanted = primary(tag);
  return [...faces.keys()].find((known) => primary(known) === wanted) ?? 'en';
}

/** The language of a tag without its script and country, in all ways of writing: `zh_CN`, and the first of `zh-CN, en`. */
export function primary(tag: string): string {
  const [language] = /[a-z]*/.exec(tag.trim().toLowerCase())!;
  return chinese.test(language) ? 'zh' : language;
}

/** The codes of ISO 639 for Chinese and the languages that belong to it, which all read it: Mandarin, Cantonese, Wu, … */
const chinese = /^(zh|zho|chi|cmn|yue|wuu|nan|hak|gan|hsn|cdo|cjy|mnp|cpx|czh|czo|lzh)$/;
