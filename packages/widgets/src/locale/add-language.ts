import { details } from './detail.js';
import * as en from './en.js';
import type { Detail, Face } from './words.js';
import { faces, type Locale } from './locale.js';

/** All that widgets say in one language: the exports of its file. */
export interface Language {
  readonly face: Face;
  readonly detail: Detail;
}

/**
 * Adds a language to all gauges of the page, before they are drawn; one of the same tag is replaced. Words that it does not have,
 * because they are newer than it is, are English.
 *
 * @example addLanguage('fr', french) // import * as french from './fr.js'
 */
export function addLanguage(tag: Locale, { face, detail }: Language): void {
  faces.set(tag, { ...en.face, ...face });
  details.set(tag, { ...en.detail, ...detail });
}
