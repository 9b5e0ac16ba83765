import {
  fixColumns,
  measureColumns,
  measureTable,
  noLengths,
  placePanel,
  placeRows,
  setLength,
  type Lengths,
} from './layout.js';
import { cellAt, cellOf, isSamePlace, placeOf } from './pointing.js';
import { showColumn, showRow, type Seen } from './scrolling.js';
import type { Panel } from './state.js';
import type { View } from './view.js';

/** Who keeps the table in the page as it is to be: its lengths, its scroll position, its focus. */
export interface Painter {
  /** What is seen of the rows. */
  readonly seen: () => Seen;
  readonly lengths: () => Lengths;
  /** Before the page is changed: remembers where the focus is. */
  readonly before: () => void;
  /** After it was changed. True if lengths differ from those that it was painted with. */
  readonly after: (view: View, panel: Panel | undefined) => boolean;
  /** Scrolls to a row, before it is in the page or as soon as it is. */
  readonly reveal: (row: number, view: View) => void;
  /** The cursor is to have the focus after the next change. */
  readonly focusCursor: () => void;
  readonly toTop: () => void;
}

/** Makes one for the shadow tree of a table. */
export function createPainter(root: () => ParentNode & Pick<ShadowRoot, 'activeElement'>): Painter {
  let lengths: Lengths = noLengths;
  let wantsFocus = false;
  /** A row of pages that is to be seen. */
  let sought: number | undefined;
  let hadFocus = false;
  let opened: Panel | undefined;
  let widths: { readonly of: unknown; readonly list: readonly number[] } | undefined;
  const viewport = (): HTMLElement | null => root().querySelector<HTMLElement>('.viewport');

  /** The columns of rows that are scrolled keep the widths of the first ones. */
  const keepWidths = (box: HTMLElement, view: View): void => {
    if (view.mode !== 'scroll' || view.isNarrow) {
      if (widths) fixColumns(box, undefined);
      widths = undefined;
      return;
    }
    if (widths?.of === view.columns || !view.windows.row(view.first) || !view.summaries) return;
    fixColumns(box, undefined);
    widths = { of: view.columns, list: measureColumns(box) };
    fixColumns(box, widths.list);
  };

  const keepFocus = (box: HTMLElement, view: View): void => {
    const active = root().activeElement;
    const cell = cellAt(box, view.cursor);
    if (wantsFocus) {
      if (cell) showColumn(box, cell, lengths.first);
      (cell ?? box).focus({ preventScroll: view.mode === 'scroll' });
    } else if (hadFocus) {
      const own = cellOf(active);
      const isInside = own !== null && isSamePlace(placeOf(own), view.cursor);
      if (!isInside) (cell ?? box).focus({ preventScroll: true });
    }
    wantsFocus = false;
  };

  const keepPanel = (panel: Panel | undefined): void => {
    const stage = root().querySelector<HTMLElement>('.stage');
    if (panel && stage) placePanel(stage, panel);
    if (panel !== opened && panel) {
      const own = stage?.querySelector<HTMLElement>('.panel');
      (own?.querySelector<HTMLElement>('input') ?? own)?.focus();
    }
    opened = panel;
  };

  return {
    seen() {
      const { row, height, head, foot } = lengths;
      return { top: viewport()?.scrollTop ?? 0, height: Math.max(height - head - foot, 0), row };
    },
    lengths: () => lengths,
    before() {
      const active = root().activeElement;
      hadFocus = active !== null && active.closest('.viewport') !== null;
    },
    after(view, panel) {
      const box = viewport();
      if (!box) return false;
      const known = lengths;
      // First of all: while rows have other room than they need, a browser that lays them out would scroll.
      placeRows(box, view, known);
      keepWidths(box, view);
      lengths = measureTable(box);
      if (lengths.row !== known.row) placeRows(box, view, lengths);
      // In pages the heads and the sums cover rows that a browser scrolls to.
      setLength(box.style, 'scroll-padding-top', view.isNarrow ? undefined : lengths.head);
      setLength(box.style, 'scroll-padding-bottom', view.isNarrow ? undefined : lengths.foot);
      const row = sought === undefined ? null : box.querySelector(`[data-row="${sought}"]:not(.pending)`);
      row?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (row) sought = undefined;
      if (!panel || opened === panel) keepFocus(box, view);
      keepPanel(panel);
      return known.row !== lengths.row || known.height !== lengths.height;
    },
    reveal(row, view) {
      const box = viewport();
      const { row: height, head, foot } = lengths;
      if (!box || row < 0 || row >= view.rows.rowCount) return;
      if (view.mode === 'pages') {
        sought = row;
        return;
      }
      showRow(box, row, { row: height, covered: head + foot });
    },
    focusCursor() {
      wantsFocus = true;
    },
    toTop() {
      const box = viewport();
      if (!box) return;
      box.scrollTop = 0;
      // Cards are as long as they are: their first one may be far above.
      if (box.getBoundingClientRect().top < 0) box.scrollIntoView();
    },
  };
}
