import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { placeOf, scanCsv, type CsvRecord, type Place } from '@zj/metrics/dataset';

/** Whether a record of a file with so many columns breaks RFC 4180. */
export function isMalformed({ fault, cells }: CsvRecord, columns: number): boolean {
  return fault !== undefined || cells !== columns;
}

/** Bytes that are read at once. */
export const pieceSize = 1 << 20;

/** The bytes of a file in order. */
export async function* readPieces(path: string): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path, { highWaterMark: pieceSize })) yield piece as Buffer;
}

/** The line and character of a byte in a record or after it. */
export async function placeOfByte(
  path: string,
  { start, line }: Pick<CsvRecord, 'start' | 'line'>,
  byte: number,
): Promise<Place> {
  const before = await readRange(path, start, byte);
  return placeOf(before, before.length, line);
}

/** No well-formed record is longer than this. */
const longest = 2_000_000;

/** The text of a record; of one that swallowed the rest of its file, its beginning. */
export function readRecord(path: string, { start, end }: CsvRecord): Promise<string> {
  return readRange(path, start, Math.min(end, start + longest));
}

async function readRange(path: string, start: number, end: number): Promise<string> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(end - start);
    await file.read(bytes, 0, bytes.length, start);
    return bytes.toString('utf8');
  } finally {
    await file.close();
  }
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
    const { start } = scanner.here();
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
