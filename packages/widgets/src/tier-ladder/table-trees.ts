import type { Tree } from '../drawing/tree.js';
import { markForeign } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import { ladderWords } from './book.js';
import type { LadderShape } from './ladder-shape.js';

/** The tables of a ladder: the figures of each tier, and the moves between tiers. */
export function tableTrees(
  { tables: { tiers, moves }, foreign }: LadderShape,
  locale: Locale,
): readonly Tree[] {
  const { tables: words, flows } = ladderWords(locale);
  const heads = [words.start, flows.entered, flows.came, flows.went, flows.left, words.end];
  const ofTiers: Tree = [
    'table',
    {},
    ['caption', {}, words.inUnit(words.tiers)],
    [
      'thead',
      {},
      ['tr', {}, head(words.tier), ...heads.map((word) => head(word, true)), head(words.support)],
    ],
    [
      'tbody',
      {},
      ...tiers.map(({ name, figures, support }): Tree => [
        'tr',
        {},
        ['th', { scope: 'row' }, name],
        ...figures.map(figure),
        ['td', { class: 'words' }, support],
      ]),
    ],
  ];
  if (tiers.length === 1) return markForeign([ofTiers], foreign);
  if (moves.length === 0) return markForeign([ofTiers, ['p', {}, words.noMoves]], foreign);
  const ofMoves: Tree = [
    'table',
    {},
    ['caption', {}, words.inUnit(words.moves)],
    [
      'thead',
      {},
      ['tr', {}, head(words.from), head(words.to), head(words.direction), head(words.count, true)],
    ],
    [
      'tbody',
      {},
      ...moves.map(({ from, to, isUp, count }): Tree => [
        'tr',
        {},
        ['th', { scope: 'row' }, from],
        ['td', {}, to],
        ['td', {}, isUp ? words.up : words.down],
        figure(count),
      ]),
    ],
  ];
  return markForeign([ofTiers, ofMoves], foreign);
}

function head(word: string, isFigure = false): Tree {
  return ['th', { scope: 'col', ...(isFigure && { class: 'figure', align: 'right' }) }, word];
}

/** Without a style sheet, too, figures stand below each other. */
function figure(text: string): Tree {
  return ['td', { class: 'figure', align: 'right' }, text];
}
