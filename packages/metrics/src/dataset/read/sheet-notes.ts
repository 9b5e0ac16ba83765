import { problem, type Problem } from '../../base/problem.js';
import { quote } from '../../base/quoting.js';
import { allOfThese, say } from '../../base/sentence.js';
import { addressOf } from './address.js';
import { shiftedText } from './figure.js';
import type { UnseenCell } from './merged.js';
import type { Sheet } from './sheet.js';

/** Notes hidden parts of a sheet that were read all the same. */
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
  const hiddenLines = allOfThese([
    ...(rowCount > 0 ? [rowCount === 1 ? say`1 row` : say`${rowCount} rows`] : []),
    ...(columnCount > 0 ? [columnCount === 1 ? say`1 column` : say`${columnCount} columns`] : []),
  ]);
  const message = say`This sheet hides ${hiddenLines}, which were read like all others.`;
  const remedy = say`If they are not wanted, remove them from the workbook.`;
  return [problem({ code: 'hidden-cells', where, message, remedy })];
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
    const name = names[column] === '' ? say`a column without a name` : names[column]!;
    const cells =
      count === 1
        ? say`1 cell of ${name} is shown as a percentage`
        : say`${count} cells of ${name} are shown as a percentage`;
    const shift = shiftOf(column);
    const shown = shiftedText(text, 2);
    const place = { code: 'percent-cells', where: `${where}!${addressOf(row, column)}` } as const;
    if (shift === undefined)
      return problem({
        ...place,
        message: say`${cells}, but the unit of the column is not %: the stored value was read, ${text} for ${shown} %.`,
        remedy: say`If the column is in %, give it the unit % in the contract.`,
      });
    const read = shiftedText(text, shift);
    return problem({
      ...place,
      message:
        count === 1
          ? say`${cells} and was read as shown: ${read} for ${shown} %, which is stored as ${text}.`
          : say`${cells} and were read as shown: ${read} for ${shown} %, which is stored as ${text}.`,
      remedy: say`Check that the cells not shown as a percentage are in the same unit.`,
    });
  });
}

/** Tells of rows in which formulas give nothing but empty texts. */
export function blankNote(count: number, where: string): readonly Problem[] {
  if (count === 0) return [];
  const message =
    count === 1
      ? say`1 row contains only formulas whose result is an empty text, and was left out.`
      : say`${count} rows contain only formulas whose result is an empty text, and were left out.`;
  const remedy = say`If they should have figures, open the workbook in its program and save it there.`;
  return [problem({ code: 'blank-rows', where, message, remedy })];
}

/** Tells of values that stand unseen below merged cells. */
export function unseenNote(unseen: readonly UnseenCell[], where: string): readonly Problem[] {
  const [first] = unseen;
  if (!first) return [];
  const text = quote(first.text);
  return [
    problem({
      code: 'unseen-cells',
      where: `${where}!${addressOf(first.row, first.column)}`,
      message:
        unseen.length === 1
          ? say`1 cell is hidden below merged cells and was left out: it contains ${text}.`
          : say`${unseen.length} cells are hidden below merged cells and were left out: this one contains ${text}.`,
      remedy: say`If these values are needed, split the merged cells; else clear them.`,
    }),
  ];
}
