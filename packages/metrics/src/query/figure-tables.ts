import { lastWhole } from './axis.js';
import { statesOf, type Scope } from './formula.js';
import type { StatementBuilder } from './builder.js';
import type { Layout } from './layout.js';
import { addStretchesStep, isPeriodKept, type PreparedGroup } from './prepared.js';
import type { Leaf } from './question.js';
import { sideExpr } from './leaf-group.js';
import {
  call,
  column,
  day,
  number,
  operation,
  type Expr,
  type From,
  type Join,
  type Output,
  type Select,
} from './sql/node.js';

// The figures of each group of metrics over rows, by the keys of the result.

/** The keys of a table of figures: those of the result's rows, or the members of the ranked dimension. */
export type Level = 'result' | 'members';

/** Rows from which the figures of metrics can be read, each by its keys. */
export interface Assembled {
  readonly from: From;
  readonly where: readonly Expr[];
  readonly groupBy: readonly (readonly Expr[])[];
  readonly having: readonly Expr[];
  /** Keys by the names they have between steps. */
  readonly keys: readonly Output[];
  scope(base: boolean): Scope;
}

/** The steps that the groups of a question are put together from. */
export interface GroupSteps {
  readonly prepared: readonly PreparedGroup[];
  /** The step that lists the periods, where each has a row. */
  readonly periods?: string;
  /** The step that ranks the members of a dimension. */
  readonly ranks?: string;
}

/** Figures of the groups of a question in tables, side by side by their keys. */
export interface FigureTables {
  readonly names: readonly string[];
  readonly tables: readonly string[];
  readonly prepared: readonly PreparedGroup[];
  readonly layout: Layout;
}

/** Adds a step for the figures of each group. */
export function addFigureTables(level: Level, steps: GroupSteps, builder: StatementBuilder): FigureTables {
  return addTables(addFigures(level, steps, builder), level, steps, builder);
}

/** The figures of each group. */
export function addFigures(level: Level, steps: GroupSteps, builder: StatementBuilder): readonly Assembled[] {
  return steps.prepared.map((one) => {
    const rows = addRowsStep(one, level, steps, builder);
    return figuresOf(one, rows, level, steps, builder.layout);
  });
}

/** Adds a step for the figures of each group, which are not in tables yet. */
export function addTables(
  figures: readonly Assembled[],
  level: Level,
  { prepared }: GroupSteps,
  builder: StatementBuilder,
): FigureTables {
  const { layout } = builder;
  const tables = figures.map((one, i) => {
    const { group } = prepared[i]!;
    const sides = layout.question.lag && level === 'result' ? [false, true] : [false];
    const states = group.leaves.flatMap((leaf) =>
      statesOf(leaf).flatMap((_, index) =>
        sides.map((base) => ({
          of: one.scope(base).state(leaf, index),
          as: layout.states.get(leaf.metric.id)![index]![base ? 1 : 0],
        })),
      ),
    );
    const { keys, ...rest } = one;
    const wish = `${group.leaves[0]!.table.at(-1)!}_${level === 'members' ? 'members' : 'figures'}`;
    return builder.addStep(wish, selectOf(rest, [...keys, ...states]));
  });
  return { names: figures[0]?.keys.map(({ as }) => as) ?? [], tables, prepared, layout };
}

/** The figures of tables, as a formula reads them. */
export function scopeOf({ tables, prepared, layout }: FigureTables, base: boolean): Scope {
  return {
    known: layout.question.known,
    leaf: (id) => leafOf(id, layout),
    state: (leaf, index) => {
      const table = tables[prepared.findIndex(({ group }) => group.leaves.includes(leaf))]!;
      return column(layout.states.get(leaf.metric.id)![index]![base ? 1 : 0], table);
    },
  };
}

/** A select of some columns over assembled rows. */
export function selectOf(
  { from, where, groupBy, having }: Omit<Assembled, 'scope' | 'keys'>,
  columns: readonly Output[],
): Select {
  return { columns, from, where, groupBy, having };
}

/** Columns by their names. */
export const namedColumns = (names: readonly string[]): readonly Output[] =>
  names.map((name) => ({ of: column(name), as: name }));

/** The figures of one group by the keys of a level. */
function figuresOf(
  one: PreparedGroup,
  rows: GroupRows,
  level: Level,
  steps: GroupSteps,
  layout: Layout,
): Assembled {
  const { question, total } = layout;
  const { group } = one;
  const keys = level === 'result' ? resultKeys(rows.time, layout) : memberKeys(layout);
  const all = keys.map(({ of }) => of);
  const time = rows.time && level === 'result' ? [rows.time] : [];
  const split = level === 'result' && total;
  const [dimension] = level === 'result' ? dimensionKeys(layout) : [];
  const marks = split
    ? [{ of: { kind: 'grouped', of: dimension!.of } as const, as: layout.column.total }]
    : [];
  const ranks = steps.ranks !== undefined && level === 'result' ? [rankJoin(steps.ranks, layout)] : [];
  return {
    from: { table: rows.from.table, joins: [...(rows.from.joins ?? []), ...ranks] },
    where: rows.where,
    groupBy: split ? [all, time] : all.length > 0 ? [all] : [],
    // All rows together are a row even where there are none.
    having:
      split && time.length === 0 ? [operation({ kind: 'aggregate', name: 'count' }, '>', number(0))] : [],
    keys: [...keys, ...marks],
    scope: (base) => ({
      known: question.known,
      leaf: (id) => leafOf(id, layout),
      state: (leaf, index) =>
        one.state(leaf, index, [
          ...(level === 'members' ? insideWindow(one, layout) : sideExpr(one.moved, base)),
          ...(group.stock ? [operation(column(layout.column.day), '=', column(layout.column.last))] : []),
        ]),
    }),
  };
}

