/** Characters that a spreadsheet takes for the beginning of a formula, also in full width. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell of a CSV file such that no spreadsheet takes it for a formula and runs it: an apostrophe in front says that it is a text.
 *
 * @example
 * withoutFormula('=1+1'); // "'=1+1"
 * withoutFormula('1+1'); // '1+1'
 */
export function withoutFormula(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}
