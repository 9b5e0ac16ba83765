import type { Tree } from '../drawing/tree.js';
import type { TrendTable } from './table.js';
import type { Teller } from './teller.js';

/** The events beside the figures, and the facts about the document. */
export function besideTrees({ events, notes }: TrendTable, { words }: Teller): readonly Tree[] {
  const facts: readonly Tree[] =
    notes.length === 0
      ? []
      : [['ul', { key: 'notes', class: 'remarks' }, ...notes.map((note): Tree => ['li', {}, note])]];
  if (events.length === 0) return facts;
  const list: Tree = [
    'table',
    { part: 'table', key: 'events' },
    ['caption', {}, words.events],
    [
      'tbody',
      {},
      ...events.map(({ when, name, note, source, url }): Tree => [
        'tr',
        {},
        ['th', { scope: 'row' }, when],
        [
          'td',
          {},
          [name, note].filter(Boolean).join(words.semicolon),
          ...(url ? [' ', ['a', { href: url }, source || url] as Tree] : source ? [` ${source}`] : []),
        ],
      ]),
    ],
  ];
  return [list, ...facts];
}
