import { iconTree } from '../chart/card.js';
import { linkRel } from '../element/web-address.js';
import { breakWords } from '../drawing/words.js';
import type { Tree } from '../drawing/tree.js';
import { markForeign } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import type { AreaShape, BoardShape, ReportShape, TaskShape } from './board-shape.js';
import { boardWords } from './book.js';
import { stateIcons } from './state-icon.js';
import type { State } from './words.js';

/** The tasks by areas. Those in another state than the chosen one are hidden, so that their open parts stay open. */
export function boardTrees(
  { areas, foreign }: BoardShape,
  chosen: State | null,
  locale: Locale,
): readonly Tree[] {
  return markForeign(
    areas.map((area, at) => areaTree(area, `area-${at}`, chosen, locale)),
    foreign,
  );
}

/** The level of a heading is the page's to say, so the name of an area is that of its list. */
function areaTree(
  { id, heading, told, tasks }: AreaShape,
  name: string,
  chosen: State | null,
  locale: Locale,
): Tree {
  const isHidden = (state: State): boolean => chosen !== null && chosen !== state;
  return [
    'div',
    {
      key: id,
      part: 'area',
      class: 'area',
      hidden: chosen !== null && tasks.every(({ state }) => isHidden(state)),
    },
    ['p', { part: 'area-title', id: name }, ...breakWords(heading, locale)],
    ['p', { class: 'told' }, told],
    [
      'ul',
      { class: 'tasks', role: 'list', 'aria-labelledby': name },
      ...tasks.map((task): Tree => [
        'li',
        { key: task.id, part: 'task', class: 'task', hidden: isHidden(task.state) },
        ...taskTrees(task, locale),
      ]),
    ],
  ];
}

/** A task is a row that opens, where there is something behind it. */
function taskTrees(task: TaskShape, locale: Locale): readonly Tree[] {
  const { title, state, line, told, measures } = task;
  const facts = factTrees(task, locale);
  const isClosed = facts.length > 0 || measures.length > 0;
  const row: readonly Tree[] = [
    ['span', { class: 'name' }, ...breakWords(title, locale)],
    ' ',
    stateTree(state, locale),
    ' ',
    [
      'span',
      { class: 'tally' },
      ['span', { class: 'marks', 'aria-hidden': 'true' }, ...measures.map(markTree)],
      ...(measures.length > 0 ? [['span', {}, told] as Tree] : []),
    ],
    ' ',
    ['span', { class: 'line' }, line],
  ];
  if (!isClosed) return [['div', { class: 'row' }, ...row]];
  return [
    [
      'details',
      { part: 'detail', class: 'detail' },
      ['summary', { part: 'detail-button', class: 'row' }, ...row],
      [
        'div',
        { class: 'inside' },
        ['div', { class: 'facts' }, ...facts],
        ...(measures.length > 0
          ? [
              [
                'ol',
                { class: 'measures', role: 'list', 'aria-label': boardWords(locale).measuresOf(title) },
                ...measures.map((measure, at) => measureTree(measure, at, locale)),
              ] as Tree,
            ]
          : []),
      ],
    ],
  ];
}

function measureTree(measure: ReportShape, at: number, locale: Locale): Tree {
  const { title, state, line } = measure;
  return [
    'li',
    { key: at, part: 'measure', class: 'measure' },
    ['p', { class: 'name' }, `${at + 1}. `, ...breakWords(title, locale)],
    ['p', {}, stateTree(state, locale)],
    ['div', { class: 'facts' }, ['p', { class: 'line' }, line], ...factTrees(measure, locale)],
  ];
}

/** The facts of a report beside its state. */
function factTrees({ since, due, note, evidence, changes }: ReportShape, locale: Locale): readonly Tree[] {
  const words = boardWords(locale);
  const facts = [since, due, note].filter(Boolean);
  return [
    ...facts.map((fact): Tree => ['p', { class: 'fact' }, fact]),
    ...(evidence
      ? [
          [
            'p',
            { class: 'fact' },
            ['a', { part: 'evidence', href: evidence.address, rel: linkRel }, words.evidence(evidence.host)],
          ] as Tree,
        ]
      : []),
    ...(changes.length > 1
      ? [
          [
            'details',
            { class: 'changes' },
            ['summary', { part: 'changes-button' }, words.changes(changes.length)],
            ['ol', { part: 'changes' }, ...changes.map((change): Tree => ['li', {}, change])],
          ] as Tree,
        ]
      : []),
  ];
}

/** A state as icon and word. */
function stateTree(state: State, locale: Locale): Tree {
  const word = boardWords(locale).states[state];
  const chip: Tree = ['span', { part: 'state', class: `chip ${state}` }, iconTree(stateIcons[state]), word];
  return ['span', { class: 'where' }, chip];
}

function markTree({ state }: ReportShape): Tree {
  return ['span', { class: state }, iconTree(stateIcons[state])];
}

/** The safeguards of the plan, which open. */
export function safeguardTrees({ safeguards, foreign }: BoardShape, locale: Locale): readonly Tree[] {
  if (safeguards.length === 0) return [];
  return markForeign(
    [
      [
        'details',
        { part: 'safeguards', class: 'safeguards' },
        ['summary', {}, boardWords(locale).safeguards(safeguards.length)],
        [
          'dl',
          {},
          ...safeguards.flatMap(({ heading, measures }): readonly Tree[] => [
            ['dt', {}, heading],
            ...measures.map((measure): Tree => ['dd', {}, measure]),
          ]),
        ],
      ],
    ],
    foreign,
  );
}
