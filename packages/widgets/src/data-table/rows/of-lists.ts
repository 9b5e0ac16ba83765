import { isDay, MetricsError, type RowsColumn } from '@zj/metrics';
import { say } from '@zj/metrics/internal';
import { cellText, isNumeric } from './cell-text.js';
import { plainText } from './figure-column.js';
import type { CellText, PageTable } from './page-table.js';

/** Rows that a page has itself, as lists. */
export interface PageLists extends Partial<Omit<PageTable, 'columns' | 'cells' | 'rowCount'>> {
  /** The columns by name, or described; the type is found out where none is declared. */
  readonly columns: readonly (string | (Pick<RowsColumn, 'name'> & Partial<RowsColumn>))[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/**
 * Lists as a table. Decimals beyond a double are texts in a column of a declared type. Throws `REFUSED` for a row of another length, and
 * for a cell that is not of its column's type.
 *
 * @example
 * tableOfLists({ columns: ['zone', { name: 'revenue', type: 'DECIMAL(18,2)', additive: true }], rows: [['北区', '1234.50']] });
 */
export function tableOfLists({ columns: described, rows, ...facts }: PageLists): PageTable {
  const wrong = rows.findIndex((row) => row.length !== described.length);
  if (wrong >= 0) {
    throw new MetricsError(
      'REFUSED',
      say`Row ${wrong + 1} has ${rows[wrong]!.length} cells, and there are ${described.length} columns. Give each row a cell for each column, null where it is empty.`,
    );
  }
  const columns = described.map((one, at) => {
    const column = typeof one === 'string' ? { name: one } : one;
    const own = rows.map((row) => row[at]);
    const type = column.type ?? typeOf(own);
    const role = isNumeric({ type }) ? ('figure' as const) : ('dimension' as const);
    return { label: plainText(column.name), type, role, additive: false, ...column };
  });
  const cells = columns.map((column, at) => rows.map((row, place) => readCell(row[at]!, column, place)));
  return { sql: '', completeness: [], ...facts, columns, cells, rowCount: rows.length };
}

/** Numbers, truth values, else texts: a text may look like a day and be none. */
function typeOf(cells: readonly unknown[]): RowsColumn['type'] {
  const known = cells.filter((cell) => cell !== null);
  const are = (type: string): boolean => known.length > 0 && known.every((cell) => typeof cell === type);
  return are('number') ? 'DOUBLE' : are('boolean') ? 'BOOLEAN' : 'VARCHAR';
}

function readCell(cell: string | number | boolean | null, column: RowsColumn, row: number): CellText {
  if (typeof cell === 'number' && !Number.isFinite(cell))
    throw new MetricsError(
      'REFUSED',
      say`Cell ${String(cell)} of column "${column.name}", row ${row + 1}, is no number. Give a number, or null where there is none.`,
    );
  const text = cellText(cell);
  if (text === null || isOfType(text, column)) return text;
  throw new MetricsError(
    'REFUSED',
    say`Cell "${text}" of column "${column.name}", row ${row + 1}, is not ${column.type}. Correct the cell, or the type of the column.`,
  );
}

function isOfType(text: string, column: RowsColumn): boolean {
  if (column.type === 'DATE') return isDay(text);
  if (column.type === 'BOOLEAN') return text === 'true' || text === 'false';
  return !isNumeric(column) || /^-?\d+(\.\d+)?$/.test(text);
}
