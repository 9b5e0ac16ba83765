import type { Spoken } from '../locale/book.js';
import type { Locale } from '../locale/locale.js';
import type { Cell } from './cell.js';
import type { Column } from './column.js';
import type { Place } from './move.js';
import type { Sorted } from './order.js';
import type { Edges } from './range.js';
import type { ColumnSummary, Rows } from '@zj/metrics';
import type { RawCell, Windows } from './windows.js';
import { hasTotals } from './total-cell.js';
import type { TableWords } from './words.js';

export type Mode = 'pages' | 'scroll';

/** All that the templates of a table show. */
export interface View {
  readonly locale: Locale;
  readonly words: Spoken<TableWords>;
  readonly title: string;
  readonly rows: Rows;
  readonly windows: Windows;
  readonly columns: readonly Column[];
  /** For each of these columns. */
  readonly tellers: readonly ((raw: RawCell, rowKind?: string | null) => Cell)[];
  /** The place of the column that says of which kind a row is; −1 without one. */
  readonly kindAt: number;
  readonly summaries: readonly ColumnSummary[] | undefined;
  readonly totals: readonly (string | null)[] | undefined;
  readonly order: readonly Sorted[];
  readonly filtered: ReadonlySet<string>;
  /** The rows in the page: the first, and the one after the last. */
  readonly first: number;
  readonly end: number;
  readonly mode: Mode;
  readonly page: number;
  readonly pageSize: number;
  /** Each row is a card. */
  readonly isNarrow: boolean;
  /** The places of the columns that a card is headed by. */
  readonly cardHead: readonly number[];
  readonly cursor: Place;
  readonly edges: Edges | undefined;
  /** The text that is looked for; empty for none. */
  readonly search: string;
  /** The row of the match that the reader is at. */
  readonly hit: number | undefined;
  /** Other rows are on their way. */
  readonly busy: boolean;
}

/** The places of the columns that tell a row from all others: those of its key, else the first one. */
export function cardHead(columns: readonly Column[]): readonly number[] {
  const places = columns.map((_, at) => at);
  const ids = places.filter((at) => columns[at]!.of.role === 'key').slice(0, 1);
  const keys = places.filter((at) => columns[at]!.of.inKey);
  return [ids, keys, [0]].find((one) => one.length > 0)!;
}

/** The place of a row for those who do not see it: the head is 1. The sums stand below the rows, but before cards. */
export function rowIndex(
  view: Pick<View, 'isNarrow' | 'rows' | 'columns' | 'totals' | 'summaries'>,
  row: number,
): number {
  const isTotal = row === view.rows.rowCount;
  const before = view.isNarrow && hasTotals(view);
  return before ? (isTotal ? 2 : row + 3) : row + 2;
}

/** A number of rows, written. */
export function written({ words }: Pick<View, 'words'>, count: number): string {
  return words.number(`${count}`);
}

/** The pages of the rows, at least one. */
export function pageCount({ rows, pageSize }: Pick<View, 'rows' | 'pageSize'>): number {
  return Math.max(Math.ceil(rows.rowCount / pageSize), 1);
}
