import type { CallOptions } from '../engine/engine.js';
import type { Relation } from '../query/catalogue.js';
import type { RowsTables } from './rows-tables.js';

/** The tables of all rows that are open. */
export interface RowsShelf {
  add(tables: RowsTables): void;
  remove(tables: RowsTables): void;
  /**
   * Drops the tables within a change, because those that they were made from go or become others: an engine that starts again makes
   * the tables that it has again.
   */
  loosen(step: CallOptions): Promise<void>;
  /** Forgets them: their engine has none of them any more. */
  clear(): void;
}

/** An empty shelf. */
export function createRowsShelf(): RowsShelf {
  const open = new Set<RowsTables>();
  return {
    add: (tables) => void open.add(tables),
    remove: (tables) => void open.delete(tables),
    clear: () => open.clear(),
    async loosen(step) {
      for (const tables of open) await tables.drop(step);
    },
  };
}

/** Tells later whether the rows of these datasets stand on the same ground as now. */
export function watchRelations(
  relations: readonly Relation[],
  groundOf: (relation: Relation) => unknown,
): () => boolean {
  const grounds = relations.map((one) => [one, groundOf(one)] as const);
  return () => grounds.every(([one, ground]) => ground !== undefined && groundOf(one) === ground);
}
