import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { splitCells, type CsvCell } from '@zj/metrics/dataset';
import { pieceSize, readPieces } from './csv-file.js';

const [LF, CR, QUOTE, COMMA] = [0x0a, 0x0d, 0x22, 0x2c];
/** U+FEFF in UTF-8. */
const mark = Buffer.from('\uFEFF');
/** A longer line is not read as one. */
const longest = 2_000_000;

/** A CSV file so simple that its lines are its rows. */
export interface PlainFile {
  readonly header: readonly CsvCell[];
  /** Ends each line, but for the last where the file just stops. */
  readonly newline: '\n' | '\r\n';
  /** Lines below the header; undefined where a line further down is not plain. */
  countRows(): Promise<number | undefined>;
}

/**
 * Looks whether a CSV file is plain: UTF-8 without quotation marks, its lines all ended alike, none of them empty, and none
 * with a comma at its end, where engines take a cell too many. Whether its rows have as many cells as its header, the
 * engine tells better. Undefined where its beginning is not plain already. Throws the system's error where it cannot be read.
 */
export async function openPlain(path: string): Promise<PlainFile | undefined> {
  const beginning = await readBeginning(path);
  const end = beginning.indexOf(LF);
  if (end < 0) return undefined;
  const newline = beginning[end - 1] === CR ? '\r\n' : '\n';
  const whole = beginning.subarray(0, beginning.lastIndexOf(LF) + 1);
  if (countLines(whole, newline) === undefined) return undefined;
  const start = beginning.indexOf(mark) === 0 ? mark.length : 0;
  const header = beginning.toString('utf8', start, end + 1 - newline.length);
  return { header: splitCells(header, 1), newline, countRows: () => countRows(path, newline) };
}

async function readBeginning(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(pieceSize), 0, pieceSize, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function countRows(path: string, newline: PlainFile['newline']): Promise<number | undefined> {
  let lines = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of readPieces(path)) {
    const piece = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const end = piece.lastIndexOf(LF) + 1;
    const count = countLines(piece.subarray(0, end), newline);
    rest = piece.subarray(end);
    if (count === undefined || rest.length > longest) return undefined;
    lines += count;
  }
  const last = rest.length === 0 ? 0 : countLines(Buffer.concat([rest, Buffer.from(newline)]), newline);
  return last === undefined ? undefined : lines + last - 1;
}

/** How many whole lines these bytes hold; undefined where one is not plain. */
function countLines(bytes: Buffer, newline: PlainFile['newline']): number | undefined {
  if (bytes.includes(QUOTE) || bytes.includes(0) || !isUtf8(bytes)) return undefined;
  const before = newline.length - 1;
  let count = 0;
  let start = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, start)) {
    const end = at - before;
    const plain = end > start && end - start <= longest && bytes[end - 1] !== COMMA;
    if (!plain || (before > 0 && bytes[end] !== CR)) return undefined;
    count++;
    start = at + 1;
  }
  // Is every carriage return one of those that were seen at the end of a line?
  return countCr(bytes) === before * count ? count : undefined;
}

function countCr(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) count++;
  return count;
}
