import { printRows } from '@zj/metrics/internal';
import type { Completeness, RowsWindow } from '@zj/metrics';
import { isOpen, tellDay } from './cell.js';
import type { Column } from './column.js';
import type { View } from './view.js';

type Cells = readonly (string | null)[];

/**
 * Rows as CSV with the heads and the values in the words of the page, as a reader sees them. Figures have all their digits, days are as
 * `2026-10-31`; below them stand the gaps, and the period that is not over.
 */
export function printWordRows(
  { rows, columns, words, kindAt, locale }: Pick<View, 'rows' | 'columns' | 'words' | 'kindAt' | 'locale'>,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const { rowCount, completeness } = rows;
  const rowKinds = new Map<string | null | undefined, string>(Object.entries(words.rowKinds));
  const tell = (column: Column, cells: Cells, means: Cells | null, kinds: Cells | undefined): Cells => {
    const { of } = column;
    return cells.map((cell, row) => {
      if (cell === null && of.role === 'dimension')
        return rowKinds.get(kinds?.[row]) ?? (means?.[row] === 'merged' ? words.rowKinds.merged : null);
      return column.words.get(cell) ?? cell;
    });
  };
  const notes: Pick<Completeness, 'text'>[] = [...completeness];
  const open = new Set<string>();
  /** Days stay days: that a period is not over is told below, once. */
  const note = (column: Column, cells: Cells): void => {
    for (const cell of new Set(cells)) {
      if (cell === null || open.has(cell) || !isOpen(cell, column)) continue;
      open.add(cell);
      const text = tellDay(cell, column, locale);
      notes.push({ text: { zh: text, en: text } });
    }
  };
  const window = async (start: number, count: number): Promise<RowsWindow> => {
    const read = await rows.window(start, count, { signal });
    const kinds = read.columns[kindAt];
    for (const column of columns) if (column.of.through !== undefined) note(column, read.columns[column.at]!);
    const told = read.columns.map((cells, at) => {
      const column = columns.find((one) => one.at === at);
      return column
        ? tell(column, cells, read.means[at] ?? null, kinds)
        : cells.map((kind) => rowKinds.get(kind) ?? kind);
    });
    return { ...read, columns: told };
  };
  return printRows(
    { columns: rows.columns, rowCount, completeness: notes, window },
    { locale: words.text, header: 'label', bom: true },
    {},
  );
}
