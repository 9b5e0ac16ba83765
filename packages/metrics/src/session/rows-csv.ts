import type { CallOptions } from '../engine/engine.js';
import type { Completeness } from '../query/completeness.js';
import type { RowsColumn } from '../query/rows-columns.js';
import { labelOf, noteOf, printLine, printText, type CsvOptions } from './print-csv.js';
import type { Rows } from './rows-interface.js';

/** Rows of one piece. */
const piece = 5_000;

/** Rows, and the notes below them. */
type Printed = Pick<Rows, 'columns' | 'rowCount' | 'window'> & {
  readonly completeness: readonly Pick<Completeness, 'text'>[];
};

/** Rows as CSV, window by window. */
export async function* printRows(
  { columns, rowCount, completeness, window }: Printed,
  { locale, header, bom }: Required<CsvOptions>,
  call: CallOptions,
): AsyncGenerator<string, void, undefined> {
  const head = columns.map((column) => printText(header === 'name' ? column.name : labelOf(column, locale)));
  yield `${bom ? '\uFEFF' : ''}${printLine(head)}`;
  for (let start = 0; start < rowCount; start += piece) {
    const { columns: cells } = await window(start, Math.min(piece, rowCount - start), call);
    const lines: string[] = [];
    for (let row = 0; row < (cells[0]?.length ?? 0); row++) {
      lines.push(printLine(cells.map((column, i) => printCell(column[row]!, columns[i]!))));
    }
    yield lines.join('');
  }
  if (header === 'label' && completeness.length > 0) yield printNotes(completeness, columns.length, locale);
}

/** A figure is written as it is, also one below zero; only a text could be a formula. */
function printCell(cell: string | null, { type }: RowsColumn): string {
  if (cell === null) return '';
  return type === 'VARCHAR' ? printText(cell) : cell;
}

function printNotes(lacks: Printed['completeness'], width: number, locale: 'zh' | 'en'): string {
  return lacks.map(({ text }) => printLine(noteOf(text, width, locale))).join('');
}
