import { localeOf, primary, type Locale } from './locale.js';

/**
 * The language of an element: its own `lang`, else that of the nearest ancestor that has one, across shadow roots, else that of the
 * page's `<meta http-equiv="content-language">`; where none is stated, or expressly none (`lang=""`), the reader's. Any Chinese is
 * zh-CN; a language that widgets do not speak is English.
 */
export function findLocale(element: Element): Locale {
  const stated = statedLanguage(element);
  return localeOf(primary(stated) ? stated : navigator.language);
}

/** The language that a page states for an element, as the HTML standard has it; empty where it is unknown. */
function statedLanguage(element: Element): string {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
    const stated = at.closest('[lang]');
    if (stated) return stated.getAttribute('lang')!;
  }
  // A document of XML may have no head.
  const head = element.ownerDocument.head as HTMLHeadElement | null;
  return head?.querySelector<HTMLMetaElement>('meta[http-equiv="content-language" i]')?.content ?? '';
}
