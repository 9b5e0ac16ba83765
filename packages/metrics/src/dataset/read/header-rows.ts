import { headerOf, type Contract } from '../contract.js';
import type { Range } from './address.js';
import type { SheetCell } from './cell.js';
import { indexFrom, type Sheet } from './sheet.js';

/** Which rows of a sheet name its columns, from 0. */
export interface HeaderRows {
  readonly top: number;
  readonly height: number;
  /** How many columns of the contract they name. */
  readonly matches: number;
}

/** Titles and notes may stand above a header; below so many rows there is none. */
const deepest = 200;
const tallest = 9;

/**
 * The rows that name most of a contract's columns: as many as the contract says, else one, or those that look like a header.
 */
export function bestHeader(sheet: Sheet, contract: Contract): HeaderRows {
  const { headerRows, columns } = contract;
  const wanted = new Set(columns.map(headerOf));
  const [likely, width] = [likelyHeader(sheet), widthOf(sheet)];
  const tops = Array.from({ length: Math.min(heightOf(sheet), deepest) }, (_, top) => top);
  const candidates = [
    { ...likely, height: headerRows ?? likely.height },
    ...tops.map((top) => ({ top, height: headerRows ?? 1 })),
  ].map(({ top, height }) => {
    const names = new Set(headerNames(sheet, { top, height }, width));
    return { top, height, matches: [...wanted].filter((name) => names.has(name)).length };
  });
  return candidates.reduce((best, one) => (one.matches > best.matches ? one : best));
}

/**
 * The rows that look like a header: the first with at least two different cells that fill three quarters of the width, merged
 * ones over all that they cover, and those below it that its merged cells reach or divide.
 */
export function likelyHeader(sheet: Sheet): HeaderRows {
  const width = widthOf(sheet);
  const rows = Math.min(heightOf(sheet), deepest);
  let top = 0;
  while (top < rows && !looksLikeHeader(sheet, top, width)) top++;
  if (top === rows) top = sheet.rows[0]?.at ?? 0;
  let bottom = top;
  for (let row = top; row <= bottom && row - top < tallest - 1; row++) {
    for (const merge of sheet.merges) {
      if (merge.top !== row) continue;
      const divided = merge.right > merge.left && merge.bottom === row ? row + 1 : merge.bottom;
      bottom = Math.max(bottom, divided);
    }
  }
  return { top, height: Math.min(bottom - top + 1, tallest), matches: 0 };
}

function looksLikeHeader(sheet: Sheet, row: number, width: number): boolean {
  const names = headerNames(sheet, { top: row, height: 1 }, width).filter((name) => name !== '');
  return names.length >= 0.75 * width && new Set(names).size >= Math.min(2, width);
}

/** Rows from the edge of a sheet to the last that holds anything. */
function heightOf({ rows }: Sheet): number {
  return (rows.at(-1)?.at ?? -1) + 1;
}

/** Columns from the edge of a sheet to the last that holds anything. */
function widthOf({ rows }: Sheet): number {
  let width = 0;
  for (const { cells } of rows) width = Math.max(width, (cells.at(-1)?.column ?? -1) + 1);
  return width;
}

/** The name of each column: the texts of its header rows, joined from top to bottom; a merged cell names all that it covers. */
export function headerNames(
  sheet: Sheet,
  { top, height }: Pick<HeaderRows, 'top' | 'height'>,
  width = widthOf(sheet),
): readonly string[] {
  const names = Array.from({ length: width }, () => '');
  const last = new Map<number, Range | undefined>();
  for (let row = top; row < top + height; row++) {
    const cells = new Map(cellsOf(sheet, row).map((cell) => [cell.column, cell]));
    const merged = mergesOf(sheet, row, width);
    for (const column of new Set([...cells.keys(), ...merged.keys(), ...last.keys()])) {
      const merge = merged.get(column);
      // Has the row above named it already, by the same cell?
      if (merge !== undefined && merge === last.get(column)) continue;
      last.set(column, merge);
      const cell = merge
        ? cellsOf(sheet, merge.top).find((one) => one.column === merge.left)
        : cells.get(column);
      const name = wordsOf(cell?.text ?? '');
      if (name === '' || column >= width) continue;
      names[column] = names[column] === '' ? name : `${names[column]!}/${name}`;
    }
  }
  return names;
}

/** The merged cells that cover a row, by each of their columns. */
function mergesOf({ merges }: Sheet, row: number, width: number): ReadonlyMap<number, Range> {
  const merged = new Map<number, Range>();
  for (const merge of merges) {
    if (merge.top > row || merge.bottom < row) continue;
    for (let column = merge.left; column <= merge.right && column < width; column++) {
      if (!merged.has(column)) merged.set(column, merge);
    }
  }
  return merged;
}

function cellsOf({ rows }: Sheet, row: number): readonly SheetCell[] {
  const found = rows[indexFrom(rows, row)];
  return found?.at === row ? found.cells : [];
}

/** Line breaks only fold a header cell. */
function wordsOf(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, '').trim();
}
