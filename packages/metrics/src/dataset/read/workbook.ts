import {
  SSF,
  utils,
  type CellObject,
  type ColInfo,
  type Range,
  type RowInfo,
  type WorkBook,
} from '@e965/xlsx';
import { suggest } from '../../nearest.js';
import type { Problem } from '../../problem.js';
import type { Contract } from '../contract.js';
import type { ReadTable } from '../text-table.js';
import { openBook } from './container.js';
import type { LongNumbers } from './digits.js';
import { isCut, workbookText } from './figure.js';
import { bestHeader } from './header-rows.js';
import { serialText } from './moment.js';
import { tabulate, type Sheet, type SheetCell } from './sheet.js';
import { emptyFile, type FileOptions } from './source.js';

/**
 * Reads a workbook (.xlsx, .xls and their kin): the sheet that the contract or the caller names, else the one whose header fits it best,
 * else the first that holds anything. Numbers are what is stored, to the last digit, dates are days without a time zone,
 * formulas their last results; a row with an error for a value, or with a whole number that lost digits, is rejected.
 */
export async function readWorkbook(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name, contract } = options;
  const opened = await openBook(bytes, name);
  if ('code' in opened) return { problems: [opened] };
  const { book, long } = opened;
  const sheets = book.SheetNames.map((title, i) => ({
    isHidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
    sheet: toSheet(book, title, long[i]!),
  })).filter(({ sheet }) => sheet.rows.length > 0);
  const wanted = contract?.sheet ?? options.sheet;
  if (wanted !== undefined && !book.SheetNames.includes(wanted)) {
    const message = `The workbook has no sheet ${JSON.stringify(wanted)}.`;
    return {
      problems: [{ code: 'unknown-sheet', where: name, message, remedy: suggest(wanted, book.SheetNames) }],
    };
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const shown = (visible.length > 0 ? visible : sheets).map(({ sheet }) => sheet);
  const eligible =
    wanted === undefined ? shown : sheets.flatMap(({ sheet }) => (sheet.name === wanted ? [sheet] : []));
  const chosen = choose(eligible, contract);
  if (!chosen) return { problems: [emptyFile(wanted === undefined ? name : `${name}:${wanted}`)] };
  const others = eligible.length > 1 ? [otherSheets(name, chosen, eligible.length - 1)] : [];
  const names = shown.includes(chosen) ? shown : [...shown, chosen];
  const table = tabulate(chosen, options, others);
  return {
    table: { ...table, sheets: { names: names.map((one) => one.name), read: chosen.name } },
    problems: [],
  };
}

/** The first sheet whose header has the most of the contract's columns. */
function choose(sheets: readonly Sheet[], contract: Contract | undefined): Sheet | undefined {
  let [best, most] = [sheets[0], 0];
  if (!contract || sheets.length < 2) return best;
  for (const sheet of sheets) {
    const { matches } = bestHeader(sheet, contract);
    if (matches > most) [best, most] = [sheet, matches];
  }
  return best;
}

function otherSheets(name: string, { name: sheet }: Sheet, others: number): Problem {
  const message = `The sheet ${sheet} was read, and not the ${others === 1 ? 'other one' : `${others} others`}.`;
  const remedy = 'Name the right one as "sheet" in the contract, or where the file is read.';
  return { code: 'other-sheets', where: name, message, remedy };
}

/** What the library knows of a sheet. */
interface SheetSource {
  readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly '!merges'?: readonly Range[];
  readonly '!rows'?: readonly (RowInfo | undefined)[];
  readonly '!cols'?: readonly (ColInfo | undefined)[];
}

/** What the error cells of a workbook show. */
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

interface NumberFormats {
  is_date(format: string): boolean;
}

function toSheet(book: WorkBook, name: string, long: LongNumbers): Sheet {
  const source = book.Sheets[name] as SheetSource | undefined;
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  const addressOf = (row: number, column: number) => utils.encode_cell({ r: row, c: column });
  const cellOf = (cell: CellObject | undefined, place: () => string): SheetCell | null => {
    if (!cell) return null;
    // Was this formula never computed?
    if (cell.v === undefined) return cell.f === undefined ? null : { fault: 'formula', text: `=${cell.f}` };
    if (cell.t === 'e') return { fault: 'error', text: errors[cell.v as number] ?? '#ERROR' };
    if (typeof cell.v === 'boolean') return { text: String(cell.v) };
    if (typeof cell.v !== 'number') return cell.v === '' ? null : { text: String(cell.v) };
    const isDate = cell.z !== undefined && (SSF as NumberFormats).is_date(String(cell.z));
    if (isDate) return { text: serialText(cell.v, since1904) };
    const exact = long.size > 0 ? long.get(place()) : undefined;
    if (exact !== undefined) return { text: exact };
    return { text: workbookText(cell.v), ...(isCut(cell.v) && { fault: 'digits' }) };
  };
  const rows = Array.from(source?.['!data'] ?? [], (cells, row) =>
    Array.from(cells ?? [], (cell, column) => cellOf(cell, () => addressOf(row, column))),
  );
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell === null)) rows.pop();
  const hidden = (lines: readonly ({ readonly hidden?: boolean } | undefined)[] = []) =>
    lines.flatMap((line, i) => (line?.hidden ? [i] : []));
  return {
    name,
    rows,
    merges: (source?.['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    })),
    hiddenRows: hidden(source?.['!rows']),
    hiddenColumns: hidden(source?.['!cols']),
    addressOf,
  };
}
