import { setImmediate } from 'node:timers/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { MetricsError } from '../../base/error.js';
import { sqlName } from '../../base/sql.js';
import type { Call } from '../calls.js';
import { ownTable } from '../columns.js';
import { readSql, type CsvFile } from '../csv-file.js';
import { placeFile } from './data-file.js';
import { interruptible } from './interrupt.js';
import { say } from '../../base/sentence.js';

/**
 * Reads a CSV file by a DuckDB of its own, and hands its rows over to a table of the memory: whole or not at all. Returns the
 * mark that tells the file from others. Throws DuckDB's error, the signal's reason, and `DATABASE` if the file is not the one
 * read before.
 */
export async function importCsv(
  connection: DuckDBConnection,
  {
    name,
    csv,
    before,
  }: { readonly name: string; readonly csv: CsvFile; readonly before: string | undefined },
  call: Call,
): Promise<string> {
  const { path, stamp, remove } = await placeFile(csv.file);
  try {
    if (typeof csv.file === 'string' && before !== undefined && before !== stamp) throw changed(csv.file);
    const instance = await DuckDBInstance.create(':memory:');
    const reader = await instance.connect();
    try {
      await handOver({ reader, connection, name, sql: readSql(csv, path) }, call);
    } finally {
      reader.closeSync();
      instance.closeSync();
    }
    return stamp;
  } finally {
    await remove();
  }
}

interface HandOver {
  readonly reader: DuckDBConnection;
  readonly connection: DuckDBConnection;
  readonly name: string;
  readonly sql: string;
}

async function handOver({ reader, connection, name, sql }: HandOver, call: Call): Promise<void> {
  const { signal } = call;
  const description = await reader.runAndReadAll(`DESCRIBE ${sql}`);
  const [names = [], types = []] = description.getColumns();
  const columns = names.map((column, i) => `${sqlName(String(column))} ${String(types[i])}`).join(', ');
  const result = await interruptible(reader, signal, () => reader.stream(sql));
  await connection.run('BEGIN TRANSACTION');
  try {
    await connection.run(`CREATE OR REPLACE TABLE ${ownTable(name)} (${columns})`);
    const appender = await connection.createAppender(name, 'main', 'memory');
    try {
      let rows = 0;
      for (let chunk = 0; ; chunk++) {
        const next = await interruptible(reader, signal, () => result.fetchChunk());
        if (!next || next.rowCount === 0) break;
        appender.appendDataChunk(next);
        rows += next.rowCount;
        if (chunk % 50 > 0) continue;
        call.advance({ step: 'rows', loaded: rows });
        // Deadlines and callers get their turn.
        await setImmediate();
        signal.throwIfAborted();
      }
    } finally {
      appender.closeSync();
    }
    signal.throwIfAborted();
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function changed(file: string): MetricsError {
  const message = say`${file} has changed since its rows were read. Open the release again, and add the file again.`;
  return new MetricsError('DATABASE', message);
}
