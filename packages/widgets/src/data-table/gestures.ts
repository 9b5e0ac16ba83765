import { move, type Place } from './move.js';
import { cellOf, isSamePlace, placeOf } from './pointing.js';
import { hasTotals } from './total-cell.js';
import type { View } from './view.js';
import type { TableState } from './state.js';

/** What gestures of a reader act on. */
export interface Desk {
  readonly view: () => View | undefined;
  readonly state: () => TableState;
  readonly set: (change: Partial<TableState>) => void;
  /** Moves the cursor to a cell, which is then seen and has the focus. */
  readonly goTo: (place: Place, change?: Partial<TableState>) => void;
  /** So many rows are seen at once. */
  readonly rowsInSight: () => number;
  readonly sort: (column: string, isAdded: boolean) => void;
  readonly open: (kind: 'filter' | 'detail', at: Place) => void;
  readonly copy: () => void;
}

export interface Gestures {
  readonly key: (event: KeyboardEvent) => void;
  readonly click: (event: MouseEvent) => void;
  readonly press: (event: MouseEvent) => void;
  readonly drag: (event: MouseEvent) => void;
}

/** What the keyboard and the mouse do in the table. */
export function createGestures(desk: Desk): Gestures {
  /** The cell from which a reader began to select with the mouse. */
  let pressed: Place | undefined;
  return {
    key: (event) => pressKey(event, desk),
    click(event) {
      const view = desk.view();
      const cell = cellOf(event.target);
      if (!view || !cell) return;
      const place = placeOf(cell);
      const name = view.columns[place.column]!.name;
      const button = (event.target as Element).closest<HTMLElement>('[data-do]');
      if (button?.dataset.do === 'sort') {
        desk.set({ cursor: place });
        desk.sort(name, event.shiftKey);
      } else if (button) desk.open('filter', place);
      else if (event.shiftKey && isBody(place, view))
        desk.goTo(place, { range: rangeTo(place, desk.state()) });
      else {
        const range = desk.state().range;
        // A drag ends with a click on the last cell.
        if (range && isSamePlace(range.to, place) && !isSamePlace(range.from, place)) return;
        // The cell that the cursor is at already has not always the focus.
        desk.goTo(place, { range: undefined });
      }
    },
    press(event) {
      const view = desk.view();
      const cell = cellOf(event.target);
      pressed = undefined;
      if (!view || !cell || event.button !== 0) return;
      const place = placeOf(cell);
      if (!isBody(place, view)) return;
      // Else the browser selects text up to here.
      if (event.shiftKey) event.preventDefault();
      else {
        pressed = place;
        if (desk.state().range) desk.set({ range: undefined });
      }
    },
    drag(event) {
      const view = desk.view();
      const cell = cellOf(event.target);
      if (!pressed || !view || !cell || event.buttons !== 1) return;
      const to = placeOf(cell);
      if (!isBody(to, view) || (isSamePlace(to, pressed) && !desk.state().range)) return;
      getSelection()?.removeAllRanges();
      desk.set({ cursor: to, range: { from: pressed, to } });
    },
  };
}

function pressKey(event: KeyboardEvent, desk: Desk): void {
  const view = desk.view();
  if (!view || event.defaultPrevented || event.altKey || event.isComposing) return;
  const target = event.composedPath()[0] as HTMLElement;
  if (target.closest('.panel')) return;
  const cell = cellOf(target);
  if (cell && target !== cell) {
    if (walkContent(event, cell, target)) event.preventDefault();
    return;
  }
  const isAll = event.ctrlKey || event.metaKey;
  const { cursor, range } = desk.state();
  if (isAll && event.key.toLowerCase() === 'c') {
    if (!isBody(cursor, view)) return;
    desk.copy();
  } else if (isAll && event.key.toLowerCase() === 'a') {
    const to = { row: view.rows.rowCount - 1, column: view.columns.length - 1 };
    desk.set({ range: { from: { row: 0, column: 0 }, to } });
  } else if (event.key === 'Escape') {
    if (!range) return;
    desk.set({ range: undefined });
  } else if (event.key === 'Enter' || event.key === 'F2') {
    if (cursor.row < 0) cell?.querySelector('button')?.focus();
    else if (isBody(cursor, view)) desk.open('detail', cursor);
  } else {
    const grid = {
      first: view.first,
      end: view.end,
      rowCount: view.rows.rowCount,
      columns: view.columns.length,
      hasTotals: hasTotals(view),
      step: view.mode === 'pages' ? view.pageSize : Math.max(desk.rowsInSight() - 1, 1),
      isNarrow: view.isNarrow,
      ...(view.mode === 'scroll' && { first: 0, end: view.rows.rowCount }),
    };
    const next = move(cursor, { key: event.key, isAll }, grid);
    if (!next) return;
    const isWide = event.shiftKey && isBody(next, view) && isBody(cursor, view);
    desk.goTo(next, { range: isWide ? rangeTo(next, desk.state()) : undefined });
  }
  event.preventDefault();
}

/** Inside a cell arrows walk its buttons, and Escape leaves it. */
function walkContent(event: KeyboardEvent, cell: HTMLElement, target: HTMLElement): boolean {
  if (event.key === 'Escape' || event.key === 'F2') {
    cell.focus();
    return true;
  }
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return false;
  const buttons = [...cell.querySelectorAll('button')];
  const at = buttons.indexOf(target as HTMLButtonElement) + by;
  buttons[Math.min(Math.max(at, 0), buttons.length - 1)]?.focus();
  return true;
}

/** A range from where it began, or from the cursor. */
function rangeTo(to: Place, { range, cursor }: TableState): TableState['range'] {
  return { from: range?.from ?? cursor, to };
}

function isBody({ row }: Place, { rows }: View): boolean {
  return row >= 0 && row < rows.rowCount;
}
