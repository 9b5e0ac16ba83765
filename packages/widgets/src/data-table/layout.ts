import { cellAt } from './pointing.js';
import type { Panel } from './state.js';
import type { View } from './view.js';

/** The lengths of a table in the page, in px. */
export interface Lengths {
  /** Of a row, of the head, of the totals, of the box that is seen, of the first column. */
  readonly row: number;
  readonly head: number;
  readonly foot: number;
  readonly height: number;
  readonly first: number;
}

export const noLengths: Lengths = { row: 0, head: 0, foot: 0, height: 0, first: 0 };

/** Measures a table, the height of whose rows is that of any of them, and marks it where it is scrolled sideways. */
export function measureTable(viewport: HTMLElement): Lengths {
  const high = (selector: string): number =>
    viewport.querySelector(selector)?.getBoundingClientRect().height ?? 0;
  const { scrollWidth, clientWidth } = viewport;
  viewport.querySelector('.extent')?.classList.toggle('sideways', scrollWidth > clientWidth);
  return {
    row: high('tbody tr'),
    head: high('thead tr'),
    foot: high('tfoot tr'),
    height: viewport.clientHeight,
    first: viewport.querySelector('tbody th')?.getBoundingClientRect().width ?? 0,
  };
}

/** Keeps the room of the rows that are not in the page: a rule of a sheet cannot know it, and a style attribute would break a strict policy. */
export function placeRows(viewport: HTMLElement, view: View, { row }: Lengths): void {
  const { style } = viewport.querySelector<HTMLElement>('.extent')!;
  const isScrolled = view.mode === 'scroll';
  // No custom properties: all cells would inherit them, and have their styles computed again with each step.
  setLength(style, 'padding-top', isScrolled ? view.first * row : undefined);
  setLength(style, 'padding-bottom', isScrolled ? (view.rows.rowCount - view.end) * row : undefined);
}

/**
 * Keeps the columns as wide as they are, so that they do not move while rows come and go; `undefined` lets them be as wide as
 * their cells.
 */
export function fixColumns(viewport: HTMLElement, widths: readonly number[] | undefined): void {
  const table = viewport.querySelector<HTMLElement>('table')!;
  const total = widths?.reduce((sum, width) => sum + width, 0);
  table.classList.toggle('fixed', widths !== undefined);
  setLength(table.style, '--_total', total);
  viewport.querySelectorAll<HTMLElement>('col').forEach((col, at) => {
    setLength(col.style, 'width', widths?.[at]);
  });
}

/** The widths of the columns as they are now. */
export function measureColumns(viewport: HTMLElement): readonly number[] {
  return [...viewport.querySelectorAll('thead th')].map((head) =>
    Math.ceil(head.getBoundingClientRect().width),
  );
}

/** Puts a panel below its cell, within the table. */
export function placePanel(stage: HTMLElement, { kind, at }: Panel): void {
  const panel = stage.querySelector<HTMLElement>('.panel');
  const cell = cellAt(stage, at);
  if (!panel || !cell) return;
  const [outer, box, own] = [stage, cell, panel].map((one) => one.getBoundingClientRect()) as [
    DOMRect,
    DOMRect,
    DOMRect,
  ];
  const left = Math.max(Math.min(box.left - outer.left, outer.width - own.width), 0);
  const below = box.bottom - outer.top;
  const isAbove = kind === 'detail' && below + own.height > outer.height && box.top - outer.top > own.height;
  setLength(panel.style, '--_x', left);
  setLength(panel.style, '--_y', isAbove ? box.top - outer.top - own.height : Math.max(below, 0));
}

/** Sets a length in px, where it is another one; `undefined` takes it away. */
export function setLength(style: CSSStyleDeclaration, name: string, length: number | undefined): void {
  const value = length === undefined ? '' : `${Math.round(length * 100) / 100}px`;
  if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
}
