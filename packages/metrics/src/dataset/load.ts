import { problem, type Problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import { sqlName } from '../base/sql.js';
import { alignTable } from './align.js';
import { rowChecks, type RowCheck } from './checks.js';
import { tableName, type Contract } from './contract.js';
import { mostListed, rejectProblem, restProblem } from './rejects.js';
import { checkSteps, countSql, ownTable, passingTables, sampleSql } from './steps.js';
import type { TextTable } from './text-table.js';
import { checkAborted } from './turn.js';

/** A store of tables that answers questions about them, such as an engine. */
export interface TableStore {
  /** Makes a table of texts, or replaces it. */
  load(name: string, columns: readonly TextColumn[], options?: Abortable): Promise<unknown>;
  /** Makes a table of a statement's rows, or replaces it. */
  build(name: string, sql: string, options?: Abortable): Promise<unknown>;
  /** Forgets a table. */
  drop(name: string): Promise<unknown>;
  /** Answers a statement that reads. */
  run(sql: string, options?: Abortable): Promise<ColumnTable>;
}

/** Options of a call that may be cancelled. */
export interface Abortable {
  readonly signal?: AbortSignal;
}

/** A column of texts. */
export interface TextColumn {
  readonly name: string;
  readonly type: 'VARCHAR';
  readonly values: readonly (string | null)[];
}

/** An answer in columns. */
export interface ColumnTable {
  readonly rowCount: number;
  readonly columns: readonly { readonly name: string; readonly values: readonly unknown[] }[];
}

/** The numbers of a file's rows: read = kept + rejected. */
export interface LoadedDataset {
  readonly rows: { readonly read: number; readonly kept: number; readonly rejected: number };
  /** Why rows were rejected, at their places in the file. */
  readonly rejects: readonly Problem[];
  /** Why nothing was loaded; without these the rows kept are a table of the store. */
  readonly problems: readonly Problem[];
}

/** How many rejects are listed. */
export interface LoadOptions extends Abortable {
  /** Rejects of one kind that are told one by one: 20. */
  readonly most?: number;
}

// No name in a contract holds a colon, so this is none of its own.
const rawName = 'zj:raw';

/**
 * Holds the rows of a file against their contract, and leaves those that keep it in the store as `memory.main.<table>`, the table
 * that `tableName(contract)` names. The datasets of its foreign keys must be there. Throws as the store, and `ABORTED`.
 *
 * @example
 * const { rows, rejects, problems } = await loadDataset(engine, contract, table);
 * // rows: { read: 1200, kept: 1198, rejected: 2 }, rejects[0].where: 'book.xlsx:收入!C5'
 */
export async function loadDataset(
  store: TableStore,
  contract: Contract,
  source: TextTable,
  { most = mostListed, signal }: LoadOptions = {},
): Promise<LoadedDataset> {
  checkAborted(signal);
  const read = source.rowCount + source.rejects.length;
  const { table, problems } = alignTable(source, contract);
  if (!table) return nothing(read, [], problems);
  const malformed = listMalformed(table, most);
  if (table.rowCount === 0)
    return nothing(read, malformed, [read === 0 ? noRows(table.file) : noneKept(table.file)]);
  const columns = contract.columns.map(({ name }, i) => ({
    name,
    type: 'VARCHAR' as const,
    values: table.columns[i]!,
  }));
  return checkRows(
    store,
    contract,
    {
      file: table.file,
      malformed,
      counts: { read, malformed: table.rejects.length },
      fill: (name) => store.load(name, columns, signal ? { signal } : {}),
      find: () =>
        Promise.resolve((row, column) => ({
          text: table.columns[column]![row] ?? '',
          place: table.placeOf(row, column),
        })),
    },
    { most, ...(signal && { signal }) },
  );
}

/** Rows of a file that are well formed, wherever they are. */
export interface RowSource {
  readonly file: string;
  /** The note about the others. */
  readonly malformed: readonly Problem[];
  readonly counts: { readonly read: number; readonly malformed: number };
  /** Makes them a table of texts whose columns are the contract's. */
  readonly fill: (name: string) => Promise<unknown>;
  /** Looks up some of them: returns their cells by the number of a row and that of a column of the contract. */
  readonly find: (rows: ReadonlySet<number>) => Promise<CellOf>;
}

/** The text of a cell, and where it stands. */
export type CellOf = (row: number, column: number) => { readonly text: string; readonly place: string };

/** Holds rows against their contract: see {@link loadDataset}. */
export async function checkRows(
  store: TableStore,
  contract: Contract,
  source: RowSource,
  { most = mostListed, signal }: LoadOptions = {},
): Promise<LoadedDataset> {
  const { read, malformed } = source.counts;
  const made: string[] = [rawName];
  const options: Abortable = signal ? { signal } : {};
  let keeps = false;
  try {
    await source.fill(rawName);
    for (const { name, select } of checkSteps(contract, ownTable(rawName))) {
      checkAborted(signal);
      made.push(name);
      await store.build(name, select, options);
    }
    const [count] = rowsOf(await store.run(countSql(), options));
    const rejected = malformed + (count!.rejected as number);
    const faults = await listFaults(store, contract, source, { most, ...options });
    const rejects = [...source.malformed, ...faults];
    checkAborted(signal);
    if (rejected === read) return nothing(read, rejects, [noneKept(source.file)]);
    keeps = true;
    return { rows: { read, kept: read - rejected, rejected }, rejects, problems: [] };
  } finally {
    const passing = new Set([rawName, ...passingTables]);
    for (const name of made) if (!keeps || passing.has(name)) await store.drop(name);
  }
}

function nothing(read: number, rejects: readonly Problem[], problems: readonly Problem[]): LoadedDataset {
  return { rows: { read, kept: 0, rejected: read }, rejects, problems };
}

/** A file with nothing but a header. */
export function noRows(where: string): Problem {
  const message = say`The file has no rows below the header.`;
  return problem({ code: 'no-rows', where, message, remedy: say`Export it again with its rows.` });
}

/** A file of which nothing is left. */
export function noneKept(where: string): Problem {
  const message = say`No row of this file meets its contract.`;
  return problem({
    code: 'no-rows',
    where,
    message,
    remedy: say`Correct the rows listed here, or the contract.`,
  });
}

function listMalformed({ rejects, file }: TextTable, most: number): readonly Problem[] {
  const listed = rejects.slice(0, most).map((one) => one.problem);
  return rejects.length > most ? [...listed, restProblem(undefined, rejects.length, file, most)] : listed;
}

/** The problems of the checked rows' cells, in the order of the file, then the number of further ones. */
async function listFaults(
  store: TableStore,
  contract: Contract,
  source: RowSource,
  { most, ...options }: Abortable & { readonly most: number },
): Promise<readonly Problem[]> {
  const checks = rowChecks(contract);
  const names = contract.columns.map(({ name }) => name);
  const totals = new Map<RowCheck, number>();
  const known = new Map<RowCheck, readonly string[]>();
  const found: Problem[] = [];
  const samples = rowsOf(await store.run(sampleSql(contract, most), options));
  if (samples.length === 0) return [];
  const rows = samples.flatMap(({ record, earlier }) => (earlier === null ? [record] : [record, earlier]));
  const cellOf = await source.find(new Set(rows as readonly number[]));
  for (const { record, code, earlier, total } of samples) {
    const row = record as number;
    const check = checks[code as number]!;
    if (check.kind === 'reference' && !known.has(check))
      known.set(check, await listKnown(store, contract, check));
    totals.set(check, total as number);
    const column = names.indexOf(check.column.name);
    const reject = {
      ...check,
      place: cellOf(row, column).place,
      value: check.columns.map((name) => cellOf(row, names.indexOf(name)).text).join(', '),
      ...(known.has(check) && { known: known.get(check)! }),
      ...(earlier !== null && { earlier: cellOf(earlier as number, column).place }),
    };
    found.push(rejectProblem(reject, contract, source.file));
  }
  const rest = [...totals].filter(([, total]) => total > most);
  return [...found, ...rest.map(([check, total]) => restProblem(check, total, source.file, most))];
}

/** More names than these take long to compare. */
const mostKnown = 1000;

/** The possible values of a reference, if it is one column with few enough values. */
async function listKnown(
  store: TableStore,
  { foreignKeys = [] }: Contract,
  { columns, dataset }: RowCheck,
): Promise<readonly string[]> {
  const key = foreignKeys.find((one) => one.columns === columns);
  if (!key || columns.length > 1) return [];
  const other = ownTable(tableName({ id: dataset! }));
  const answer = await store.run(
    `SELECT DISTINCT CAST(${sqlName(key.references.columns[0]!)} AS VARCHAR) AS name FROM ${other} ORDER BY 1 LIMIT ${mostKnown + 1}`,
  );
  return answer.rowCount > mostKnown ? [] : rowsOf(answer).map(({ name }) => String(name));
}

export function rowsOf({ columns, rowCount }: ColumnTable): readonly Readonly<Record<string, unknown>>[] {
  return Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[row]])),
  );
}
