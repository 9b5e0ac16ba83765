import { lastKnown } from './axis.js';
import { basePeriod, periodConditions, readBase } from './base.js';
import { statesOf } from './formula.js';
import type { StatementBuilder } from './builder.js';
import type { Layout } from './layout.js';
import { endStep, startOf, steps as grainSteps, times, type Grain } from './period.js';
import type { Leaf, Question } from './question.js';
import {
  aggregateRows,
  askedExpr,
  columnsOf,
  dayExpr,
  periodExpr,
  rowConditions,
  sideExpr,
  tableOfGroup,
  type LeafGroup,
} from './leaf-group.js';
import {
  column,
  day,
  operation,
  truth,
  type Aggregate,
  type Expr,
  type From,
  type Join,
  type Output,
  type Select,
} from './sql/node.js';

/** The rows of a group, or parts already aggregated, as a table to compute figures from. */
export interface PreparedGroup {
  readonly group: LeafGroup;
  readonly table: readonly string[];
  /** Conditions on the rows that are not met yet. */
  readonly where: readonly Expr[];
  /** The period of a row, where it is of one alone. */
  readonly time?: Expr;
  /** Whether a row is of the base; absent where none is. */
  readonly moved?: Expr;
  /** The columns of the table, where it is a step of the statement. */
  readonly columns: readonly string[];
  state(leaf: Leaf, index: number, where: readonly Expr[]): Aggregate;
}

/** Adds the step that prepares the rows of a group; none where one GROUP BY over the table itself is enough. */
export function addGroupStep(group: LeafGroup, builder: StatementBuilder): PreparedGroup {
  const { layout } = builder;
  const { question, plain } = layout;
  if (plain && !group.stock) {
    const { time } = question;
    return {
      group,
      table: tableOfGroup(group),
      where: rowConditions(group, question, false),
      ...(time && { time: periodExpr(group, question, false) }),
      columns: [],
      state: (leaf, index, where) => aggregateRows(group, leaf, statesOf(leaf)[index]!, where),
    };
  }
  const sides = question.lag ? [false, true] : [false];
  const union = sides.map((moved) => (group.mergeable ? partsSelect : rowsSelect)(group, layout, moved));
  const name = builder.addStep(
    `${group.leaves[0]!.table.at(-1)!}_${group.mergeable ? 'parts' : 'rows'}`,
    union.length === 1 ? union[0]! : { union, distinct: false },
  );
  const own = layout.stretched || group.stock || !question.time;
  return {
    group,
    table: [name],
    where: [],
    ...(!own && { time: column(layout.column.time) }),
    ...(question.lag && { moved: column(layout.column.moved) }),
    columns: union[0]!.columns.map(({ as }) => as),
    state: (leaf, index, where) => stateOf(group, layout, leaf, index, where),
  };
}

function stateOf(
  group: LeafGroup,
  layout: Layout,
  leaf: Leaf,
  index: number,
  where: readonly Expr[],
): Aggregate {
  const state = statesOf(leaf)[index]!;
  if (!group.mergeable) return aggregateRows(group, leaf, state, where);
  const of = column(layout.states.get(leaf.metric.id)![index]![0]);
  return { kind: 'aggregate', name: state.merge!, of, ...(where.length > 0 && { where }) };
}

/** The key of the rows of one side: whether they moved, their day, the dimensions, and whether a stock's are asked for. */
function keysOf(group: LeafGroup, layout: Layout, moved: boolean): readonly Output[] {
  const { question, column: names } = layout;
  const asked = askedExpr(group, question);
  const dimensions = question.dimensions.map(({ name }) => ({ of: column(name), as: name }));
  return [
    ...(question.lag ? [{ of: truth(moved), as: names.moved }] : []),
    ...dayOutput(group, layout, moved),
    ...dimensions,
    ...(asked ? [{ of: asked, as: names.asked }] : []),
  ];
}

function dayOutput(group: LeafGroup, layout: Layout, moved: boolean): readonly Output[] {
  const { question, stretched, part, column: names } = layout;
  const day = (grain: Grain): Output => ({ of: dayExpr(group, question, grain), as: names.day });
  const period = (): Output => ({ of: periodExpr(group, question, moved), as: names.time });
  // Without a comparison the period of a stock's row follows from its day.
  if (group.stock) return [...(isPeriodKept(layout) ? [period()] : []), day('day')];
  if (!question.time) return [];
  return stretched ? [day(group.mergeable ? part! : 'day')] : [period()];
}

/** Whether rows of a stock have their period beside their day. */
export function isPeriodKept({ question, stretched }: Layout): boolean {
  return question.lag !== undefined && question.time !== undefined && !stretched;
}

/** Rows as they are, for measures that do not follow from parts. */
function rowsSelect(group: LeafGroup, layout: Layout, moved: boolean): Select {
  const keys = keysOf(group, layout, moved);
  const own = columnsOf(group).filter((name) => !keys.some(({ as }) => as === name));
  return {
    columns: [...keys, ...own.map((name) => ({ of: column(name), as: name }))],
    from: { table: tableOfGroup(group) },
    where: rowConditions(group, layout.question, moved),
  };
}

