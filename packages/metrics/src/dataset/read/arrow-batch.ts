import { say } from '../../base/sentence.js';
import { ReadingFault } from './reading-fault.js';
import type { FlatTable } from './arrow-flat.js';
import type { ArrowField, ArrowKind } from './arrow-schema.js';

/** The values of a column in one batch, as they are stored. */
export interface StoredColumn {
  readonly length: number;
  /** A bit a row, the lowest first, which is 0 where there is no value; absent where all rows have one. */
  readonly validity?: Uint8Array;
  readonly buffers: readonly Uint8Array[];
}

/** The columns of a batch of rows: org.apache.arrow.flatbuf.RecordBatch. Throws where it is no such batch. */
export function readBatch(
  batch: FlatTable,
  fields: readonly ArrowField[],
  body: Uint8Array,
): readonly StoredColumn[] {
  const nodes = batch.longs(1, 2).values();
  const buffers = batch.longs(2, 2).values();
  const counts = batch.longs(4).values();
  const take = <T>(list: Iterator<T, undefined>): T => {
    const next = list.next();
    if (next.done === true) throw new ReadingFault(say`a batch lacks parts of its columns`);
    return next.value;
  };
  const nextBuffer = (): Uint8Array => {
    const [offset, length] = take(buffers) as readonly [number, number];
    if (offset < 0 || length < 0 || offset + length > body.length)
      throw new ReadingFault(say`a batch is shorter than declared`);
    return body.subarray(offset, offset + length);
  };
  const read = (field: ArrowField): StoredColumn => {
    const [length, missing] = take(nodes) as readonly [number, number];
    const kind = field.dictionary ? 'Int' : field.type.kind;
    const validity = hasValidity(kind) ? nextBuffer() : undefined;
    const more = isView(kind) ? 1 + (take(counts)[0] ?? 0) : ownBuffers(field, kind);
    const own = Array.from({ length: more }, nextBuffer);
    // The parts of a column of another type than those below are passed over.
    if (!field.dictionary) for (const child of field.children) read(child);
    return missing === 0 || !validity ? { length, buffers: own } : { length, validity, buffers: own };
  };
  const columns = fields.map(read);
  const length = batch.int(0, 8);
  if (columns.some((column) => column.length !== length))
    throw new ReadingFault(say`its columns differ in length`);
  // Rows without a single bit are none but by damage.
  if (length > 8 * body.length + mostEmpty) throw new ReadingFault(say`a batch has more rows than bits`);
  return columns;
}

/** Rows that may be of nothing but nulls. */
const mostEmpty = 1_000_000;

function hasValidity(kind: ArrowKind): boolean {
  return kind !== 'Null' && kind !== 'Union' && kind !== 'RunEndEncoded';
}

function isView(kind: ArrowKind): boolean {
  return kind === 'Utf8View' || kind === 'BinaryView';
}

/** How many buffers a column has beside that of its validity. */
function ownBuffers({ type }: ArrowField, kind: ArrowKind): number {
  switch (kind) {
    case 'Null':
    case 'RunEndEncoded':
    case 'Struct':
    case 'FixedSizeList':
      return 0;
    case 'Utf8':
    case 'Binary':
    case 'LargeUtf8':
    case 'LargeBinary':
    case 'ListView':
    case 'LargeListView':
      return 2;
    case 'Union':
      return type.details?.int(0, 2) === 1 ? 2 : 1;
    default:
      return 1;
  }
}
