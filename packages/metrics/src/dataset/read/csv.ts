import { placeOf, splitCells } from '../cells.js';
import { scanCsv, type CsvRecord } from '../csv.js';
import { recordProblem } from '../malformed.js';
import { formatPlace } from '../rejects.js';
import type { Problem } from '../../problem.js';
import type { ReadTable, RejectedRow } from '../text-table.js';
import { nextTurn, sliceLength } from '../turn.js';
import { readUtf8 } from './encoding.js';
import { emptyFile, type FileOptions } from './source.js';

/** Reads a CSV file (RFC 4180) in UTF-8, GB 18030 or UTF-16, slice by slice: places are lines and characters of its text. */
export async function readCsv(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name, onProgress = () => undefined } = options;
  const text = await readUtf8(bytes, options);
  if ('code' in text) return { problems: [text] };
  const records = await scan(text.bytes, (share) => onProgress(share / 4));
  const [header] = records;
  if (!header) return { problems: [emptyFile(name)] };
  const source = textOf(text.bytes);
  if (header.fault) return { problems: [malformed(source, header, header.cells, name).problem] };
  const names = splitCells(source(header), header.line);
  const columns = names.map((): (string | null)[] => []);
  const rows: CsvRecord[] = [];
  const rejects: RejectedRow[] = [];
  let torn = false;
  for (let i = 1; i < records.length; i++) {
    const record = records[i]!;
    if (i % sliceLength === 0) {
      onProgress(1 / 4 + (3 / 4) * (i / records.length));
      await nextTurn();
    }
    if (record.fault !== undefined || record.cells !== names.length) {
      rejects.push(malformed(source, record, names.length, name));
      torn ||= record.fault !== undefined && record.line !== record.lastLine;
      continue;
    }
    rows.push(record);
    const line = source(record);
    const cells = line.includes('"') ? splitCells(line, 1).map((cell) => cell.text) : line.split(',');
    for (const [column, cell] of cells.entries()) columns[column]!.push(cell === '' ? null : cell);
  }
  if (torn) return { problems: [...rejects.slice(0, 20).map(({ problem }) => problem), tornProblem(name)] };
  const table = {
    file: name,
    header: names.map(({ text: cell, place }) => ({ name: cell, place: formatPlace(name, place) })),
    rowCount: rows.length,
    columns,
    placeOf: (row: number, column: number) =>
      formatPlace(name, splitCells(source(rows[row]!), rows[row]!.line)[column]!.place),
    rejects,
    notes: text.notes,
  };
  return { table, problems: [] };
}

type Span = Pick<CsvRecord, 'start' | 'end'>;

const pieceLength = 1 << 20;

async function scan(bytes: Uint8Array, onProgress: (share: number) => void): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = [];
  const scanner = scanCsv((record) => records.push(record));
  for (let at = 0; at < bytes.length; at += pieceLength) {
    scanner.push(bytes.subarray(at, at + pieceLength));
    onProgress(at / bytes.length);
    await nextTurn();
  }
  scanner.end();
  return records;
}

function textOf(bytes: Uint8Array): (span: Span) => string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return ({ start, end }) => decoder.decode(bytes.subarray(start, end));
}

/** A cell too many is shown where it begins, missing ones where the row begins. */
function malformed(
  source: (span: Span) => string,
  record: CsvRecord,
  columns: number,
  name: string,
): RejectedRow {
  const { start, line, fault, faultAt = start, cells } = record;
  // One that swallowed the rest of its file is shown by its beginning.
  const text = source({ start, end: Math.min(record.end, start + 2_000_000) });
  const before = source({ start, end: faultAt });
  const place = fault
    ? placeOf(before, before.length, line)
    : cells < columns
      ? { line, column: 1 }
      : splitCells(text, line)[columns]!.place;
  const where = formatPlace(name, place);
  return { place: where, text, problem: recordProblem(fault, { cells, columns, where }) };
}

function tornProblem(where: string): Problem {
  const message =
    'A faulty quotation mark runs over several lines, so it cannot be told which rows the file holds.';
  return {
    code: 'torn-rows',
    where,
    message,
    remedy: 'Mend the quotation marks named here, then read it again.',
  };
}
