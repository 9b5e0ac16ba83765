import type { Rows, RowsColumn } from '@zj/metrics';
import { withoutFormula } from '@zj/metrics/internal';
import { isNumeric } from './cell-text.js';
import type { CellText } from './page-table.js';

/** So many rows are read and printed at once. */
const rowsAtOnce = 1000;

/** A stretch of cells: rows by their places, both ends inside, and the places of its columns. */
export interface CellRange {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly number[];
}

/**
 * The cells of a stretch as spreadsheets paste them: a line for each row, tabs between cells, figures in all their digits, no text that
 * a spreadsheet takes for a formula.
 *
 * @example await printRange(rows, { rows: [3, 5], columns: [5, 6] }) // '80117.92\t-3.7\n77640.35\t\n71002.48\t33.1'
 */
export async function printRange(
  rows: Pick<Rows, 'columns' | 'window'>,
  { rows: [from, to], columns }: CellRange,
  options?: Parameters<Rows['window']>[2],
): Promise<string> {
  const lines: string[] = [];
  for (let start = from; start <= to; start += rowsAtOnce) {
    const window = await rows.window(start, Math.min(rowsAtOnce, to + 1 - start), options);
    const cells = columns.map((at) => window.columns[at]!);
    const count = cells[0]?.length ?? 0;
    for (let row = 0; row < count; row++)
      lines.push(columns.map((at, place) => tsvCell(cells[place]![row]!, rows.columns[at]!)).join('\t'));
  }
  return lines.join('\n');
}

function tsvCell(cell: CellText, column: RowsColumn): string {
  if (cell === null || isNumeric(column)) return cell ?? '';
  const text = withoutFormula(cell);
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
