import { checkObject } from '../base/argument.js';
import { formatUnit } from '../dataset/rejects.js';
import type { Cell } from '../engine/table.js';
import { MetricsError } from '../base/error.js';
import { withoutFormula } from '../base/formula.js';
import { quote } from '../base/input.js';
import type { Completeness } from '../query/completeness.js';
import { wordsIn, type Bilingual } from '../base/text.js';
import type { QueryColumn } from './column.js';
import { say } from '../base/sentence.js';

/** How a result is written as CSV. */
export interface CsvOptions {
  /** The language of the labels: `zh` where absent. */
  readonly locale?: 'zh' | 'en';
  /** `label`, the default: words for people, with units. `name`: the names of the columns, for programs. */
  readonly header?: 'label' | 'name';
  /** Whether the text begins with the byte order mark by which spreadsheets know UTF-8. */
  readonly bom?: boolean;
}

/**
 * Columns as RFC 4180 has them, a header first, and their gaps last, in words for people. Nothing in front of the comma is an
 * empty cell, `""` an empty text. Throws `REFUSED` for unknown options.
 */
export function printCsv(
  columns: readonly QueryColumn[],
  rowCount: number,
  options: CsvOptions = {},
  lacks: readonly Completeness[] = [],
): string {
  const { locale, header, bom } = readCsvOptions(options);
  const head = columns.map((column) => printCell(header === 'name' ? column.name : labelOf(column, locale)));
  const rows = Array.from({ length: rowCount }, (_, row) =>
    columns.map(({ values }) => printCell(values[row] ?? null)),
  );
  const notes = header === 'label' ? lacks.map(({ text }) => noteOf(text, columns.length, locale)) : [];
  const lines = [head, ...rows, ...notes].map(printLine);
  return `${bom ? '\uFEFF' : ''}${lines.join('')}`;
}

/** The options with their defaults. Throws `REFUSED` for unknown values. */
export function readCsvOptions(options: CsvOptions): Required<CsvOptions> {
  checkObject('options', options);
  const { locale = 'zh', header = 'label', bom = false } = options;
  checkOption('locale', locale, ['zh', 'en']);
  checkOption('header', header, ['label', 'name']);
  checkOption('bom', bom, [true, false]);
  return { locale, header, bom };
}

/** A line of printed cells. One without anything would be no row. */
export function printLine(cells: readonly string[]): string {
  return `${cells.join(',') || '""'}\r\n`;
}

/** The gaps of the figures as a line of as many cells as the others: `注：产业营业收入：3行数据被拒收`. */
export function noteOf(text: Bilingual, width: number, locale: 'zh' | 'en'): readonly string[] {
  const note = locale === 'zh' ? `注：${text.zh}` : `Note: ${text.en}`;
  return [printCell(note), ...Array.from({ length: width - 1 }, () => '')];
}

function printCell(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? printText(cell) : String(cell);
}

/** A text as a cell: one that could be a formula gets an apostrophe in front. */
export function printText(cell: string): string {
  const text = withoutFormula(cell);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `营业收入（亿元）`, `Revenue (10^8 yuan)`. */
export function labelOf({ label, unit }: Pick<QueryColumn, 'label' | 'unit'>, locale: 'zh' | 'en'): string {
  const { words } = wordsIn(label, locale);
  if (!unit) return words;
  if (locale === 'zh') return `${words}（${formatUnit(unit)}）`;
  const [{ words: of }, { power = 0 }] = [wordsIn(unit, 'en'), unit];
  return `${words} (${power === 0 ? of : `10^${power} ${of}`})`;
}

function checkOption(name: string, value: unknown, known: readonly unknown[]): void {
  if (known.includes(value)) return;
  const all = known.map((one) => quote(one)).reduce((before, after) => say`${before} or ${after}`);
  const message = say`The option "${name}" is ${quote(value)}. Give ${all}.`;
  throw new MetricsError('REFUSED', message);
}
