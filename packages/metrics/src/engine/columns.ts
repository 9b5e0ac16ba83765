import { checkList, checkObject, checkText } from '../base/argument.js';
import { MetricsError } from '../base/error.js';
import { isDay } from '../base/day.js';
import { sqlName } from '../base/sql.js';
import type { TableColumn } from './engine.js';
import type { CellType } from './table.js';
import { say, type Sentence } from '../base/sentence.js';

const cellTests: Readonly<Record<CellType, (cell: unknown) => boolean>> = {
  DOUBLE: (cell) => typeof cell === 'number',
  VARCHAR: (cell) => typeof cell === 'string',
  DATE: (cell) => typeof cell === 'string' && isDay(cell),
  BOOLEAN: (cell) => typeof cell === 'boolean',
};

/** Throws `REFUSED` where columns are no table: none, of different lengths, of one name, or with cells that are not of their type. */
export function checkColumns(columns: readonly TableColumn[]): void {
  checkList('columns', columns);
  for (const [i, column] of columns.entries()) {
    checkObject(`columns[${i}]`, column);
    checkText(`columns[${i}].name`, column.name);
    checkText(`columns[${i}].type`, column.type);
    checkList(`columns[${i}].values`, column.values);
  }
  if (columns.length === 0) throw refuse(say`A table has at least one column. Give one.`);
  const rows = countRows(columns);
  const names = new Set<string>();
  for (const { name, type, values } of columns) {
    const column = sqlName(name);
    if (names.has(name.toLowerCase()))
      throw refuse(say`There are two columns ${column}. Give each its own name.`);
    names.add(name.toLowerCase());
    if (!Object.hasOwn(cellTests, type)) {
      throw refuse(say`Column ${column} is of type ${type}. Give DOUBLE, VARCHAR, DATE or BOOLEAN.`);
    }
    if (values.length !== rows) {
      throw refuse(
        say`Column ${column} has ${values.length} cells, but another has ${rows}. Give all columns the same number.`,
      );
    }
    const fits = cellTests[type];
    const wrong = values.findIndex((cell) => cell !== null && !fits(cell));
    if (wrong >= 0) {
      throw refuse(
        say`Column ${column} contains ${describe(values[wrong])} in row ${wrong + 1}. Give ${type}, or null for an empty cell.`,
      );
    }
  }
}

/** Rows of a table, which all its columns have. */
export function countRows(columns: readonly TableColumn[]): number {
  return columns[0]?.values.length ?? 0;
}

/** Makes an empty table of columns in the engine's own memory, in the place of one of that name. */
export function createSql(name: string, columns: readonly TableColumn[]): string {
  const list = columns.map((column) => `${sqlName(column.name)} ${column.type}`).join(', ');
  return `CREATE OR REPLACE TABLE ${ownTable(name)} (${list})`;
}

/** Makes the answer of a statement a table in the engine's own memory, in the place of one of that name. */
export function buildSql(name: string, sql: string): string {
  return `CREATE OR REPLACE TABLE ${ownTable(name)} AS ${sql}`;
}

export function dropSql(name: string): string {
  return `DROP TABLE IF EXISTS ${ownTable(name)}`;
}

/** The place of the caller's tables, for any open database. */
export function ownTable(name: string): string {
  return `memory.main.${sqlName(name)}`;
}

function describe(cell: unknown): Sentence {
  return typeof cell === 'string'
    ? say`the text "${cell.slice(0, 40)}"`
    : say`a value of type ${typeof cell}`;
}

function refuse(message: Sentence): MetricsError {
  return new MetricsError('REFUSED', message);
}
