import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import {
  longestRecord,
  scanCsv,
  separatorLine,
  splitCells,
  tracePlace,
  type CsvRecord,
  type LineBelow,
  type Place,
} from '@zj/metrics/internal';

/** Whether a record of a file with so many columns breaks RFC 4180. */
export function isMalformed({ fault, cells }: CsvRecord, columns: number): boolean {
  return fault !== undefined || cells !== columns;
}

/** Bytes that are read at once. */
const pieceSize = 1 << 20;

/** The bytes of a file in order. */
export async function* readPieces(path: string): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path, { highWaterMark: pieceSize })) yield piece as Buffer;
}

/** Whether a file begins with Excel's line for the separator (`sep=;`). False if it cannot be read. */
export async function hasSeparatorLine(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  try {
    const read = await file?.read(Buffer.alloc(32), 0, 32, 0).catch(() => undefined);
    if (!read) return false;
    const beginning = read.buffer.subarray(read.buffer.indexOf(mark) === 0 ? mark.length : 0, read.bytesRead);
    return separatorLine(beginning) !== undefined;
  } finally {
    await file?.close();
  }
}

/** U+FEFF in UTF-8. */
const mark = Buffer.from('\uFEFF');

/** A file of which parts are read, in its order or not. */
export interface OpenCsv {
  /** The text of a record; of one that swallowed the rest of its file, its beginning. */
  readonly textOf: (record: CsvRecord) => Promise<string>;
  /** The line and character of a byte in a record or after it. */
  readonly placeOf: (record: Pick<CsvRecord, 'start' | 'line'>, byte: number) => Promise<Place>;
}

/** Opens a file for the time of some work; the bytes read stay at hand for the parts behind them. */
export async function withCsv<T>(path: string, work: (csv: OpenCsv) => Promise<T>): Promise<T> {
  const file = await open(path);
  let window: Buffer = Buffer.alloc(0);
  let at = 0;
  const read = async (start: number, end: number): Promise<Buffer> => {
    if (start < at || end > at + window.length) {
      const bytes = Buffer.alloc(Math.max(end - start, pieceSize));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      [window, at] = [bytes.subarray(0, bytesRead), start];
    }
    return window.subarray(start - at, end - at);
  };
  try {
    return await work({
      textOf: async ({ start, end }) =>
        (await read(start, Math.min(end, start + longestRecord))).toString('utf8'),
      async placeOf({ start, line }, byte) {
        const tracer = tracePlace(line);
        for (let from = start; from < byte; from += pieceSize)
          tracer.push(await read(from, Math.min(byte, from + pieceSize)));
        return tracer.here();
      },
    });
  } finally {
    await file.close();
  }
}

/** Lines below the header that are looked at for another one. */
const mostLooked = 20;

/** The first lines below the header. */
export async function readLinesBelow(path: string): Promise<readonly LineBelow[]> {
  const records: CsvRecord[] = [];
  const scanner = scanCsv((record) => {
    if (records.length <= mostLooked) records.push(record);
  });
  for await (const piece of readPieces(path)) {
    scanner.push(piece);
    break;
  }
  scanner.end();
  return withCsv(path, async (csv) => {
    const lines: LineBelow[] = [];
    for (const record of records.slice(1)) {
      const cells = splitCells(await csv.textOf(record), record.line);
      lines.push({ line: record.line, cells: cells.map(({ text }) => text) });
    }
    return lines;
  });
}

/** The records of well-formed rows by their numbers, counted from 0 below the header. */
export async function findRecords(
  path: string,
  columns: number,
  numbers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, CsvRecord>> {
  const found = new Map<number, CsvRecord>();
  let last = 0;
  for (const number of numbers) last = Math.max(last, number);
  let next = -1; // the header
  const scanner = scanCsv((record) => {
    if (isMalformed(record, columns)) return;
    if (numbers.has(next)) found.set(next, record);
    next++;
  });
  for await (const piece of readPieces(path)) {
    scanner.push(piece);
    if (next > last) break;
  }
  scanner.end();
  return found;
}

/** A record under way has no more than these bytes where it is well formed, its line break among them. */
const mostKept = longestRecord + 2;

/** Copies the header and the well-formed rows of a file, each ended by LF. */
export async function copyWellFormed(path: string, columns: number, target: string): Promise<void> {
  const spans: CsvRecord[] = [];
  const scanner = scanCsv((record) => {
    if (!isMalformed(record, columns)) spans.push(record);
  });
  const out = await open(target, 'wx', 0o600);
  let kept: Buffer = Buffer.alloc(0);
  let offset = 0;
  const flush = async (): Promise<void> => {
    const lines = spans
      .splice(0)
      .flatMap(({ start, end }) => [kept.subarray(start - offset, end - offset), newline]);
    await out.appendFile(Buffer.concat(lines));
    // A piece longer than any record belongs to none that is copied.
    const start = Math.max(scanner.here().start, offset + kept.length - mostKept);
    kept = Buffer.from(kept.subarray(start - offset));
    offset = start;
  };
  try {
    for await (const piece of readPieces(path)) {
      kept = Buffer.concat([kept, piece]);
      scanner.push(piece);
      await flush();
    }
    scanner.end();
    await flush();
  } finally {
    await out.close();
  }
}

const newline = Buffer.from('\n');
