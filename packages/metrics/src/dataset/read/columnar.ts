import type { Problem } from '../../problem.js';
import type { ReadTable, TextTable } from '../text-table.js';
import type { FileOptions } from './source.js';

/** A column of a file that stores columns: its name, and the text of each cell. */
export interface TypedColumn {
  readonly name: string;
  readonly cells: readonly (string | null)[];
}

/** The table of a file that has no lines: places are its name, the number of the row from 1, and the column. */
export function columnarTable(
  columns: readonly TypedColumn[],
  rowCount: number,
  { name: file }: FileOptions,
): ReadTable {
  const table: TextTable = {
    file,
    header: columns.map(({ name }) => ({ name, place: `${file}:${name}` })),
    rowCount,
    columns: columns.map(({ cells }) => cells),
    placeOf: (row, column) => `${file}:${row + 1}:${columns[column]!.name}`,
    rejects: [],
    notes: [],
  };
  return { table, problems: [] };
}

/** A column whose values have no text here. */
export function unsupportedType(file: string, column: string, type: string): Problem {
  return {
    code: 'unsupported-type',
    where: `${file}:${column}`,
    message: `The column ${column} is of type ${type}, which is no text, number, date or truth value.`,
    remedy: 'Leave the column out, or store it as text.',
  };
}
