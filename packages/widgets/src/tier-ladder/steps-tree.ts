import { iconTree } from '../chart/card.js';
import { breakWords } from '../drawing/words.js';
import type { Tree } from '../drawing/tree.js';
import { markForeign } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import type { LadderShape, TierShape } from './ladder-shape.js';

/** Arrows in a square of 16. */
const arrows = { up: 'M3 13L13 3M6 3h7v7', down: 'M3 3l10 10M13 6v7H6' } as const;

/** The steps of a ladder, highest first: a list, each tier with its figures, and the moves between it and the next lower one. */
export function stepsTree({ tiers, foreign }: LadderShape, locale: Locale): readonly Tree[] {
  // A list without marks is no list to Safari, unless it says so.
  const list: Tree = [
    'ol',
    { part: 'tiers', class: 'steps', role: 'list' },
    ...tiers.map((tier) => stepTree(tier, locale)),
  ];
  return markForeign([list], foreign);
}

function stepTree(tier: TierShape, locale: Locale): Tree {
  const { id, name, count, unit, before, changed, flows } = tier;
  return [
    'li',
    { key: id, class: 'step' },
    [
      'div',
      { part: 'tier', class: 'box' },
      ['p', { part: 'name', class: 'name' }, ...breakWords(name, locale)],
      ['p', { class: 'now' }, ['b', { part: 'count' }, count], ' ', unit],
      ['p', { class: 'start' }, ['span', {}, before], ' ', ['span', { part: 'change' }, changed]],
      [
        'dl',
        { part: 'flows', class: 'flows' },
        ...flows.map(([flow, word, enterprises]): Tree => [
          'div',
          { key: flow },
          ['dt', {}, word],
          ' ',
          ['dd', {}, enterprises],
        ]),
      ],
    ],
    ...movesTree(tier),
  ];
}

function movesTree({ moves }: TierShape): readonly Tree[] {
  if (!moves) return [];
  const { between, up, down } = moves;
  return [
    [
      'p',
      { part: 'moves', class: 'moves' },
      ['span', { class: 'unseen' }, between],
      ['span', { class: 'up' }, iconTree(arrows.up), up],
      ' ',
      ['span', { class: 'down' }, iconTree(arrows.down), down],
    ],
  ];
}
