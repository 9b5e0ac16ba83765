import type { ColumnSummary, Rows } from '@zj/metrics';
import type { Column } from './column.js';
import type { NotedRows } from './row-source.js';
import type { TableWords } from './words.js';

/** All that the cells of the last row are told from. */
export interface TotalView {
  readonly rows: Rows;
  readonly columns: readonly Column[];
  readonly totals: readonly (string | null)[] | undefined;
  readonly summaries: readonly ColumnSummary[] | undefined;
  readonly words: Pick<TableWords, 'rate' | 'notAdded' | 'unknownSum' | 'openSum'>;
}

/** A cell of the last row: an exact sum with its mark, or why there is none. */
export interface TotalCell {
  readonly sum: string | null;
  /** The reason, or that figures in the sum are not settled; empty for none. */
  readonly note: string;
}

/** The sum of a column. Where figures are missing from it there is none: a smaller number would be read as the whole. */
export function tellTotal(column: Column, view: TotalView): TotalCell {
  const { rows, totals, summaries, words } = view;
  const { at, of, kind, isRelative } = column;
  if (kind !== 'figure') return { sum: null, note: '' };
  const lack = lackOf(column, rows);
  if (lack) return { sum: null, note: words.unknownSum[lack] };
  const sum = totals?.[at] ?? null;
  if (sum === null) {
    const isLarge = totals !== undefined && isFilled(column, summaries);
    const why = of.additive ? (isLarge ? words.unknownSum.large : '') : words.notAdded;
    return { sum, note: isRelative ? words.rate : why };
  }
  return { sum, note: isOpen(view) ? words.openSum : '' };
}

/** Whether a row of sums stands below the rows. */
export function hasTotals({
  rows,
  columns,
  totals,
  summaries,
}: Pick<TotalView, 'rows' | 'columns' | 'totals' | 'summaries'>): boolean {
  return (
    rows.rowCount > 0 &&
    totals !== undefined &&
    columns.some(
      (column) =>
        totals[column.at] != null ||
        lackOf(column, rows) !== undefined ||
        (column.of.additive && isFilled(column, summaries)),
    )
  );
}

/** Whether some cell of a column has a figure: without a sum, then, that could not be computed. */
function isFilled({ at }: Column, summaries: TotalView['summaries']): boolean {
  return (summaries?.[at]?.distinct ?? 0) > 0;
}

function lackOf({ of, at }: Column, rows: NotedRows): 'merged' | 'gap' | undefined {
  if (!of.additive) return undefined;
  // Nobody can tell which of these cells belong to the rows.
  if (rows.completeness.some(({ kind }) => kind === 'merged')) return 'merged';
  return rows.unknownSums?.[at] ? 'gap' : undefined;
}

/** Whether a figure of some row is provisional or an estimate. */
function isOpen({ columns, summaries }: TotalView): boolean {
  return columns.some(
    ({ at, kind, states }) =>
      kind === 'state' &&
      summaries?.[at]?.bins.some(
        ({ from, rows }) => rows > 0 && /^(provisional|estimate)$/.test(states.get(from) ?? ''),
      ),
  );
}
