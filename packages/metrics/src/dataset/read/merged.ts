import type { Range } from './address.js';
import type { SheetCell } from './cell.js';
import { indexFrom, type Sheet, type SheetRow } from './sheet.js';

/** Rows of data, with the values that they share with rows above by merged cells, and values that the sheet hides. */
export interface MergedRows {
  readonly rows: readonly SheetRow[];
  /** Cells below merged ones that were left out, from top to bottom; without those that repeat the text of the merged cell in its column. */
  readonly unseen: readonly UnseenCell[];
}

/** A cell that stands below a merged one. */
export interface UnseenCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * The rows of data from `first` on. Unseen values below merged cells are left out, and a row without any seen value is no row. A
 * text or a day that is merged over rows belongs to each of them; a figure, of which nobody knows how much belongs to which, is a
 * fault of each.
 */
export function mergeRows(sheet: Sheet, first: number, isFigure: (cell: SheetCell) => boolean): MergedRows {
  const below = sheet.rows.slice(indexFrom(sheet.rows, first));
  if (sheet.merges.length === 0) return { rows: below, unseen: [] };
  const unseen: UnseenCell[] = [];
  const covering = new Map<number, Range[]>();
  for (const merge of sheet.merges) {
    for (let i = indexFrom(below, merge.top); i < below.length && below[i]!.at <= merge.bottom; i++) {
      const { at } = below[i]!;
      const others = covering.get(at);
      if (others) others.push(merge);
      else covering.set(at, [merge]);
    }
  }
  const seen = below.flatMap((row): SheetRow[] => {
    const merges = covering.get(row.at) ?? [];
    const cells = row.cells.filter((cell) => {
      const { column, text, fault } = cell;
      const merge = merges.find((one) => covers(one, row.at, column) && !isFirst(one, row.at, column));
      if (!merge) return true;
      // Of a formula that gives an empty text nothing is lost.
      if (fault !== 'blank' && !(column === merge.left && text === firstText(sheet, merge)))
        unseen.push({ row: row.at, column, text });
      return false;
    });
    return cells.length === 0 ? [] : [{ at: row.at, cells }];
  });
  const tall = sheet.merges.filter(({ top, bottom }) => top >= first && bottom > top);
  return { rows: tall.length === 0 ? seen : filled(seen, tall, isFigure), unseen };
}

/** The shown value of a merged cell. */
function firstText({ rows }: Sheet, { top, left }: Range): string | undefined {
  const row = rows[indexFrom(rows, top)];
  return row?.at === top ? row.cells.find(({ column }) => column === left)?.text : undefined;
}

function filled(
  rows: readonly SheetRow[],
  merges: readonly Range[],
  isFigure: (cell: SheetCell) => boolean,
): readonly SheetRow[] {
  const cells = new Map<number, SheetCell[]>();
  for (const { top, left, bottom } of merges) {
    const start = indexFrom(rows, top);
    const cell =
      rows[start]?.at === top ? rows[start].cells.find(({ column }) => column === left) : undefined;
    if (!cell) continue;
    let end = start;
    while (end < rows.length && rows[end]!.at <= bottom) end++;
    // Where all else is merged as well, or empty, it is one row that is drawn over several.
    if (end - start < 2) continue;
    const shared = isFigure(cell) && cell.fault === undefined ? { ...cell, fault: 'merged' as const } : cell;
    for (const { at } of rows.slice(start, end)) {
      const others = cells.get(at);
      if (others) others.push(shared);
      else cells.set(at, [shared]);
    }
  }
  return rows.map((row) => {
    const shared = cells.get(row.at);
    if (!shared) return row;
    const columns = new Set(shared.map(({ column }) => column));
    const own = row.cells.filter(({ column }) => !columns.has(column));
    return { at: row.at, cells: [...own, ...shared].sort((a, b) => a.column - b.column) };
  });
}

function covers({ top, left, bottom, right }: Range, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

function isFirst({ top, left }: Range, row: number, column: number): boolean {
  return top === row && left === column;
}
