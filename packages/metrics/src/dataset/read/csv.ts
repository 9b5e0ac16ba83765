import { splitCells, tracePlace, type CsvCell, type Place } from '../cells.js';
import { longestRecord, scanCsv, type CsvRecord } from '../csv-scanner.js';
import { recordProblem } from '../malformed.js';
import { formatPlace } from '../rejects.js';
import { problem, type Problem } from '../../base/problem.js';
import { say } from '../../base/sentence.js';
import type { ReadTable, RejectedRow, TextTable } from '../text-table.js';
import { keepPace, nextTurn } from '../turn.js';
import { readUtf8 } from './encoding.js';
import { separatorLine, separatorNote, separatorProblem } from './separator.js';
import { emptyFile, type FileOptions } from './source.js';

/** So many bytes are read between two turns. */
const pieceLength = 1 << 18;

/**
 * Reads a CSV file (RFC 4180) in UTF-8, GB 18030 or UTF-16, piece by piece: places are lines and characters of its text. A first
 * line such as `sep=;` names the separator. The time grows with the length of the file alone. Throws `ABORTED`.
 */
export async function readCsv(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name, onProgress = () => undefined, signal } = options;
  const text = await readUtf8(bytes, options);
  if ('code' in text) return { problems: [text] };
  const line = separatorLine(text.bytes);
  const wrong = line && separatorProblem(name, line);
  if (wrong) return { problems: [wrong] };
  const { separator = ',' } = line ?? {};
  const rows = collectRows(text.bytes, separator);
  let isAbove = line !== undefined;
  const scanner = scanCsv((record) => {
    if (!isAbove) rows.take(record);
    isAbove = false;
  }, separator);
  for (let at = 0; at < text.bytes.length; at += pieceLength) {
    scanner.push(text.bytes.subarray(at, at + pieceLength));
    onProgress(Math.min(1, (at + pieceLength) / text.bytes.length));
    await nextTurn(signal);
  }
  scanner.end();
  const far = await findFar(text.bytes, rows.malformed, signal);
  const notes = line ? [...text.notes, separatorNote(name, line)] : text.notes;
  return tabulateRows(rows, { file: name, bytes: text.bytes, separator, far, notes, signal });
}

