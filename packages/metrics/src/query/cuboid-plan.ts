import { readInput } from '../base/input.js';
import { problem } from '../base/problem.js';
import { fields, list } from '../base/schema.js';
import type { Contract } from '../dataset/contract.js';
import { testedColumns } from '../metric/condition.js';
import { checkDimension } from '../metric/rules.js';
import { tableOf, type Catalogue, type Relation } from './catalogue.js';
import { findCuboid, isExact, keyOf, type Cuboid, type CuboidPlan } from './cuboid.js';
import { statesOf } from './formula.js';
import { avoidNames } from './names.js';
import { name } from './name.js';
import { isTime, parseQuery, refuse } from './query.js';
import type { Leaf } from './question.js';
import { readQuestion } from './question-reader.js';
import { column, type Aggregate, type Output } from './sql/node.js';
import { printDuckdb } from './sql/duckdb.js';
import { say } from '../base/sentence.js';

/** The queries that a cuboid is computed for. */
export interface CuboidQuery {
  /** Metrics over one dataset, or made of such. */
  readonly metrics: readonly string[];
  /** Dimensions that queries split by or put conditions on. A grain is needless: the time of the rows is always there. */
  readonly by: readonly string[];
}

/**
 * Plans a cuboid for queries over some metrics by some dimensions. Throws `UNKNOWN_NAME`, and `REFUSED` for measures that do not
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
  if (!value) throw refuse(problems, say`The cuboid cannot be planned.`);
  const { metrics, by } = value;
  const { allLeaves: leaves } = readQuestion({ metrics, by }, catalogue);
  const [first] = leaves as [Leaf];
  for (const leaf of leaves) {
    if (leaf.contract === first.contract && leaf.time.column === first.time.column && isExact(leaf)) continue;
    const message = say`"${leaf.metric.id}" cannot be computed exactly from the sums of one cuboid.`;
    const remedy = say`Leave it out, or plan a cuboid for each dataset.`;
    const found = problem({ code: 'cuboid', where: '$.metrics', message, remedy });
    throw refuse([found], say`The cuboid cannot be planned.`);
  }
  const conditions = leaves.flatMap(({ metric }) => testedColumns(metric.where ?? []));
  const time = first.time.column;
  // Of its grains every cuboid has the finest, from which the others follow; a column may be called like one.
  const split = by.filter((name) => !isTime(name) || isDimension(name, first.contract));
  const dimensions = [...new Set([...split, ...conditions])].filter((name) => name !== time);
  const relation = catalogue.datasets.find(({ contract }) => contract === first.contract)!;
  return layCuboid({ relation, time, dimensions, states: leaves.flatMap(statesOf).map(({ make }) => make) });
}

/** A cuboid of a dataset that holds these sums and counts. */
export function layCuboid({ relation, time, dimensions, states: given }: CuboidLayout): CuboidPlan {
  const nameOf = avoidNames([time, ...dimensions]);
  const states = new Map(given.map((make) => [keyOf(make), make]));
  const columns = [...states].map(([holds, make]) => ({ make, holds, name: nameOf(wish(make)) }));
  const keys = [time, ...dimensions].map((one) => column(one));
  const outputs: readonly Output[] = [
    ...[time, ...dimensions].map((one) => ({ of: column(one), as: one })),
    ...columns.map(({ make, name }) => ({ of: make, as: name })),
  ];
  return {
    dataset: relation.contract.id,
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

/** The content of a cuboid. */
export interface CuboidLayout {
  readonly relation: Relation;
  readonly time: string;
  readonly dimensions: readonly string[];
  readonly states: readonly Aggregate[];
}

const cuboidQuery = fields<CuboidQuery>('CuboidQuery', { metrics: list(name, 1), by: list(name) });

function isDimension(name: string, contract: Contract): boolean {
  return [...checkDimension(name, contract, [])].length === 0;
}

const wish = ({ name, of }: Aggregate): string =>
  of === undefined ? 'rows' : of.kind === 'column' ? `${name}_${of.name}` : `${name}_product`;

/** Whether a query is answered from a cuboid wholly. Throws as a query does. */
export function isCovered(cuboid: Cuboid, query: unknown, catalogue: Catalogue): boolean {
  const question = readQuestion(parseQuery(query), catalogue);
  const { dimensions, conditions } = question;
  return (
    findCuboid(
      [cuboid],
      question.allLeaves,
      dimensions.map(({ name }) => name),
      conditions,
    ) !== undefined
  );
}
