import type { RowsColumn } from '@zj/metrics';
import { sumTexts } from '@zj/metrics/internal';
import type { CellText } from './page-table.js';

/** The sum of a column, exact; `null` where its figures do not add up, or there is none. `kinds` tell rows that are totals already. `isUnknown`: a figure is missing from it. */
export function totalOf(
  { additive }: RowsColumn,
  cells: readonly CellText[],
  kinds: readonly CellText[] | undefined,
  isUnknown = false,
): CellText {
  if (!additive || isUnknown) return null;
  const summed = cells.filter((cell, row): cell is string => cell !== null && kinds?.[row] !== 'total');
  return summed.length > 0 ? sumTexts(summed) : null;
}
