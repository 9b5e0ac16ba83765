import { testedColumns } from '../metric/condition.js';
import { basesOf } from '../metric/composition.js';
import { tableOf, type Catalogue, type Relation } from './catalogue.js';
import { isExact, keyOf, type Cuboid, type CuboidPlan } from './cuboid.js';
import { layCuboid } from './cuboid-plan.js';
import type { FilterPlan } from './filter-spec.js';
import { statesOf } from './formula.js';
import type { Leaf } from './question.js';
import { readQuestion } from './question-reader.js';
import { sqlName } from '../base/sql.js';
import type { Aggregate } from './sql/node.js';

/** The number of rows, which every cuboid of a filter has. */
const rows: Aggregate = { kind: 'aggregate', name: 'count' };

/** A table that rows are counted in: that of the rows, or a cuboid with the column of their number. */
export interface Counted {
  readonly table: readonly string[];
  readonly count: Aggregate;
}

/**
 * Plans a cuboid for a filter: the rows of its dataset counted by time and by its fields, with the states of all metrics over the
 * dataset that follow from sums to the last bit, so that the queries of charts read it, too.
 */
export function planFilterCuboid(plan: FilterPlan, catalogue: Catalogue): CuboidPlan {
  const { relation, contract, fields, metric } = plan;
  const time = contract.time.column;
  const chosen = fields.map(({ column }) => column).filter((name) => name !== time);
  const known = new Map(catalogue.metrics.map((one) => [one.id, one]));
  const asked = new Set(metric ? basesOf(metric.id, known).map(({ id }) => id) : []);
  const leaves = catalogue.metrics
    .filter(({ dataset }) => dataset === contract.id)
    .flatMap(({ id }) => leavesOf(id, [...new Set(chosen)], catalogue))
    .filter((leaf) => leaf.time.column === time && isExact(leaf));
  const own = leaves.filter(({ metric: { id } }) => asked.has(id)).flatMap(conditionColumns);
  const dimensions = [...new Set([...chosen, ...own])].filter((name) => name !== time);
  const fitting = leaves.filter((leaf) =>
    conditionColumns(leaf).every((name) => name === time || dimensions.includes(name)),
  );
  const states = [rows, ...fitting.flatMap((leaf) => statesOf(leaf).map(({ make }) => make))];
  return layCuboid({ relation, time, dimensions, states });
}

const conditionColumns = ({ metric }: Leaf): readonly string[] => testedColumns(metric.where ?? []);

/** The rows that a metric is computed from; none of one that has no answer by these columns. */
function leavesOf(metric: string, by: readonly string[], catalogue: Catalogue): readonly Leaf[] {
  try {
    return readQuestion({ metric, by }, catalogue).allLeaves;
  } catch {
    // It is refused where it is asked for.
    return [];
  }
}

/** The statement that counts the rows of a dataset, and estimates the cells of a cuboid and the values of each of some columns. */
export function estimateSql(
  relation: Relation,
  { time, dimensions }: Pick<CuboidPlan, 'time' | 'dimensions'>,
  columns: readonly string[],
): string {
  const keys = [time, ...dimensions].map(sqlName).join(', ');
  const table = tableOf(relation).map(sqlName).join('.');
  const estimates = [`hash(${keys})`, ...columns.map(sqlName)].map((one) => `approx_count_distinct(${one})`);
  const all = ['count(*)', ...estimates].map((one, i) => `CAST(${one} AS DOUBLE) AS n${i}`);
  return `SELECT ${all.join(', ')} FROM ${table}`;
}

/** Whether a cuboid is worth its time and its memory. */
export function pays(size: { readonly rows: number; readonly cells: number }): boolean {
  return size.rows >= LEAST_ROWS && size.cells * LEAST_ROWS_PER_CELL <= size.rows;
}

/** Fewer rows are read in less time than a statement takes. */
const LEAST_ROWS = 10_000;
const LEAST_ROWS_PER_CELL = 4;

/** Where the rows of a dataset are counted by some columns: in the smallest cuboid that has them, else in the rows. */
export function findCounted(
  relation: Relation,
  needed: readonly string[],
  { cuboids = [] }: Pick<Catalogue, 'cuboids'>,
): Counted {
  const { contract } = relation;
  const fitting = cuboids.filter(
    (cuboid) =>
      cuboid.dataset === contract.id &&
      needed.every((name) => name === cuboid.time || cuboid.dimensions.includes(name)) &&
      countColumn(cuboid) !== undefined,
  );
  const best = fitting.reduce<Cuboid | undefined>(
    (one, other) => (one && one.dimensions.length <= other.dimensions.length ? one : other),
    undefined,
  );
  if (!best) return { table: tableOf(relation), count: rows };
  const of = { kind: 'column', name: countColumn(best)! } as const;
  return { table: best.table, count: { kind: 'aggregate', name: 'sum', of } };
}

const countColumn = ({ columns }: Cuboid): string | undefined =>
  columns.find(({ holds }) => holds === keyOf(rows))?.name;
