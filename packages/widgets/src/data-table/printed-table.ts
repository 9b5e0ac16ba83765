import type { Rows } from '@zj/metrics';
import type { Attributes, Tree } from '../drawing/tree.js';
import type { Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import { tableWords } from './book.js';
import { cellTeller, type Cell } from './cell.js';
import { tellKind, type Column } from './column.js';
import type { Sorted } from './order.js';
import { listPages } from './page-list.js';
import type { PrintedPage } from './printed-page.js';
import { tellEmpty } from './row-kind.js';
import { stateShape } from './state-shape.js';
import { isWebAddress, linkRel } from '../element/web-address.js';
import { hasTotals, tellTotal } from './total-cell.js';
import type { TableWords } from './words.js';

/** All that a printed table shows. */
export interface PrintedView extends PrintedPage {
  readonly locale: Locale;
  readonly title: string;
  readonly rows: Rows;
  readonly columns: readonly Column[];
  /** The place of the column that says of which kind a row is; −1 without one. */
  readonly kindAt: number;
  readonly order: readonly Sorted[];
}

/** The table of a page, in a box that readers can scroll by keyboard where a style sheet makes it narrow. */
export function printedTable(view: PrintedView): Tree {
  const words = tableWords(view.locale);
  const { title, first, cells, pages } = view;
  const stretch =
    pages > 1
      ? [
          [
            'caption',
            {},
            words.stretch(number(words, first + 1), number(words, first + cells.length)),
          ] as Tree,
        ]
      : [];
  return [
    'div',
    { role: 'region', 'aria-label': title, tabindex: 0 },
    [
      'table',
      {},
      ...stretch,
      ['thead', {}, ['tr', {}, ...view.columns.map((column) => head(column, view))]],
      ['tbody', {}, ...bodyRows(view)],
      ...totalRow(view),
    ],
  ];
}

/** Without a style sheet, too, figures stand below each other. */
function sideOf({ kind }: Column): Attributes {
  return kind === 'figure' ? { align: 'right' } : {};
}

function head(column: Column, view: PrintedView): Tree {
  const { locale, order, summaries } = view;
  const words = tableWords(locale);
  const summary = summaries[column.at];
  const sorted = order[0]?.column === column.name ? order[0] : undefined;
  const facts = [
    tellKind(column, summary, locale),
    ...(summary && summary.empty > 0 ? [tellEmpty(column, { ...view, words })] : []),
  ];
  return [
    'th',
    {
      scope: 'col',
      ...sideOf(column),
      'aria-sort': sorted !== undefined && (sorted.isDescending ? 'descending' : 'ascending'),
    },
    column.label,
    ' ',
    ['small', {}, facts.join(words.list)],
  ];
}

function bodyRows({ columns, cells, kindAt, locale }: PrintedView): readonly Tree[] {
  const tellers = columns.map((column) => cellTeller(column, locale));
  return cells.map((row): Tree => {
    const kind = row[kindAt]?.text;
    const told = columns.map((column, at): Tree => {
      const content = cellTrees(tellers[at]!(row[column.at]!, kind));
      return at === 0
        ? ['th', { scope: 'row', ...sideOf(column) }, ...content]
        : ['td', sideOf(column), ...content];
    });
    return ['tr', {}, ...told];
  });
}

/** A cell: a state with its shape, the word for an empty one in small type. */
function cellTrees({ text, look }: Cell): readonly Tree[] {
  if (look === '' && isWebAddress(text)) return [['a', { href: text, rel: linkRel }, text]];
  if (look === '' || look === 'final') return [text];
  if (look === 'provisional' || look === 'estimate' || look === 'revised')
    return [stateShape(look), ' ', text];
  return [['small', {}, text]];
}

/** The sums of all rows, not of the page alone. */
function totalRow(view: PrintedView): readonly Tree[] {
  const { columns, locale } = view;
  if (!hasTotals(view)) return [];
  const words = tableWords(locale);
  const told = columns.map((column, at): Tree => {
    if (at === 0) return ['th', { scope: 'row' }, words.total];
    const { sum, note } = tellTotal(column, { ...view, words });
    const told = sum === null ? '' : cellTeller(column, locale)({ text: sum, empty: null }).text;
    const parts: readonly Tree[] = [
      ...(told ? [['b', {}, told] as Tree] : []),
      ...(told && note ? [' '] : []),
      ...(note ? [['small', {}, note] as Tree] : []),
    ];
    return ['td', sideOf(column), ...parts];
  });
  return [['tfoot', {}, ['tr', {}, ...told]]];
}

/** The links to the other pages. */
export function pageLinks(
  { page, pages, locale, title }: PrintedView,
  hrefOf: (page: number) => string,
): readonly Tree[] {
  if (pages === 1) return [];
  const words = tableWords(locale);
  const step = (to: number, text: string): readonly Tree[] =>
    to < 1 || to > pages ? [] : [['a', { href: hrefOf(to) }, text]];
  const numbers = listPages(page - 1, pages).map((at): Tree => {
    if (at === null) return '…';
    const written = number(words, at + 1);
    return at + 1 === page
      ? ['b', { 'aria-current': 'page' }, written]
      : ['a', { href: hrefOf(at + 1), 'aria-label': words.page(written) }, written];
  });
  const links = [...step(page - 1, words.previousPage), ...numbers, ...step(page + 1, words.nextPage)];
  return [
    [
      'nav',
      { 'aria-label': words.pages(title) },
      ...links.flatMap((link, at) => (at === 0 ? [link] : [' ', link])),
    ],
  ];
}

function number(words: Spoken<TableWords>, count: number): string {
  return words.number(`${count}`);
}
