import type { MenuSubject } from '../element/menu-subject.js';
import type { Locale } from '../locale/locale.js';
import { wordsOfMenu } from './book.js';

/** A digest as readers write it: as many digits as the folder of a release and an address have. */
export function shortDigest(release: unknown): string {
  return typeof release === 'string' && /^[\da-f]{12,64}$/i.test(release) ? release.slice(0, 12) : '';
}

/**
 * The citation of the figures on display.
 *
 * @example citationOf(subject, 'https://a.cn/p', 'zh-CN') // '营业收入：83.9%，进度正常（截至2026年10月）。来源：区统计局。发布版 9f3c…。https://a.cn/p'
 */
export function citationOf({ card, release }: MenuSubject, address: string, locale: Locale): string {
  return wordsOfMenu(locale).citation({
    title: card.title,
    value: withoutEnd(card.summary),
    through: card.through,
    source: withoutEnd(card.source[1] ? card.source.join('') : ''),
    demo: card.demo,
    release: shortDigest(release),
    address,
  });
}

/** The sentence continues after it. */
function withoutEnd(sentence: string): string {
  return sentence.trim().replace(/[。.]$/, '');
}

/** The address that is cited: that of the page, without its place in it; of the file where the page has none. */
export function citedAddress({ file }: MenuSubject, href: string): string {
  return /^https?:/.test(href) ? href.replace(/#.*$/s, '') : (file?.url ?? '');
}
