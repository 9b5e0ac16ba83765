import { sqlName } from '../../base/sql.js';
import { MetricsError } from '../../base/error.js';
import type { Call } from '../calls.js';
import { ownTable } from '../columns.js';
import { readSql, type CsvFile, type DataFile } from '../csv-file.js';
import type { Instance } from './instance.js';
import { join } from './pending.js';
import { decodeTable } from './result.js';
import { say } from '../../base/sentence.js';

const path = 'data.csv';
/** DuckDB's number for a file that the browser reads as it is needed. */
const fileReader = 2;
/** Parts of the rows that are handed over at once. */
const batch = 32;
/** Ends a stream of Arrow. */
const end = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/** Where the rows go: a connection of the engine that answers. */
export interface Target {
  readonly ask: Instance['ask'];
  readonly writer: number;
}

/**
 * Reads a CSV file by a DuckDB of its own in another worker, and hands its rows over to a table of the memory: whole or not at
 * all. Throws DuckDB's error, the signal's reason, and as `startInstance`.
 */
export async function importCsv(
  { ask, writer }: Target,
  {
    name,
    csv,
    start,
  }: { readonly name: string; readonly csv: CsvFile; readonly start: (call: Call) => Instance },
  call: Call,
): Promise<void> {
  const { signal } = call;
  signal.throwIfAborted();
  const reader = start(call);
  const stop = (): void => reader.stop(stopped());
  signal.addEventListener('abort', stop, { once: true });
  try {
    await reader.ready;
    await register(reader, csv.file);
    const source = await reader.ask((db) => db.connectInternal());
    const sql = readSql(csv, path);
    const described = decodeTable(await reader.ask((db) => db.runQuery(source, `DESCRIBE ${sql}`)));
    const [names, types] = [[...described.getChildAt(0)!], [...described.getChildAt(1)!]] as [
      string[],
      string[],
    ];
    const columns = names.map((column, i) => `${sqlName(column)} ${types[i]}`).join(', ');
    const tell = (text: string): Promise<Uint8Array> => ask((db) => db.runQuery(writer, text));
    await tell('BEGIN TRANSACTION');
    try {
      await tell(`CREATE OR REPLACE TABLE ${ownTable(name)} (${columns})`);
      const insert = (stream: Uint8Array): Promise<void> =>
        ask((db) => db.insertArrowFromIPCStream(writer, stream, { name, schema: 'main', create: false }));
      const rows = await handOver({ reader, source, sql, insert }, call);
      // It leaves out rows that it cannot read, without a word.
      const count = decodeTable(await tell(`SELECT CAST(count(*) AS DOUBLE) FROM ${ownTable(name)}`));
      const kept = Number(count.getChildAt(0)?.get(0));
      if (kept !== rows)
        throw new MetricsError('SQL', say`The engine took ${kept} of ${rows} rows. Load them again.`);
      signal.throwIfAborted();
      await tell('COMMIT');
    } catch (error) {
      await tell('ROLLBACK').catch(() => undefined);
      throw error;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function register({ ask }: Instance, file: DataFile): Promise<void> {
  // The engine takes the bytes it is given away from here.
  if (file instanceof Uint8Array) await ask((db) => db.registerFileBuffer(path, file.slice()));
  else await ask((db) => db.registerFileHandle(path, file, fileReader, true));
}

interface HandOver {
  readonly reader: Instance;
  readonly source: number;
  readonly sql: string;
  readonly insert: (stream: Uint8Array) => Promise<void>;
}

/** Hands the rows over while the next are read; gives how many they are. */
async function handOver({ reader, source, sql, insert }: HandOver, call: Call): Promise<number> {
  let head = await reader.ask((db) => db.startPendingQuery(source, sql, true));
  while (!head) head = await reader.ask((db) => db.pollPendingQuery(source));
  const first = head;
  let rows = 0;
  let inserting = Promise.resolve();
  for (let more = true; more;) {
    const parts: Uint8Array[] = [];
    while (more && parts.length < batch) {
      const part = await reader.ask((db) => db.fetchQueryResults(source));
      if (part?.length === 0) more = false;
      else if (part) parts.push(part);
    }
    await inserting;
    call.signal.throwIfAborted();
    if (parts.length === 0) break;
    const stream = join([first, ...parts, end]);
    rows += decodeTable(stream).numRows;
    inserting = insert(stream);
    // It is awaited when the next parts are there.
    inserting.catch(() => undefined);
    call.advance({ step: 'rows', loaded: rows });
  }
  await inserting;
  return rows;
}

function stopped(): MetricsError {
  return new MetricsError('CLOSED', say`Reading of the file was stopped.`);
}
