import type { Tree } from '../drawing/tree.js';
import { breakWords, keepFigures } from '../drawing/words.js';
import { icons, lock } from '../drawing/icons.js';
import { markForeign, type Foreign } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import { chartWords } from './book.js';

/** The words around a chart: the same in the page, on paper, without scripts and in a picture of it. */
export interface Card {
  readonly title: string;
  /** 示例数据, where the data are made up; else empty. */
  readonly demo: string;
  /** How the goal stands; `null` where there is none. */
  readonly status: CardStatus | null;
  readonly summary: string;
  /** The units that no line separates from their figures in it. */
  readonly units?: readonly string[];
  /** Reasons, the meaning of a band, numbered notes: a line each. */
  readonly remarks: readonly string[];
  readonly through: string;
  /** The words before the source, and the source. */
  readonly source: readonly [before: string, source: string];
  readonly foreign: readonly Foreign[];
}

export interface CardStatus {
  readonly code: string;
  readonly word: string;
  /** Path data in a square of 16. */
  readonly icon: string;
}

/** Parts that a page may leave out of a card. They stay in the text for assistive technology, but for the buttons. */
export const hideable = [
  'status',
  'summary',
  'readout',
  'remarks',
  'source',
  'through',
  'table',
  'download',
  'read',
] as const;
export type Hideable = (typeof hideable)[number];

/** The head of a card: its name, the demo word, the status, the summary. The caption's slot is left out where there are no slots. */
export function headTrees(
  card: Card,
  locale: Locale,
  hide: readonly Hideable[] = [],
  slotted = true,
): readonly Tree[] {
  const { title, demo, status, summary } = card;
  const lang = card.foreign.find(({ words }) => words === title)?.lang;
  const name: Tree = ['span', { part: 'label', ...(lang && { lang }) }, ...breakWords(title, lang ?? locale)];
  const seen = (part: Hideable): string | false => hide.includes(part) && 'unseen';
  return [
    [
      'figcaption',
      {},
      slotted ? ['slot', { name: 'caption' }, name] : name,
      ...(demo ? [' ', ['small', { part: 'demo' }, demo] as Tree] : []),
    ],
    ...markForeign(
      [
        ...(status
          ? [
              [
                'p',
                { key: 'chip', class: hide.includes('status') ? 'state unseen' : 'state' },
                ['span', { part: 'chip', class: 'chip' }, iconTree(status.icon), status.word],
              ] as Tree,
            ]
          : []),
        [
          'p',
          { key: 'summary', part: 'summary', class: seen('summary') },
          ...keepFigures(summary, [...(card.units ?? []), chartWords(locale).points]),
        ],
      ],
      card.foreign,
    ),
  ];
}

/** The lines below a drawing. */
export function remarkTrees({ remarks, foreign }: Card, hide: readonly Hideable[] = []): readonly Tree[] {
  if (remarks.length === 0) return [];
  const list: Tree = [
    'ul',
    { part: 'remarks', class: hide.includes('remarks') ? 'remarks unseen' : 'remarks' },
    ...remarks.map((remark): Tree => ['li', {}, remark]),
  ];
  return markForeign([list], foreign);
}

/** The last line: the source and the day up to which the figures count. */
export function footTrees(
  { through, source, foreign }: Card,
  hide: readonly Hideable[] = [],
): readonly Tree[] {
  const part = (name: 'source' | 'through', ...words: readonly Tree[]): Tree => [
    'span',
    { part: name, class: hide.includes(name) && 'unseen' },
    ...words,
  ];
  const isBoth = source[1] !== '' && through !== '' && !hide.includes('source') && !hide.includes('through');
  const line: readonly Tree[] = [
    ...(source[1] ? [part('source', source[0], source[1])] : []),
    ...(isBoth ? [' · '] : []),
    ...(through ? [part('through', through)] : []),
  ];
  return markForeign([['p', { class: 'credits' }, ...line]], foreign);
}

/** The card of a goal of which no figure is published: its name and the reason. */
export function withheldCard(title: string, reason: string, word: string, foreign: readonly Foreign[]): Card {
  return {
    title,
    demo: '',
    status: { code: 'withheld', word, icon: lock },
    summary: reason,
    remarks: [],
    through: '',
    source: ['', ''],
    foreign,
  };
}

/** The card while nothing is known but perhaps a name. */
export function emptyCard(title: string): Card {
  return { ...withheldCard(title, '', '', []), status: null };
}

/** The card as a voice reads it: its name, its status, its summary. */
export function linesOf({ title, demo, status, summary }: Card): readonly string[] {
  return [title, demo, status?.word ?? '', summary];
}

/** An icon beside a word. */
export function iconTree(path: string): Tree {
  return ['svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', class: 'icon' }, ['path', { d: path }]];
}

/** The icon of a status; that of one which cannot be assessed for a status that is newer than this script. */
export function statusIcon(code: string): string {
  return Object.hasOwn(icons, code) ? icons[code as keyof typeof icons] : icons['not-assessable'];
}
