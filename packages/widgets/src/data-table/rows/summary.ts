import type { ColumnSummary, RowsColumn, SummaryBin } from '@zj/metrics';
import { edgesOf } from '@zj/metrics/internal';
import { comparing, type Compare } from './order.js';
import type { CellText } from './page-table.js';

/** The most bins of a histogram. */
const mostBins = 12;

/** The facts of a column's cells: how many are empty, how many differ, the ends, and a histogram of at most twelve bars. */
export function summarize(column: RowsColumn, cells: readonly CellText[]): ColumnSummary {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const compare = comparing(column);
  const values = mergeSame(
    [...counts].sort(([one], [other]) => compare(one, other)),
    compare,
  );
  return {
    name: column.name,
    empty: cells.filter((cell) => cell === null).length,
    distinct: values.length,
    least: values[0]?.[0] ?? null,
    greatest: values.at(-1)?.[0] ?? null,
    bins: binsOf(column, values, compare),
  };
}

/** A value, and the rows that have it. */
type Counted = readonly [value: string, rows: number];

/** `1.0` and `1` are the same value. */
function mergeSame(sorted: readonly Counted[], compare: Compare): readonly Counted[] {
  const merged: Counted[] = [];
  for (const [value, rows] of sorted) {
    const last = merged.at(-1);
    if (last && compare(last[0], value) === 0) merged[merged.length - 1] = [last[0], last[1] + rows];
    else merged.push([value, rows]);
  }
  return merged;
}

function binsOf(column: RowsColumn, values: readonly Counted[], compare: Compare): readonly SummaryBin[] {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return [];
  if (column.type === 'VARCHAR' || column.type === 'BOOLEAN') {
    const frequent = [...values].sort(([, one], [, other]) => other - one);
    return frequent.slice(0, mostBins).map(([from, rows]) => ({ from, rows }));
  }
  const edges = edgesOf(column, first[0], last[0], column.fiscalStart);
  if (edges.length === 0) return [{ from: first[0], rows: countRows(values) }];
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1]!;
    const inside = values.filter(([value]) => compare(value, from) >= 0 && compare(value, to) < 0);
    return { from, to, rows: countRows(inside) };
  });
}

function countRows(values: readonly Counted[]): number {
  return values.reduce((before, [, rows]) => before + rows, 0);
}
