import type { Column, ColumnType, Contract } from '../dataset/contract.js';
import { decimalsOf } from '../dataset/spelling.js';
import type { DatabaseTable } from '../engine/engine.js';
import { publishedColumns } from './digest.js';
import type { Manifest } from './manifest.js';

/** The tables of a release's database, all of them, as its manifest promises them. */
export function publishedTables({ datasets }: Pick<Manifest, 'datasets'>): readonly DatabaseTable[] {
  return datasets.map(({ table, contract }) => ({
    name: table,
    columns: publishedColumns(contract).map((name) => ({ name, type: publishedType(name, contract) })),
  }));
}

/** The measures of a cube are sums; a column that the contract does not name is the number of contributors, or a mark's meaning. */
function publishedType(name: string, { columns, cube }: Contract): ColumnType {
  const column = columns.find((one: Column) => one.name === name);
  if (!column) return cube ? 'INTEGER' : 'VARCHAR';
  return cube?.measures.includes(name) ? `DECIMAL(38,${decimalsOf(column.type)})` : column.type;
}
