import type { RowsColumn } from '@zj/metrics';
import { writeDecimal } from '../../locale/decimal.js';
import type { CellText } from './page-table.js';

/**
 * A cell as an exact text: a figure in the fewest digits that name it, without a power of ten.
 *
 * @example cellText(1e-7) // '0.0000001'
 */
export function cellText(cell: string | number | boolean | null | undefined): CellText {
  if (cell == null) return null;
  // A double that is no number is no figure.
  if (typeof cell === 'number') return Number.isFinite(cell) ? writeDecimal(cell) : null;
  return `${cell}`;
}

/** Whether the cells of a column are numbers. */
export function isNumeric({ type }: Pick<RowsColumn, 'type'>): boolean {
  return type === 'DOUBLE' || type === 'INTEGER' || type.startsWith('DECIMAL');
}
