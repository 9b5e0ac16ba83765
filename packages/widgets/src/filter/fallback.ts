import { printMarkup } from '../drawing/print.js';
import type { Tree } from '../drawing/tree.js';
import { localeOf, type Locale } from '../locale/locale.js';
import { filterWords } from './book.js';

/** A state of a page that was rendered, and its address. */
export interface PrintedState {
  /** The choice in words, such as 集成电路, or 2026年1月—10月. */
  readonly label: string;
  /** Relative to the page, or with http or https. */
  readonly href: string;
  /** Whether it is the state of the page itself. */
  readonly current?: boolean;
}

/** How a filter is printed. */
export interface FilterPrint {
  readonly locale: Locale;
  /** The name. Default: 筛选. */
  readonly label?: string;
}

/**
 * A filter as HTML for inside of its tag: for readers without scripts, links to the states that were rendered. No style, no class, no
 * id, no script. Throws an `Error` for an address that is no web address.
 *
 * @example filterHtml([{ label: '全部', href: './', current: true }, { label: '集成电路', href: './ic.html' }], { locale: 'zh-CN' })
 */
export function filterHtml(states: readonly PrintedState[], { locale: given, label }: FilterPrint): string {
  const locale = localeOf(given);
  const items = states.map((state): Tree => {
    if (/^[\s\p{Cc}]*(?!https?:)[a-z][a-z\d+.-]*:/iu.test(state.href))
      throw new Error(
        `"${state.href}" is no address of a page. Write one with https, or relative to the page.`,
      );
    const attributes = { href: state.href, ...(state.current && { 'aria-current': 'page' }) };
    return ['li', {}, ['a', attributes, state.current ? ['strong', {}, state.label] : state.label]];
  });
  const legend: Tree = ['legend', {}, label ?? filterWords(locale).filter];
  return printMarkup([['fieldset', { lang: locale, dir: 'ltr' }, legend, ['ul', {}, ...items]]]);
}
