import type { Contract } from '../dataset/contract.js';
import { sqlName } from '../sql.js';

/**
 * The statement whose one value, `digest`, is the SHA-256 of a table's rows, whatever their order: the rows as CSV lines
 * (every value in quotes, NULL as nothing between the commas), sorted by their bytes, joined by line feeds, in UTF-8.
 *
 * @example
 * digestSql('patents', ['application_number', 'filed']);
 */
export function digestSql(table: string, columns: readonly string[]): string {
  return `SELECT sha256(coalesce(string_agg(line, chr(10) ORDER BY line), '')) AS digest
FROM (${linesSql(table, columns)})`;
}

/** The lines whose digest that is, one row each in any order, as `line`: for tools that hash more of them than an engine can hold. */
export function linesSql(table: string, columns: readonly string[]): string {
  const cells = columns.map((name) => `'"' || replace(CAST(${sqlName(name)} AS VARCHAR), '"', '""') || '"'`);
  // What is NULL adds nothing to a concatenation.
  return `SELECT concat(${cells.join(`, ',',\n  `)}) AS line\nFROM ${sqlName(table)}`;
}

/** The columns of a dataset's published table, in their order: a register's own, or those of the public cube. */
export function publishedColumns({ columns, cube, time }: Contract): readonly string[] {
  if (!cube) return columns.map(({ name }) => name);
  return [time.column, ...cube.dimensions, ...cube.measures, 'contributors'];
}
