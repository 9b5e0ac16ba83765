/** A place in the table: row −1 is the head, the row after the last one the totals. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The table as a cursor walks it. */
export interface Grid {
  /** The first row that is shown, and the one after the last: all rows, or those of a page. */
  readonly first: number;
  readonly end: number;
  readonly rowCount: number;
  readonly columns: number;
  /** Whether there are totals: below the rows, before cards. */
  readonly hasTotals: boolean;
  /** So many rows go past with PageUp and PageDown. */
  readonly step: number;
  /** Each row is a card: its fields stand one below the other. */
  readonly isNarrow: boolean;
}

/** The place that a key leads to; `undefined` for a key that does not move. */
export function move(
  at: Place,
  { key, isAll }: { readonly key: string; readonly isAll: boolean },
  grid: Grid,
): Place | undefined {
  const { columns, rowCount } = grid;
  const { row, column } = at;
  switch (key) {
    case 'ArrowLeft':
      return grid.isNarrow ? upDown(at, -1, grid) : { row, column: Math.max(column - 1, 0) };
    case 'ArrowRight':
      return grid.isNarrow ? upDown(at, 1, grid) : { row, column: Math.min(column + 1, columns - 1) };
    case 'ArrowUp':
      return grid.isNarrow ? field(at, -1, grid) : upDown(at, -1, grid);
    case 'ArrowDown':
      return grid.isNarrow ? field(at, 1, grid) : upDown(at, 1, grid);
    case 'Home':
      return isAll && rowCount > 0 ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return isAll && rowCount > 0
        ? { row: rowCount - 1, column: columns - 1 }
        : { row, column: columns - 1 };
    case 'PageUp':
    case 'PageDown': {
      if (rowCount === 0) return at;
      const by = key === 'PageUp' ? -grid.step : grid.step;
      return { row: Math.min(Math.max(row + by, 0), rowCount - 1), column };
    }
    default:
      return undefined;
  }
}

/** The field of a card above or below, over its edge into the next card. */
function field(at: Place, by: 1 | -1, grid: Grid): Place {
  const column = at.column + by;
  if (column >= 0 && column < grid.columns) return { row: at.row, column };
  const next = upDown(at, by, grid);
  return next.row === at.row ? at : { row: next.row, column: by > 0 ? 0 : grid.columns - 1 };
}

/** The row above or below: the head, the rows that are shown, the totals. Cards have no head, and come after their totals. */
function upDown({ row, column }: Place, by: 1 | -1, grid: Grid): Place {
  const totals = grid.hasTotals ? [grid.rowCount] : [];
  const shown = grid.end > grid.first ? [grid.first, grid.end - 1] : [];
  const rows = grid.isNarrow ? [...totals, ...shown] : [-1, ...shown, ...totals];
  const isInside = row >= grid.first && row < grid.end;
  const next = row + by;
  if (isInside && next >= grid.first && next < grid.end) return { row: next, column };
  const place = (one: number): number => (grid.isNarrow && one === grid.rowCount ? -1 : one);
  const at = rows.filter((one) => (by > 0 ? place(one) > place(row) : place(one) < place(row)));
  const to = by > 0 ? at[0] : at[at.length - 1];
  return { row: to ?? row, column };
}
