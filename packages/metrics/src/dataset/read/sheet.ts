import type { Problem } from '../../problem.js';
import { headerOf } from '../contract.js';
import type { RejectedRow, TextTable } from '../text-table.js';
import { bestHeader, covers, headerNames, likelyHeader } from './header-rows.js';
import type { FileOptions } from './source.js';

/** A sheet of a workbook; rows and columns count from 0. */
export interface Sheet {
  readonly name: string;
  /** Up to the last row that holds anything. */
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** `C5`. */
  addressOf(row: number, column: number): string;
}

/** A cell that is not empty: its text, and what is wrong with it. */
export interface SheetCell {
  readonly text: string;
  /**
   * `error`: it shows an error such as #N/A. `formula`: one that was never computed. `digits`: a whole number that has more
   * of them than a workbook keeps.
   */
  readonly fault?: 'error' | 'formula' | 'digits';
}

/** Cells that are one. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as a table: below its header, without empty rows and columns; a merged cell's value belongs to its first cell. */
export function tabulate(
  sheet: Sheet,
  { name: file, contract }: Pick<FileOptions, 'name' | 'contract'>,
  notes: readonly Problem[],
): TextTable {
  const placeOf = (row: number, column: number) => `${file}:${sheet.name}!${sheet.addressOf(row, column)}`;
  const header = contract ? bestHeader(sheet, contract) : likelyHeader(sheet);
  const names = headerNames(sheet, header);
  const first = header.top + header.height;
  const merges = mergesByRow(sheet);
  const below = sheet.rows.slice(first).map((row, i) => onlyFirst(merges.get(first + i), row, first + i));
  const used = names.flatMap((name, i) => (name !== '' || below.some((row) => row[i]) ? [i] : []));
  // Of such a column no more is promised than a double holds.
  const doubles = new Set(contract?.columns.filter(({ type }) => type === 'DOUBLE').map(headerOf));
  const columns = used.map((): (string | null)[] => []);
  const rows: number[] = [];
  const rejects: RejectedRow[] = [];
  for (const [i, row] of below.entries()) {
    if (row.every((cell) => cell === null)) continue;
    const bad = used.find((column) => {
      const fault = row[column]?.fault;
      return fault === 'digits' ? !doubles.has(names[column]!) : fault !== undefined;
    });
    if (bad !== undefined) {
      const place = placeOf(first + i, bad);
      const text = used.map((column) => row[column]?.text ?? '').join('\t');
      rejects.push({ place, text, problem: cellProblem(row[bad]!, place) });
      continue;
    }
    rows.push(first + i);
    for (const [j, column] of used.entries()) columns[j]!.push(row[column]?.text ?? null);
  }
  return {
    file,
    header: used.map((column) => ({ name: names[column]!, place: placeOf(first - 1, column) })),
    rowCount: rows.length,
    columns,
    placeOf: (row: number, column: number) => placeOf(rows[row]!, used[column]!),
    rejects,
    notes: [...notes, ...hiddenNote(sheet, first, used, file)],
  };
}

function mergesByRow({ merges, rows }: Sheet): ReadonlyMap<number, readonly Merge[]> {
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, rows.length - 1); row++) {
      const others = byRow.get(row);
      if (others) others.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return byRow;
}

/** A row without what stands unseen below merged cells. */
function onlyFirst(
  merges: readonly Merge[] = [],
  row: readonly (SheetCell | null)[],
  at: number,
): readonly (SheetCell | null)[] {
  if (merges.length === 0) return row;
  return row.map((cell, column) => {
    const merge = merges.find((one) => covers(one, at, column));
    return merge && (merge.top !== at || merge.left !== column) ? null : cell;
  });
}

function cellProblem({ text, fault }: SheetCell, where: string): Problem {
  if (fault === 'error') {
    const remedy = 'Mend its formula, or what the formula refers to.';
    return { code: 'error-cell', where, message: `This cell shows ${text}, not a value.`, remedy };
  }
  if (fault === 'digits') {
    const message = `This number has ${text.replace('-', '').length} digits, and a workbook keeps 15 of a number: the last are not known.`;
    const remedy = 'Format the cells as text, then enter their digits again.';
    return { code: 'lost-digits', where, message, remedy };
  }
  const message = 'The formula of this cell was never computed.';
  return { code: 'no-result', where, message, remedy: 'Open the workbook in its program and save it there.' };
}

function hiddenNote(sheet: Sheet, first: number, used: readonly number[], file: string): readonly Problem[] {
  const rows = sheet.hiddenRows.filter((row) => row >= first && row < sheet.rows.length).length;
  const columns = sheet.hiddenColumns.filter((column) => used.includes(column)).length;
  if (rows + columns === 0) return [];
  const parts = [
    ...(rows > 0 ? [`${rows} ${rows === 1 ? 'row' : 'rows'}`] : []),
    ...(columns > 0 ? [`${columns} ${columns === 1 ? 'column' : 'columns'}`] : []),
  ];
  const message = `This sheet hides ${parts.join(' and ')}, which were read like all others.`;
  const remedy = 'Remove them from the workbook where they are not meant.';
  return [{ code: 'hidden-cells', where: `${file}:${sheet.name}`, message, remedy }];
}
