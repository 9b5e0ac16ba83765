import { printRows } from '@zj/metrics/internal';
import type { RowsWindow } from '@zj/metrics';
import type { Column } from './column.js';
import type { View } from './view.js';

type Cells = readonly (string | null)[];

/**
 * Rows as CSV with the heads and the values in the words of the page, as a reader sees them. Figures have all their digits, days are as
 * `2026-10-31`.
 */
export function printWordRows(
  { rows, columns, words, kindAt }: Pick<View, 'rows' | 'columns' | 'words' | 'kindAt'>,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const rowKinds = new Map<string | null | undefined, string>(Object.entries(words.rowKinds));
  const tell = (column: Column, cells: Cells, means: Cells | null, kinds: Cells | undefined): Cells => {
    const { of } = column;
    return cells.map((cell, row) => {
      if (cell === null && of.role === 'dimension')
        return rowKinds.get(kinds?.[row]) ?? (means?.[row] === 'merged' ? words.rowKinds.merged : null);
      return column.words.get(cell) ?? cell;
    });
  };
  const window = async (start: number, count: number): Promise<RowsWindow> => {
    const read = await rows.window(start, count, { signal });
    const kinds = read.columns[kindAt];
    const told = read.columns.map((cells, at) => {
      const column = columns.find((one) => one.at === at);
      return column
        ? tell(column, cells, read.means[at] ?? null, kinds)
        : cells.map((kind) => rowKinds.get(kind) ?? kind);
    });
    return { ...read, columns: told };
  };
  const { rowCount, completeness } = rows;
  return printRows(
    { columns: rows.columns, rowCount, completeness, window },
    { locale: words.text, header: 'label', bom: true },
    {},
  );
}
