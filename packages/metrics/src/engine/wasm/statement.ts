import { RecordBatchReader, Table as ArrowTable, type Vector } from 'apache-arrow';
import { MetricsError } from '../../error.js';
import type { Table, TableColumn } from '../engine.js';
import { lockdown } from '../lockdown.js';
import { beginReading, describeSql, endReading, notReading, readTypes, refused } from '../reading.js';
import { dayOf, type Cell, type CellType } from '../table.js';
import type { Instance } from './instance.js';

const file = 'published.duckdb';

/** A connection to an opened database. */
export type Connection = number;

/** Opens a database read only in a fresh engine, which can then open nothing else. Throws `DATABASE`. */
export async function attach({ ask }: Instance, bytes: Uint8Array): Promise<Connection> {
  try {
    // The engine takes the bytes it is given away from here.
    await ask((db) => db.registerFileBuffer(file, bytes.slice()));
    const connection = await ask((db) => db.connectInternal());
    for (const sql of lockdown(file)) await ask((db) => db.runQuery(connection, sql));
    return connection;
  } catch (cause) {
    if (cause instanceof MetricsError) throw cause;
    const message = `The database cannot be opened (${(cause as Error).message}). Publish the release again, and upload it whole.`;
    throw new MetricsError('DATABASE', message, { cause });
  }
}

/** Runs one statement that reads. Throws `SQL`, `RESULT_TYPE`, `DATABASE`; an instance that the statement broke is stopped. */
export async function runStatement(instance: Instance, connection: Connection, sql: string): Promise<Table> {
  const ask: Instance['ask'] = (question) =>
    instance.ask(question).catch((cause: Error) => {
      if (isTrap(cause)) instance.stop(refused(cause));
      throw cause;
    });
  const query = async (text: string): Promise<ArrowTable> =>
    decode(await ask((db) => db.runQuery(connection, text)));
  try {
    await query(beginReading);
    try {
      // Several statements cannot be prepared.
      const statement = await ask((db) => db.createPrepared(connection, sql));
      try {
        const description = await query(describeSql(sql)).catch((cause: unknown) => {
          throw notReading(cause);
        });
        const types = readTypes([...description.getChildAt(0)!], [...description.getChildAt(1)!]);
        return readTable(decode(await ask((db) => db.runPrepared(connection, statement, []))), types, sql);
      } finally {
        await ask((db) => db.closePrepared(connection, statement)).catch(() => undefined);
      }
    } finally {
      await query(endReading).catch(() => undefined);
    }
  } catch (cause) {
    throw refused(cause);
  }
}

/** Whether the engine trapped, rather than refused: what it would answer after that is worth nothing. */
function isTrap(error: Error): boolean {
  if (error instanceof MetricsError) return false;
  return error.name !== 'Error' || /^(FATAL|INTERNAL) Error|has been invalidated/.test(error.message);
}

function decode(bytes: Uint8Array): ArrowTable {
  return new ArrowTable(RecordBatchReader.from(bytes));
}

function readTable(result: ArrowTable, types: readonly CellType[], sql: string): Table {
  const columns = types.map((type, i): TableColumn => {
    const values = readValues(result.getChildAt(i), result.numRows, type);
    return { name: result.schema.fields[i]!.name, type, values } as TableColumn;
  });
  return { columns, rowCount: result.numRows, sql };
}

function readValues(vector: Vector | null, rows: number, type: CellType): readonly Cell[] {
  return Array.from({ length: rows }, (_, row) => {
    const value = vector?.get(row) as Cell | undefined;
    // A DATE arrives as milliseconds.
    return type === 'DATE' && typeof value === 'number' ? dayOf(value / 86_400_000) : (value ?? null);
  });
}
