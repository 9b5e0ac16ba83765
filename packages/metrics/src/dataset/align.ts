import { say } from '../base/sentence.js';
import { headerOf, type Contract } from './contract.js';
import { checkNames, linesBelow, titleAbove } from './header.js';
import type { ReadTable, TextTable } from './text-table.js';

/**
 * A table with its columns in the order of a contract, not of the file; or the problems of its header:
 * columns that are unknown, missing, there twice or of a type that cannot be read. Those that the contract lists under
 * `ignore` are left out, and so are those that cannot be read where it does not ask for them.
 *
 * @example
 * const { table, problems } = alignTable(read, contract);
 */
export function alignTable(
  table: TextTable,
  contract: Pick<Contract, 'id' | 'columns' | 'ignore'>,
): ReadTable {
  const { file, header, unread = [] } = table;
  const where = header[0]?.place ?? file;
  const { ignore = [] } = contract;
  const wanted = new Set(contract.columns.map(headerOf));
  const unreadable = unread.filter(({ name }) => wanted.has(name)).map(({ problem }) => problem);
  // A column that cannot be read is not missing.
  const known = contract.columns.filter((column) => !unread.some(({ name }) => name === headerOf(column)));
  const cells = header.filter(({ name }) => !ignore.includes(name));
  const problems = [
    ...unreadable,
    ...checkNames(cells, { ...contract, columns: known }, { where, header: say`the header` }),
  ];
  if (problems.length > 0) {
    const first = header.map(({ name }) => name);
    const title = titleAbove(first, linesBelow(table), { contract, file });
    return { problems: title ? [title] : problems };
  }
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
