import type { Place } from './move.js';

/** The cell around a node, if it is one of the table. */
export function cellOf(node: EventTarget | null): HTMLElement | null {
  return node instanceof Element ? node.closest<HTMLElement>('[data-column]') : null;
}

/** The place of a cell: the head is row −1. */
export function placeOf(cell: HTMLElement): Place {
  const row = cell.closest<HTMLElement>('tr')!.dataset.row;
  return { row: row === undefined ? -1 : Number(row), column: Number(cell.dataset.column) };
}

/** The cell at a place, if it is in the page. */
export function cellAt(table: ParentNode, { row, column }: Place): HTMLElement | null {
  const within = row < 0 ? 'thead tr' : `tr[data-row="${row}"]`;
  return table.querySelector<HTMLElement>(`${within} > [data-column="${column}"]`);
}

/** Whether two places are one. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}
