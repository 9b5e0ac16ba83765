import { markForeign } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import type { Tree } from '../drawing/tree.js';
import { barTree, sidesTree } from './bar-tree.js';
import { breakdownWords } from './book.js';
import type { BreakdownShape, Cell, Column, Row } from './shape.js';

/** How the rows of a table are laid out. */
export interface TableLook {
  readonly locale: Locale;
  /** Three lines a row, each figure with its word: then styles show a row as a block, and roles say that it is still a row. */
  readonly isNarrow?: boolean;
}

const unseen = 'unseen';

/** The name of a row, without the control that chooses or opens it. */
export function nameTree(row: Row, { foreign }: Pick<BreakdownShape, 'foreign'>): readonly Tree[] {
  return markForeign([row.name], foreign);
}

/** How settled the figure of a row is, beside its name. */
export function stateTree({ state }: Row): readonly Tree[] {
  return state ? [' ', ['small', { part: 'state' }, state]] : [];
}

/** The cell of the place by size, before the name. */
export function rankTree({ rank }: Row, { isNarrow = false }: TableLook): Tree {
  return ['td', { class: 'rank', role: isNarrow && 'cell' }, rank];
}

/** The cells of the figures, after the name: the first with the bar. */
export function cellTrees(row: Row, shape: BreakdownShape, look: TableLook): readonly Tree[] {
  const role = look.isNarrow === true && 'cell';
  return row.cells.map((cell, at): Tree => {
    const column = shape.columns[at]!;
    if (at > 0) {
      return [
        'td',
        { class: column.id, role },
        ...(look.isNarrow
          ? [['span', { class: 'lead', 'aria-hidden': 'true' }, `${column.label} `] as Tree]
          : []),
        ...figureTrees(cell),
      ];
    }
    // At the end of its bar a figure is told to the eye; a total has no bar.
    const isDrawn = shape.appearance === 'change' && row.kind !== 'total';
    const none: readonly Tree[] = row.noBar ? [['small', { class: 'nobar' }, row.noBar]] : [];
    const [less, more] = shape.sides;
    const word = cell.column === 'difference' && cell.direction ? `${cell.direction > 0 ? more : less} ` : '';
    const figure: Tree = ['b', { part: 'value', class: isDrawn && unseen }, word + cell.text];
    return [
      'td',
      { class: 'measure', role },
      [
        'div',
        {},
        ['div', { class: 'drawing' }, ...(row.noBar ? none : [barTree(row, shape, look.isNarrow)])],
        figure,
      ],
    ];
  });
}

/** A figure; a change with an arrow, which tells nothing that its sign does not. */
function figureTrees({ text, direction }: Cell): readonly Tree[] {
  if (!direction) return [text];
  return [['span', { class: 'arrow', 'aria-hidden': 'true' }, direction > 0 ? '▲' : '▼'], text];
}

/** The words in the head of a column, with the unit of its figures. */
export function headTrees({ label, unit }: Column, { locale, isNarrow = false }: TableLook): readonly Tree[] {
  return unit
    ? [label, ['span', { class: isNarrow && unseen }, breakdownWords(locale).inUnit(unit)]]
    : [label];
}

/**
 * The table without controls, for pages without scripts: the same cells, the rest beside its parts if that is open.
 *
 * @example tableTree(shape, { locale: 'zh-CN' }) // ['table', { part: 'table' }, ['caption', …], …]
 */
export function tableTree(shape: BreakdownShape, look: TableLook): Tree {
  const { rows, columns, title, dimension } = shape;
  const words = breakdownWords(look.locale);
  const head = (content: readonly Tree[]): Tree => ['th', { scope: 'col' }, ...content];
  return [
    'table',
    { part: 'table' },
    ['caption', { class: unseen }, title],
    [
      'thead',
      {},
      [
        'tr',
        {},
        head([words.rank]),
        head([dimension]),
        ...columns.map((column, at) =>
          head([...headTrees(column, look), ...(at === 0 ? sidesTree(shape) : [])]),
        ),
      ],
    ],
    [
      'tbody',
      {},
      ...rows.map((row): Tree => [
        'tr',
        { key: row.key, class: row.kind },
        rankTree(row, look),
        ['th', { scope: 'row' }, ...nameTree(row, shape), ...stateTree(row)],
        ...cellTrees(row, shape, look),
      ]),
    ],
  ];
}

/** The unit of the figures, and the meaning of the marks on bars. */
export function legendTree({ legend, foreign }: Pick<BreakdownShape, 'legend' | 'foreign'>): readonly Tree[] {
  return markForeign([['p', { part: 'legend' }, legend]], foreign);
}
