import type { RowOrdering, RowsColumn } from '@zj/metrics';
import { compareNumbers, compareTexts } from '@zj/metrics/internal';
import { isNumeric } from './cell-text.js';
import type { CellText, PageTable } from './page-table.js';

/** Which of two texts comes first: below 0 the first. */
export type Compare = (one: string, other: string) => number;

/** The order of the cells of a type, the same as an engine's: texts and truth values by code point, days by date, numbers to the last digit. */
export function comparing(column: Pick<RowsColumn, 'type'>): Compare {
  if (!isNumeric(column)) return compareTexts;
  // Beside a double, a decimal is the double that it stands for.
  return column.type === 'DOUBLE' ? (one, other) => Number(one) - Number(other) : compareNumbers;
}

/**
 * Places of rows in an order: by each column in turn, empty cells last both ways, and rows that are the same in all of them as they
 * stand. So no two rows ever share a place. Totals stand last in every order, and the rest before them.
 */
export function orderRows(
  rows: readonly number[],
  orderBy: readonly RowOrdering[],
  { columns, cells }: Pick<PageTable, 'columns' | 'cells'>,
): readonly number[] {
  const keys = orderBy.map(({ column, direction, ranks = [] }) => {
    const at = columns.findIndex(({ name }) => name === column);
    const sign = direction === 'descending' ? -1 : 1;
    return { cells: cells[at]!, compare: byRank(ranks, comparing(columns[at]!), sign) };
  });
  const kindsAt = columns.findIndex(({ role }) => role === 'kind');
  const kinds = keys.length > 0 ? cells[kindsAt] : undefined;
  const compareRows = (one: number, other: number): number => {
    const apart = kinds ? lastKinds.indexOf(kinds[one]!) - lastKinds.indexOf(kinds[other]!) : 0;
    if (apart !== 0) return apart;
    for (const { cells: own, compare } of keys) {
      const order = compareCells(own[one]!, own[other]!, compare);
      if (order !== 0) return order;
    }
    return one - other;
  };
  return [...rows].sort(compareRows);
}

const lastKinds: readonly CellText[] = ['rest', 'total'];

function compareCells(one: CellText, other: CellText, compare: Compare): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compare(one, other);
}

/** The order of a page's own. Values that it does not list come after those that it does, in both directions. */
function byRank(ranks: readonly string[], compare: Compare, sign: number): Compare {
  const places = new Map(ranks.map((value, place) => [value, place]));
  return (one, other) => {
    const [a, b] = [places.get(one), places.get(other)];
    if (a !== undefined && b !== undefined) return (a - b) * sign;
    return Number(a === undefined) - Number(b === undefined) || compare(one, other) * sign;
  };
}
