import { checkList, checkObject, checkText } from '../base/argument.js';
import { tableName, type Contract } from '../dataset/contract.js';
import { loadDataset, type LoadedDataset, type TableStore } from '../dataset/load.js';
import { mostListed } from '../dataset/rejects.js';
import { ownTable } from '../dataset/steps.js';
import type { TextTable } from '../dataset/text-table.js';
import { checkFile, type DataFile } from '../engine/csv-file.js';
import type { CallOptions } from '../engine/engine.js';
import { MetricsError } from '../base/error.js';
import { quote } from '../base/input.js';
import { sqlName } from '../base/sql.js';
import { loadFile, signalOf, type OwnEngine } from './file.js';
import type { Holdings } from './holdings.js';
import { say } from '../base/sentence.js';

/** A dataset of the caller's own: its contract and its content. */
export interface OwnDataset {
  /** From `parseContract` or `proposeContract`, or the JSON of one. */
  readonly contract: unknown;
  /** From `readTable`; or else a file. */
  readonly table?: TextTable;
  /**
   * Its file, in the place of a table: a path in Node, a Blob such as the File that a reader chose, or bytes. A CSV file of
   * plain lines is read by an engine, any other as `readTable` reads it.
   */
  readonly file?: DataFile;
  /** Metrics over it: a file of metrics as JSON, or their list. */
  readonly metrics?: unknown;
}

/** Throws `REFUSED` where a table is not of the shape that `readTable` gives. */
export function checkTable(table: TextTable): void {
  checkObject('dataset.table', table, ['placeOf']);
  checkText('dataset.table.file', table.file);
  for (const key of ['header', 'columns', 'rejects', 'notes'] as const) {
    checkList(`dataset.table.${key}`, table[key]);
  }
  for (const [i, column] of table.columns.entries()) checkList(`dataset.table.columns[${i}]`, column);
  for (const [i, cell] of table.header.entries()) {
    checkObject(`dataset.table.header[${i}]`, cell);
    checkText(`dataset.table.header[${i}].name`, cell.name);
  }
  // Those that are told: the others are only counted.
  for (const [i, reject] of table.rejects.slice(0, mostListed).entries()) {
    checkObject(`dataset.table.rejects[${i}]`, reject);
    checkObject(`dataset.table.rejects[${i}].problem`, reject.problem);
  }
  const { rowCount, columns, header } = table;
  if (columns.length === header.length && columns.every(({ length }) => length === rowCount)) return;
  const message = say`The argument "dataset.table" has ${header.length} names, ${columns.length} columns and "rowCount": ${quote(rowCount)}, which do not match. Give the table that readTable returns.`;
  throw new MetricsError('REFUSED', message);
}

/** Throws `REFUSED` if a dataset has neither a table nor a file, or both, or a value that is neither. */
export function checkSource({ table, file }: OwnDataset): void {
  if ((table === undefined) === (file === undefined)) {
    const message = say`The argument "dataset" needs either "table" (from readTable) or "file".`;
    throw new MetricsError('REFUSED', message);
  }
  if (table !== undefined) checkTable(table);
  if (file !== undefined) checkFile('dataset.file', file);
}

// No dataset's table has a colon in its name.
const nextName = 'zj:next';

/**
 * Loads the rows that keep a contract into an engine, as `memory.main.<table>`. An existing table stays until all rows of the new
 * one are there. Throws as {@link Engine}.
 */
export async function loadOwn(
  engine: OwnEngine,
  { contract, ...source }: Pick<OwnDataset, 'table' | 'file'> & { readonly contract: Contract },
  { published, catalogue }: Holdings,
  options: CallOptions,
): Promise<LoadedDataset> {
  const name = tableName(contract);
  const replaces = catalogue.datasets.some((relation) => relation.contract.id === contract.id);
  const nameOf = (made: string): string => (replaces && made === name ? nextName : made);
  const store: TableStore = {
    load: (made, columns) => engine.load(made, columns, options),
    build: (made, sql) => engine.build(nameOf(made), sql, options),
    run: (sql) => engine.run(sql, options),
    // The leftovers of a load go, also when nobody waits for it any more.
    drop: (made) => engine.drop(nameOf(made)).catch(() => undefined),
  };
  // Foreign keys are checked in the engine's own memory: the tables of the release that they name are copied there meanwhile.
  const named = new Set(contract.foreignKeys?.map(({ references }) => references.dataset));
  const copies = published.datasets
    .filter((relation) => named.has(relation.contract.id))
    .map((relation) => tableName(relation.contract));
  try {
    for (const copy of copies) await engine.build(copy, `FROM ${sqlName(copy)}`, options);
    const loaded = source.table
      ? await loadDataset(store, contract, source.table, signalOf(options))
      : await loadFile({ engine, store, nameOf }, contract, source.file!, options);
    if (replaces && loaded.problems.length === 0) {
      // From here on there is no way back: given up half way, the old definition would answer from the new rows.
      await engine.build(name, `FROM ${ownTable(nextName)}`, { deadline: Infinity });
      await store.drop(name);
    }
    return loaded;
  } finally {
    for (const copy of copies) await store.drop(copy);
  }
}
