import { statesOf } from './formula.js';
import type { Layout } from './layout.js';
import { endStep, steps as grainSteps, times } from './period.js';
import type { Leaf, Question } from './question.js';
import {
  aggregateRows,
  askedExpr,
  columnsOf,
  dayExpr,
  rowConditions,
  tableOfSource,
  type Source,
} from './source.js';
import {
  column,
  operation,
  truth,
  type Aggregate,
  type Expr,
  type Join,
  type Output,
  type Select,
} from './sql/node.js';

/** The rows of a source, or parts already aggregated, as a table to compute figures from. */
export interface Prepared {
  readonly source: Source;
  readonly table: readonly string[];
  /** Conditions on the rows that are not met yet. */
  readonly where: readonly Expr[];
  /** The period of a row, where it is of one alone. */
  readonly time?: Expr;
  /** Whether a row was moved; absent where none is. */
  readonly moved?: Expr;
  state(leaf: Leaf, index: number, where: readonly Expr[]): Aggregate;
}

/** Prepares the rows of a source: the table itself where one GROUP BY is enough, else a step of the statement. */
export function prepare(source: Source, layout: Layout): Prepared {
  const { question, plain } = layout;
  if (plain && !source.stock) {
    const { time } = question;
    return {
      source,
      table: tableOfSource(source),
      where: rowConditions(source, question, false),
      ...(time && { time: dayExpr(source, question, time.grain, false) }),
      state: (leaf, index, where) => aggregateRows(source, leaf, statesOf(leaf)[index]!, where),
    };
  }
  const [name] = [layout.name(`${source.leaves[0]!.table.at(-1)!}_${source.mergeable ? 'parts' : 'rows'}`)];
  const sides = question.lag ? [false, true] : [false];
  const union = sides.map((moved) => (source.mergeable ? partsSelect : rowsSelect)(source, layout, moved));
  layout.steps.push({ name, of: union.length === 1 ? union[0]! : { union, distinct: false } });
  const own = layout.stretched || source.stock || !question.time;
  return {
    source,
    table: [name],
    where: [],
    ...(!own && { time: column(layout.column.time) }),
    ...(question.lag && { moved: column(layout.column.moved) }),
    state: (leaf, index, where) => stateOf(source, layout, leaf, index, where),
  };
}

function stateOf(
  source: Source,
  layout: Layout,
  leaf: Leaf,
  index: number,
  where: readonly Expr[],
): Aggregate {
  const state = statesOf(leaf)[index]!;
  if (!source.mergeable) return aggregateRows(source, leaf, state, where);
  const of = column(layout.states.get(leaf.metric.id)![index]![0]);
  return { kind: 'aggregate', name: state.merge!, of, ...(where.length > 0 && { where }) };
}

/** What tells the rows of one side apart: whether they moved, their day, the dimensions, and whether a stock's are asked for. */
function keysOf(source: Source, layout: Layout, moved: boolean): readonly Output[] {
  const { question, column: names } = layout;
  const asked = askedExpr(source, question);
  const dimensions = question.dimensions.map(({ name }) => ({ of: column(name), as: name }));
  return [
    ...(question.lag ? [{ of: truth(moved), as: names.moved }] : []),
    ...dayOutput(source, layout, moved),
    ...dimensions,
    ...(asked ? [{ of: asked, as: names.asked }] : []),
  ];
}

function dayOutput(
  source: Source,
  { question, stretched, part, column: names }: Layout,
  moved: boolean,
): readonly Output[] {
  const { time } = question;
  if (source.stock) return [{ of: dayExpr(source, question, 'day', moved), as: names.day }];
  if (!time) return [];
  if (!stretched) return [{ of: dayExpr(source, question, time.grain, moved), as: names.time }];
  const grain = source.mergeable ? part! : 'day';
  return [{ of: dayExpr(source, question, grain, moved), as: names.day }];
}

/** Rows as they are, for what does not follow from parts. */
function rowsSelect(source: Source, layout: Layout, moved: boolean): Select {
  const keys = keysOf(source, layout, moved);
  const own = columnsOf(source).filter((name) => !keys.some(({ as }) => as === name));
  return {
    columns: [...keys, ...own.map((name) => ({ of: column(name), as: name }))],
    from: { table: tableOfSource(source) },
    where: rowConditions(source, layout.question, moved),
  };
}

/** Rows put together by period and dimensions, the states of each metric side by side. */
function partsSelect(source: Source, layout: Layout, moved: boolean): Select {
  const keys = keysOf(source, layout, moved);
  const states = source.leaves.flatMap((leaf) =>
    statesOf(leaf).map((state, i) => ({
      of: aggregateRows(source, leaf, state),
      as: layout.states.get(leaf.metric.id)![i]![0],
    })),
  );
  const [{ time }] = source.leaves as [Leaf];
  const { day, time: period } = layout.column;
  // There are few months and years: to move and cut each once is faster than each row, and parts may be smaller than asked for.
  const few = time.grain !== 'day';
  const by = keys
    .filter(({ of }) => of.kind !== 'truth')
    .map(({ of, as }) => (few && (as === day || as === period) ? column(time.column) : of));
  return {
    columns: [...keys, ...states],
    from: { table: tableOfSource(source) },
    where: rowConditions(source, layout.question, moved),
    // Without anything to tell rows apart there is one part, but none of no rows.
    ...(by.length > 0
      ? { groupBy: [by] }
      : { having: [operation({ kind: 'aggregate', name: 'count' }, '>', { kind: 'number', digits: '0' })] }),
  };
}

/** The rows of each stretch: periods, each with the parts that belong to it. */
export function stretchJoin(
  source: Source,
  layout: Layout,
  periods: string,
  table: readonly string[],
): readonly Join[] {
  const { question, part, column: names } = layout;
  const { grain } = question.time!;
  const time = column(names.time, periods);
  const parts = source.mergeable && !source.stock ? part : 'day';
  const on: Expr = {
    kind: 'between',
    of: column(names.day, table.at(-1)),
    from: stretchStart(question, time),
    // The part of the last period begins where it does.
    to: parts === grain ? time : lastDay(time, grain),
  };
  return [{ kind: 'inner', table, on: [on] }];
}

/** The first day of the stretch that ends with a period. */
export function stretchStart({ query, time, fiscalStart }: Question, of: Expr): Expr {
  if (query.cumulative) return { kind: 'bucket', of, grain: 'year', fiscalStart };
  const back = times(grainSteps[time!.grain], 1 - query.rolling!);
  return query.rolling === 1 ? of : { kind: 'move', of, by: back };
}

function lastDay(of: Expr, grain: NonNullable<Question['time']>['grain']): Expr {
  return grain === 'day'
    ? of
    : { kind: 'move', of: { kind: 'move', of, by: grainSteps[grain] }, by: endStep };
}
