import { expect } from 'vitest';
import type { ZjDataTable } from '../../packages/widgets/src/data-table/data-table.js';

/** The data table that is open below a chart, as soon as it has its rows. */
export async function openedTable(chart: Element): Promise<ZjDataTable> {
  const find = (): ZjDataTable | null => chart.shadowRoot!.querySelector<ZjDataTable>('.opened > *');
  await expect
    .poll(() => (find()?.shadowRoot?.querySelectorAll('tbody tr:not(.pending)').length ?? 0) > 0)
    .toBe(true);
  return find()!;
}

/** The texts of its rows; empty cells are told by their meaning. */
export function rowTexts({ shadowRoot }: ZjDataTable): readonly (readonly string[])[] {
  return [...shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => contentOf(cell).textContent.trim()),
  );
}

/** The content of a cell: in a card its label, or its number, stands beside it. */
export function contentOf(cell: Element): Element {
  const own = cell.querySelector('.content');
  if (own) return own;
  const copy = cell.cloneNode(true) as Element;
  copy.querySelector('.number')?.remove();
  return copy;
}
