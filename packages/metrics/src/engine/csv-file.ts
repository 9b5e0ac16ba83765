import { checkKeys, checkList, checkObject, checkText } from '../base/argument.js';
import type { Contract } from '../dataset/contract.js';
import { csvSql } from '../dataset/csv-sql.js';
import { soundSql } from '../dataset/steps.js';
import { MetricsError } from '../base/error.js';
import { say } from '../base/sentence.js';

/** A file of the caller's own: a path in Node, or its content. */
export type DataFile = string | Blob | Uint8Array;

/** A CSV file without quotation marks whose lines are all ended alike, and how it is to be read. */
export interface CsvFile {
  readonly file: DataFile;
  /** The names of its columns, in their order in the file. */
  readonly columns: readonly string[];
  readonly newline: '\n' | '\r\n';
  /** Only rows whose cells keep it are read, with its columns and types; where it is absent all are, as texts. */
  readonly contract?: Contract;
}

/** The statement that reads the file, which lies at a path, in the order of its lines. */
export function readSql({ columns, newline, contract }: CsvFile, path: string): string {
  const raw = csvSql({ path, columns, newline, multiline: false });
  return contract ? soundSql(contract, raw) : `SELECT * FROM ${raw}`;
}

/** Throws `REFUSED` where a file is neither a path nor content. */
export function checkFile(name: string, file: unknown): asserts file is DataFile {
  if (typeof file === 'string' || file instanceof Blob || file instanceof Uint8Array) return;
  throw new MetricsError(
    'REFUSED',
    say`The argument "${name}" is not a file. Give a path (in Node), a Blob such as a File, or a Uint8Array.`,
  );
}

/** Throws `REFUSED` where it is not told how a CSV file is to be read. */
export function checkCsv(csv: CsvFile): void {
  checkObject('csv', csv);
  checkKeys('csv', csv, ['file', 'columns', 'newline', 'contract']);
  checkFile('csv.file', csv.file);
  checkList('csv.columns', csv.columns);
  for (const [i, column] of csv.columns.entries()) checkText(`csv.columns[${i}]`, column);
  if (csv.contract !== undefined) checkObject('csv.contract', csv.contract);
}

/** Bytes that are read at once. */
const pieceSize = 1 << 20;

/** Bytes in memory, in pieces. */
export async function* contentPieces(content: Blob | Uint8Array): AsyncGenerator<Uint8Array> {
  const size = content instanceof Blob ? content.size : content.length;
  for (let at = 0; at < size; at += pieceSize) {
    if (content instanceof Uint8Array) yield content.subarray(at, at + pieceSize);
    else yield new Uint8Array(await content.slice(at, at + pieceSize).arrayBuffer());
  }
}
