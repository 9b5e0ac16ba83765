import type { Contract } from '../dataset/contract.js';
import { readInput } from '../base/input.js';
import { fields, list } from '../base/schema.js';
import { tableOf, type Catalogue } from './catalogue.js';
import { testedColumns } from '../metric/condition.js';
import { statesOf, type State } from './formula.js';
import { readMeasure } from '../metric/measure.js';
import type { Condition } from '../metric/metric.js';
import { avoidNames } from './names.js';
import { isTime, name, parseQuery, refuse } from './query.js';
import { readQuestion, type Leaf } from './question.js';
import { checkDimension } from '../metric/rules.js';
import { column, type Aggregate, type Output } from './sql/node.js';
import { printDuckdb } from './sql/duckdb.js';

/** What a cuboid is computed for. */
export interface CuboidQuery {
  /** Metrics over one dataset, or made of such. */
  readonly metrics: readonly string[];
  /** Dimensions that queries split by or put conditions on. A grain is needless: the time of the rows is always there. */
  readonly by: readonly string[];
}

/** Sums and counts of a dataset's rows by its time and some dimensions, from which other sums follow to the last bit. */
export interface CuboidPlan {
  readonly dataset: string;
  /** The statement that builds it. */
  readonly select: string;
  readonly time: string;
  /** Those asked for, and those that the metrics have conditions on. */
  readonly dimensions: readonly string[];
  /** What each further column holds, as data. */
  readonly columns: readonly { readonly name: string; readonly holds: string }[];
}

/** A cuboid and the table that holds it: `['memory', 'main', 'revenue_by_industry']`. */
export interface Cuboid extends Omit<CuboidPlan, 'select'> {
  readonly table: readonly string[];
}

/**
 * Plans a cuboid for queries over some metrics by some dimensions. Throws `UNKNOWN_NAME`, and `REFUSED` for what does not
 * follow from sums to the last bit: DOUBLE columns, numbers of different values, quantiles, stocks.
 *
 * @example
 * const plan = planCuboid({ metrics: ['industry-revenue'], by: ['industry'] }, catalogue);
 * await engine.build('revenue_by_industry', plan.select);
 * const cuboids = [{ ...plan, table: ['memory', 'main', 'revenue_by_industry'] }];
 * compileQuery(query, { ...catalogue, cuboids });
 */
export function planCuboid(query: CuboidQuery, catalogue: Catalogue): CuboidPlan {
  const { value, problems } = readInput(cuboidQuery, query, () => []);
  if (!value) throw refuse(problems, 'The cuboid cannot be planned.');
  const { metrics, by } = value;
  const { leaves } = readQuestion({ metrics, by }, catalogue);
  const [first] = leaves as [Leaf];
  for (const leaf of leaves) {
    if (leaf.contract === first.contract && leaf.time.column === first.time.column && isMergeable(leaf))
      continue;
    const message = `"${leaf.metric.id}" does not follow from the sums of one cuboid to the last bit.`;
    const remedy = 'Leave it out, or plan a cuboid for each dataset.';
    throw refuse([{ code: 'cuboid', where: '$.metrics', message, remedy }], 'The cuboid cannot be planned.');
  }
  const conditions = leaves.flatMap(({ metric }) => testedColumns(metric.where ?? []));
  const time = first.time.column;
  // Of its grains every cuboid has the finest, from which the others follow; a column may be called like one.
  const split = by.filter((name) => !isTime(name) || isDimension(name, first.contract));
  const dimensions = [...new Set([...split, ...conditions])].filter((name) => name !== time);
  const nameOf = avoidNames([time, ...dimensions]);
  const states = new Map(leaves.flatMap(statesOf).map((state) => [keyOf(state.make), state.make]));
  const columns = [...states].map(([holds, make]) => ({ make, holds, name: nameOf(wish(make)) }));
  const keys = [time, ...dimensions].map((one) => column(one));
  const outputs: readonly Output[] = [
    ...[time, ...dimensions].map((one) => ({ of: column(one), as: one })),
    ...columns.map(({ make, name }) => ({ of: make, as: name })),
  ];
  const relation = catalogue.datasets.find(({ contract }) => contract === first.contract)!;
  return {
    dataset: first.contract.id,
    select: printDuckdb({
      columns: outputs,
      from: { table: tableOf(relation) },
      groupBy: [keys],
      orderBy: keys.map((of) => ({ of })),
    }),
    time,
    dimensions,
    columns: columns.map(({ name, holds }) => ({ name, holds })),
  };
}

const cuboidQuery = fields<CuboidQuery>('CuboidQuery', { metrics: list(name, 1), by: list(name) });

function isDimension(name: string, contract: Contract): boolean {
  return [...checkDimension(name, contract, [])].length === 0;
}

/** Whether sums of sums are the same to the bit: of DOUBLE they are not, and numbers of different values have none. */
function isMergeable(leaf: Leaf): boolean {
  if (readMeasure(leaf.metric.measure).kind === 'last') return false;
  return statesOf(leaf).every(({ make, merge, uses }) => {
    const types = uses.map((name) => leaf.contract.columns.find((one) => one.name === name)!.type);
    return merge !== undefined && !types.includes('DOUBLE') && make.name !== 'compensatedSum';
  });
}

const wish = ({ name, of }: Aggregate): string =>
  of === undefined ? 'rows' : of.kind === 'column' ? `${name}_${of.name}` : `${name}_product`;
const keyOf = (make: Aggregate): string => JSON.stringify(make);

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
        isMergeable(leaf) &&
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

/** Whether a query is answered from a cuboid wholly. Throws as a query does. */
export function isCovered(cuboid: Cuboid, query: unknown, catalogue: Catalogue): boolean {
  const { leaves, dimensions, conditions } = readQuestion(parseQuery(query), catalogue);
  return (
    findCuboid(
      [cuboid],
      leaves,
      dimensions.map(({ name }) => name),
      conditions,
    ) !== undefined
  );
}
