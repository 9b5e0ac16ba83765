import type { RowOrdering } from '@zj/metrics';

/** A column by which rows are ordered, and how. */
export interface Sorted {
  readonly column: string;
  readonly isDescending: boolean;
}

/**
 * The order after a reader pressed the head of a column: alone it begins a new order, added it joins the one that is there, or turns
 * round in it. A third press lets the column go.
 *
 * @example pressHead([], { column: 'revenue', first: true, isAdded: false }) // [{ column: 'revenue', isDescending: true }]
 */
export function pressHead(
  order: readonly Sorted[],
  { column, first, isAdded }: { readonly column: string; readonly first: boolean; readonly isAdded: boolean },
): readonly Sorted[] {
  const known = order.find((one) => one.column === column);
  const next: readonly Sorted[] = !known
    ? [{ column, isDescending: first }]
    : known.isDescending === first
      ? [{ column, isDescending: !first }]
      : [];
  if (!isAdded) return next.length === 0 && order.length > 1 ? [{ column, isDescending: first }] : next;
  return known ? order.flatMap((one) => (one.column === column ? next : [one])) : [...order, ...next];
}

/**
 * The order that an attribute writes: names of columns with spaces between, a minus in front of those from the greatest down.
 *
 * @example readOrder('-revenue company') // [{ column: 'revenue', isDescending: true }, { column: 'company', isDescending: false }]
 */
export function readOrder(text: string): readonly Sorted[] {
  const names = text.split(/\s+/).filter((name) => name !== '' && name !== '-');
  return names.map((name) => ({ column: name.replace(/^-/, ''), isDescending: name.startsWith('-') }));
}

/** The same order as a question has it, with the ranks of texts in an order of the page's own. */
export function orderingOf(
  order: readonly Sorted[],
  ranks: Readonly<Record<string, readonly string[] | undefined>>,
): readonly RowOrdering[] {
  return order.map(({ column, isDescending }) => ({
    column,
    direction: isDescending ? 'descending' : 'ascending',
    ...(Object.hasOwn(ranks, column) && ranks[column] && { ranks: ranks[column] }),
  }));
}
