import { quote } from '../../base/input.js';
import { parseJson } from '../../base/json.js';
import { problem, type Problem } from '../../base/problem.js';
import { say } from '../../base/sentence.js';
import { isRequired } from '../checks.js';
import { headerOf } from '../contract.js';
import type { ReadTable, RejectedRow, TextTable } from '../text-table.js';
import { keepPace } from '../turn.js';
import { isIgnored, leftOut } from './columnar.js';
import { brokenProblem, isBroken } from './broken-text.js';
import { readUtf8 } from './encoding.js';
import { emptyFile, type FileOptions } from './source.js';
import { entriesOf, itemsOf, type Span } from './json-span.js';

/**
 * Reads a list of objects, or one under the key `rows`: each object is a row, each key a column, and a key that is not there
 * an empty cell. Numbers keep the digits they are written with. A key that holds nothing but objects or lists costs its
 * column alone. Throws `ABORTED`.
 */
export async function readJson(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name } = options;
  const source = await readUtf8(bytes, options);
  if ('code' in source) return { problems: [source] };
  if (source.bytes.length > longestText) return { problems: [tooLarge(name)] };
  const text = new TextDecoder().decode(source.bytes);
  const { value, problems } = parseJson(text, { file: name });
  if (problems.length > 0) return { problems };
  const list = Array.isArray(value) ? text.search(/\S/) : rowsAt(text, value);
  if (list === undefined) {
    const message = say`This JSON is ${quote(value)} without rows.`;
    const remedy = say`Write the rows as a list of objects: [{ … }, { … }], or { "rows": [ … ] }.`;
    return { problems: [problem({ code: 'no-rows', where: name, message, remedy })] };
  }
  return buildTable(text, itemsOf(text, list), { ...options, notes: source.notes });
}

/** Reads JSON lines: an object on each line is a row; a line that is none is rejected. Throws `ABORTED`. */
export async function readJsonLines(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name } = options;
  const source = await readUtf8(bytes, options);
  if ('code' in source) return { problems: [source] };
  if (source.bytes.length > longestText) return { problems: [tooLarge(name)] };
  const text = new TextDecoder().decode(source.bytes);
  if (text.trim() === '') return { problems: [emptyFile(name)] };
  return buildTable(text, linesOf(text, name), { ...options, notes: source.notes });
}

/** A value of the text that should be a row, or its problem. */
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

/** No engine has longer texts. */
const longestText = 2 ** 29 - 24;

function tooLarge(where: string): Problem {
  const message = say`This JSON is larger than 512 MB, and cannot be read as one text.`;
  const remedy = say`Write it as CSV or Parquet, or in several files.`;
  return problem({ code: 'too-large-file', where, message, remedy });
}

type Cells = (string | null)[];

/** More columns than these are no table. */
const mostColumns = 4096;
/** So many characters are read between two turns. */
const sliceLength = 1 << 18;

