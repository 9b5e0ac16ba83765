import { testedColumns } from '../metric/condition.js';
import { readMeasure } from '../metric/measure.js';
import type { Condition } from '../metric/metric.js';
import { statesOf, type State } from './formula.js';
import type { Leaf } from './question.js';
import { column, type Aggregate } from './sql/node.js';

/** Sums and counts of a dataset's rows by its time and some dimensions, from which other sums follow to the last bit. */
export interface CuboidPlan {
  readonly dataset: string;
  /** The statement that builds it. */
  readonly select: string;
  readonly time: string;
  /** Those asked for, and those that the metrics have conditions on. */
  readonly dimensions: readonly string[];
  /** The content of each further column, as data. */
  readonly columns: readonly { readonly name: string; readonly holds: string }[];
}

/** A cuboid and the table that holds it: `['memory', 'main', 'revenue_by_industry']`. */
export interface Cuboid extends Omit<CuboidPlan, 'select'> {
  readonly table: readonly string[];
}

/** Whether sums of sums are the same to the bit: of DOUBLE they are not, and numbers of different values have none. */
export function isExact(leaf: Leaf): boolean {
  if (readMeasure(leaf.metric.measure).kind === 'last') return false;
  return statesOf(leaf).every(({ make, merge, uses }) => {
    const types = uses.map((name) => leaf.contract.columns.find((one) => one.name === name)!.type);
    return merge !== undefined && !types.includes('DOUBLE') && make.name !== 'compensatedSum';
  });
}

/** The content of a cuboid's column, as a text to compare. */
export const keyOf = (make: Aggregate): string => JSON.stringify(make);

/** The smallest of some cuboids that has all that leaves of one dataset need, by dimensions and conditions. */
export function findCuboid(
  cuboids: readonly Cuboid[],
  leaves: readonly Leaf[],
  dimensions: readonly string[],
  conditions: readonly Condition[],
): Cuboid | undefined {
  const needed = [...dimensions, ...testedColumns(conditions)];
  const covers = (cuboid: Cuboid): boolean =>
    leaves.every((leaf) => {
      const own = testedColumns(leaf.metric.where ?? []);
      const names = new Set([cuboid.time, ...cuboid.dimensions]);
      return (
        cuboid.dataset === leaf.contract.id &&
        cuboid.time === leaf.time.column &&
        isExact(leaf) &&
        [...needed, ...own].every((name) => names.has(name)) &&
        statesOf(leaf).every(({ make }) => cuboid.columns.some(({ holds }) => holds === keyOf(make)))
      );
    });
  return cuboids
    .filter(covers)
    .reduce<Cuboid | undefined>(
      (best, one) => (best && best.dimensions.length <= one.dimensions.length ? best : one),
      undefined,
    );
}

/** A state as it is read from a cuboid. */
export function readState({ make, merge }: State, cuboid: Cuboid): Aggregate {
  const { name } = cuboid.columns.find(({ holds }) => holds === keyOf(make))!;
  return { kind: 'aggregate', name: merge!, of: column(name) };
}
