import type { Locale } from '../locale/locale.js';
import { tableWords } from './book.js';
import { cellTeller } from './cell.js';
import { readColumns, type Column } from './column.js';
import { readOrder, type Sorted } from './order.js';
import { cardsOfPage, mostScrolled, pageSizes } from './page-bar.js';
import { edgesOf } from './range.js';
import type { Rows, RowsColumn } from '@zj/metrics';
import { rowsSeen, type Seen } from './scrolling.js';
import type { TableState } from './state.js';
import { cardHead, type Mode, type View } from './view.js';

/** The element that a table is shown by, as far as its parts know it. */
export interface Host {
  readonly renderRoot: ShadowRoot;
  readonly requestUpdate: () => void;
  readonly order?: unknown;
  readonly mode?: unknown;
  readonly pageSize?: unknown;
  readonly elder?: boolean | undefined;
}

/** Up to so many rows stand in pages, where nobody chooses. */
const few = 1000;
/** Below this width, in `em`, each row is a card. */
const narrow = 34;

/** The room of a table: its width in `em`, and whether its type is large. */
export interface Room {
  readonly width: number;
  readonly isElder: boolean;
}

/** The parts of a view that are not the reader's. */
export interface ViewParts extends Pick<
  View,
  'rows' | 'windows' | 'locale' | 'title' | 'order' | 'summaries' | 'totals' | 'busy' | 'hit'
> {
  readonly room: Room;
  readonly seen: Seen;
}

/** Who makes the views of one table. */
export interface Viewer {
  /** The columns of the rows that were shown last. */
  readonly columns: () => readonly Column[];
  readonly columnsOf: (rows: Rows, locale: Locale) => readonly Column[];
  readonly view: (state: TableState, parts: ViewParts) => View;
  /** Whether other rows are seen than a view has. */
  readonly isStale: (view: View, seen: Seen) => boolean;
  readonly edgesOf: (range: NonNullable<TableState['range']>, rows: Rows) => ReturnType<typeof edgesOf>;
}

/** The order that a reader chose, or that of the attribute. */
export function orderOf({ order }: TableState, host: Host): readonly Sorted[] {
  return order ?? readOrder(typeof host.order === 'string' ? host.order : '');
}

/** The rows of a page, where they are no cards and nobody has chosen. */
export function usualSize({ pageSize }: Host): number {
  return Number(pageSize) === 100 ? 100 : pageSizes[0]!;
}

const isNarrow = ({ width }: Room): boolean => width > 0 && width < narrow;

/** The rows of a page in a room: of cards fewer, which are higher. */
export function pageSizeIn(room: Room, { pageSize }: TableState, host: Host): number {
  return pageSize ?? (isNarrow(room) ? cardsOfPage : usualSize(host));
}

export function createViewer(host: Host): Viewer {
  let made:
    | {
        readonly of: readonly RowsColumn[];
        readonly print: string;
        readonly locale: Locale;
        readonly columns: readonly Column[];
        readonly tellers: View['tellers'];
      }
    | undefined;
  const columnsIn = (of: readonly RowsColumn[], locale: Locale): NonNullable<typeof made> => {
    if (made?.of === of && made.locale === locale) return made;
    // Rows that are arranged otherwise have the same columns.
    const print = JSON.stringify(of);
    if (made?.print === print && made.locale === locale) return (made = { ...made, of });
    const columns = readColumns(of, locale);
    const tellers = columns.map((column) => cellTeller(column, locale));
    return (made = { of, print, locale, columns, tellers });
  };
  return {
    columns: () => made?.columns ?? [],
    columnsOf: (rows, locale) => columnsIn(rows.columns, locale).columns,
    view(state, { room, seen, ...parts }) {
      const { rows, locale } = parts;
      const { columns, tellers } = columnsIn(rows.columns, locale);
      const hasCards = isNarrow(room);
      const isElder = host.elder === true || room.isElder;
      const wanted = state.mode ?? (host.mode === 'scroll' || host.mode === 'pages' ? host.mode : undefined);
      const usual: Mode = isElder || rows.rowCount <= few ? 'pages' : 'scroll';
      const mode = hasCards || rows.rowCount > mostScrolled ? 'pages' : (wanted ?? usual);
      const pageSize = pageSizeIn(room, state, host);
      const page = Math.min(state.page, Math.max(Math.ceil(rows.rowCount / pageSize) - 1, 0));
      const [first, end] =
        mode === 'scroll'
          ? rowsSeen(seen, rows.rowCount)
          : [page * pageSize, Math.min((page + 1) * pageSize, rows.rowCount)];
      return {
        ...parts,
        ...{
          columns,
          tellers,
          kindAt: rows.columns.findIndex(({ role }) => role === 'kind'),
          first,
          end,
          mode,
          page,
          pageSize,
          isNarrow: hasCards,
          cardHead: cardHead(columns),
        },
        words: tableWords(locale),
        filtered: new Set(Object.keys(state.filters)),
        cursor: state.cursor,
        edges: state.range && edgesOf(state.range, rows.rowCount),
        search: state.search,
      };
    },
    isStale(view, seen) {
      if (view.mode !== 'scroll') return false;
      const [first, end] = rowsSeen(seen, view.rows.rowCount);
      return first !== view.first || end !== view.end;
    },
    edgesOf: (range, { rowCount }) => edgesOf(range, rowCount),
  };
}
