import { seriesOf, basesOf, directBasesOf } from '../metric/composition.js';
import type { Metric } from '../metric/metric.js';
import { basePeriod } from './base.js';
import type { StatementBuilder } from './builder.js';
import { undecidedTests } from './condition.js';
import type { Layout } from './layout.js';
import { dayExpr, periodExpr, tableOfGroup, timeConditions, wholeConditions } from './leaf-group.js';
import { startExpr } from './prepared.js';
import type { Leaf } from './question.js';
import {
  cast,
  column,
  not,
  number,
  operation,
  or,
  truth,
  type Expr,
  type Output,
  type Select,
} from './sql/node.js';

// Merged cells of a cube that may meet the conditions or not: the changes and the shares of a figure without them say nothing.

/** Which figures of a row are computed without cells that nobody can decide on. */
export interface Undecided {
  /** The figure or its base. */
  readonly cell: Expr;
  /** The figure of all dimension values together, or its base. */
  readonly total: Expr;
  /** As `total`, the base apart. */
  readonly whole: Expr;
}

/**
 * Adds the step that lists the cells of a metric that nobody can decide on, and reads for each row of a table of figures whether it
 * is without some; nothing where a metric reads no cube under conditions.
 */
export function addUndecidedStep(
  metric: Metric,
  table: string,
  builder: StatementBuilder,
): Undecided | undefined {
  const { layout } = builder;
  const selects = selectsOf(metric, layout);
  if (selects.length === 0) return undefined;
  const name = builder.addStep('undecided', { union: selects, distinct: true });
  const { question, total, column: names } = layout;
  const some = (...where: readonly (readonly Expr[])[]): Expr => {
    const count: Expr = { kind: 'aggregate', name: 'count' };
    const of = { columns: [{ of: count, as: 'cells' }], from: { table: [name] }, where: where.flat() };
    return operation({ kind: 'scalar', of }, '>', number(0));
  };
  const times = timeTests(name, table, layout);
  // A cell without a member may be of each. The members that stay, and the rest, may be others with it.
  const members = question.dimensions
    .filter((one) => one.name !== question.top?.of)
    .map((one): Expr => {
      const [own, asked] = [column(one.name, name), column(one.name, table)];
      return or(
        { kind: 'isNull', of: own },
        operation(own, '=', asked),
        ...(total ? [column(names.total, table)] : []),
      );
    });
  return {
    cell: some(times, members),
    total: some(times),
    whole: some(times, [not(column(names.moved, name))]),
  };
}

/** That a cell is of the stretch of a row, or of its base. */
function timeTests(name: string, table: string, layout: Layout): readonly Expr[] {
  const { question, stretched, column: names } = layout;
  if (!question.time) return [];
  const [own, row, moved] = [column(names.day, name), column(names.time, table), column(names.moved, name)];
  const any: Expr = { kind: 'isNull', of: own };
  if (!stretched) return [or(any, operation(own, '=', row))];
  const { grain } = question.time;
  const period: Expr = { kind: 'bucket', of: own, grain, fiscalStart: question.fiscalStart };
  const within = (end: Expr): readonly Expr[] => [
    operation(own, '>=', startExpr(question, end)),
    operation(grain === 'day' ? own : period, '<=', end),
  ];
  const sides: Expr[] = [{ kind: 'and', of: [not(moved), ...within(row)] }];
  if (question.lag) sides.push({ kind: 'and', of: [moved, ...within(basePeriod(row, question))] });
  return [or(any, ...sides)];
}

function selectsOf(metric: Metric, layout: Layout): readonly Select[] {
  const { question } = layout;
  const { known, leaves, seriesLeaves, lag } = question;
  const direct = directBasesOf(metric.id, known);
  const below = seriesOf([metric.id], known).length > 0 ? basesOf(metric.id, known) : [];
  const sides = lag ? [false, true] : [false];
  return [
    ...leaves
      .filter((leaf) => direct.includes(leaf.metric))
      .flatMap((leaf) => sides.flatMap((moved) => cellsSelect(leaf, layout, moved))),
    // An index reads the cells of many periods: each of them may be of every row.
    ...seriesLeaves
      .filter((leaf) => below.includes(leaf.metric))
      .flatMap((leaf) => cellsSelect(leaf, layout, undefined)),
  ];
}

/** The undecided cells that a metric reads for its values, or for `moved` ones; without sides those of all days. */
function cellsSelect(leaf: Leaf, layout: Layout, moved: boolean | undefined): readonly Select[] {
  const { question, stretched, groups, column: names } = layout;
  const conditions = [...(leaf.metric.where ?? []), ...question.conditions];
  if (!leaf.contract.cube || conditions.length === 0) return [];
  const group = groups.find(({ leaves }) => leaves.includes(leaf));
  const dayOf = (): Expr => {
    if (!group || moved === undefined) return cast({ kind: 'null' }, 'DATE');
    return stretched ? dayExpr(group, question, leaf.time.grain) : periodExpr(group, question, moved);
  };
  const days: readonly Output[] = question.time ? [{ of: dayOf(), as: names.day }] : [];
  const dimensions = question.dimensions.map(({ name }) => ({ of: column(name), as: name }));
  return [
    {
      columns: [...days, { of: truth(moved === true), as: names.moved }, ...dimensions],
      from: { table: group ? tableOfGroup(group) : leaf.table },
      where: [
        ...(moved === undefined ? [] : [...timeConditions(leaf, question, moved), ...wholeConditions(leaf)]),
        ...undecidedTests(conditions, leaf.contract),
      ],
    },
  ];
}