/** Rows put together by period and dimensions, the states of each metric side by side. */
function partsSelect(group: LeafGroup, layout: Layout, moved: boolean): Select {
  const keys = keysOf(group, layout, moved);
  const states = group.leaves.flatMap((leaf) =>
    statesOf(leaf).map((state, i) => ({
      of: aggregateRows(group, leaf, state),
      as: layout.states.get(leaf.metric.id)![i]![0],
    })),
  );
  const by = keys.filter(({ of }) => of.kind !== 'truth').map(({ of, as }) => groupOf(of, as, group, layout));
  const once = [...new Map(by.map((one) => [JSON.stringify(one), one])).values()];
  return {
    columns: [...keys, ...states],
    from: { table: tableOfGroup(group) },
    where: rowConditions(group, layout.question, moved),
    // Without anything to tell rows apart there is one part, but none of no rows.
    ...(once.length > 0
      ? { groupBy: [once] }
      : { having: [operation({ kind: 'aggregate', name: 'count' }, '>', { kind: 'number', digits: '0' })] }),
  };
}

/** The expression that groups a key's parts: values that follow from it are computed once a part, not once a row. */
function groupOf(of: Expr, as: string, group: LeafGroup, { question, column: names }: Layout): Expr {
  if (as !== names.day && as !== names.time) return of;
  const [{ time }] = group.leaves as [Leaf];
  // There are few months and years, and parts may be smaller than asked for; a stock is always by day.
  if (time.grain !== 'day' || group.stock) return column(time.column);
  return as === names.time ? dayExpr(group, question, question.time!.grain) : of;
}

/** The rows of each stretch: periods, each with the parts that belong to it. Those of value and base are a step, one below the other. */
export function addStretchesStep(
  { group, table, columns, moved }: PreparedGroup,
  builder: StatementBuilder,
  periods: string,
): From {
  const { layout } = builder;
  const { question, column: names } = layout;
  const time = column(names.time, periods);
  if (!moved) return { table: [periods], joins: [stretchJoin(group, layout, time, table)] };
  const select = (base: boolean): Select => ({
    columns: [{ of: time, as: names.time }, ...columns.map((name) => ({ of: column(name), as: name }))],
    from: {
      table: [periods],
      joins: [base ? baseJoin(group, layout, time, table) : stretchJoin(group, layout, time, table)],
    },
    where: [...sideExpr(moved, base), ...(base ? withBase(group.leaves[0]!, question, time) : [])],
  });
  const union = [select(false), select(true)];
  const name = builder.addStep(`${group.leaves[0]!.table.at(-1)!}_stretches`, { union, distinct: false });
  return { table: [name] };
}

function stretchJoin(group: LeafGroup, layout: Layout, time: Expr, table: readonly string[]): Join {
  return joinDays(layout, table, startExpr(layout.question, time), endExpr(group, layout, time));
}

function baseJoin(group: LeafGroup, layout: Layout, time: Expr, table: readonly string[]): Join {
  const { question } = layout;
  const base = basePeriod(time, question);
  const { cut } = readBase(group.leaves[0]!, question);
  const whole = endExpr(group, layout, base);
  const to: Expr =
    cut?.end === undefined
      ? whole
      : { kind: 'case', when: [[operation(time, '=', day(cut.period)), day(cut.end)]], otherwise: whole };
  return joinDays(layout, table, startExpr(question, base), to);
}

function joinDays(layout: Layout, table: readonly string[], from: Expr, to: Expr): Join {
  const of = column(layout.column.day, table.at(-1));
  return { kind: 'inner', table, on: [{ kind: 'between', of, from, to }] };
}

/** The part of the last period begins where it does. */
function endExpr(group: LeafGroup, { question, part }: Layout, period: Expr): Expr {
  const { grain } = question.time!;
  const parts = group.mergeable && !group.stock ? part : 'day';
  return parts === grain ? period : lastDay(period, grain);
}

/** That a period of the base's stretches has a base. */
function withBase(leaf: Leaf, question: Question, time: Expr): readonly Expr[] {
  const { grain } = question.time!;
  const last = startOf(lastKnown(leaf, question), grain, question.fiscalStart);
  return [operation(time, '<=', day(last)), ...periodConditions(time, leaf, question)];
}

/** The first day of the stretch that ends with a period. */
export function startExpr({ query, time, fiscalStart }: Question, of: Expr): Expr {
  if (query.cumulative) return { kind: 'bucket', of, grain: 'year', fiscalStart };
  const back = times(grainSteps[time!.grain], 1 - query.rolling!);
  return query.rolling === 1 ? of : { kind: 'move', of, by: back };
}

function lastDay(of: Expr, grain: Grain): Expr {
  return grain === 'day'
    ? of
    : { kind: 'move', of: { kind: 'move', of, by: grainSteps[grain] }, by: endStep };
}
