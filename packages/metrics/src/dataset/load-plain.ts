import { splitCells } from './cells.js';
import { headerOf, tableName, type Contract } from './contract.js';
import { checkHeader } from './header.js';
import { checkRows, rowsOf, type LoadedDataset, type LoadOptions, type TableStore } from './load.js';
import type { PlainFile } from './read/plain.js';
import { formatPlace } from './rejects.js';
import { commonCountSql } from './steps.js';
import { checkAborted } from './turn.js';

/** A store of tables that makes one of a plain CSV file by itself. */
export interface PlainStore extends TableStore {
  /**
   * Makes the rows of the file a table, or replaces it: those whose cells keep the contract, or all as texts. False where the
   * file has a row of another number of cells.
   */
  read(name: string, rows: PlainRows): Promise<boolean>;
  /** How the table that was made under this name is called in SQL. */
  sqlOf(name: string): string;
}

/** How the rows of a plain CSV file are read. */
export interface PlainRows {
  /** The names of its columns, in their order in the file. */
  readonly columns: readonly string[];
  readonly newline: PlainFile['newline'];
  /** The checks of the cells; if absent, all rows are read as texts. */
  readonly contract?: Contract;
}

/**
 * As `loadDataset`, but the store reads the file: at once where it is right, and its texts once more where rows break the
 * contract. Undefined where it is not plain after all, or its header not right: nothing of it is left in the store then.
 */
export async function loadPlain(
  store: PlainStore,
  contract: Contract,
  file: PlainFile,
  options: LoadOptions = {},
): Promise<LoadedDataset | undefined> {
  const { header, newline } = file;
  if (checkHeader(header, contract, file.name).length > 0) return undefined;
  // One that is left unread has a name of its own.
  const known = new Map(contract.columns.map((column) => [headerOf(column), column.name]));
  const names = header.map(({ text }, i) => known.get(text) ?? `zj:unread:${i}`);
  const table = tableName(contract);
  let keeps = false;
  try {
    const [rows, read] = await Promise.all([
      file.countRows(),
      store.read(table, { columns: names, newline, contract }),
    ]);
    if (!rows || !read) return undefined;
    if (await isSound(store, contract, rows)) {
      checkAborted(options.signal);
      keeps = true;
      return { rows: { read: rows, kept: rows, rejected: 0 }, rejects: [], problems: [] };
    }
    await store.drop(table);
    const order = contract.columns.map(({ name }) => names.indexOf(name));
    const loaded = await checkRows(
      store,
      contract,
      {
        file: file.name,
        malformed: [],
        counts: { read: rows, malformed: 0 },
        fill: (name) => store.read(name, { columns: names, newline }),
        find: async (wanted) => {
          const found = await file.findRows(wanted);
          return (row, column) => {
            const at = order[column]!;
            const { text, place } = splitCells(found.get(row)!, row + 2, { most: at + 1 })[at]!;
            return { text, place: formatPlace(file.name, place) };
          };
        },
      },
      options,
    );
    keeps = loaded.problems.length === 0;
    return loaded;
  } finally {
    if (!keeps) await store.drop(table);
  }
}

/** Whether all rows keep the contract, each by itself and together. */
async function isSound(store: PlainStore, contract: Contract, rows: number): Promise<boolean> {
  const table = store.sqlOf(tableName(contract));
  const [count] = rowsOf(await store.run(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${table}`));
  if (count!.n !== rows) return false;
  const [common] = rowsOf(await store.run(commonCountSql(contract, table)));
  return common!.faults === 0;
}
