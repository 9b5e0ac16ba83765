import { headerOf, type Contract } from './contract.js';
import { checkNames } from './header.js';
import type { ReadTable, TextTable } from './text-table.js';

/**
 * A table with its columns in the order of a contract, whatever their order in the file; or what is wrong with its header:
 * columns that are unknown, missing or there twice.
 *
 * @example
 * const { table, problems } = alignTable(read, contract);
 */
export function alignTable(table: TextTable, contract: Pick<Contract, 'id' | 'columns'>): ReadTable {
  const { file, header } = table;
  const where = header[0]?.place ?? file;
  const problems = checkNames(header, contract, { where, header: 'the header' });
  if (problems.length > 0) return { problems };
  const names = header.map(({ name }) => name);
  const order = contract.columns.map((column) => names.indexOf(headerOf(column)));
  const aligned: TextTable = {
    ...table,
    header: order.map((i) => header[i]!),
    columns: order.map((i) => table.columns[i]!),
    placeOf: (row, column) => table.placeOf(row, order[column]!),
  };
  return { table: aligned, problems: [] };
}
