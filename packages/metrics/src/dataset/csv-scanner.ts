/** One record of a CSV file, where it stands and whether it is well formed (RFC 4180). */
export interface CsvRecord {
  /** First byte of the file that belongs to it, and the first that does not (its line break). */
  readonly start: number;
  readonly end: number;
  /** Physical lines of the file, from 1: a quoted line break makes a record end on a later one. */
  readonly line: number;
  readonly lastLine: number;
  readonly cells: number;
  readonly fault?: CsvFault;
  /** The byte where the fault shows. */
  readonly faultAt?: number;
}

/**
 * `stray-quote`: a quotation mark inside a cell that does not begin with one. `text-after-quote`: text between a closing
 * quotation mark and the next comma. `open-quote`: the file ends inside quotation marks. `too-long`: over 2 000 000 bytes.
 */
export type CsvFault = 'stray-quote' | 'text-after-quote' | 'open-quote' | 'too-long';

/** Takes a file's bytes in order, in pieces of any size. */
export interface CsvScanner {
  /** Takes the next bytes. */
  push(bytes: Uint8Array): void;
  /** The record under way: the byte and the line it begins on. */
  here(): Pick<CsvRecord, 'start' | 'line'>;
  /** Ends the last record, and says how the lines of the file end. */
  end(): CsvLines;
}

/** `plain`: no empty lines, and all lines end alike in LF or in CR LF. */
export interface CsvLines {
  readonly plain: boolean;
}

/** The longest line that an engine reads, in bytes: a longer record is malformed. */
export const longestRecord = 2_000_000;
const COMMA = 0x2c;
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** U+FEFF in UTF-8. */
const mark = [0xef, 0xbb, 0xbf];

const BEGIN = 0;
const BARE = 1;
const QUOTED = 2;
const CLOSED = 3;
const BROKEN = 4;

/**
 * Finds the records of a CSV file as RFC 4180 draws them: commas, double quotes, and lines that end in CR LF (LF or CR
 * alone are taken too). Empty lines are no records, nor is a byte order mark part of one. After a fault the next line break
 * ends the record. Another `separator`, a character of ASCII, may stand in the place of the comma.
 *
 * @example
 * const records: CsvRecord[] = [];
 * const scanner = scanCsv((record) => records.push(record));
 * scanner.push(new TextEncoder().encode('id,name\n1,"a\nb"\n2,c\n'));
 * scanner.end();
 * records.map(({ line, cells }) => [line, cells]); // [[1, 2], [2, 2], [4, 2]]
 */
export function scanCsv(onRecord: (record: CsvRecord) => void, separator = ','): CsvScanner {
  const between = separator.charCodeAt(0);
  let state = BEGIN;
  let offset = 0;
  let start = 0;
  let line = 1;
  let lastLine = 1;
  let cells = 1;
  let fault: CsvFault | undefined;
  let faultAt = 0;
  let openedAt = 0;
  let afterCr = false;
  let [lf, crlf, cr, empty] = [0, 0, 0, 0];

  const finish = (end: number): void => {
    if (end === start) empty++;
    else {
      if (fault === undefined && end - start > longestRecord) [fault, faultAt] = ['too-long', start];
      if (fault === undefined) onRecord({ start, end, line, lastLine, cells });
      else onRecord({ start, end, line, lastLine, cells, fault, faultAt });
    }
    state = BEGIN;
    cells = 1;
    fault = undefined;
    line = ++lastLine;
  };

  return {
    push(bytes) {
      for (let i = 0; i < bytes.length; i++) {
        let byte = bytes[i]!;
        // Is this the byte order mark that spreadsheets write before the first cell?
        if (start < mark.length && offset + i === start && byte === mark[start]) {
          start++;
          continue;
        }
        if (state === BARE) {
          // Nothing above the comma means anything inside a cell, and most bytes are above it.
          while (byte > COMMA && byte !== between && ++i < bytes.length) byte = bytes[i]!;
          if (i === bytes.length) break;
        }
        if (byte === LF || byte === CR) {
          // Is this the second half of a CR LF, whose line has ended already?
          const second = byte === LF && afterCr;
          afterCr = byte === CR;
          if (state === QUOTED) {
            if (!second) lastLine++;
            continue;
          }
          if (second) {
            cr--;
            crlf++;
          } else {
            if (byte === LF) lf++;
            else cr++;
            finish(offset + i);
          }
          start = offset + i + 1;
          continue;
        }
        afterCr = false;
        if (state === QUOTED) {
          if (byte === QUOTE) state = CLOSED;
        } else if (byte === between && state !== BROKEN) {
          cells++;
          state = BEGIN;
        } else if (byte === QUOTE) {
          if (state === BEGIN) openedAt = offset + i;
          if (state === BEGIN || state === CLOSED) state = QUOTED;
          else if (state === BARE) [state, fault, faultAt] = [BROKEN, 'stray-quote', offset + i];
        } else if (state === BEGIN) state = BARE;
        else if (state === CLOSED) [state, fault, faultAt] = [BROKEN, 'text-after-quote', offset + i];
      }
      offset += bytes.length;
    },
    here: () => ({ start, line }),
    end() {
      if (state === QUOTED) [fault, faultAt] = ['open-quote', openedAt];
      if (offset > start) finish(offset);
      return { plain: empty === 0 && cr === 0 && (lf === 0 || crlf === 0) };
    },
  };
}
