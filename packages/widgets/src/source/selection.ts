import type { Condition, Selection } from '@zj/metrics';
import type { SelectionChange } from '../element/source.js';

/** Nothing is chosen. */
export const nothing: Selection = Object.freeze({ where: Object.freeze([]) });

/**
 * A selection with some of its parts replaced, frozen and a copy. `null` or an empty list chooses nothing.
 * Throws a `TypeError` for any other value.
 */
export function takeSelection(
  before: Selection,
  { where = before.where, during = before.during }: SelectionChange,
): Selection {
  if (where !== null && !Array.isArray(where)) {
    throw new TypeError(
      `"where" of a selection must be a list of conditions, such as [{ column: 'zone', equals: '北区' }].`,
    );
  }
  const list: readonly Condition[] = where ?? [];
  const wrong = list.findIndex((one) => !isCondition(one));
  if (wrong >= 0) {
    throw new TypeError(
      `Condition ${wrong + 1} of a selection has no column. Write it like { column: 'zone', equals: '北区' }.`,
    );
  }
  // It throws for a function, too.
  return freeze(structuredClone({ where: list, ...(during != null && { during }) }));
}

/** Whether two selections are the same. */
export function isSameSelection(a: Selection, b: Selection): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isCondition(one: unknown): boolean {
  if (typeof one !== 'object' || one === null) return false;
  const { column, not, or } = one as Readonly<Record<string, unknown>>;
  return typeof column === 'string' || isCondition(not) || (Array.isArray(or) && or.every(isCondition));
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
