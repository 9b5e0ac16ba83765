import type { EmptyMeaning, Rows, RowsColumn } from '@zj/metrics';

/** The text of a cell, exact; `null` where it is empty. */
export type CellText = string | null;

/** Data in the page as columns of texts, with the facts that belong to them. */
export interface PageTable extends Pick<
  Rows,
  'sql' | 'reportedThrough' | 'source' | 'demo' | 'completeness'
> {
  readonly columns: readonly RowsColumn[];
  /** The cells of each column, all of one length. */
  readonly cells: readonly (readonly CellText[])[];
  readonly rowCount: number;
  /** Why cells are empty, by the names of columns of which somebody says it. */
  readonly means?: ReadonlyMap<string, readonly (EmptyMeaning | null)[]>;
  /** The rows without which a column has no sum, by its name: their figure is missing, or only estimated. */
  readonly gaps?: ReadonlyMap<string, readonly boolean[]>;
}

/** A column with its cells. */
export type Filled = readonly [column: RowsColumn, cells: readonly CellText[]];

/** Columns with their cells as a table; a column without any cell is left out, but for the first. */
export function tableOf(
  filled: readonly Filled[],
  facts: Omit<PageTable, 'columns' | 'cells' | 'rowCount'>,
): PageTable {
  const shown = filled.filter(([, cells], at) => at === 0 || cells.some((cell) => cell !== null));
  return {
    ...facts,
    columns: shown.map(([column]) => column),
    cells: shown.map(([, cells]) => cells),
    rowCount: shown[0]?.[1].length ?? 0,
  };
}
