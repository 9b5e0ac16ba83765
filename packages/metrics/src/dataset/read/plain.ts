import { splitCells, type CsvCell } from '../cells.js';
import type { ByteFile } from './bytes.js';

const [LF, CR, QUOTE, COMMA] = [0x0a, 0x0d, 0x22, 0x2c];
/** U+FEFF in UTF-8. */
const mark = [0xef, 0xbb, 0xbf];
/** A longer line is not read as one. */
const longest = 2_000_000;

/** A CSV file so simple that its lines are its rows. */
export interface PlainFile {
  readonly name: string;
  readonly header: readonly CsvCell[];
  /** Ends each line, but for the last where the file just stops. */
  readonly newline: '\n' | '\r\n';
  /** Lines below the header; undefined where a line further down is not plain. */
  countRows(): Promise<number | undefined>;
  /** The rows of these numbers, counted from 0 below the header. */
  findRows(numbers: ReadonlySet<number>): Promise<ReadonlyMap<number, string>>;
}

/** How the lines of a plain file are. */
interface Form {
  readonly newline: PlainFile['newline'];
  /** Commas of a line. */
  readonly commas: number;
}

/**
 * Looks whether a CSV file is plain: UTF-8 without quotation marks, its lines all ended alike, none of them empty, and none
 * with an empty cell too many at its end, which engines take. Whether its other rows have as many cells as its header, the
 * engine tells better. Undefined where its beginning is not plain already. Throws what reading the file throws.
 */
export async function openPlain(file: ByteFile): Promise<PlainFile | undefined> {
  const beginning = await readBeginning(file);
  const end = beginning.indexOf(LF);
  if (end < 0) return undefined;
  const newline = beginning[end - 1] === CR ? '\r\n' : '\n';
  const start = mark.every((byte, i) => beginning[i] === byte) ? mark.length : 0;
  const header = splitCells(decode(beginning.subarray(start, end + 1 - newline.length)), 1);
  const form = { newline, commas: header.length - 1 } as const;
  const whole = beginning.subarray(0, beginning.lastIndexOf(LF) + 1);
  if (countLines(whole, form) === undefined) return undefined;
  return {
    name: file.name,
    header,
    newline,
    countRows: () => countRows(file, form),
    findRows: (numbers) => findRows(file, newline, numbers),
  };
}

/** Bytes that hold a header. */
const enough = 1 << 16;

async function readBeginning({ pieces }: ByteFile): Promise<Uint8Array> {
  let beginning: Uint8Array = new Uint8Array();
  for await (const piece of pieces()) {
    beginning = join(beginning, piece);
    if (beginning.length >= enough) break;
  }
  return beginning;
}

async function countRows(file: ByteFile, form: Form): Promise<number | undefined> {
  let lines = 0;
  let rest: Uint8Array = new Uint8Array();
  for await (const bytes of file.pieces()) {
    const piece = join(rest, bytes);
    const end = piece.lastIndexOf(LF) + 1;
    const count = countLines(piece.subarray(0, end), form);
    rest = piece.subarray(end);
    if (count === undefined || rest.length > longest) return undefined;
    lines += count;
  }
  // Whether a cell follows the last comma of a file, engines see differently.
  if (rest[rest.length - 1] === COMMA) return undefined;
  const last = rest.length === 0 ? 0 : countLines(join(rest, encode(form.newline)), form);
  return last === undefined ? undefined : lines + last - 1;
}

/** How many whole lines these bytes hold; undefined where one is not plain. */
function countLines(bytes: Uint8Array, { newline, commas }: Form): number | undefined {
  if (bytes.includes(QUOTE) || bytes.includes(0) || !isUtf8(bytes)) return undefined;
  const before = newline.length - 1;
  let count = 0;
  let start = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, start)) {
    const end = at - before;
    const plain = end > start && end - start <= longest;
    if (plain && bytes[end - 1] === COMMA && countCommas(bytes, start, end) !== commas) return undefined;
    if (!plain || (before > 0 && bytes[end] !== CR)) return undefined;
    count++;
    start = at + 1;
  }
  // Is every carriage return one of those that were seen at the end of a line?
  return countCr(bytes) === before * count ? count : undefined;
}

function countCommas(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === COMMA) count++;
  return count;
}

function countCr(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) count++;
  return count;
}

async function findRows(
  file: ByteFile,
  newline: PlainFile['newline'],
  numbers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  let next = -1; // the header
  let rest: Uint8Array = new Uint8Array();
  const take = (line: Uint8Array): void => {
    if (numbers.has(next)) found.set(next, decode(line));
    next++;
  };
  for await (const bytes of file.pieces()) {
    const piece = join(rest, bytes);
    let start = 0;
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, start)) {
      take(piece.subarray(start, at + 1 - newline.length));
      start = at + 1;
    }
    rest = piece.subarray(start);
    if (found.size === numbers.size) return found;
  }
  if (rest.length > 0) take(rest);
  return found;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });
const loose = new TextDecoder('utf-8', { ignoreBOM: true });
const decode = (bytes: Uint8Array): string => loose.decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