/** The records of a file, as they are found. */
interface Rows {
  readonly take: (record: CsvRecord) => void;
  readonly header: () => CsvRecord | undefined;
  readonly names: () => readonly CsvCell[];
  readonly columns: () => readonly (readonly (string | null)[])[];
  /** Of each row its first byte, the first that is not of it, and its line: three lists of numbers take little room. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly lines: readonly number[];
  readonly malformed: readonly CsvRecord[];
}

function collectRows(bytes: Uint8Array, separator: string): Rows {
  const textOf = decoderOf(bytes);
  let header: CsvRecord | undefined;
  let names: readonly CsvCell[] = [];
  let columns: (string | null)[][] = [];
  const [starts, ends, lines]: [number[], number[], number[]] = [[], [], []];
  const malformed: CsvRecord[] = [];
  const take = (record: CsvRecord): void => {
    const { start, end, line, fault, cells } = record;
    if (header?.fault !== undefined) return;
    if (!header) {
      header = record;
      if (fault !== undefined) return;
      names = splitCells(textOf(start, end), line, { separator });
      columns = names.map(() => []);
    } else if (fault !== undefined || cells !== names.length) malformed.push(record);
    else {
      starts.push(start);
      ends.push(end);
      lines.push(line);
      const text = textOf(start, end);
      const texts = text.includes('"')
        ? splitCells(text, 1, { separator }).map((cell) => cell.text)
        : text.split(separator);
      for (let i = 0; i < texts.length; i++) columns[i]!.push(texts[i] === '' ? null : texts[i]!);
    }
  };
  return {
    ...{ take, header: () => header, names: () => names, columns: () => columns },
    ...{ starts, ends, lines, malformed },
  };
}

function decoderOf(bytes: Uint8Array): (start: number, end: number) => string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (start, end) => decoder.decode(bytes.subarray(start, end));
}

/** The places of faults so far from the beginning of their records that the way there is long. */
async function findFar(
  bytes: Uint8Array,
  malformed: readonly CsvRecord[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<CsvRecord, Place>> {
  const places = new Map<CsvRecord, Place>();
  for (const record of malformed) {
    const { start, line, faultAt = start } = record;
    if (faultAt - start <= pieceLength) continue;
    const tracer = tracePlace(line);
    for (let at = start; at < faultAt; at += pieceLength) {
      tracer.push(bytes.subarray(at, Math.min(at + pieceLength, faultAt)));
      await nextTurn(signal);
    }
    places.set(record, tracer.here());
  }
  return places;
}

interface CsvText {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly separator: string;
  readonly far: ReadonlyMap<CsvRecord, Place>;
  readonly notes: readonly Problem[];
  readonly signal: AbortSignal | undefined;
}

async function tabulateRows(rows: Rows, source: CsvText): Promise<ReadTable> {
  const { file, bytes, separator, notes, signal } = source;
  const [header, names, textOf] = [rows.header(), rows.names(), decoderOf(bytes)];
  if (!header) return { problems: [emptyFile(file)] };
  const { starts, ends, lines } = rows;
  const reject = rejecter(header.fault ? header.cells : names.length, source);
  if (header.fault) return { problems: [reject(header).problem] };
  const rejects: RejectedRow[] = [];
  let torn = false;
  const pace = keepPace(signal);
  for (const record of rows.malformed) {
    rejects.push(reject(record));
    torn ||= record.fault !== undefined && record.line !== record.lastLine;
    await pace.next();
  }
  if (torn) return { problems: [...rejects.slice(0, 20).map((row) => row.problem), tornProblem(file)] };
  const table: TextTable = {
    file,
    header: names.map(({ text, place }) => ({ name: text, place: formatPlace(file, place) })),
    rowCount: starts.length,
    columns: rows.columns(),
    placeOf(row, column) {
      const record = textOf(starts[row]!, ends[row]!);
      const cells = splitCells(record, lines[row]!, { separator, most: column + 1 });
      return formatPlace(file, cells[column]!.place);
    },
    rejects,
    notes,
  };
  return { table, problems: [] };
}

/** Makes a rejected row of a record. There may be millions of them, and few are looked at: each is worked out then. */
function rejecter(
  columns: number,
  { file, bytes, separator, far }: CsvText,
): (record: CsvRecord) => RejectedRow {
  const textOf = decoderOf(bytes);
  // One that swallowed the rest of its file is shown by its beginning.
  const beginningOf = ({ start, end }: CsvRecord): string =>
    textOf(start, Math.min(end, start + longestRecord));
  /** A cell too many is shown where it begins, missing ones where the row begins. */
  const placeOf = (record: CsvRecord): Place => {
    const { start, line, fault, faultAt = start, cells } = record;
    if (fault !== undefined) return far.get(record) ?? placeBehind(bytes.subarray(start, faultAt), line);
    if (cells < columns) return { line, column: 1 };
    return splitCells(beginningOf(record), line, { separator, most: columns + 1 })[columns]!.place;
  };
  interface Held extends RejectedRow {
    readonly record: CsvRecord;
  }
  const row = {
    get place(): string {
      return formatPlace(file, placeOf((this as Held).record));
    },
    get text(): string {
      return beginningOf((this as Held).record);
    },
    get problem(): Problem {
      const { record, place } = this as Held;
      return recordProblem(record.fault, { cells: record.cells, columns, where: place, separator });
    },
  };
  return (record) => ({ __proto__: row, record }) as unknown as RejectedRow;
}

function placeBehind(bytes: Uint8Array, line: number): Place {
  const tracer = tracePlace(line);
  tracer.push(bytes);
  return tracer.here();
}

function tornProblem(where: string): Problem {
  const message = say`A wrong quotation mark spans several lines, so the rows of the file are unclear.`;
  const remedy = say`Correct the quotation marks listed here, then read it again.`;
  return problem({ code: 'torn-rows', where, message, remedy });
}
