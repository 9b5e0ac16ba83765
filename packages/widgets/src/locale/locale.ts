import * as en from './en.js';
import type { Face } from './words.js';
import * as zhCN from './zh-CN.js';

/** The tag of a language that widgets speak: `zh-CN`, `en`, or one that was added. */
export type Locale = string;

/** The languages, each with the words of a gauge's face. */
export const faces = new Map<Locale, Face>([
  ['zh-CN', zhCN.face],
  ['en', en.face],
]);

/** The words of a gauge's face in a language; English if it is not known. */
export function faceOf(locale: Locale): Face {
  return faces.get(locale) ?? en.face;
}
