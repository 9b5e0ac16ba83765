import type { Tree } from './tree.js';

/** One for each language; none where the browser cannot tell words apart (Firefox before 125). */
const segmenters = new Map<string, Intl.Segmenter | undefined>();

/**
 * A text with a `wbr` between its words, so that with `word-break: keep-all` Chinese, too, breaks only there. A text without
 * Chinese stays as it is.
 *
 * @example breakWords('三大先导产业营业收入', 'zh-CN') // ['三大', ['wbr', {}], '先导', ['wbr', {}], '产业', …]
 */
export function breakWords(text: string, lang: string): readonly Tree[] {
  if (!/[⺀-鿿]/.test(text)) return [text];
  if (!segmenters.has(lang))
    segmenters.set(
      lang,
      typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(lang, { granularity: 'word' }) : undefined,
    );
  const segmenter = segmenters.get(lang);
  if (!segmenter) return [text];
  const trees: Tree[] = [];
  let last = '';
  // A word that a browser does not know falls into single letters, which stay together: 先导, 能耗, 孵化器.
  let wasSingle = false;
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const isSingle = isWordLike === true && [...segment].length === 1;
    // Punctuation stays with its neighbours, a unit with its number, and no letter stands alone at the end of a line.
    if (
      [...last].length > 1 &&
      isWordLike &&
      !(isSingle && (wasSingle || /\d$/.test(last))) &&
      !/[\p{Ps}\p{Pi}\p{Pd}\s]$/u.test(last)
    ) {
      trees.push(last, ['wbr', {}]);
      last = '';
    }
    last += segment;
    wasSingle = isSingle;
  }
  return [...trees, last];
}

/** The longest unit, in letters, that stays on a line with its figure. */
const mostLetters = 20;

/**
 * A text in which no line breaks between a figure and its unit: each figure is in a `span` of the class `whole`, together with the unit
 * after it, or else with the sign or the Chinese letter there.
 *
 * @example keepFigures('累计5,036亿元，', ['亿元']) // ['累计', ['span', { class: 'whole' }, '5,036亿元'], '，']
 */
export function keepFigures(text: string, units: readonly string[] = []): readonly Tree[] {
  const known = units
    .filter((unit) => unit !== '' && unit.length <= mostLetters)
    .sort((a, b) => b.length - a.length)
    .map((unit) => unit.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const figure = '\\d(?:[\\d,.]*\\d)?';
  const after = [...known.map((unit) => `\\s?${unit}(?![a-z])`), '[%\\p{Script=Han}]'].join('|');
  const parts = text.split(new RegExp(`([+−]?${figure}(?:[–至]${figure})?(?:${after}))`, 'iu'));
  return parts
    .map((part, at): Tree => (at % 2 === 1 ? ['span', { class: 'whole' }, part] : part))
    .filter((part) => part !== '');
}
