import { tableName, type Contract } from '../dataset/contract.js';
import type { Cuboid } from './cuboid.js';
import type { Metric } from '../metric/metric.js';

/** The subject of queries: metrics and their datasets. */
export interface Catalogue {
  readonly metrics: readonly Metric[];
  readonly datasets: readonly Relation[];
  /** Tables of figures computed before, used where they give the very same answer. */
  readonly cuboids?: readonly Cuboid[];
}

/** A dataset and the table that holds it: `['memory', 'main', 'my_file']`; the contract's own where absent. */
export interface Relation {
  readonly contract: Contract;
  readonly table?: readonly string[];
  /** Rows of its file that broke the contract; none where absent. */
  readonly rejected?: number;
}

/** The name of the table that holds a dataset, part by part. */
export function tableOf({ contract, table }: Relation): readonly string[] {
  return table ?? [tableName(contract)];
}
