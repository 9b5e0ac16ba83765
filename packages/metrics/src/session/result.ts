// eslint-disable-next-line @typescript-eslint/ban-ts-comment -- who never calls toArrow compiles without the package
/** @ts-ignore The package is optional: where it is not installed, its table is of any type. */
import type { Table as ArrowTable } from 'apache-arrow';
import type { Day } from '../base/day.js';
import type { Text } from '../base/text.js';
import type { Table } from '../engine/engine.js';
import { loadWith } from '../engine/packages.js';
import type { Completeness } from '../query/completeness.js';
import type { ResultColumn } from '../query/result-column.js';
import type { Query } from '../query/query.js';
import { printCsv, type CsvOptions } from './print-csv.js';
import { freeze } from './frozen.js';
import type { QueryColumn } from './column.js';
import { listRows, type AnyRow, type DatedRow, type RowOptions } from './row.js';

/**
 * The result of a query: columns, with the statement and the question they answer. It is frozen with all its parts. It can be iterated
 * over: row by row.
 *
 * @example
 * for (const { industry, value } of await metrics.query({ metric: 'industry-revenue', by: ['industry'] })) show(industry, value);
 */
export interface QueryResult<Row = AnyRow> extends Table, Iterable<Row> {
  readonly columns: readonly QueryColumn[];
  /** The question, copied. */
  readonly query: Query;
  /** The gaps behind the figures: rejected rows, empty cells, periods without rows, silent members. */
  readonly completeness: readonly Completeness[];
  /** The last day that all its figures can cover: a period that ends later is not over. Absent where nobody says. */
  readonly reportedThrough?: Day;
  /** Who stands behind the figures: the sources of the metrics, or of their datasets. */
  readonly source?: Text;
  /** A dataset behind the figures is made up, for demonstration: whoever shows them says so. */
  readonly demo?: true;
  /** Whether the figures were known already, from the same statement over the same data. */
  readonly cached: boolean;
  /** The rows, each as an object by column name; its days as text, or as dates. Throws `REFUSED` for options that there are not. */
  readonly rows: {
    (): readonly Row[];
    (options: RowOptions): readonly DatedRow<Row>[];
  };
  /**
   * The table as RFC 4180 CSV, CRLF after each line: figures as they are, units in the header, texts safe to open in a
   * spreadsheet (one that could be a formula gets an apostrophe in front). Under labels for people, the gaps of the figures
   * follow at the end, a line each; under names, for programs, there are none. Throws `REFUSED` for unknown options.
   */
  readonly toCsv: (options?: CsvOptions) => string;
  /**
   * The table in Arrow: Float64, Utf8, DateDay and Bool. The metadata of a field describe its column, texts as they are, all else
   * as JSON. The package apache-arrow is loaded with the first call. Throws `ENGINE_PACKAGE` if it is not installed.
   */
  readonly toArrow: () => Promise<ArrowTable>;
}

/** The columns of a table, and the question. */
export interface Asked {
  readonly columns: readonly ResultColumn[];
  readonly query: Query;
  readonly completeness?: readonly Completeness[];
  readonly reportedThrough?: Day;
  readonly source?: Text | undefined;
  readonly demo?: true | undefined;
  readonly cached: boolean;
}

/** Joins a table with its columns' descriptions. */
export function createResult(
  table: Table,
  { columns: described, query, completeness: lacks = [], reportedThrough, source, demo, cached }: Asked,
): QueryResult {
  const { rowCount, sql } = table;
  const completeness = freeze(lacks);
  const columns = Object.freeze(
    table.columns.map((column, i) => Object.freeze({ ...described[i]!, ...column }) as QueryColumn),
  );
  const rows = (options?: RowOptions) => listRows(columns, rowCount, options) as readonly AnyRow[];
  return Object.freeze({
    ...{ columns, rowCount, sql, query, completeness, cached },
    ...(reportedThrough !== undefined && { reportedThrough }),
    ...(source && { source: freeze(source) }),
    ...(demo && { demo }),
    rows,
    [Symbol.iterator]: () => rows()[Symbol.iterator](),
    toCsv: (options?: CsvOptions) => printCsv(columns, rowCount, options, completeness),
    async toArrow() {
      const { buildArrowTable } = await loadWith('apache-arrow', () => import('./arrow-table.js'));
      return buildArrowTable(columns, { rowCount, sql, query, completeness });
    },
  });
}
