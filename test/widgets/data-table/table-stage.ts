import { ZjDataTable } from '../../../packages/widgets/src/data-table/data-table.js';
import { register } from '../../../packages/widgets/src/element/register.js';
import { sourceOf } from './rows-fixture.js';

register('zj-data-table', customElements, ZjDataTable);

/** A table of made-up rows on the page, painted; gone with `clear` of mount.ts. */
export async function mountTable(
  properties: Partial<ZjDataTable> & Readonly<Record<string, unknown>> = {},
  { width = 1100, count = 300 }: { readonly width?: number; readonly count?: number } = {},
): Promise<ZjDataTable> {
  const box = document.createElement('div');
  box.className = 'box';
  box.style.width = `${width}px`;
  const table = document.createElement('zj-data-table');
  Object.assign(table, { label: '营业收入明细', rows: sourceOf(count), ...properties });
  box.append(table);
  document.body.append(box);
  await settled(table);
  return table;
}

/** The table has asked for all that it shows, and has painted it. */
export async function settled(table: ZjDataTable): Promise<void> {
  for (let calm = 0; calm < 4; calm++) {
    await new Promise(requestAnimationFrame);
    const isBusy = table.hasAttribute('loading') || all(table, 'tr.pending').length > 0;
    if (isBusy) calm = 0;
    await table.updateComplete;
  }
}

/** The elements of a table that match a selector. */
export function all(table: ZjDataTable, selector: string): readonly HTMLElement[] {
  return [...table.renderRoot.querySelectorAll<HTMLElement>(selector)];
}

/** One element of a table. */
export function one(table: ZjDataTable, selector: string): HTMLElement {
  return table.renderRoot.querySelector<HTMLElement>(selector)!;
}

/** A cell: the head is row −1. */
export function cell(table: ZjDataTable, row: number, column: number): HTMLElement {
  return one(table, `${row < 0 ? 'thead tr' : `tr[data-row="${row}"]`} > [data-column="${column}"]`);
}

/** The text that a reader sees, white space made one space. */
export function seen(element: Element | null): string {
  return ((element as HTMLElement | null)?.innerText ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The cell that has the focus, as row and column; a button in it as its part. */
export function focused(table: ZjDataTable): string {
  const active = table.renderRoot.activeElement as HTMLElement | null;
  if (!active) return 'nothing';
  const { row } = active.closest<HTMLElement>('tr')?.dataset ?? {};
  if (active.dataset.column !== undefined) return `${row ?? 'head'}:${active.dataset.column}`;
  return active.getAttribute('part') ?? active.localName;
}
