import { wordsIn, type Text, type Unit } from '@zj/metrics';
import type { Tree } from '../drawing/tree.js';
import { faceOf, localeOf, type Locale } from '../locale/locale.js';

/** Words of a release that are in another language than the element that shows them, and the tag of that language. */
export interface Foreign {
  readonly words: string;
  readonly lang: string;
}

/** Who says the texts of a release in one language. */
export interface Speaker {
  /** The words of a text; in another language where the release has no others. */
  readonly say: (text: Text | Unit) => string;
  /** What was said so far in another language. */
  readonly foreign: readonly Foreign[];
}

/** Who says the texts of a release in a language, and remembers those that are in another. */
export function speaker(locale: Locale): Speaker {
  const { text: language } = faceOf(locale);
  const spoken = localeOf(locale);
  const foreign: Foreign[] = [];
  const say = (text: Text | Unit): string => {
    const { words, lang } = wordsIn(text, language);
    // The singular of a unit is in English, too.
    for (const said of lang === 'en' && 'one' in text && text.one ? [words, text.one] : [words]) {
      // Signs such as % are in every language.
      if (!spoken.startsWith(lang) && /\p{L}/u.test(said))
        foreign.push({ words: said, lang: lang === 'zh' ? 'zh-CN' : lang });
    }
    return words;
  };
  return { say, foreign };
}

/**
 * Marks words with the language that they are in, so that they are read aloud in it: by `lang` on the element that holds nothing
 * else, or on a `bdi` of their own. Drawings and statements stay as they are.
 *
 * @example markForeign([['p', {}, '来源：Bureau']], [{ words: 'Bureau', lang: 'en' }]) // [['p', {}, '来源：', ['bdi', { lang: 'en' }, 'Bureau']]]
 */
export function markForeign(trees: readonly Tree[], foreign: readonly Foreign[]): readonly Tree[] {
  if (foreign.length === 0) return trees;
  const langs = new Map(foreign.map(({ words, lang }) => [words, lang]));
  // A unit may stand in a name, and is no part of a longer word.
  const longest = [...langs.keys()].sort((a, b) => b.length - a.length);
  const written = longest.map((words) => words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp(`(?<![a-z])(${written.join('|')})(?![a-z])`, 'iu');
  const mark = (tree: Tree): readonly Tree[] => {
    if (typeof tree === 'string') {
      const parts = tree.split(pattern).filter((part) => part !== '');
      return parts.map((part) => (langs.has(part) ? ['bdi', { lang: langs.get(part)! }, part] : part));
    }
    const [tag, attributes, ...content] = tree;
    if (/^(svg|pre)$/.test(tag)) return [tree];
    const [first] = content;
    const lang = content.length === 1 && typeof first === 'string' ? langs.get(first) : undefined;
    if (lang !== undefined) return [[tag, { ...attributes, lang }, ...content]];
    return [[tag, attributes, ...content.flatMap(mark)]];
  };
  return trees.flatMap(mark);
}
