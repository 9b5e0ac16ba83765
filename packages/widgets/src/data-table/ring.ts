import { noChange, nothing } from 'lit';
import { Directive, directive, type ChildPart, type DirectiveResult } from 'lit/directive.js';
import { insertPart, setChildPartValue } from 'lit/directive-helpers.js';

/**
 * The rows of a long list that are in the page. While it is scrolled, only the elements of rows that leave are moved, to the
 * other end, where those that come take them. Lit's `repeat` would move all that stay.
 */
class Ring extends Directive {
  private readonly _parts: ChildPart[] = [];
  private _first = 0;
  private _count = 0;

  render(_first: number, rows: readonly unknown[]): readonly unknown[] {
    return rows;
  }

  override update(container: ChildPart, [first, rows]: [number, readonly unknown[]]): typeof noChange {
    const parts = this._parts;
    const count = rows.length;
    const by = first - this._first;
    if (count === this._count && Math.abs(by) < count) {
      const [from, to] = by > 0 ? [0, count - 1] : [count - 1, 0];
      for (let moved = 0; moved < Math.abs(by); moved++) {
        const [part] = parts.splice(from, 1);
        insertPart(container, parts[to], part);
        parts.splice(to, 0, part!);
      }
    }
    while (parts.length < count) parts.push(insertPart(container));
    // A part that is removed leaves a comment behind: one without a row is empty instead.
    parts.forEach((part, at) => setChildPartValue(part, at < count ? rows[at] : nothing));
    [this._first, this._count] = [first, count];
    return noChange;
  }
}

/** Shows rows, of which `first` is the place of the first one in the list. */
export const ring: (first: number, rows: readonly unknown[]) => DirectiveResult<typeof Ring> =
  directive(Ring);
