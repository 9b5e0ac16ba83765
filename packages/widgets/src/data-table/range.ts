import type { Place } from './move.js';

/** Cells that a reader selects: from the first one to the last one, both included. */
export interface Range {
  readonly from: Place;
  readonly to: Place;
}

/** A range by its edges, each included. */
export interface Edges {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

/** The edges of a range within the rows. */
export function edgesOf({ from, to }: Range, rowCount: number): Edges {
  const within = (row: number): number => Math.min(Math.max(row, 0), rowCount - 1);
  const [top, bottom] = [within(Math.min(from.row, to.row)), within(Math.max(from.row, to.row))];
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  return { top, bottom, left, right, count: Math.max(bottom - top + 1, 0) * (right - left + 1) };
}

/** Whether a cell is in a range. */
export function isIn(edges: Edges | undefined, { row, column }: Place): boolean {
  return (
    edges !== undefined &&
    row >= edges.top &&
    row <= edges.bottom &&
    column >= edges.left &&
    column <= edges.right
  );
}
