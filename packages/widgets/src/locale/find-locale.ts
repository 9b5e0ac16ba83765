import { faces, type Locale } from './locale.js';

/**
 * The language of an element: its own `lang`, else that of the nearest ancestor that has one, across shadow roots, else that of the
 * page's `<meta http-equiv="content-language">`; where none is stated, or expressly none (`lang=""`), the reader's. Any Chinese is
 * zh-CN; a language that widgets do not speak is English.
 */
export function findLocale(element: Element): Locale {
  const wanted = primary(statedLanguage(element)) || primary(navigator.language);
  return [...faces.keys()].find((tag) => primary(tag) === wanted) ?? 'en';
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

/** The language of a tag without its script and country, in all ways of writing: `zh_CN`, and the first of `zh-CN, en`. */
function primary(tag: string): string {
  const [language] = /[a-z]*/.exec(tag.trim().toLowerCase())!;
  return chinese.test(language) ? 'zh' : language;
}

/** The codes of ISO 639 for Chinese and the languages that belong to it, which all read it: Mandarin, Cantonese, Wu, … */
const chinese = /^(zh|zho|chi|cmn|yue|wuu|nan|hak|gan|hsn|cdo|cjy|mnp|cpx|czh|czo|lzh)$/;
