import { headerOf, type Contract } from '../contract.js';
import type { Merge, Sheet } from './sheet.js';

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
  const likely = likelyHeader(sheet);
  const tops = Array.from({ length: Math.min(sheet.rows.length, deepest) }, (_, top) => top);
  const candidates = [
    { ...likely, height: headerRows ?? likely.height },
    ...tops.map((top) => ({ top, height: headerRows ?? 1 })),
  ].map(({ top, height }) => {
    const names = new Set(headerNames(sheet, { top, height, matches: 0 }));
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
  const rows = Math.min(sheet.rows.length, deepest);
  let top = 0;
  while (top < rows && !looksLikeHeader(sheet, top, width)) top++;
  if (top === rows) top = sheet.rows.findIndex((row) => row.some((cell) => cell !== null));
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
  const names = headerNames(sheet, { top: row, height: 1, matches: 0 }).filter((name) => name !== '');
  return names.length >= 0.75 * width && new Set(names).size >= Math.min(2, width);
}

/** Columns from the first to the last that hold anything, counted from the sheet's edge. */
export function widthOf({ rows }: Sheet): number {
  let width = 0;
  for (const row of rows) {
    let length = row.length;
    while (length > width && row[length - 1] === null) length--;
    width = Math.max(width, length);
  }
  return width;
}

/** The name of each column: what stands in its header rows, joined from top to bottom; a merged cell names all that it covers. */
export function headerNames(sheet: Sheet, { top, height }: HeaderRows): readonly string[] {
  const merges = sheet.merges.filter((merge) => merge.bottom >= top && merge.top < top + height);
  return Array.from({ length: widthOf(sheet) }, (_, column) => {
    const names: string[] = [];
    let last: Merge | undefined;
    for (let row = top; row < top + height; row++) {
      const merge = merges.find((one) => covers(one, row, column));
      // Has the row above named it already, by the same cell?
      if (merge !== undefined && merge === last) continue;
      last = merge;
      const cell = merge ? sheet.rows[merge.top]?.[merge.left] : sheet.rows[row]?.[column];
      const name = wordsOf(cell?.text ?? '');
      if (name !== '') names.push(name);
    }
    return names.join('/');
  });
}

export function covers({ top, left, bottom, right }: Merge, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

/** Line breaks only fold a header cell. */
function wordsOf(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, '').trim();
}
