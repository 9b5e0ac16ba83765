import type { CellText } from './page-table.js';

/**
 * Whether the text of a cell contains another one: code point by code point, letters of ASCII in either case, as an engine finds it
 * everywhere. Empty cells contain nothing.
 *
 * @example containing('abc')('xABCx') // true
 */
export function containing(text: string): (cell: CellText) => boolean {
  const wanted = foldCase(text);
  return (cell) => cell !== null && foldCase(cell).includes(wanted);
}

/** ASCII alone: the lower case of other letters depends on the language. */
function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
