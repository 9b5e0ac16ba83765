import type { Text } from '@zj/metrics';

/** The two languages that a widget speaks. */
export type Locale = 'zh-CN' | 'en';

/** Says a text in a language. */
export type Say = (text: Text) => string;

/** How texts are said in a locale. */
export function speak(locale: Locale): Say {
  return (text) => (locale === 'en' ? text.en : text.zh);
}

/**
 * The locale that holds where an element stands: Chinese of any kind is zh-CN, all else English. Its own `lang` counts, else that
 * of the nearest ancestor that has one, across shadow roots; on a page that states none, the reader's language.
 */
export function findLocale(element: Element): Locale {
  let language = '';
  for (let at: Element | undefined = element; at && !language; at = (at.getRootNode() as ShadowRoot).host) {
    language = at.closest('[lang]')?.getAttribute('lang') ?? '';
  }
  return /^zh\b/i.test(language === '' ? navigator.language : language) ? 'zh-CN' : 'en';
}
