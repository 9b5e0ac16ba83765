import type { Problem } from '../base/problem.js';

/** The cells of a file of any format: the text of each, and its place. */
export interface TextTable {
  /** The name of the file. */
  readonly file: string;
  readonly header: readonly HeaderCell[];
  /** Rows in the columns; with the rejected ones, all that the file has below its header. */
  readonly rowCount: number;
  /** The texts of each column, one a row, in the order of the file; null where a cell is empty. */
  readonly columns: readonly (readonly (string | null)[])[];
  /** Where a cell stands, both numbers from 0: `book.xlsx:收入!C5`, `a.csv:5:31` (line and character), `a.parquet:7:revenue` (row). */
  placeOf(row: number, column: number): string;
  /** Rows that are none of the table: of another number of cells, with stray quotation marks, with errors for values. */
  readonly rejects: readonly RejectedRow[];
  /** Columns that the file has and the table has not, because their type has no text. */
  readonly unread?: readonly UnreadColumn[];
  /** Notes that are no problems: hidden rows, a guessed encoding. */
  readonly notes: readonly Problem[];
  /** Of a workbook. */
  readonly sheets?: Sheets;
}

/** The sheets of a workbook that can be read, and the one that was. */
export interface Sheets {
  readonly names: readonly string[];
  readonly read: string;
}

/** The name of a column as its file gives it, and where it stands. */
export interface HeaderCell {
  readonly name: string;
  readonly place: string;
}

/** A column of a file that cannot be read, and why. */
export interface UnreadColumn {
  readonly name: string;
  readonly problem: Problem;
}

/** A row that could not be read. */
export interface RejectedRow {
  /** Where the fault shows. */
  readonly place: string;
  /** The row as it stands in the file. */
  readonly text: string;
  readonly problem: Problem;
}

/** A table, or all that is wrong with its file. */
export type ReadTable =
  | { readonly table: TextTable; readonly problems: readonly [] }
  | { readonly table?: undefined; readonly problems: readonly Problem[] };
