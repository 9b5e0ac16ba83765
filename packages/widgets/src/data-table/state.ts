import type { ColumnFilter } from './column-filter.js';
import { conditionsOf } from './column-filter.js';
import type { Column } from './column.js';
import type { Place } from './move.js';
import { searchOf } from './search.js';
import { orderingOf, type Sorted } from './order.js';
import type { Range } from './range.js';
import type { Arrangement } from './row-source.js';
import type { Mode } from './view.js';

/** A panel that a reader opened over the table: the filter of a column, or a cell in full. */
export interface Panel {
  readonly kind: 'filter' | 'detail';
  readonly at: Place;
}

/** What a reader did in the table. */
export interface TableState {
  /** `undefined` until the reader orders rows: then the attribute's. */
  readonly order: readonly Sorted[] | undefined;
  readonly isPinyin: boolean;
  readonly filters: Readonly<Record<string, ColumnFilter>>;
  readonly search: string;
  /** Only rows with that text are shown. */
  readonly isOnly: boolean;
  /** The match that the reader is at; −1 before the first. */
  readonly hit: number;
  /** `undefined` until the reader chooses. */
  readonly mode: Mode | undefined;
  readonly pageSize: number | undefined;
  readonly page: number;
  readonly cursor: Place;
  readonly range: Range | undefined;
  readonly panel: Panel | undefined;
  /** A sentence on the copied cells. */
  readonly told: string;
}

/** A table whose rows are there. */
export interface Settled {
  readonly state: TableState;
  readonly columns: readonly Column[];
  readonly isInPages: boolean;
  /** The rows of a page, and as many as there are where nobody has chosen. */
  readonly pageSize: number;
  readonly usualSize: number;
}

export const firstState: TableState = {
  order: undefined,
  isPinyin: false,
  filters: {},
  search: '',
  isOnly: false,
  hit: -1,
  mode: undefined,
  pageSize: undefined,
  page: 0,
  cursor: { row: 0, column: 0 },
  range: undefined,
  panel: undefined,
  told: '',
};

/** The filter of a column, which may be called `constructor`. */
export function filterOf(
  filters: TableState['filters'],
  { name }: Pick<Column, 'name'>,
): ColumnFilter | undefined {
  return Object.hasOwn(filters, name) ? filters[name] : undefined;
}

/** The question of a state, without the filter of one column where that is named. */
export function arrangementOf(
  { filters, search, isOnly }: TableState,
  order: readonly Sorted[],
  columns: readonly Column[],
  without?: string,
): Arrangement {
  return {
    where: columns.flatMap((column) => {
      const filter = column.name === without ? undefined : filterOf(filters, column);
      return filter ? conditionsOf(column, filter) : [];
    }),
    ...(isOnly && search ? searchOf(search, columns) : { search: '' }),
    orderBy: orderingOf(order, {}),
  };
}

/** The state with rows arranged anew: from their beginning, with nothing selected. */
export function fromStart(state: TableState): TableState {
  const { row, column } = state.cursor;
  return {
    ...state,
    page: 0,
    hit: -1,
    range: undefined,
    panel: undefined,
    told: '',
    // Who stands at a head stays there.
    cursor: { row: Math.min(row, 0), column },
  };
}
