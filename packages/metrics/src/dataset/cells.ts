/** A cell of a CSV record, and where it begins. */
export interface CsvCell {
  /** Without its quotation marks, doubled ones undone. */
  readonly text: string;
  readonly place: Place;
}

/** A line of a file and a character (code point) in it, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** How a record is split. */
export interface SplitOptions {
  /** Cells that are wanted from its beginning; all where absent. */
  readonly most?: number;
  /** The character between cells: a comma. */
  readonly separator?: string;
}

/**
 * The cells of one record, given as its text and the line it begins on; of a malformed record, as far as they can be found. The
 * time grows with the length of the record alone.
 *
 * @example
 * splitCells('a,"b\n""c""",d', 5).map(({ text, place }) => [text, place.line, place.column]);
 * // [['a', 5, 1], ['b\n"c"', 5, 3], ['d', 6, 8]]
 */
export function splitCells(
  record: string,
  line: number,
  { most = Infinity, separator = ',' }: SplitOptions = {},
): readonly CsvCell[] {
  const cells: CsvCell[] = [];
  let place: Place = { line, column: 1 };
  for (let start = 0; ;) {
    const { text, end } = cellAt(record, start, separator);
    cells.push({ text, place });
    if (end === record.length || cells.length >= most) return cells;
    place = moveOn(place, record, start, end + 1);
    start = end + 1;
  }
}

/** The cell that begins at `start`, and where the separator behind it stands. */
function cellAt(
  record: string,
  start: number,
  separator: string,
): { readonly text: string; readonly end: number } {
  const isQuoted = record[start] === '"';
  const closing = isQuoted ? closingQuote(record, start + 1) : start;
  const next = record.indexOf(separator, closing);
  const end = next < 0 ? record.length : next;
  if (!isQuoted) return { text: record.slice(start, end), end };
  // Text that wrongly follows a closing quotation mark belongs to the cell.
  const text = record.slice(start + 1, closing).replaceAll('""', '"') + record.slice(closing + 1, end);
  return { text, end };
}

/** Where the quotation mark stands that closes a cell; the end of the record where none does. */
function closingQuote(record: string, from: number): number {
  for (let at = from; ;) {
    const quote = record.indexOf('"', at);
    if (quote < 0) return record.length;
    if (record[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

/** The place of a character in a text that begins on `line`. */
export function placeOf(text: string, index: number, line: number): Place {
  return moveOn({ line, column: 1 }, text, 0, index);
}

const [LF, CR] = [0x0a, 0x0d];

/** The place of the character at `to`, where that at `from` stands at `place`. */
function moveOn({ line, column }: Place, text: string, from: number, to: number): Place {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === CR || (unit === LF && text.charCodeAt(at - 1) !== CR)) [line, column] = [line + 1, 1];
    // The second half of a character is none of its own.
    else if (unit !== LF && (unit < 0xdc00 || unit > 0xdfff)) column++;
  }
  return { line, column };
}

/** Follows the bytes of a text in UTF-8, piece by piece, to the place behind them. */
export interface PlaceTracer {
  /** Takes the next bytes. */
  readonly push: (bytes: Uint8Array) => void;
  /** The place behind the last of them. */
  readonly here: () => Place;
}

/** Finds the place behind bytes that begin on `line`, however many they are. */
export function tracePlace(line: number): PlaceTracer {
  let column = 1;
  let isAfterCr = false;
  return {
    push(bytes) {
      // Variables of this function alone: a long text is gone through in no time.
      let [toLine, toColumn, afterCr] = [line, column, isAfterCr];
      for (const byte of bytes) {
        if (byte > CR) {
          if ((byte & 0xc0) !== 0x80) toColumn++;
          afterCr = false;
          continue;
        }
        if (byte === CR || (byte === LF && !afterCr)) {
          toLine++;
          toColumn = 1;
        } else if (byte !== LF) toColumn++;
        afterCr = byte === CR;
      }
      [line, column, isAfterCr] = [toLine, toColumn, afterCr];
    },
    here: () => ({ line, column }),
  };
}
