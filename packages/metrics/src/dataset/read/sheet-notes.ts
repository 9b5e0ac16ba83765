import type { Problem } from '../../base/problem.js';
import { quote } from '../../base/quoting.js';
import { addressOf } from './address.js';
import { shiftedText } from './figure.js';
import type { UnseenCell } from './merged.js';
import type { Sheet } from './sheet.js';

/** Tells what a sheet hides and was read all the same. */
export function hiddenNote(
  { hiddenRows, hiddenColumns, rows }: Sheet,
  first: number,
  used: readonly number[],
  where: string,
): readonly Problem[] {
  const last = rows.at(-1)?.at ?? -1;
  const rowCount = hiddenRows.filter((row) => row >= first && row <= last).length;
  const shown = new Set(used);
  const columnCount = hiddenColumns.filter((column) => shown.has(column)).length;
  if (rowCount + columnCount === 0) return [];
  const parts = [
    ...(rowCount > 0 ? [`${rowCount} ${rowCount === 1 ? 'row' : 'rows'}`] : []),
    ...(columnCount > 0 ? [`${columnCount} ${columnCount === 1 ? 'column' : 'columns'}`] : []),
  ];
  const message = `This sheet hides ${parts.join(' and ')}, which were read like all others.`;
  const remedy = 'Remove them from the workbook where they are not meant.';
  return [{ code: 'hidden-cells', where, message, remedy }];
}

/** The cells of a column that are shown as a percentage: the first of them, and how many. */
export interface Percents {
  readonly row: number;
  readonly text: string;
  count: number;
}

/** Tells of each column with cells that are shown as a percentage how they were read. */
export function percentNote(
  found: ReadonlyMap<number, Percents>,
  names: readonly string[],
  shiftOf: (column: number) => number | undefined,
  where: string,
): readonly Problem[] {
  return [...found].map(([column, { row, text, count }]): Problem => {
    const what = `${count} ${count === 1 ? 'cell' : 'cells'} of ${names[column] === '' ? 'a column without a name' : names[column]!} ${count === 1 ? 'is' : 'are'} shown as a percentage`;
    const shift = shiftOf(column);
    const shown = shiftedText(text, 2);
    return {
      code: 'percent-cells',
      where: `${where}!${addressOf(row, column)}`,
      ...(shift === undefined
        ? {
            message: `${what}, and the unit of the column is not %: what is stored was read, ${text} for ${shown} %.`,
            remedy: 'Where the column is in %, give it the unit % in the contract.',
          }
        : {
            message: `${what} and ${count === 1 ? 'was' : 'were'} read as what is shown: ${shiftedText(text, shift)} for ${shown} %, which is stored as ${text}.`,
            remedy: 'Make sure that cells which are not shown so are in the same unit.',
          }),
    };
  });
}

/** Tells of rows in which formulas give nothing but empty texts. */
export function blankNote(count: number, where: string): readonly Problem[] {
  if (count === 0) return [];
  const message = `${count} ${count === 1 ? 'row holds' : 'rows hold'} only formulas whose result is an empty text, and ${count === 1 ? 'was' : 'were'} left out.`;
  const remedy = 'Where figures are meant, open the workbook in its program and save it there.';
  return [{ code: 'blank-rows', where, message, remedy }];
}

/** Tells of values that stand unseen below merged cells. */
export function unseenNote(unseen: readonly UnseenCell[], where: string): readonly Problem[] {
  const [first] = unseen;
  if (!first) return [];
  const is = unseen.length === 1 ? '1 cell stands' : `${unseen.length} cells stand`;
  const was = unseen.length === 1 ? 'was' : 'were';
  return [
    {
      code: 'unseen-cells',
      where: `${where}!${addressOf(first.row, first.column)}`,
      message: `${is} unseen below merged cells, and ${was} left out: this one holds ${quote(first.text)}.`,
      remedy: 'Split the merged cells where these values are meant, else empty them.',
    },
  ];
}
