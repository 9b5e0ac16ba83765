import type { Problem } from '../../base/problem.js';
import { headerOf, type Column, type Contract } from '../contract.js';
import type { RejectedRow, TextTable } from '../text-table.js';
import { keepPace, type Pace } from '../turn.js';
import { addressOf } from './address.js';
import type { SheetCell } from './cell.js';
import { cellProblem } from './cell-problem.js';
import { shiftedText } from './figure.js';
import { bestHeader, headerNames, likelyHeader } from './header-rows.js';
import { mergeRows } from './merged.js';
import { percentPlaces } from './percent.js';
import type { Sheet, SheetRow } from './sheet.js';
import { blankNote, hiddenNote, percentNote, unseenNote, type Percents } from './sheet-notes.js';
import type { FileOptions } from './source.js';

/**
 * A sheet as a table: below its header, without empty rows and columns. A merged cell's text or day belongs to all rows that it
 * covers, a figure to none of several.
 */
export async function tabulate(
  sheet: Sheet,
  { name: file, contract, signal }: FileOptions,
  notes: readonly Problem[],
): Promise<TextTable> {
  const where = `${file}:${sheet.name}`;
  const placeOf = (row: number, column: number) => `${where}!${addressOf(row, column)}`;
  const header = contract ? bestHeader(sheet, contract) : likelyHeader(sheet);
  const names = headerNames(sheet, header);
  const first = header.top + header.height;
  const { isFigure, isTolerant, percentShift } = columnRules(names, contract);
  const pace = keepPace(signal);
  const { rows: all, unseen } = mergeRows(sheet, first, isFigure);
  const { rows: below, firstRows, percents } = await survey(all, pace);
  const used = names.flatMap((name, i) => (name !== '' || firstRows.has(i) ? [i] : []));
  const indexOf = new Map(used.map((column, i) => [column, i]));
  const columns = used.map((): (string | null)[] => []);
  const rows: number[] = [];
  const rejects: RejectedRow[] = [];
  for (const { at, cells } of below) {
    const turn = pace.next();
    if (turn) await turn;
    const bad = cells.find((cell) => cell.fault !== undefined && !isTolerant(cell));
    const texts = used.map((): string | null => null);
    for (const cell of cells) {
      const shift = cell.isPercent ? percentShift(cell.column) : undefined;
      texts[indexOf.get(cell.column)!] = shift === undefined ? cell.text : shiftedText(cell.text, shift);
    }
    if (bad !== undefined) {
      const place = placeOf(at, bad.column);
      rejects.push({
        place,
        text: texts.map((text) => text ?? '').join('\t'),
        problem: cellProblem(bad, place),
      });
      continue;
    }
    rows.push(at);
    for (const [i, column] of columns.entries()) column.push(texts[i]!);
  }
  return {
    file,
    header: used.map((column) => ({
      name: names[column]!,
      // A cell that belongs to no column is to be found.
      place: placeOf(names[column] === '' ? firstRows.get(column)! : first - 1, column),
    })),
    rowCount: rows.length,
    columns,
    placeOf: (row: number, column: number) => placeOf(rows[row]!, used[column]!),
    rejects,
    notes: [
      ...notes,
      ...hiddenNote(sheet, first, used, where),
      ...percentNote(percents, names, percentShift, where),
      ...blankNote(all.length - below.length, where),
      ...unseenNote(unseen, where),
    ],
  };
}

/** The facts of rows before their cells are read. */
interface Survey {
  /** Those that hold more than formulas which give empty texts. */
  readonly rows: readonly SheetRow[];
  /** The first row that holds anything, of each column that does. */
  readonly firstRows: ReadonlyMap<number, number>;
  readonly percents: ReadonlyMap<number, Percents>;
}

async function survey(all: readonly SheetRow[], pace: Pace): Promise<Survey> {
  const rows: SheetRow[] = [];
  const firstRows = new Map<number, number>();
  const percents = new Map<number, Percents>();
  for (const row of all) {
    const turn = pace.next();
    if (turn) await turn;
    const { at, cells } = row;
    if (cells.every(({ fault }) => fault === 'blank')) continue;
    rows.push(row);
    for (const { column, text, isPercent } of cells) {
      if (!firstRows.has(column)) firstRows.set(column, at);
      if (!isPercent) continue;
      const known = percents.get(column);
      if (known) known.count++;
      else percents.set(column, { row: at, text, count: 1 });
    }
  }
  return { rows, firstRows, percents };
}

/** The contract's rules for the columns of a sheet. */
interface ColumnRules {
  /** A figure belongs to one row. */
  readonly isFigure: (cell: SheetCell) => boolean;
  /** The fault of the cell does no harm to its row. */
  readonly isTolerant: (cell: SheetCell) => boolean;
  /** How many places a figure that is shown as a percentage is moved to be in the unit of its column; `undefined` where that is another one. */
  readonly percentShift: (column: number) => number | undefined;
}

function columnRules(names: readonly string[], contract: Contract | undefined): ColumnRules {
  const declared = new Map<string, Column>(contract?.columns.map((column) => [headerOf(column), column]));
  const columns = names.map((name) => declared.get(name));
  const unread = new Set(contract?.ignore);
  return {
    isFigure: ({ column, kind }) => {
      const type = columns[column]?.type;
      return type === undefined
        ? kind === 'number' || kind === 'truth'
        : type !== 'VARCHAR' && type !== 'DATE';
    },
    // Of a DOUBLE no more is promised than a double holds; a column that is left unread harms nothing.
    isTolerant: ({ column, fault }) =>
      (fault === 'digits' && columns[column]?.type === 'DOUBLE') || unread.has(names[column]!),
    percentShift: (column) => percentPlaces(columns[column]?.unit),
  };
}