async function buildTable(
  text: string,
  items: Iterable<Item>,
  { name, contract, notes, signal }: FileOptions & { readonly notes: readonly Problem[] },
): Promise<ReadTable> {
  const pace = keepPace(signal, sliceLength);
  const placeAt = placesOf(text, name);
  const found: Item[] = [];
  const nested = new Map<string, Span>();
  const single = new Set<string>();
  for (const item of items) {
    found.push(item);
    await pace.next(item.end - item.start);
    if (item.problem || text[item.start] !== '{') continue;
    for (const { key, start, end } of entriesOf(text, item.start)) {
      if ('{['.includes(text[start]!)) {
        if (!nested.has(key)) nested.set(key, { start, end });
      } else if (!text.startsWith('null', start)) single.add(key);
    }
  }
  const wanted = new Set(contract?.columns.map(headerOf));
  const unread = [...nested]
    .filter(([key]) => !single.has(key) && !isIgnored(key, contract))
    .map(([key, { start }]) => ({ name: key, problem: nestedKey(key, placeAt(start), text[start]!) }));
  const left = new Set([...unread.map((column) => column.name), ...(contract?.ignore ?? [])]);
  const columns = new Map<string, { readonly place: string; readonly cells: Cells }>();
  const rows: number[] = [];
  const rejects: RejectedRow[] = [];
  for (const { start, end, problem: broken } of found) {
    await pace.next(end - start);
    const fault = broken ?? rowFault(text, start, { placeAt, left });
    if (fault) {
      rejects.push({
        place: fault.where,
        text: text.slice(start, Math.min(end, start + 2000)),
        problem: fault,
      });
      continue;
    }
    for (const entry of entriesOf(text, start)) {
      if (left.has(entry.key)) continue;
      let column = columns.get(entry.key);
      if (!column) columns.set(entry.key, (column = { place: placeAt(entry.keyStart), cells: [] }));
      fill(column.cells, rows.length);
      column.cells.push(cellOf(text.slice(entry.start, entry.end)));
    }
    if (columns.size > mostColumns) return { problems: [tooWide(name)] };
    rows.push(start);
  }
  if (columns.size === 0 && unread.length > 0 && rows.length > 0)
    return { problems: unread.map((column) => column.problem) };
  // A column that may be empty is there even where no row mentions it.
  for (const column of contract?.columns ?? []) {
    const header = headerOf(column);
    if (columns.has(header) || left.has(header) || isRequired(column, contract!)) continue;
    columns.set(header, { place: `${name}:1:1`, cells: [] });
  }
  const all = [...columns];
  for (const [, { cells }] of all) fill(cells, rows.length);
  const table: TextTable = {
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
    ...(unread.length > 0 && { unread }),
    notes: [...notes, ...leftOut(unread, wanted)],
  };
  return { table, problems: [] };
}

function nestedKey(key: string, where: string, first: string): Problem {
  return problem({
    code: 'unsupported-type',
    where,
    message:
      first === '{'
        ? say`The values of ${quote(key)} are objects, not single values.`
        : say`The values of ${quote(key)} are lists, not single values.`,
    remedy: say`Write their parts under keys of their own, or leave the key out.`,
  });
}

function tooWide(where: string): Problem {
  const message = say`The rows of this JSON have more than ${mostColumns} different keys.`;
  const remedy = say`Write the part that differs between rows as a value, under one key for all rows.`;
  return problem({ code: 'too-many-columns', where, message, remedy });
}

function fill(cells: Cells, length: number): void {
  while (cells.length < length) cells.push(null);
}

function rowFault(
  text: string,
  start: number,
  { placeAt, left }: { readonly placeAt: (offset: number) => string; readonly left: ReadonlySet<string> },
): Problem | undefined {
  if (text[start] !== '{') {
    const message = say`This is not an object, so it is not a row.`;
    const remedy = say`Write each row as an object: { "month": "2026-09-01", … }.`;
    return problem({ code: 'not-a-row', where: placeAt(start), message, remedy });
  }
  for (const entry of entriesOf(text, start)) {
    if (left.has(entry.key)) continue;
    const json = text.slice(entry.start, entry.end);
    // UTF-8 itself writes neither: they stand in escapes.
    const cell = json.startsWith('"') && json.includes('\\u') ? cellOf(json) : null;
    if (cell !== null && isBroken(cell)) return brokenProblem(cell, placeAt(entry.start));
    if (!'{['.includes(text[entry.start]!)) continue;
    const message =
      text[entry.start] === '{'
        ? say`${quote(entry.key)} contains an object, not a single value.`
        : say`${quote(entry.key)} contains a list, not a single value.`;
    const remedy = say`Write its parts under keys of their own.`;
    return problem({ code: 'nested-value', where: placeAt(entry.start), message, remedy });
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
  // Most places are asked for in the order of the text: the way to the one before is not gone twice.
  let [from, at, column] = [-1, 0, 1];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    if (low !== from || offset < at) [from, at, column] = [low, starts[low]!, 1];
    for (; at < offset; at++) {
      const unit = text.charCodeAt(at);
      // The second half of a character is none of its own.
      if (unit < 0xdc00 || unit > 0xdfff) column++;
    }
    return `${file}:${low + 1}:${column}`;
  };
}
