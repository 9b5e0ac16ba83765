import { MetricsError, type Condition, type RowsColumn, type RowsQuestion } from '@zj/metrics';
import { listed, meaningOf, printRows, say, testedColumns } from '@zj/metrics/internal';
import type { NotedRows } from '../row-source.js';
import { rowsWhere } from './condition.js';
import { tableOfData, type PageData } from './of-data.js';
import { orderRows } from './order.js';
import type { CellText, PageTable } from './page-table.js';
import { containing } from './search.js';
import { summarize } from './summary.js';
import { totalOf } from './total.js';
import type { SeriesWords } from './words.js';

/** Which rows of data in the page stay, and in which order. */
export type Arrangement = Pick<RowsQuestion, 'columns' | 'where' | 'search' | 'orWhere' | 'orderBy'>;

/** Data in the page whose rows can be arranged. */
export interface PageRows {
  readonly columns: readonly RowsColumn[];
  /** Throws `UNKNOWN_NAME`, `ABORTED`. */
  readonly arrange: (arrangement: Arrangement, signal?: AbortSignal) => Promise<NotedRows>;
}

/** More rows than these are asked of an engine. */
export const mostPageRows = 5000;

/** So many found places are listed. */
const mostFound = 10_000;

/**
 * Rows over data in the page: the same answers as an engine gives over the same rows, in the same order. Throws `REFUSED` for lists that
 * are no table.
 *
 * @example
 * const source = createPageRows(await metrics.query({ metric: 'industry-revenue', by: ['industry'] }), seriesWords);
 * const rows = await source.arrange({ orderBy: [{ column: 'value', direction: 'descending' }] });
 * const { columns } = await rows.window(0, 50);
 */
export function createPageRows(data: PageData, words: SeriesWords): PageRows {
  const given = tableOfData(data, words);
  const columns = given.columns.map((column): RowsColumn => {
    const { means, ...plain } = column;
    if (given.means?.has(column.name)) return { ...column, means: true };
    return means ? plain : column;
  });
  const table = { ...given, columns };
  return {
    columns: table.columns,
    // An invalid question is a rejection, as an engine has it.
    // eslint-disable-next-line @typescript-eslint/require-await
    arrange: async (arrangement, signal) => {
      checkAborted(signal);
      checkNames(arrangement, table);
      return arrangedRows(table, arrangement);
    },
  };
}

function arrangedRows(
  table: PageTable,
  { columns: names, where = [], search = '', orWhere = [], orderBy = [] }: Arrangement,
): NotedRows {
  const { cells, means, gaps, rowCount: allRows, ...facts } = table;
  const chosen = (names ?? table.columns.map(({ name }) => name)).map((name) =>
    table.columns.findIndex((column) => column.name === name),
  );
  const columns = chosen.map((at) => table.columns[at]!);
  const found = (text: string, either: readonly Condition[]): ((row: number) => boolean) => {
    const contains = containing(text);
    const others = new Set(either.length > 0 ? rowsWhere([{ or: either }], searchedTable(table)) : []);
    return (row) => others.has(row) || chosen.some((at) => contains(cells[at]![row]!));
  };
  const kept = rowsWhere(where, table);
  const order = orderRows(search === '' ? kept : kept.filter(found(search, orWhere)), orderBy, table);
  const arranged = (at: number): readonly CellText[] => order.map((row) => cells[at]![row]!);
  const kindsAt = table.columns.findIndex(({ role }) => role === 'kind');
  const unknownSums = columns.map(({ name }) => {
    const own = gaps?.get(name);
    return own !== undefined && order.some((row) => own[row]);
  });
  let isClosed = false;
  /** Each answer is a promise, as an engine's, and is refused for the same reasons. */
  const answer = <Answer>(signal: AbortSignal | undefined, of: () => Answer): Promise<Answer> =>
    new Promise((resolve) => {
      checkAborted(signal);
      if (isClosed) throw new MetricsError('CLOSED', say`These rows were closed. Arrange them again.`);
      resolve(of());
    });
  const rows: NotedRows = {
    ...facts,
    columns,
    unknownSums,
    rowCount: order.length,
    allRows,
    window: (start, count, { signal } = {}) =>
      answer(signal, () => {
        const places = order.slice(start, start + count);
        return {
          start,
          columns: chosen.map((at) => places.map((row) => cells[at]![row]!)),
          means: columns.map(({ name }) => {
            const why = means?.get(name);
            return why ? places.map((row) => why[row]!) : null;
          }),
        };
      }),
    summarize: ({ signal } = {}) =>
      answer(signal, () => chosen.map((at) => summarize(table.columns[at]!, arranged(at)))),
    totals: ({ signal } = {}) =>
      answer(signal, () => {
        const kinds = kindsAt < 0 ? undefined : arranged(kindsAt);
        return chosen.map((at, place) =>
          totalOf(table.columns[at]!, arranged(at), kinds, unknownSums[place]),
        );
      }),
    find: (text, { signal, orWhere: either = [] } = {}) =>
      answer(signal, () => {
        const isFound = found(text, either);
        const places = order.flatMap((row, place) => (isFound(row) ? [place] : []));
        return { count: places.length, rows: places.slice(0, mostFound) };
      }),
    toCsv: ({ locale = 'zh', header = 'label', bom = false, signal } = {}) =>
      printRows(rows, { locale, header, bom }, signal ? { signal } : {}),
    close: () => {
      isClosed = true;
      return Promise.resolve();
    },
  };
  return Object.freeze(rows);
}

/** A table with the meanings of its empty cells as columns, which conditions of a search may test. */
function searchedTable({ columns, cells, means, rowCount }: PageTable): Parameters<typeof rowsWhere>[1] {
  const meant = columns.filter((column) => column.means);
  return {
    rowCount,
    columns: [...columns, ...meant.map(meaningOf)],
    cells: [...cells, ...meant.map(({ name }) => means!.get(name)!)],
  };
}

function checkAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new MetricsError('ABORTED', say`The caller cancelled the call.`, { cause: signal.reason });
}

/**
 * Throws `UNKNOWN_NAME`, with all names of columns that there are not. Values of another type than their column's are not refused, as
 * an engine refuses them: a page would load the texts of all these problems.
 */
function checkNames(
  { columns = [], where = [], orWhere = [], orderBy = [] }: Arrangement,
  table: PageTable,
): void {
  const known = table.columns.map(({ name }) => name);
  const searched = searchedTable(table).columns.map(({ name }) => name);
  const unknown = [
    ...[...columns, ...testedColumns(where), ...orderBy.map(({ column }) => column)].filter(
      (name) => !known.includes(name),
    ),
    ...testedColumns(orWhere).filter((name) => !searched.includes(name)),
  ];
  if (unknown.length === 0) return;
  const message = say`The rows have no column ${listed(unknown)}. Write one of ${listed(known)}.`;
  throw new MetricsError('UNKNOWN_NAME', message);
}
