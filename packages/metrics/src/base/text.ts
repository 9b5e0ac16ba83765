/** The same words in Chinese and English: those that this package composes are always in both. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Words that people wrote, in Chinese, in English or in both: what is in one language alone is never copied into the other. */
export type Text =
  { readonly zh: string; readonly en?: string } | { readonly zh?: string; readonly en: string };

/** Words of a text, and the language that they are in. */
export interface Words {
  readonly words: string;
  readonly lang: keyof Bilingual;
}

/**
 * The words of a text in a language, or those that there are, with the language that they are in: a page marks them with `lang` where
 * it is not the page's own. Whatever shows a text, or puts it into a sentence, chooses by this.
 *
 * @example
 * wordsIn({ zh: '营业收入', en: 'Revenue' }, 'en') // { words: 'Revenue', lang: 'en' }
 * wordsIn({ zh: '营业收入' }, 'en') // { words: '营业收入', lang: 'zh' }
 */
export function wordsIn(text: Text, language: keyof Bilingual): Words {
  const other = language === 'zh' ? 'en' : 'zh';
  const lang = !text[language] && text[other] ? other : language;
  return { words: text[lang] ?? '', lang };
}
