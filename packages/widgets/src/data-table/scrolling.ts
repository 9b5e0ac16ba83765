import { mostRows } from './body-rows.js';

/** Rows beyond the edges of the visible part, and the step in which rows are changed. */
const [beyond, step] = [8, 4];

/** What is seen of the rows, in px. */
export interface Seen {
  readonly top: number;
  readonly height: number;
  /** The height of a row; 0 until it was measured. */
  readonly row: number;
}

/** The rows to have in the page: the first one, and the one after the last. */
export function rowsSeen(
  { top, height, row }: Seen,
  rowCount: number,
): readonly [first: number, end: number] {
  if (row === 0) return [0, Math.min(rowCount, 20)];
  const at = Math.floor(top / row) - beyond;
  const count = Math.min(Math.ceil(height / row) + 2 * beyond + step, mostRows, rowCount);
  // As many at the end as elsewhere.
  const first = Math.max(Math.min(Math.floor(at / step) * step, rowCount - count), 0);
  return [first, first + count];
}

/** Scrolls so that a row is seen between the head and the totals, both of which cover rows. */
export function showRow(
  viewport: HTMLElement,
  at: number,
  { row, covered }: { readonly row: number; readonly covered: number },
): void {
  const seen = viewport.clientHeight - covered;
  const top = at * row;
  if (top < viewport.scrollTop) viewport.scrollTop = top;
  else if (top + row > viewport.scrollTop + seen) viewport.scrollTop = top + row - seen;
}

/** Scrolls so that all of a cell is seen beside the first column, which covers others. */
export function showColumn(viewport: HTMLElement, cell: HTMLElement, first: number): void {
  if (cell.dataset.column === '0') return;
  const [box, seen] = [cell.getBoundingClientRect(), viewport.getBoundingClientRect()];
  const left = box.left - seen.left - first;
  const right = box.right - seen.left - viewport.clientWidth;
  if (left < 0) viewport.scrollLeft += left;
  else if (right > 0) viewport.scrollLeft += Math.min(right, left);
}
