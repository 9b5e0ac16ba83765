import type { MissingMeaning } from '../dataset/contract.js';
import type { Text } from '../plan/plan.js';

/**
 * What a figure rests on, and what it lacks. `rejected`: rows of the file that broke the contract. `empty`: cells without a figure
 * among the rows read. `missing`: periods that are due and have no row. `silent`: members that reported in the base, and not now.
 */
export interface Completeness {
  readonly dataset: string;
  readonly kind: 'rejected' | 'empty' | 'missing' | 'silent';
  /** Of `empty`: the column that was measured. */
  readonly column?: string;
  /** Of `empty`: why there is no figure; `empty` where nothing stands in the cell. */
  readonly means?: MissingMeaning | 'empty';
  /** At least 1. */
  readonly count: number;
  /** Of `missing` the periods, `2026-03` or `2026`; of `silent` the members; else none. */
  readonly names: readonly string[];
  readonly text: Text;
}
