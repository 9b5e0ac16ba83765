import type { Tree } from '../drawing/tree.js';
import { besideTrees } from './table-beside.js';
import type { Entry, TrendTable } from './table.js';
import type { Teller } from './teller.js';

/** The table for pages without scripts: a head for each period and each column; figures in full. Then the events. */
export function tableTrees(all: TrendTable, teller: Teller): readonly Tree[] {
  const { caption, columns, computed, rows } = all;
  const show = (entry: Entry, isComputed: boolean): string =>
    entry === null
      ? ''
      : typeof entry === 'string'
        ? entry
        : isComputed
          ? teller.tell(entry)
          : teller.full(entry);
  const table: Tree = [
    'table',
    { part: 'table', key: 'figures' },
    ['caption', {}, caption],
    [
      'thead',
      {},
      [
        'tr',
        {},
        ...columns.map((head, at): Tree => [
          'th',
          { scope: 'col', class: rows.some((row) => typeof row[at] === 'number') && 'figure' },
          head,
        ]),
      ],
    ],
    [
      'tbody',
      {},
      ...rows.map(([name, ...entries]): Tree => [
        'tr',
        {},
        ['th', { scope: 'row' }, String(name)],
        ...entries.map((entry, at): Tree => [
          'td',
          { class: typeof entry === 'number' && 'figure' },
          show(entry, computed[at + 1]!),
        ]),
      ]),
    ],
  ];
  return [table, ...besideTrees(all, teller)];
}
