import { say, type Parameter, type Sentence } from '../../base/sentence.js';
import { ReadingFault } from './reading-fault.js';
import type { StoredColumn } from './arrow-batch.js';
import type { ArrowType } from './arrow-schema.js';
import { decimalText, plainText, singleText } from './figure.js';
import { withoutZone } from './columnar.js';
import { dayText, momentText } from './moment.js';

/** The text of the value in a row. */
export type PrintRow = (row: number) => string;

/** Prints the values of columns of a type; `undefined` where they have no text. */
export type Printer = (column: StoredColumn) => PrintRow;

/** How the values of a type are printed, if they have a text. */
export function printerOf({ kind, details }: ArrowType): Printer | undefined {
  const int = (field: number, bytes: 1 | 2 | 4, otherwise = 0): number =>
    details?.int(field, bytes, otherwise) ?? otherwise;
  switch (kind) {
    case 'Null':
      return () => () => '';
    case 'Bool':
      return ({ buffers }) =>
        (row) =>
          String(bitAt(buffers[0]!, row));
    case 'Utf8':
      return printTexts(4);
    case 'LargeUtf8':
      return printTexts(8);
    case 'Utf8View':
      return printViews;
    case 'Int':
      return printInts(int(0, 4), int(1, 1) !== 0);
    case 'FloatingPoint':
      return printFloats(int(0, 2));
    case 'Decimal':
      return printDecimals(int(1, 4), int(2, 4, 128));
    case 'Date':
      return int(0, 2, 1) === 0
        ? numbers(4, (view, at) => dayText(view.getInt32(at, true)))
        : numbers(8, (view, at) => momentText(view.getBigInt64(at, true), 1000n));
    case 'Timestamp': {
      // Which day is a moment of the world? That depends on where one stands.
      if (details?.text(1)) return undefined;
      const perSecond = 1000n ** BigInt(int(0, 2));
      return numbers(8, (view, at) => momentText(view.getBigInt64(at, true), perSecond));
    }
    default:
      return undefined;
  }
}

/** The name of a type for a person, and the remedy for a column of it. */
export function describeType({ kind, details }: ArrowType): {
  readonly type: Parameter;
  readonly remedy?: Sentence;
} {
  const zone = kind === 'Timestamp' ? details?.text(1) : undefined;
  if (zone === undefined) return { type: kind };
  return { type: say`Timestamp with the time zone ${zone}`, remedy: withoutZone };
}

/** The row numbers of a list of different values. */
export function indexOf(type: ArrowType, column: StoredColumn): (row: number) => number {
  // Of 32 bits where nothing is said.
  const printer = type.details ? printerOf(type) : printInts(32, true);
  if (!printer) throw new ReadingFault(say`the numbers of a column have no known size`);
  const print = printer(column);
  return (row) => Number(print(row));
}

/** Whether the bit of a row is 1. */
export function bitAt(bits: Uint8Array, row: number): boolean {
  const byte = bits[row >> 3];
  if (byte === undefined) throw new ReadingFault(say`a column is shorter than declared`);
  return ((byte >> (row & 7)) & 1) === 1;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Numbers of so many bytes one after another. */
function numbers(width: number, print: (view: DataView, at: number) => string): Printer {
  return ({ buffers }) => {
    const view = viewOf(buffers[0]!);
    return (row) => print(view, row * width);
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (start < 0 || end < start || end > bytes.length)
    throw new ReadingFault(say`a text runs beyond its column`);
  return utf8.decode(bytes.subarray(start, end));
}

function printTexts(width: 4 | 8): Printer {
  return ({ buffers: [offsets, bytes] }) => {
    const view = viewOf(offsets!);
    const offset = (row: number): number =>
      width === 4 ? view.getInt32(4 * row, true) : Number(view.getBigInt64(8 * row, true));
    return (row) => textOf(bytes!, offset(row), offset(row + 1));
  };
}

/** Texts that stand in their row where they are short, else in one of several buffers. */
const printViews: Printer = ({ buffers: [views, ...bytes] }) => {
  const view = viewOf(views!);
  return (row) => {
    const at = 16 * row;
    const length = view.getInt32(at, true);
    if (length <= 12) return textOf(views!, at + 4, at + 4 + length);
    const [buffer, offset] = [bytes[view.getInt32(at + 8, true)], view.getInt32(at + 12, true)];
    if (!buffer) throw new ReadingFault(say`a text is in a part that does not exist`);
    return textOf(buffer, offset, offset + length);
  };
};

function printInts(bits: number, isSigned: boolean): Printer | undefined {
  switch (bits) {
    case 8:
      return numbers(1, (view, at) => String(isSigned ? view.getInt8(at) : view.getUint8(at)));
    case 16:
      return numbers(2, (view, at) => String(isSigned ? view.getInt16(at, true) : view.getUint16(at, true)));
    case 32:
      return numbers(4, (view, at) => String(isSigned ? view.getInt32(at, true) : view.getUint32(at, true)));
    case 64:
      return numbers(8, (view, at) =>
        String(isSigned ? view.getBigInt64(at, true) : view.getBigUint64(at, true)),
      );
    default:
      return undefined;
  }
}

/** org.apache.arrow.flatbuf.Precision: half, single, double. */
function printFloats(precision: number): Printer | undefined {
  return [
    numbers(2, (view, at) => singleText(halfOf(view.getUint16(at, true)))),
    numbers(4, (view, at) => singleText(view.getFloat32(at, true))),
    numbers(8, (view, at) => plainText(view.getFloat64(at, true))),
  ][precision];
}

/** A number of half precision: a sign, 5 bits of exponent and 10 of fraction. */
function halfOf(bits: number): number {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

/** Two's complement in words of 32 bits, the lowest first. */
function printDecimals(scale: number, bits: number): Printer | undefined {
  if (![32, 64, 128, 256].includes(bits)) return undefined;
  return numbers(bits / 8, (view, at) => {
    let value = 0n;
    for (let word = bits / 32 - 1; word >= 0; word--)
      value = (value << 32n) | BigInt(view.getUint32(at + 4 * word, true));
    return decimalText(BigInt.asIntN(bits, value), scale);
  });
}
