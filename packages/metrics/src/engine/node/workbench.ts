import {
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBListValue,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import { checkColumns } from '../columns.js';
import type { Table, TableColumn } from '../engine.js';
import { readColumn } from './chunk.js';
import { runStatement } from './statement.js';
import { writeTable } from './write.js';

/** A value of a workbench: days as text, decimals as exact text, whole numbers as numbers where that is exact. */
export type WorkbenchValue = number | bigint | string | boolean | null | readonly WorkbenchValue[];

/** Native DuckDB in memory, where data are read and a database is written. */
export interface Workbench {
  /** Runs any statements, one after another; throws DuckDB's error. */
  execute(sql: string): Promise<void>;
  /** The rows of the last of these statements. */
  rows(sql: string): Promise<readonly Readonly<Record<string, WorkbenchValue>>[]>;
  /** Runs one statement that reads, as an engine does over a published database. Throws `SQL`, `RESULT_TYPE`. */
  run(sql: string): Promise<Table>;
  /** Makes columns a table `memory.main.<name>`, in the place of one of that name. Throws `REFUSED` for columns that are no table. */
  load(name: string, columns: readonly TableColumn[]): Promise<void>;
  /** Stops the statement that runs, which then throws: a process cannot end before it. */
  interrupt(): void;
  /** Stops the running statement, and frees everything. */
  close(): Promise<void>;
}

/** The workbench of `openWorkbench`. */
export async function startWorkbench(): Promise<Workbench> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
    const turn = last.then(() => work(connection));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    execute: (sql) => inTurn(async (duckdb) => void (await duckdb.run(sql))),
    rows: (sql) =>
      inTurn(async (duckdb) => {
        const result = await duckdb.run(sql);
        const names = result.deduplicatedColumnNames();
        const chunks = await result.fetchAllChunks();
        const columns = names.map((_, i) => readColumn(chunks, i, readValue));
        return (columns[0] ?? []).map((_, row) =>
          Object.fromEntries(names.map((name, i) => [name, columns[i]![row]!])),
        );
      }),
    run: (sql) => inTurn((duckdb) => runStatement(duckdb, sql)),
    load: (name, columns) =>
      inTurn((duckdb) => {
        checkColumns(columns);
        return writeTable(duckdb, name, columns);
      }),
    interrupt: () => connection.interrupt(),
    async close() {
      connection.interrupt();
      await last;
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function readValue(value: DuckDBValue): WorkbenchValue {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof DuckDBListValue) return value.items.map(readValue);
  return value instanceof DuckDBDateValue ? value.toString() : String(value);
}
