import * as en from './en.js';
import type { Face } from './language.js';
import * as zhCN from './zh-CN.js';

/** The tag of a language that widgets speak: `zh-CN`, `en`, or one that was added. */
export type Locale = string;

/** The languages, each with what a gauge's face says in it. */
export const faces = new Map<Locale, Face>([
  ['zh-CN', zhCN.face],
  ['en', en.face],
]);

/** What a gauge's face says in a language; English where that is not known. */
export function faceOf(locale: Locale): Face {
  return faces.get(locale) ?? en.face;
}

/**
 * The language of an element: its own `lang`, else that of the nearest ancestor that has one, across shadow roots; on a page that
 * states none, the reader's. Any Chinese is zh-CN; one that widgets do not speak is English.
 */
export function findLocale(element: Element): Locale {
  let language = '';
  for (let at: Element | undefined = element; at && !language; at = (at.getRootNode() as ShadowRoot).host) {
    language = at.closest('[lang]')?.getAttribute('lang') ?? '';
  }
  const primary = (tag: string): string => tag.split('-')[0]!.toLowerCase();
  const wanted = primary(language || navigator.language);
  return [...faces.keys()].find((tag) => primary(tag) === wanted) ?? 'en';
}
