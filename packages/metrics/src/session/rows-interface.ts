import type { Day } from '../base/day.js';
import type { Text } from '../base/text.js';
import type { MissingMeaning } from '../dataset/contract.js';
import type { CallOptions } from '../engine/engine.js';
import type { Condition } from '../metric/metric.js';
import type { Completeness } from '../query/completeness.js';
import type { RowsColumn } from '../query/rows-columns.js';
import type { ColumnSummary } from '../query/rows-summary.js';
import type { CsvOptions } from './print-csv.js';

/**
 * Rows in a fixed order, read by windows: those of a dataset, or of the answer to a query. Another question makes other rows. Their
 * order is total, so that windows lose no row and have none twice: it ends in the order of the stored table, or of the answer.
 * Each call throws `CLOSED` after `close`, and where the data are others than before, and as {@link CallOptions} say.
 *
 * @example
 * const rows = await metrics.rows({ dataset: 'industry-revenue', orderBy: [{ column: 'revenue', direction: 'descending' }] });
 * const { columns } = await rows.window(0, 50);
 * await rows.close();
 */
export interface Rows {
  /** The columns that are shown, in order. */
  readonly columns: readonly RowsColumn[];
  /** Rows that stay. */
  readonly rowCount: number;
  /** All rows: without conditions, days and search. */
  readonly allRows: number;
  /** A statement that gives these rows in this order. */
  readonly sql: string;
  /** The last day that the rows can cover. */
  readonly reportedThrough?: Day;
  readonly source?: Text;
  /** A dataset behind the rows is made up. */
  readonly demo?: true;
  /** The gaps: rejected rows; merged cells of which nobody can tell whether they meet the conditions; of a query all of its own. */
  readonly completeness: readonly Completeness[];
  /**
   * The rows from a place on, the first of which is 0: at most 10 000, fewer at the end. Throws `REFUSED` for other numbers.
   *
   * @example
   * const { columns: [months] } = await rows.window(100, 50); // months: ['2026-01-01', …]
   */
  readonly window: (start: number, count: number, options?: CallOptions) => Promise<RowsWindow>;
  /** Each column over all rows that stay, in brief. */
  readonly summarize: (options?: CallOptions) => Promise<readonly ColumnSummary[]>;
  /**
   * The exact sum of each additive column over all rows that stay, without the rows of totals; null where a sum would mean nothing,
   * where there is no cell, and beyond 38 digits. Of a DOUBLE column it is the sum of binary fractions, with an error of their last digits.
   */
  readonly totals: (options?: CallOptions) => Promise<readonly (string | null)[]>;
  /**
   * How many rows contain a text, as `search` does, or meet a condition of `orWhere`, and the places of the first 10 000. Throws
   * `REFUSED` for conditions that its columns cannot meet.
   */
  readonly find: (text: string, options?: FindOptions & CallOptions) => Promise<FoundRows>;
  /**
   * All rows as RFC 4180 CSV, piece by piece, as `QueryResult.toCsv` prints them, but exact to the last digit. Whoever stops reading
   * stops it.
   *
   * @example
   * for await (const piece of rows.toCsv({ locale: 'en', signal })) await file.write(piece);
   */
  readonly toCsv: (options?: CsvOptions & CallOptions) => AsyncIterable<string>;
  /** Forgets the order; calls after it throw `CLOSED`. */
  readonly close: (options?: CallOptions) => Promise<void>;
}

/** Rows that are found beside those with a text. */
export interface FindOptions {
  /** Conditions as `orWhere` of a question has them: a row that meets one of them is found. */
  readonly orWhere?: readonly Condition[];
}

/** Some rows, in columns. */
export interface RowsWindow {
  readonly start: number;
  /** The exact texts of the cells: decimals to the digit, days as `2026-10-31`, `true` and `false`; null where a cell is empty. */
  readonly columns: readonly (readonly (string | null)[])[];
  /** Why cells are empty, for each column where that may be known. */
  readonly means: readonly (readonly (EmptyMeaning | null)[] | null)[];
}

/** Why a cell is empty: as its file says, or because it was merged with others for confidentiality. */
export type EmptyMeaning = MissingMeaning | 'merged';

/** Where a text is. */
export interface FoundRows {
  readonly count: number;
  /** In order. */
  readonly rows: readonly number[];
}
