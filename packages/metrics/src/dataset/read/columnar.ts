import { problem, type Problem } from '../../base/problem.js';
import { say, type Parameter, type Sentence } from '../../base/sentence.js';
import { headerOf, type Contract } from '../contract.js';
import type { ReadTable, RejectedRow, TextTable, UnreadColumn } from '../text-table.js';
import { brokenProblem } from './broken-text.js';
import type { FileOptions } from './source.js';

/** A column of a file that stores columns: its name, and the text of each cell, or why it has none. */
export interface TypedColumn {
  readonly name: string;
  readonly cells: readonly (string | null)[];
  readonly problem?: Problem | undefined;
  /** The rows whose text holds an impossible character, from the first on. */
  readonly broken?: readonly number[];
}

/** The table of a file that has no lines: places are its name, the number of the row from 1, and the column. */
export function columnarTable(
  all: readonly TypedColumn[],
  rowCount: number,
  { name: file, contract, notes = [] }: FileOptions & { readonly notes?: readonly Problem[] },
): ReadTable {
  const columns = all.filter((column) => !column.problem);
  const unread = all.flatMap((column) =>
    column.problem ? [{ name: column.name, problem: column.problem }] : [],
  );
  // A file without a single column that can be read is none.
  if (columns.length === 0 && unread.length > 0) return { problems: unread.map((column) => column.problem) };
  const placeOf = (row: number, name: string): string => `${file}:${row + 1}:${name}`;
  const faults = new Map<number, TypedColumn>();
  for (const column of columns)
    for (const row of column.broken ?? []) if (!faults.has(row)) faults.set(row, column);
  const sound =
    faults.size === 0
      ? undefined
      : Array.from({ length: rowCount }, (_, row) => row).filter((row) => !faults.has(row));
  const table: TextTable = {
    file,
    header: columns.map(({ name }) => ({ name, place: `${file}:${name}` })),
    rowCount: rowCount - faults.size,
    columns: columns.map(({ cells }) => (sound ? sound.map((row) => cells[row]!) : cells)),
    placeOf: (row, column) => placeOf(sound ? sound[row]! : row, columns[column]!.name),
    rejects: [...faults]
      .sort(([a], [b]) => a - b)
      .map(([row, { name, cells }]): RejectedRow => {
        const place = placeOf(row, name);
        const text = columns.map((column) => column.cells[row] ?? '').join('\t');
        return { place, text, problem: brokenProblem(cells[row]!, place) };
      }),
    ...(unread.length > 0 && { unread }),
    notes: [...notes, ...leftOut(unread, new Set(contract?.columns.map(headerOf)))],
  };
  return { table, problems: [] };
}

/** Says which columns are left out because they cannot be read: those that a contract does not ask for. */
export function leftOut(unread: readonly UnreadColumn[], wanted: ReadonlySet<string>): readonly Problem[] {
  return unread
    .filter(({ name }) => !wanted.has(name))
    .map(({ problem: { code, where, sentences } }) =>
      problem({
        code,
        where,
        message: say`${sentences.message} It is left out.`,
        remedy: say`List it under "ignore" in the contract, or store it as text.`,
      }),
    );
}

/** Whether a contract says that a column is to be left unread. */
export function isIgnored(name: string, contract: Pick<Contract, 'ignore'> | undefined): boolean {
  return contract?.ignore?.includes(name) === true;
}

/** A column whose values have no text here; `remedy` where another than storing it as text is better. */
export function unsupportedType(
  file: string,
  column: string,
  { type, remedy }: { readonly type: Parameter; readonly remedy?: Sentence | undefined },
): Problem {
  return problem({
    code: 'unsupported-type',
    where: `${file}:${column}`,
    message: say`The column ${column} is of type ${type}, which cannot be read as text, number, date or truth value.`,
    remedy: remedy ?? say`Leave the column out, or store it as text.`,
  });
}

/** The remedy for a column of moments in time. */
export const withoutZone = say`Store the day (a date), or the time in one place without a zone; or leave the column out.`;
