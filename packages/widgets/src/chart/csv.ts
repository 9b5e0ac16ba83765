import { withoutFormula } from '@zj/metrics/internal';
import { writeDecimal } from '../locale/decimal.js';

/** The figures of a chart as a table: those it shows, in full. */
export interface ChartTable {
  /** The head of each column, a figure's with its unit: `营业收入（亿元）`. */
  readonly columns: readonly string[];
  /** A cell for each column; `null` where there is no figure. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** The lines below the figures: the title, the source, the last day of the figures, whether they are made up. */
  readonly notes: readonly string[];
}

/**
 * A table as CSV of RFC 4180, such as spreadsheets open: with the byte order mark by which they know UTF-8, figures in all their
 * digits, no text that they take for a formula. Notes are the last lines, as in the CSV of a query's result: the first line is
 * always the head.
 *
 * @example chartCsv({ columns: ['月份', '件'], rows: [['2026年7月', 12]], notes: ['来源：区统计局'] })
 * // '\uFEFF月份,件\r\n2026年7月,12\r\n来源：区统计局,\r\n'
 */
export function chartCsv({ columns, rows, notes }: ChartTable): string {
  const beside = columns.slice(1).map(() => null);
  const lines = [columns, ...rows, ...notes.map((note) => [note, ...beside])];
  return `\uFEFF${lines.map((cells) => `${cells.map(printCell).join(',') || '""'}\r\n`).join('')}`;
}

/** Nothing in front of the comma is an empty cell, `""` an empty text. */
function printCell(cell: string | number | null): string {
  if (cell === null) return '';
  // A power of ten would be read as a text by some, and rounded by others.
  if (typeof cell === 'number') return writeDecimal(cell);
  const text = withoutFormula(cell);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
