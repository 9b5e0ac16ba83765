import { say } from '../../base/sentence.js';
import { ReadingFault } from './reading-fault.js';

/** A table of FlatBuffers, in which the metadata of Arrow is written. */
export interface FlatTable {
  /** A whole number of so many bytes; `otherwise` where the field is not there. */
  readonly int: (field: number, bytes: 1 | 2 | 4 | 8, otherwise?: number) => number;
  readonly table: (field: number) => FlatTable | undefined;
  readonly tables: (field: number) => readonly FlatTable[];
  readonly text: (field: number) => string | undefined;
  /** Whole numbers of 8 bytes: a list of them, or of structures of `width` of them. */
  readonly longs: (field: number, width?: number) => readonly (readonly number[])[];
}

/** Reads the root of a FlatBuffers message that stands in these bytes. Throws a `RangeError` where they are no such message. */
export function readFlat(bytes: Uint8Array): FlatTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return tableAt(view, view.getUint32(0, true));
}

// A table begins with the way back to the list of its fields' places; large values stand elsewhere.
function tableAt(view: DataView, at: number): FlatTable {
  const places = at - view.getInt32(at, true);
  const placeOf = (field: number): number | undefined => {
    const entry = 4 + 2 * field;
    const place = entry < view.getUint16(places, true) ? view.getUint16(places + entry, true) : 0;
    return place === 0 ? undefined : at + place;
  };
  const follow = (place: number): number => place + view.getUint32(place, true);
  const listOf = (field: number): { readonly length: number; readonly start: number } => {
    const place = placeOf(field);
    if (place === undefined) return { length: 0, start: 0 };
    const start = follow(place);
    return { length: view.getUint32(start, true), start: start + 4 };
  };
  const long = (place: number): number => Number(view.getBigInt64(place, true));
  return {
    int(field, bytes, otherwise = 0) {
      const place = placeOf(field);
      if (place === undefined) return otherwise;
      if (bytes === 8) return long(place);
      if (bytes === 4) return view.getInt32(place, true);
      return bytes === 2 ? view.getInt16(place, true) : view.getInt8(place);
    },
    table(field) {
      const place = placeOf(field);
      return place === undefined ? undefined : tableAt(view, follow(place));
    },
    tables(field) {
      const { length, start } = listOf(field);
      return listed(view, length, 4).map((i) => tableAt(view, follow(start + 4 * i)));
    },
    text(field) {
      if (placeOf(field) === undefined) return undefined;
      const { length, start } = listOf(field);
      if (start + length > view.byteLength) throw new ReadingFault(say`a text runs beyond the message`);
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        new Uint8Array(view.buffer, view.byteOffset + start, length),
      );
    },
    longs(field, width = 1) {
      const { length, start } = listOf(field);
      return listed(view, length, 8 * width).map((i) =>
        Array.from({ length: width }, (_, j) => long(start + 8 * (width * i + j))),
      );
    },
  };
}

/** The places in a list; a length beyond the message is damage. */
function listed(view: DataView, length: number, bytes: number): readonly number[] {
  if (length * bytes > view.byteLength) throw new ReadingFault(say`a list runs beyond the message`);
  return Array.from({ length }, (_, i) => i);
}
