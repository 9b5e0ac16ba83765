import { say } from '../../base/sentence.js';
import { ReadingFault } from './reading-fault.js';
import { addressOf, mostRows, parseAddress, parseRange, type Range } from './address.js';
import { readCell, type CellMeaning, type SheetCell } from './cell.js';
import type { NumberFormat } from './number-format.js';
import { readText, unescaped } from './shared-strings.js';
import type { Sheet, SheetRow } from './sheet.js';
import type { XmlReader } from './xml.js';

/** The parts that the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly since1904: boolean;
  /** Formulas have no valid results: the workbook asks to be computed when it is opened. */
  readonly isStale: boolean;
}

/** Reads the part of a workbook that holds a sheet. Throws if it names a missing part. */
export interface SheetReader extends XmlReader {
  sheet(name: string): Sheet;
}

/** The cell that is being read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  formula: string | undefined;
}

/** Cells that array formulas may leave out of a file, at most. */
const mostMissing = 1_000_000;

/** The levels of a sheet: `worksheet`, `sheetData`, `row`, `c`, `v`. */
export function readSheet(context: SheetContext): SheetReader {
  const path: string[] = [];
  const rows: SheetRow[] = [];
  const [merges, hiddenRows, hiddenColumns]: [Range[], number[], number[]] = [[], [], []];
  const inline = readText();
  /** The cells of array formulas that reach the row or go on below it. */
  let arrays: Range[] = [];
  let [row, column, missing]: [number, number, number] = [-1, -1, 0];
  let cells: SheetCell[] = [];
  let cell: OpenCell | undefined;
  let sink: 'value' | 'formula' | 'inline' | undefined;

  const meanings = context.formats.map((format): CellMeaning => ({ ...context, format }));
  const plain: CellMeaning = { ...context, format: () => 'number' };
  const here = (): string => addressOf(row, column);
  const openRow = (attributes: ReadonlyMap<string, string>): void => {
    const written = attributes.get('r');
    const at = written === undefined ? row + 1 : Number(written) - 1;
    if (!Number.isInteger(at) || at >= mostRows)
      throw new ReadingFault(say`no sheet has a row ${written ?? at + 1}`);
    if (at <= row) throw new ReadingFault(say`row ${at + 1} comes after row ${row + 1}`);
    [row, column, cells] = [at, -1, []];
    arrays = arrays.filter(({ bottom }) => bottom >= row);
    if (isOn(attributes.get('hidden'))) hiddenRows.push(row);
  };
  const openCell = (attributes: ReadonlyMap<string, string>): void => {
    const written = attributes.get('r') ?? addressOf(row, column + 1);
    const place = parseAddress(written);
    if (place?.row !== row || place.column <= column)
      throw new ReadingFault(say`the cell ${written} is in the wrong place`);
    column = place.column;
    const [type, style] = [attributes.get('t') ?? 'n', Number(attributes.get('s') ?? 0)];
    cell = { column, type, style, value: undefined, formula: undefined };
  };
  const openPart = (name: string, attributes: ReadonlyMap<string, string>): void => {
    if (name === 'extLst') return;
    if (name === 'is') {
      inline.begin();
      sink = 'inline';
    } else if (name === 'v' && cell!.value === undefined) {
      cell!.value = '';
      sink = 'value';
    } else if (name === 'f' && cell!.formula === undefined) {
      cell!.formula = '';
      sink = 'formula';
      const ref = attributes.get('ref');
      if (!/^(array|dataTable)$/.test(attributes.get('t') ?? '') || ref === undefined) return;
      const range = parseRange(ref);
      if (!range) throw new ReadingFault(say`the formula of the cell ${here()} fills no cells (${ref})`);
      if (range.bottom > range.top || range.right > range.left) arrays.push(range);
    } else throw new ReadingFault(say`the cell ${here()} contains <${name}>, which is not a value`);
  };
  const closeCell = (open: OpenCell): void => {
    const meaning = meanings[open.style] ?? (open.style === 0 ? plain : undefined);
    if (!meaning)
      throw new ReadingFault(say`the cell ${here()} uses the style ${open.style}, which does not exist`);
    const { type, value } = open;
    if (type === 's') open.value = sharedText(value);
    else if (value !== undefined && type === 'str') open.value = unescaped(value);
    if (arrays.some(({ left, right, top }) => left <= column && column <= right && top <= row))
      open.formula ??= '';
    const read = readCell(open, meaning);
    if (read) cells.push(read);
  };
  const sharedText = (index: string | undefined): string | undefined => {
    if (index === undefined) return undefined;
    const text = /^\s*\d+\s*$/.test(index) ? context.strings[Number(index)] : undefined;
    if (text === undefined)
      throw new ReadingFault(
        say`the cell ${here()} uses the shared text ${JSON.stringify(index)}, which does not exist`,
      );
    return text;
  };
  const closeRow = (): void => {
    if (cells.length === 0) return;
    for (const { left, right } of arrays) {
      const held = new Set(cells.map((one) => one.column));
      for (let at = left; at <= right; at++) {
        if (held.has(at)) continue;
        if (++missing > mostMissing) throw new ReadingFault(say`its array formulas fill too many cells`);
        cells.push({ column: at, text: '=', kind: 'number', fault: 'formula' });
      }
    }
    if (arrays.length > 0) cells.sort((a, b) => a.column - b.column);
    rows.push({ at: row, cells });
  };
  const openAside = (name: string, attributes: ReadonlyMap<string, string>): void => {
    if (name === 'mergeCell' && path[1] === 'mergeCells') {
      const merge = parseRange(attributes.get('ref') ?? '');
      if (!merge) throw new ReadingFault(say`it merges no cells (${attributes.get('ref') ?? ''})`);
      merges.push(merge);
    }
    if (name !== 'col' || path[1] !== 'cols' || !isOn(attributes.get('hidden'))) return;
    const range = parseRange(`A${attributes.get('min')}:A${attributes.get('max')}`);
    if (!range) throw new ReadingFault(say`it hides columns that do not exist`);
    for (let at = range.top; at <= range.bottom; at++) hiddenColumns.push(at);
  };

  return {
    open(name, attributes) {
      const level = path.push(name) - 1;
      if (level === 0 && name !== 'worksheet') throw new ReadingFault(say`it is not a worksheet`);
      if (level < 2) return;
      const isData = path[1] === 'sheetData';
      if (!isData && level === 2) openAside(name, attributes);
      if (!isData) return;
      if (level === 2 && name === 'row') openRow(attributes);
      else if (level === 3 && name === 'c' && path[2] === 'row') openCell(attributes);
      else if (level === 4 && cell) openPart(name, attributes);
      else if (level > 4 && sink === 'inline') inline.open(name);
      else if (level < 4 && name !== 'extLst')
        throw new ReadingFault(say`below row ${row + 1} there is <${name}>`);
    },
    text(words) {
      if (sink === 'inline') inline.text(words);
      else if (sink !== undefined) cell![sink] += words;
      else if (path[1] === 'sheetData' && /\S/.test(words) && !path.includes('extLst'))
        throw new ReadingFault(say`there is a text between its cells: ${JSON.stringify(words.slice(0, 30))}`);
    },
    close(name) {
      const level = path.length - 1;
      path.pop();
      if (level === 4 && cell) {
        if (name === 'is') cell.value = inline.end();
        sink = undefined;
      } else if (level > 4 && sink === 'inline') inline.close(name);
      else if (level === 3 && cell) {
        closeCell(cell);
        cell = undefined;
      } else if (level === 2 && name === 'row' && path[1] === 'sheetData') closeRow();
    },
    sheet: (name) => ({ name, rows, merges, hiddenRows, hiddenColumns }),
  };
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
