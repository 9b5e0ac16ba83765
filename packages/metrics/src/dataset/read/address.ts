/** The largest sheet that a workbook may have. */
export const [mostRows, mostColumns] = [1_048_576, 16_384];

/** The address of a cell, both numbers from 0: 4 and 2 → `C5`. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Row and column of an address from 0, `undefined` where a sheet has no such cell: `C5` → 4 and 2. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address.replaceAll('$', '')) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column <= mostColumns && row <= mostRows ? { row: row - 1, column: column - 1 } : undefined;
}

/** Cells of a sheet from one corner to the other, from 0. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The cells from `A1` to `C5`, written `A1:C5`, or one cell alone. */
export function parseRange(text: string): Range | undefined {
  const [first = '', last = first, ...others] = text.split(':');
  const [start, end] = [parseAddress(first), parseAddress(last)];
  if (!start || !end || others.length > 0 || end.row < start.row || end.column < start.column)
    return undefined;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
