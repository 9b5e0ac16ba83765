import type { PublishedVerdict } from '@zj/metrics';
import { textWidth } from '../drawing/text-width.js';
import type { Attributes, Tree } from '../drawing/tree.js';
import { markForeign, speaker } from '../element/foreign.js';
import { aDay } from '../element/like.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { tellQuantities } from '../locale/number.js';
import { conflictsOf } from './about.js';
import { wordsOfMenu } from './book.js';

/** The same figure as different sources published it, side by side, with the one that is used; none where nobody published another. */
export function conflictTrees(verdicts: readonly PublishedVerdict[], locale: Locale): readonly Tree[] {
  const words = wordsOfMenu(locale);
  const face = faceOf(locale);
  const { say, foreign } = speaker(locale);
  const concerned = verdicts.filter((verdict) => conflictsOf(verdict).length > 0);
  if (concerned.length === 0) return [];
  const many = verdicts.length > 1;
  const rows = concerned.flatMap((verdict): readonly (readonly string[])[] => {
    const others = conflictsOf(verdict);
    const { actual, dataThrough, unit, source, name } = verdict;
    const { tell, unitOf } = tellQuantities(unit, [actual, ...others.map(({ value }) => value)], locale);
    const amount = (value: number): string => tell(value, true) + unitOf(tell(value, true));
    const own = many ? [say(name)] : [];
    return [
      [
        ...own,
        say(source),
        actual === null ? words.noFigure : amount(actual),
        aDay(dataThrough) ? face.day(dataThrough) : '',
        words.used,
      ],
      ...others.map(({ source: other, value, date }) => [
        ...own,
        say(other),
        amount(value),
        face.day(date),
        words.notUsed,
      ]),
    ];
  });
  const { goal, source, value, day, use } = words.conflict;
  const heads = [...(many ? [goal] : []), source, value, day, use];
  return markForeign(
    [['p', {}, words.conflicting], tableTree(words.items.conflicts, heads, rows, many ? 2 : 1)],
    foreign,
  );
}

/** A table with the columns from `figures` up to `end` below each other at their ends. */
export function tableTree(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  ...figures: readonly number[]
): Tree {
  const look = (at: number): Attributes => {
    const longest = Math.max(...rows.map((row) => textWidth(row[at]!)));
    return { class: figures.includes(at) ? 'figure' : longest > 50 ? 'longer' : longest > 14 && 'long' };
  };
  return [
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title },
    [
      'table',
      {},
      [
        'thead',
        {},
        ['tr', {}, ...heads.map((head, at): Tree => ['th', { scope: 'col', ...look(at) }, head])],
      ],
      [
        'tbody',
        {},
        ...rows.map((cells): Tree => [
          'tr',
          {},
          ...cells.map((cell, at): Tree =>
            at === 0 ? ['th', { scope: 'row', ...look(0) }, cell] : ['td', look(at), cell],
          ),
        ]),
      ],
    ],
  ];
}
