import { faces, localeOf, type Locale } from './locale.js';
import * as en from './en.js';
import type { Face } from './words.js';

/** The words of one element, or of a part that is loaded on demand: in every language that is built in. */
export interface Book<Words extends object> {
  /** The name of the export that holds these words in the file of a further language. */
  readonly name: string;
  readonly words: { readonly en: Words } & Readonly<Partial<Record<Locale, Words>>>;
}

/** All that an element says: its own words, and of those that all elements share the ones that it has not replaced. */
export type Spoken<Words extends object> = Words & Omit<Face, keyof Words>;

/** The words of a further language: those that all elements share, and those of each book by its name. */
export interface Vocabulary {
  readonly face: Face;
  readonly [book: string]: object;
}

/** What was added, by tag and book. */
const added: Record<string, object> = {};
/** By tag and book, all words: an element asks for them in every update. */
const known = new Map<string, object>();

/** Adds a language, or replaces one. Words that it does not have are those of the language that it replaces, else English. */
export function addWords(tag: Locale, { face, ...books }: Vocabulary): void {
  known.clear();
  faces.set(tag, { ...en.face, ...faces.get(tag), ...face });
  for (const [name, words] of Object.entries(books)) added[tag + name] = words;
}

/**
 * All words of an element in a language; English if it is not known. A word that the language does not have is in English, too.
 *
 * @example wordsOf(gaugeBook, 'en').progress // 'Progress'
 */
export function wordsOf<Words extends object>({ name, words }: Book<Words>, locale: Locale): Spoken<Words> {
  const tag = localeOf(locale);
  const key = tag + name;
  let all = known.get(key);
  if (!all) known.set(key, (all = { ...faces.get(tag), ...(words[tag] ?? words.en), ...added[key] }));
  return all as Spoken<Words>;
}