/** The rows of a group that figures are read from. */
interface GroupRows {
  readonly from: From;
  readonly where: readonly Expr[];
  readonly time?: Expr;
}

/** Adds the step that the rows of a group need at a level, if any: stocks are dated, stretches joined. */
function addRowsStep(
  one: PreparedGroup,
  level: Level,
  steps: GroupSteps,
  builder: StatementBuilder,
): GroupRows {
  const { layout } = builder;
  if (one.group.stock) return addStockStep(one, level, steps, builder);
  const { table, where, time } = one;
  if (level === 'members' || !layout.stretched) return { from: { table }, where, ...(time && { time }) };
  return { from: addStretchesStep(one, builder, steps.periods!), where, time: column(layout.column.time) };
}

/** Adds the step that gives a stock's rows, each with the last day of its stretch: that of all rows, not only of those asked for. */
function addStockStep(
  one: PreparedGroup,
  level: Level,
  { periods }: GroupSteps,
  builder: StatementBuilder,
): GroupRows {
  const { layout } = builder;
  const { question, stretched, column: names } = layout;
  const { group, table } = one;
  const stretch = level === 'result' && stretched;
  const bucket: Expr | undefined =
    question.time && level === 'result'
      ? {
          kind: 'bucket',
          of: column(names.day),
          grain: question.time.grain,
          fiscalStart: question.fiscalStart,
        }
      : undefined;
  const time = stretch || (bucket && isPeriodKept(layout)) ? column(names.time) : bucket;
  const last = wholeStock(one, layout);
  const filter = level === 'members' ? [...insideWindow(one, layout), ...last] : last;
  const over = [...(one.moved && level === 'result' ? [one.moved] : []), ...(time ? [time] : [])];
  const [{ metric }] = group.leaves as [Leaf];
  const own = [
    ...(one.moved ? [names.moved] : []),
    names.day,
    ...question.dimensions.map(({ name }) => name),
    ...(question.conditions.length > 0 ? [names.asked] : []),
    ...(group.mergeable ? layout.states.get(metric.id)!.map(([value]) => value) : []),
  ];
  const latest: Expr = {
    kind: 'aggregate',
    name: 'maximum',
    of: column(names.day),
    ...(filter.length > 0 && { where: filter }),
    over,
  };
  const name = builder.addStep(`${metric.id.replaceAll('-', '_')}_days`, {
    columns: [
      ...(time ? [{ of: time, as: names.time }] : []),
      ...own.map((one) => ({ of: column(one), as: one })),
      { of: latest, as: names.last },
    ],
    from: stretch ? addStretchesStep(one, builder, periods!) : { table },
  });
  return {
    from: { table: [name] },
    where: question.conditions.length > 0 ? [column(names.asked)] : [],
    ...(time && { time: column(names.time) }),
  };
}

/** Only the days of which a stock is known. */
function wholeStock({ group }: PreparedGroup, { column: names }: Layout): readonly Expr[] {
  const [leaf] = group.leaves as [Leaf];
  const last = lastWhole(leaf);
  return last === leaf.reportedThrough ? [] : [operation(column(names.day), '<=', day(last))];
}

/** Only the rows of the window itself, none of the base or of the stretch before it. */
function insideWindow(
  { moved }: PreparedGroup,
  { question, stretched, column: names }: Layout,
): readonly Expr[] {
  const { window } = question;
  return [
    ...sideExpr(moved, false),
    ...(window && stretched ? [operation(column(names.day), '>=', day(window.start))] : []),
  ];
}

function resultKeys(time: Expr | undefined, layout: Layout): readonly Output[] {
  return [...(time ? [{ of: time, as: layout.column.time }] : []), ...dimensionKeys(layout)];
}

function memberKeys({ question, column: names }: Layout): readonly Output[] {
  return [{ of: column(question.top!.of), as: names.member }];
}

/** Dimensions; of the ranked one the members that stay, and their rank. */
function dimensionKeys({ question, column: names }: Layout): readonly Output[] {
  const { dimensions, top } = question;
  const rank = column(names.rank);
  return [
    ...dimensions.map(({ name }): Output => {
      if (name !== top?.of) return { of: column(name), as: name };
      const stays = operation(rank, '<=', number(top.count));
      return { of: { kind: 'case', when: [[stays, column(name)]] }, as: name };
    }),
    ...(top ? [{ of: call('least', rank, number(top.count + 1)), as: names.rank }] : []),
  ];
}

function rankJoin(ranks: string, { question, column: names }: Layout): Join {
  const on: Expr = { kind: 'same', left: column(names.member), right: column(question.top!.of) };
  return { kind: 'inner', table: [ranks], on: [on] };
}

function leafOf(id: string, { question }: Layout): Leaf {
  return question.leaves.find(({ metric }) => metric.id === id)!;
}
