import { quote } from '../../input.js';
import { parseJson } from '../../json.js';
import type { Problem } from '../../problem.js';
import { isRequired } from '../checks.js';
import { headerOf } from '../contract.js';
import type { ReadTable, RejectedRow } from '../text-table.js';
import { readUtf8 } from './encoding.js';
import { emptyFile, type FileOptions } from './source.js';
import { entriesOf, itemsOf, type Span } from './json-span.js';

/**
 * Reads a list of objects, or one under the key `rows`: each object is a row, each key a column, and a key that is not there
 * an empty cell. Numbers keep the digits they are written with.
 */
export async function readJson(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name } = options;
  const source = await readUtf8(bytes, options);
  if ('code' in source) return { problems: [source] };
  const text = new TextDecoder().decode(source.bytes);
  const { value, problems } = parseJson(text, { file: name });
  if (problems.length > 0) return { problems };
  const list = Array.isArray(value) ? text.search(/\S/) : rowsAt(text, value);
  if (list === undefined) {
    const message = `This JSON is ${quote(value)} without rows.`;
    const remedy = 'Write the rows as a list of objects: [{ … }, { … }], or { "rows": [ … ] }.';
    return { problems: [{ code: 'no-rows', where: name, message, remedy }] };
  }
  return buildTable(text, itemsOf(text, list), { ...options, notes: source.notes });
}

/** Reads JSON lines: an object on each line is a row; a line that is none is rejected. */
export async function readJsonLines(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name } = options;
  const source = await readUtf8(bytes, options);
  if ('code' in source) return { problems: [source] };
  const text = new TextDecoder().decode(source.bytes);
  if (text.trim() === '') return { problems: [emptyFile(name)] };
  return buildTable(text, linesOf(text, name), { ...options, notes: source.notes });
}

/** A value of the text that should be a row, or what is wrong with it. */
interface Item extends Span {
  readonly problem?: Problem;
}

function* linesOf(text: string, file: string): Generator<Item> {
  const pattern = /[^\r\n]*(\r\n|\n|\r|$)/y;
  for (let line = 1; pattern.lastIndex < text.length; line++) {
    const at = pattern.lastIndex;
    const end = at + pattern.exec(text)![0].trimEnd().length;
    const json = text.slice(at, end);
    if (json.trim() === '') continue;
    const { problems } = parseJson(json, { file, line });
    const start = at + json.search(/\S/);
    yield problems[0] ? { start, end, problem: problems[0] } : { start, end };
  }
}

/** Where the list of rows begins in an object that has one. */
function rowsAt(text: string, value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('rows' in value) || !Array.isArray(value.rows))
    return undefined;
  for (const { key, start } of entriesOf(text, text.search(/\S/))) if (key === 'rows') return start;
  return undefined;
}

type Cells = (string | null)[];

function buildTable(
  text: string,
  items: Iterable<Item>,
  { name, contract, notes }: FileOptions & { readonly notes: readonly Problem[] },
): ReadTable {
  const columns = new Map<string, { readonly place: string; readonly cells: Cells }>();
  const rows: number[] = [];
  const rejects: RejectedRow[] = [];
  const placeAt = placesOf(text, name);
  for (const { start, end, problem } of items) {
    const fault = problem ?? rowFault(text, start, placeAt);
    if (fault) {
      rejects.push({
        place: fault.where,
        text: text.slice(start, Math.min(end, start + 2000)),
        problem: fault,
      });
      continue;
    }
    for (const entry of entriesOf(text, start)) {
      let column = columns.get(entry.key);
      if (!column) columns.set(entry.key, (column = { place: placeAt(entry.keyStart), cells: [] }));
      fill(column.cells, rows.length);
      column.cells.push(cellOf(text.slice(entry.start, entry.end)));
    }
    rows.push(start);
  }
  // A column that may be empty is there even where no row mentions it.
  for (const column of contract?.columns ?? []) {
    const header = headerOf(column);
    if (columns.has(header) || isRequired(column, contract!)) continue;
    columns.set(header, { place: `${name}:1:1`, cells: [] });
  }
  const all = [...columns];
  for (const [, { cells }] of all) fill(cells, rows.length);
  const table = {
    file: name,
    header: all.map(([key, { place }]) => ({ name: key, place })),
    rowCount: rows.length,
    columns: all.map(([, { cells }]) => cells),
    placeOf(row: number, column: number) {
      const start = rows[row]!;
      const [key] = all[column]!;
      for (const entry of entriesOf(text, start)) if (entry.key === key) return placeAt(entry.start);
      return placeAt(start);
    },
    rejects,
    notes,
  };
  return { table, problems: [] };
}

function fill(cells: Cells, length: number): void {
  while (cells.length < length) cells.push(null);
}

function rowFault(text: string, start: number, placeAt: (offset: number) => string): Problem | undefined {
  if (text[start] !== '{') {
    const message = 'This is no object, so it is no row.';
    const remedy = 'Write each row as an object: { "month": "2026-09-01", … }.';
    return { code: 'not-a-row', where: placeAt(start), message, remedy };
  }
  for (const entry of entriesOf(text, start)) {
    if (!'{['.includes(text[entry.start]!)) continue;
    const message = `${quote(entry.key)} holds ${text[entry.start] === '{' ? 'an object' : 'a list'}, not a single value.`;
    const remedy = 'Write its parts under keys of their own.';
    return { code: 'nested-value', where: placeAt(entry.start), message, remedy };
  }
  return undefined;
}

/** The text of a value; a number's is as it is written. */
function cellOf(json: string): string | null {
  if (json === 'null' || json === '""') return null;
  return json.startsWith('"') ? (JSON.parse(json) as string) : json;
}

/** The places of a text, `file:line:column`. */
function placesOf(text: string, file: string): (offset: number) => string {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  const isPlain = !/[\ud800-\udbff]/.test(text);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    const start = starts[low]!;
    const before = isPlain ? offset - start : [...text.slice(start, offset)].length;
    return `${file}:${low + 1}:${before + 1}`;
  };
}
