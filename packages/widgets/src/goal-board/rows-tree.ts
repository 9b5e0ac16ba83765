import type { Cited } from '../goal-gauge/cited.js';
import { iconTree } from '../chart/card.js';
import type { Tree } from '../drawing/tree.js';
import { markForeign } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import type { Group } from './arrange.js';
import type { Entry } from './board-shape.js';
import { goalBoardWords } from './book.js';
import { lookOf } from './words.js';

/** How the rows are shown. */
export interface RowsLook {
  readonly locale: Locale;
  readonly title: string;
  /** Whether each goal is a card: the heads are then told, and seen in the cells. */
  readonly isNarrow?: boolean;
  /** The goals whose clause and reasons are open; `null` on paper and without scripts, where all are. */
  readonly open: ReadonlySet<string> | null;
  /** What else stands behind an open goal. */
  readonly behind: (entry: Entry) => readonly Tree[];
}

const cells = ['status', 'progress', 'figure', 'expected', 'needed', 'through'] as const;
type Cell = (typeof cells)[number];

/** The goals as a table, whose roles stay where a narrow card lays it out otherwise. */
export function rowsTree(groups: readonly Group[], look: RowsLook): Tree {
  const { heads } = goalBoardWords(look.locale);
  return [
    'table',
    { part: 'table', class: 'goals', role: 'table', 'aria-label': look.title },
    [
      'thead',
      { role: 'rowgroup', class: look.isNarrow === true && 'unseen' },
      [
        'tr',
        { role: 'row' },
        ['th', { scope: 'col', role: 'columnheader' }, heads.goal],
        ...cells.map((cell): Tree => [
          'th',
          { scope: 'col', role: 'columnheader', class: `of-${cell}` },
          heads[cell],
        ]),
      ],
    ],
    ...groups.map((group) => groupTree(group, look)),
  ];
}

function groupTree({ id, title, entries }: Group, look: RowsLook): Tree {
  const words = goalBoardWords(look.locale);
  const head: Tree = [
    'tr',
    { role: 'row', class: 'group' },
    [
      'th',
      { scope: 'rowgroup', colspan: cells.length + 1, role: 'rowheader' },
      title,
      ' ',
      ['small', {}, words.goals(entries.length)],
    ],
  ];
  return [
    'tbody',
    { key: id, role: 'rowgroup' },
    ...(title ? [head] : []),
    ...entries.flatMap((entry) => entryTrees(entry, look)),
  ];
}

function entryTrees(entry: Entry, look: RowsLook): readonly Tree[] {
  const { heads } = goalBoardWords(look.locale);
  const { goal, name, standing, foreign } = entry;
  const isPrinted = look.open === null;
  const isOpen = look.open === null || look.open.has(goal);
  const row: Tree = [
    'tr',
    { key: goal, role: 'row', part: 'goal', class: lookOf(standing) },
    [
      'th',
      { scope: 'row', role: 'rowheader' },
      isPrinted
        ? name
        : [
            'button',
            {
              part: 'open',
              type: 'button',
              'data-open': goal,
              'aria-expanded': `${isOpen}`,
            },
            ['span', { class: 'way', 'aria-hidden': 'true' }, isOpen ? '▾' : '▸'],
            ['span', {}, name],
          ],
    ],
    ...cells.map((cell): Tree => [
      'td',
      { role: 'cell', class: `of-${cell}` },
      // Assistive technology has the head of the column.
      ...(look.isNarrow ? [['span', { class: 'label', 'aria-hidden': 'true' }, heads[cell]] as Tree] : []),
      ...contentOf(cell, entry, isPrinted),
    ]),
  ];
  // The detail costs more than the row, and loads a file: only an open goal is asked for it.
  return markForeign(isOpen ? [row, detailTree(entry, look)] : [row], foreign);
}

function detailTree(entry: Entry, look: RowsLook): Tree {
  return [
    'tr',
    {
      key: `${entry.goal} detail`,
      role: 'row',
      part: 'detail',
      class: `detail ${lookOf(entry.standing)}`,
    },
    ['td', { role: 'cell', colspan: cells.length + 1 }, ...detailTrees(entry, look)],
  ];
}

/** A bar has its colours from a style sheet: where there is none, the figure says it. */
function contentOf(cell: Cell, entry: Entry, isPrinted: boolean): readonly Tree[] {
  if (cell === 'status') return [['span', { part: 'chip', class: 'chip' }, iconTree(entry.icon), entry.word]];
  if (cell === 'progress')
    return [
      ...(entry.bar && !isPrinted
        ? [['span', { class: 'bar', 'aria-hidden': 'true' }, entry.bar] as Tree]
        : []),
      ['b', {}, entry.share || '—'],
    ];
  return [entry[cell] || '—'];
}

function citedTree({ title, url }: Cited): Tree {
  return url ? ['a', { href: url, rel: 'noopener noreferrer' }, title] : title;
}

function detailTrees(entry: Entry, look: RowsLook): readonly Tree[] {
  const words = goalBoardWords(look.locale);
  const { quote, document, reason, outlook, neededSentence, nextUpdate, source } = entry;
  const behind = look.behind(entry);
  const part = (title: string, texts: readonly (Tree | undefined)[]): readonly Tree[] => {
    const known = texts.filter((text) => text !== undefined && text !== '');
    return known.length > 0
      ? [['div', {}, ['dt', {}, title], ...known.map((text): Tree => ['dd', {}, text!])]]
      : [];
  };
  return [
    [
      'dl',
      { class: 'reasons' },
      ...part(words.clause, [quote && words.quote(quote), document && citedTree(document)]),
      ...part(words.why, [reason]),
      ...part(words.outlook, [outlook, neededSentence]),
      ...part(words.heads.source, [source, nextUpdate]),
    ],
    ...(behind.length > 0
      ? [
          [
            'details',
            { class: 'behind' },
            ['summary', {}, words.behind],
            [
              'div',
              { class: 'tables', role: 'region', tabindex: 0, 'aria-label': words.behindOf(entry.name) },
              ...behind,
            ],
          ] as Tree,
        ]
      : []),
  ];
}
