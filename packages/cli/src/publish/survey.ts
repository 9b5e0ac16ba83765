import { isUtf8 } from 'node:buffer';
import {
  isSixteenBit,
  scanCsv,
  splitCells,
  type CsvCell,
  type CsvFault,
  type CsvRecord,
  type Place,
} from '@zj/metrics/internal';
import { isMalformed, readPieces, withCsv } from './csv-file.js';

/** The form of a CSV file, found without reading its rows. */
export interface Survey {
  readonly header: readonly CsvCell[];
  /** Rows below the header, well formed or not. */
  readonly rows: number;
  readonly malformed: number;
  /** The first malformed records; all of them where they are not more than was asked for. */
  readonly samples: readonly CsvRecord[];
  /** A faulty row runs over several lines: where it ends, and how many rows it swallowed, cannot be told. */
  readonly torn: boolean;
  /** Some cells hold line breaks. */
  readonly multiline: boolean;
  /** No malformed rows and no irregular line ends: the engine can read the file as it is. */
  readonly plain: boolean;
}

/** Why a file cannot be surveyed. */
export interface Unreadable {
  readonly fault: FileFault | CsvFault;
  readonly place?: Place;
}

export type FileFault = 'empty' | 'spreadsheet' | 'utf-16' | 'not-text' | 'nul' | 'not-utf-8';

/** Reads a CSV file once, in pieces. Throws the system's error where it cannot be read. */
export async function surveyFile(
  path: string,
  samplesOf: (seen: number) => boolean,
): Promise<Survey | Unreadable> {
  let header: CsvRecord | undefined;
  let [rows, malformed, torn, multiline] = [0, 0, false, false];
  const samples: CsvRecord[] = [];
  const scanner = scanCsv((record) => {
    if (!header) {
      header = record;
      return;
    }
    rows++;
    multiline ||= record.lastLine > record.line;
    if (!isMalformed(record, header.cells)) return;
    torn ||= record.fault !== undefined && record.lastLine > record.line;
    if (samplesOf(malformed++)) samples.push(record);
  });

  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const bytes of readPieces(path)) {
    const fault = offset === 0 ? signatureFault(bytes) : undefined;
    if (fault) return { fault };
    const piece = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const whole = piece.subarray(0, wholeLength(piece));
    if (!isUtf8(whole))
      return { fault: 'not-utf-8', place: await locateBad(path, whole, offset, scanner.here()) };
    const nul = whole.indexOf(0);
    if (nul >= 0) {
      if (isSixteenBit(whole)) return { fault: 'not-text' };
      const record = scanner.here();
      return { fault: 'nul', place: await withCsv(path, (csv) => csv.placeOf(record, offset + nul)) };
    }
    scanner.push(whole);
    offset += whole.length;
    rest = piece.subarray(whole.length);
  }
  if (rest.length > 0)
    return { fault: 'not-utf-8', place: await locateBad(path, rest, offset, scanner.here()) };
  const { plain } = scanner.end();
  if (!header) return { fault: 'empty' };
  const first = header;
  const { fault, faultAt = 0 } = first;
  if (fault) return { fault, place: await withCsv(path, (csv) => csv.placeOf(first, faultAt)) };
  const cells = splitCells(await withCsv(path, (csv) => csv.textOf(first)), first.line);
  return { header: cells, rows, malformed, samples, torn, multiline, plain: plain && malformed === 0 };
}

/** Files of other programs, by their first bytes. */
function signatureFault(bytes: Buffer): Unreadable['fault'] | undefined {
  const first = bytes.subarray(0, 4).toString('latin1');
  // An XLSX file is a ZIP archive, an XLS file a compound document.
  if (first === 'PK\x03\x04' || first === '\xd0\xcf\x11\xe0') return 'spreadsheet';
  return first.startsWith('\xff\xfe') || first.startsWith('\xfe\xff') ? 'utf-16' : undefined;
}

/** Length without a character that the end of the piece cuts through. */
function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0)
      return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Where the first byte stands that is no UTF-8. */
async function locateBad(
  path: string,
  bytes: Buffer,
  offset: number,
  record: Pick<CsvRecord, 'start' | 'line'>,
): Promise<Place> {
  const good = Buffer.byteLength(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\uFFFD')[0]!,
  );
  return withCsv(path, (csv) => csv.placeOf(record, offset + good));
}
