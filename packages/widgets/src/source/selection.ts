import type { Condition, Selection } from '@zj/metrics';
import type { SelectionChange } from '../element/source.js';
import { isDuring, wrongIn } from './condition-form.js';

/** Nothing is chosen. */
export const nothing: Selection = Object.freeze({ where: Object.freeze([]) });

/**
 * A selection with some of its parts replaced, frozen and a copy. `null` or an empty list chooses nothing.
 * Throws a `TypeError` for any other value.
 */
export function takeSelection(before: Selection, change: SelectionChange): Selection {
  const given: unknown = change;
  if (typeof given !== 'object' || given === null) throw noSelection('where');
  const { where = before.where, during = before.during } = change;
  if (where !== null && !Array.isArray(where)) throw noSelection('where');
  const list: readonly Condition[] = where ?? [];
  for (const [at, one] of list.entries()) {
    const wrong = wrongIn(one, `where[${at}]`);
    if (wrong !== undefined) throw noSelection(wrong);
  }
  if (during != null && !isDuring(during)) {
    throw new TypeError(
      `"during" of a selection is no period. Write it like '2026', '2026-Q3', '2026-01/2026-06' or { start: '2026-01-01', end: '2026-03-31' }.`,
    );
  }
  // It throws for a function, too.
  return freeze(structuredClone({ where: list, ...(during != null && { during }) }));
}

/** Whether two selections are the same. */
export function isSameSelection(a: Selection, b: Selection): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** The error for a part of a selection, by its path. */
function noSelection(path: string): TypeError {
  return new TypeError(
    `"${path}" of a selection cannot be used. Write "where" as a list of conditions, each with a column and one test, such as [{ column: 'zone', equals: '北区' }, { column: 'industry', in: ['集成电路'] }].`,
  );
}
