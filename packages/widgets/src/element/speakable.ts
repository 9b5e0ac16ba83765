import type { Locale } from '../locale/locale.js';

/** The words for signs that voices leave out or read as dashes. */
const signs = {
  'zh-CN': { minus: '负', to: '至', points: '。', pause: '，' },
  en: { minus: 'minus ', to: ' to ', points: '. ', pause: ', ' },
} as const;

/**
 * A sentence of a card as a voice reads it right: numbers without commas, the minus and the dash of a range as words, and nothing
 * where a figure is missing.
 *
 * @example speakable('5,910–5,978亿元，比上年−3.2%', 'zh-CN') // '5910至5978亿元，比上年负3.2%'
 */
export function speakable(text: string, locale: Locale): string {
  const { minus, to, points, pause } = Object.hasOwn(signs, locale)
    ? signs[locale as keyof typeof signs]
    : signs.en;
  return text
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/(\d[^\s\d]{0,2})[–—](?=\d)/g, `$1${to}`)
    .replace(/−(?=\d)/g, minus)
    .replace(/\s*·\s*/g, points)
    .replace(/ \/ /g, pause)
    .replace(/[—▲▼△▽→]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
