import { DataType, RecordBatchReader, type RecordBatch, type Schema, type Vector } from 'apache-arrow';
import type { Problem } from '../../problem.js';
import type { ReadTable } from '../text-table.js';
import { streamFault, type StreamFault } from './arrow-message.js';
import { columnarTable, unsupportedType } from './columnar.js';
import { decimalText, plainText, singleText } from './figure.js';
import { momentText } from './moment.js';
import { damaged, type FileOptions } from './source.js';

/** Reads Arrow IPC, a file or a stream, to its very end. */
export function readArrow(bytes: Uint8Array, options: FileOptions): ReadTable {
  const { name } = options;
  try {
    const fault = fileFault(bytes);
    if (fault) return { problems: [faultProblem(fault, name)] };
    const reader = RecordBatchReader.from(bytes).open();
    return tabulate(reader.schema, [...reader], options);
  } catch (error) {
    return { problems: [damaged(name, `This Arrow file cannot be read (${(error as Error).message}).`)] };
  }
}

/** A file is a stream between magic bytes, with a list of its parts before the last. */
function fileFault(bytes: Uint8Array): StreamFault | undefined {
  const magic = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 6)) === 'ARROW1';
  if (!magic(0)) return streamFault(bytes);
  return magic(bytes.length - 6) && bytes.length > 14 ? streamFault(bytes.subarray(8)) : 'cut-off';
}

function faultProblem(fault: StreamFault, where: string): Problem {
  if (fault === 'cut-off') return damaged(where, 'This Arrow file is cut off.');
  const message = 'The values of this Arrow file are compressed, which cannot be read here.';
  return { code: 'compressed-file', where, message, remedy: 'Write it without compression, or as Parquet.' };
}

function tabulate({ fields }: Schema, batches: readonly RecordBatch[], options: FileOptions): ReadTable {
  const problems: Problem[] = [];
  const columns = fields.map(({ name, type }, i) => {
    const print = printerOf(type as DataType);
    if (!print) problems.push(unsupportedType(options.name, name, String(type)));
    const cells = print ? batches.flatMap((batch) => printCells(batch.getChildAt(i)!, print)) : [];
    return { name, cells };
  });
  if (problems.length > 0) return { problems };
  const rowCount = batches.reduce((sum, { numRows }) => sum + numRows, 0);
  return columnarTable(columns, rowCount, options);
}

/** The text of a value that is there, given with its vector and row. */
type Print = (value: unknown, vector: Vector, row: number) => string;

function printCells(vector: Vector, print: Print): readonly (string | null)[] {
  return Array.from({ length: vector.length }, (_, row) => {
    const value: unknown = vector.get(row);
    return value === null || value === undefined ? null : print(value, vector, row) || null;
  });
}

const printText: Print = (value) => String(value);

function printerOf(type: DataType): Print | undefined {
  if (DataType.isDictionary(type)) {
    const print = printerOf(type.dictionary as DataType);
    // Moments are not looked up by row.
    return DataType.isTimestamp(type.dictionary) ? undefined : print;
  }
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isBool(type) || DataType.isNull(type))
    return printText;
  if (DataType.isInt(type)) return printText;
  if (DataType.isFloat(type)) return (value) => (isDouble(type) ? plainText : singleText)(value as number);
  if (DataType.isDecimal(type)) return (words) => decimalText(signed(words as Uint32Array), type.scale);
  // Either kind of date is given in milliseconds.
  if (DataType.isDate(type)) return (value) => momentText(BigInt(value as number), 1000n);
  // Which day is a moment of the world? That depends on where one stands.
  if (!DataType.isTimestamp(type) || type.timezone) return undefined;
  const perSecond = 1000n ** BigInt(type.unit);
  // The library rounds moments to milliseconds.
  return (_, { data }, row) => momentText((data[0]!.values as BigInt64Array)[row]!, perSecond);
}

/** Whether a type of floating point has 64 bits: org.apache.arrow.flatbuf.Precision. */
function isDouble({ precision }: { readonly precision: number }): boolean {
  return precision === 2;
}

/** Two's complement in 32-bit words, the lowest first. */
function signed(words: Uint32Array): bigint {
  const value = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return BigInt.asIntN(32 * words.length, value);
}
