import { say } from '../../base/sentence.js';
import { ReadingFault, reasonOf } from './reading-fault.js';
import { MetricsError } from '../../base/error.js';
import { problem, type Problem } from '../../base/problem.js';
import type { ReadTable } from '../text-table.js';
import { keepPace, type Pace } from '../turn.js';
import { readBatch, type StoredColumn } from './arrow-batch.js';
import type { FlatTable } from './arrow-flat.js';
import { bitAt, describeType, indexOf, printerOf, type PrintRow } from './arrow-print.js';
import {
  CutOff,
  readContent,
  type ArrowContent,
  type ArrowField,
  type ArrowMessage,
} from './arrow-schema.js';
import { isBroken } from './broken-text.js';
import { columnarTable, isIgnored, unsupportedType } from './columnar.js';
import { damaged, type FileOptions } from './source.js';

/**
 * Reads Arrow IPC, a file or a stream, to its very end. A column of a type without a text costs that column alone. Throws
 * `ABORTED`.
 */
export async function readArrow(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name } = options;
  try {
    const content = readContent(bytes);
    const fault = faultOf(content, name);
    return fault ? { problems: [fault] } : await tabulate(content, options);
  } catch (error) {
    if (error instanceof MetricsError) throw error;
    if (error instanceof CutOff) return { problems: [damaged(name, say`This Arrow file is cut off.`)] };
    return { problems: [damaged(name, say`This Arrow file cannot be read (${reasonOf(error)}).`)] };
  }
}

function faultOf({ schema, messages }: ArrowContent, where: string): Problem | undefined {
  if (schema.isBigEndian) {
    const message = say`The numbers of this Arrow file are big-endian, which cannot be read here.`;
    const remedy = say`Write it as little-endian, or as Parquet or CSV.`;
    return problem({ code: 'big-endian', where, message, remedy });
  }
  if (!messages.some((message) => batchOf(message)?.table(3))) return undefined;
  const message = say`The values of this Arrow file are compressed, which cannot be read here.`;
  const remedy = say`Write it without compression, or as Parquet.`;
  return problem({ code: 'compressed-file', where, message, remedy });
}

/** The batch of rows that a message holds. */
function batchOf({ kind, header }: ArrowMessage): FlatTable | undefined {
  if (kind === 'dictionary') return header?.table(1);
  return kind === 'batch' ? header : undefined;
}

type Cells = (string | null)[];
/** The different values of columns, by the numbers that the schema gives their lists. */
type Dictionaries = Map<number, readonly (string | null)[]>;

async function tabulate(
  { schema: { fields }, messages }: ArrowContent,
  options: FileOptions,
): Promise<ReadTable> {
  const { name: file, contract, signal } = options;
  const pace = keepPace(signal);
  const dictionaries: Dictionaries = new Map();
  const columns = fields.map(({ name, type }) => {
    const [cells, broken]: [Cells, number[]] = [[], []];
    if (printerOf(type)) return { name, cells, broken };
    return { name, cells, broken, problem: unsupportedType(file, name, describeType(type)) };
  });
  let rowCount = 0;
  for (const message of messages) {
    const batch = batchOf(message);
    if (!batch) continue;
    if (message.kind === 'dictionary') {
      await takeDictionary(message, batch, { fields, dictionaries, pace });
      continue;
    }
    rowCount += batch.int(0, 8);
    for (const [i, stored] of readBatch(batch, fields, message.body).entries()) {
      const { problem: unread, cells, broken, name } = columns[i]!;
      if (unread || isIgnored(name, contract)) continue;
      await printCells(stored, printRows(fields[i]!, stored, dictionaries), { cells, broken, pace });
    }
  }
  return columnarTable(
    columns.filter(({ name }) => !isIgnored(name, contract)),
    rowCount,
    options,
  );
}

interface Reading {
  readonly fields: readonly ArrowField[];
  readonly dictionaries: Dictionaries;
  readonly pace: Pace;
}

async function takeDictionary(
  { header, body }: ArrowMessage,
  batch: FlatTable,
  { fields, dictionaries, pace }: Reading,
): Promise<void> {
  const id = header!.int(0, 8);
  const field = fields.find(({ dictionary }) => dictionary?.id === id);
  const print = field && printerOf(field.type);
  // Those of columns that cannot be read are passed over.
  if (!field || !print) return;
  const [stored] = readBatch(batch, [{ name: field.name, type: field.type, children: field.children }], body);
  const isDelta = header!.int(2, 1) !== 0;
  const cells: Cells = isDelta ? [...(dictionaries.get(id) ?? [])] : [];
  await printCells(stored!, print(stored!), { cells, pace });
  dictionaries.set(id, cells);
}

function printRows(
  { type, dictionary }: ArrowField,
  stored: StoredColumn,
  dictionaries: Dictionaries,
): (row: number) => string | null {
  if (!dictionary) return printerOf(type)!(stored);
  const values = dictionaries.get(dictionary.id) ?? [];
  const index = indexOf(dictionary.index, stored);
  return (row) => {
    const value = values[index(row)];
    if (value === undefined) throw new ReadingFault(say`a value is not among those of its column`);
    return value;
  };
}

async function printCells(
  { length, validity }: StoredColumn,
  print: PrintRow | ((row: number) => string | null),
  { cells, broken, pace }: { readonly cells: Cells; readonly broken?: number[]; readonly pace: Pace },
): Promise<void> {
  for (let row = 0; row < length; row++) {
    const isThere = validity === undefined || bitAt(validity, row);
    const text = isThere ? print(row) : null;
    if (broken && text !== null && isBroken(text)) broken.push(cells.length);
    cells.push(text === '' ? null : text);
    const turn = pace.next();
    if (turn) await turn;
  }
}
