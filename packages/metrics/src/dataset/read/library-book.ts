import { say } from '../../base/sentence.js';
import {
  read,
  type CellObject,
  type ColInfo,
  type Range as Merge,
  type RowInfo,
  type WorkBook,
} from '@e965/xlsx';
import type { Problem } from '../../base/problem.js';
import { BrokenPart } from './archive.js';
import { reasonOf } from './reading-fault.js';
import type { Book, BookSheet } from './book.js';
import { figureCell, textCell, type SheetFault, type CellMeaning, type SheetCell } from './cell.js';
import { readFormat, type NumberFormat, type NumberKind } from './number-format.js';
import type { Sheet, SheetRow } from './sheet.js';
import { damaged, encrypted } from './source.js';

/** The facts of a workbook that the library does not give. */
export interface Untold {
  /** The text that is meant by the characters of one. Throws where nobody knows. */
  readonly text: (characters: string) => string;
  /** The meaning of a number whose format the file does not declare. */
  readonly kind: (sheet: number, row: number, column: number) => NumberKind;
  /** The formulas of a sheet whose results are not valid, each with its fault. */
  readonly faults: (sheet: number, cells: readonly LibraryRow[]) => readonly FormulaFault[];
}

export interface FormulaFault {
  readonly row: number;
  readonly column: number;
  readonly fault: SheetFault;
}

export type LibraryRow = readonly (CellObject | undefined)[] | undefined;

/** The library's facts of a sheet. */
interface LibrarySheet {
  readonly '!data'?: readonly LibraryRow[];
  readonly '!merges'?: readonly Merge[];
  readonly '!rows'?: readonly (RowInfo | undefined)[];
  readonly '!cols'?: readonly (ColInfo | undefined)[];
  readonly '!type'?: string;
}

/** The library's reading of a file in binary records. */
export function readLibrary(bytes: Uint8Array): WorkBook {
  return read(bytes, { type: 'array', dense: true, cellStyles: true, cellText: false, cellHTML: false });
}

/** Runs code that may throw errors and bare texts, as the library does. */
export function orProblem(name: string, open: () => Book | Problem): Book | Problem {
  try {
    return open();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) return encrypted(name);
    return damaged(
      name,
      say`This workbook cannot be read (${reasonOf(error)}).`,
      say`Open it in its program and save it again as .xlsx.`,
    );
  }
}

/** A workbook of the library with the facts that it does not give. */
export function bookOf(book: WorkBook, untold: Untold): Book {
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((title, i): BookSheet[] => {
    const source = book.Sheets[title] as LibrarySheet | undefined;
    // Charts, dialogs and macros have sheets of their own.
    if (source?.['!type'] !== undefined && source['!type'] !== 'sheet') return [];
    const name = untold.text(title);
    const isHidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    // The library leaves out cells that it cannot read.
    const missing = (): Promise<Sheet> => Promise.reject(new BrokenPart(say`its part is missing or damaged`));
    if (!source) return [{ name, isHidden, read: missing }];
    const sheet = sheetOf(name, source, i, since1904, untold);
    return [{ name, isHidden, read: () => Promise.resolve(sheet) }];
  });
  return { sheets };
}

function sheetOf(name: string, source: LibrarySheet, at: number, since1904: boolean, untold: Untold): Sheet {
  const data = source['!data'] ?? [];
  const rows = new Map<number, Map<number, SheetCell>>();
  const rowAt = (row: number): Map<number, SheetCell> => {
    const cells = rows.get(row) ?? new Map<number, SheetCell>();
    rows.set(row, cells);
    return cells;
  };
  const known = new Map<string, NumberFormat>();
  const formatOf = ({ z }: CellObject, row: number, column: number): NumberFormat => {
    if (z === undefined) return () => untold.kind(at, row, column);
    const code = String(z);
    const format = known.get(code) ?? readFormat(code);
    known.set(code, format);
    return format;
  };
  for (const [row, cells] of data.entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      if (!cell) continue;
      const read = cellOf(cell, column, { format: formatOf(cell, row, column), since1904 }, untold.text);
      if (read) rowAt(row).set(column, read);
    }
  }
  for (const { row, column, fault } of untold.faults(at, data)) {
    const formula = data[row]?.[column]?.f ?? '';
    rowAt(row).set(column, { column, text: `=${formula}`, kind: 'number', fault });
  }
  const ordered = [...rows]
    .map(([row, cells]): SheetRow => ({
      at: row,
      cells: [...cells.values()].sort((a, b) => a.column - b.column),
    }))
    .sort((a, b) => a.at - b.at);
  const hidden = (lines: readonly ({ readonly hidden?: boolean } | undefined)[] = []) =>
    lines.flatMap((line, i) => (line?.hidden ? [i] : []));
  return {
    name,
    rows: ordered,
    merges: (source['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hidden(source['!rows']),
    hiddenColumns: hidden(source['!cols']),
  };
}

/** The texts of a workbook's error cells. */
const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

function cellOf(
  { t, v, f }: CellObject,
  column: number,
  meaning: Pick<CellMeaning, 'format' | 'since1904'>,
  textOf: (characters: string) => string,
): SheetCell | null {
  if (t === 'e') return { column, text: errors[v as number] ?? '#ERROR', kind: 'number', fault: 'error' };
  if (v === undefined)
    return f === undefined ? null : { column, text: `=${f}`, kind: 'number', fault: 'formula' };
  if (typeof v === 'boolean') return { column, text: String(v), kind: 'truth' };
  if (typeof v === 'number') return figureCell(column, v, meaning);
  return v === '' ? null : textCell(column, textOf(String(v)));
}
