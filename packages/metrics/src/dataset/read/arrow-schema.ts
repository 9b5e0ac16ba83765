import { say } from '../../base/sentence.js';
import { ReadingFault } from './reading-fault.js';
import { readFlat, type FlatTable } from './arrow-flat.js';

/** The columns of an Arrow file: org.apache.arrow.flatbuf.Schema. */
export interface ArrowSchema {
  readonly isBigEndian: boolean;
  readonly fields: readonly ArrowField[];
}

/** A column, or a part of one. */
export interface ArrowField {
  readonly name: string;
  readonly type: ArrowType;
  readonly children: readonly ArrowField[];
  /** Its cells are numbers of rows in a list of different values. */
  readonly dictionary?: { readonly id: number; readonly index: ArrowType };
}

/** The type of a column's values, and its description. */
export interface ArrowType {
  readonly kind: ArrowKind;
  readonly details: FlatTable | undefined;
}

/** org.apache.arrow.flatbuf.Type, in its order. */
const kinds = [
  ...[
    'None',
    'Null',
    'Int',
    'FloatingPoint',
    'Binary',
    'Utf8',
    'Bool',
    'Decimal',
    'Date',
    'Time',
    'Timestamp',
  ],
  ...['Interval', 'List', 'Struct', 'Union', 'FixedSizeBinary', 'FixedSizeList', 'Map', 'Duration'],
  ...['LargeBinary', 'LargeUtf8', 'LargeList', 'RunEndEncoded', 'BinaryView', 'Utf8View', 'ListView'],
  'LargeListView',
] as const;
export type ArrowKind = (typeof kinds)[number];

/** Reads the schema that the message at the beginning of a stream holds. */
function readSchema(header: FlatTable): ArrowSchema {
  return { isBigEndian: header.int(0, 2) === 1, fields: header.tables(1).map(fieldOf) };
}

function fieldOf(field: FlatTable): ArrowField {
  const encoding = field.table(4);
  // Indices are of 32 bits where nothing is said.
  const index = encoding && { kind: 'Int' as const, details: encoding.table(1) };
  return {
    name: field.text(0) ?? '',
    type: { kind: kindOf(field.int(2, 1)), details: field.table(3) },
    children: field.tables(5).map(fieldOf),
    ...(index && { dictionary: { id: encoding.int(0, 8), index } }),
  };
}

function kindOf(type: number): ArrowKind {
  const kind = kinds[type];
  // How many parts a column of a type has that is not known cannot be told, and so not where the next begins.
  if (kind === undefined || kind === 'None') throw new ReadingFault(say`type ${type} is not known`);
  return kind;
}

/** A part of a stream: its message, and the bytes of its values. */
export interface ArrowMessage {
  readonly kind: 'schema' | 'dictionary' | 'batch' | 'other';
  readonly header: FlatTable | undefined;
  readonly body: Uint8Array;
}

/** The messages of an Arrow stream. Throws {@link CutOff} where it ends before its end. */
function* readMessages(bytes: Uint8Array): Generator<ArrowMessage> {
  for (let at = 0; ;) {
    const found = messageAt(bytes, at);
    if (!found) return;
    yield found;
    at = found.end;
  }
}

/** The message that begins at a byte of a stream, and where it ends; none where the stream ends there. */
function messageAt(bytes: Uint8Array, at: number): (ArrowMessage & { readonly end: number }) | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at < 0 || at + 8 > bytes.length || view.getUint32(at, true) !== 0xffffffff) throw new CutOff();
  const length = view.getInt32(at + 4, true);
  if (length === 0) return undefined;
  const start = at + 8 + length;
  if (length < 0 || start > bytes.length) throw new CutOff();
  const message = readFlat(bytes.subarray(at + 8, start));
  const end = start + message.int(3, 8);
  if (end < start || end > bytes.length) throw new CutOff();
  const kind = (['other', 'schema', 'dictionary', 'batch'] as const)[message.int(1, 1)] ?? 'other';
  return { kind, header: message.table(2), body: bytes.subarray(start, end), end };
}

/** The parts of an Arrow file: its schema, then its messages, lists of different values before batches of rows. */
export interface ArrowContent {
  readonly schema: ArrowSchema;
  readonly messages: readonly ArrowMessage[];
}

/**
 * Reads a stream to its end, or a file, which says at its end where its parts stand: its messages between magic bytes. Throws
 * {@link CutOff}.
 */
export function readContent(bytes: Uint8Array): ArrowContent {
  if (isMagic(bytes, 0)) return readFile(bytes);
  const [first, ...messages] = readMessages(bytes);
  if (first?.kind !== 'schema' || !first.header) throw new ReadingFault(say`it has no schema`);
  return { schema: readSchema(first.header), messages };
}

/** org.apache.arrow.flatbuf.Footer. */
function readFile(bytes: Uint8Array): ArrowContent {
  const end = bytes.length - 10;
  if (end <= 8 || !isMagic(bytes, bytes.length - 6)) throw new CutOff();
  const length = new DataView(bytes.buffer, bytes.byteOffset + end, 4).getInt32(0, true);
  if (length <= 0 || length > end) throw new CutOff();
  const footer = readFlat(bytes.subarray(end - length, end));
  const schema = footer.table(1);
  if (!schema) throw new ReadingFault(say`it has no schema`);
  const messages = [...footer.longs(2, 3), ...footer.longs(3, 3)].map(([offset]) =>
    messageAt(bytes, offset!),
  );
  return { schema: readSchema(schema), messages: messages.filter((message) => message !== undefined) };
}

function isMagic(bytes: Uint8Array, at: number): boolean {
  return String.fromCharCode(...bytes.subarray(at, at + 6)) === 'ARROW1';
}

/** A file that ends before its end. */
export class CutOff extends Error {}
