import type { Range } from './address.js';
import type { SheetCell } from './cell.js';

/** A sheet of a workbook; rows and columns count from 0. */
export interface Sheet {
  readonly name: string;
  /** The rows that hold anything, from top to bottom. */
  readonly rows: readonly SheetRow[];
  /** Cells that are one. */
  readonly merges: readonly Range[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** A row of a sheet. */
export interface SheetRow {
  readonly at: number;
  /** Those that hold anything, from left to right. */
  readonly cells: readonly SheetCell[];
}

/** The place in a list of rows of the first that stands at a row of the sheet, or below it. */
export function indexFrom(rows: readonly SheetRow[], at: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
