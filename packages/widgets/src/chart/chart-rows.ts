import type { EmptyMeaning, RowsColumn } from '@zj/metrics';

/** The figures of a chart as the rows of a data table. */
export interface ChartRows {
  /** The name of the table, with the unit of the figures. */
  readonly caption: string;
  readonly columns: readonly (Pick<RowsColumn, 'name'> & Partial<RowsColumn>)[];
  /** A cell for each column; `null` where there is none. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Why cells are empty, by the names of columns. */
  readonly means: ReadonlyMap<string, readonly (EmptyMeaning | null)[]>;
}
