import { lastWhole } from './axis.js';
import { figureOf, statesOf, type Scope } from './formula.js';
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

/** The steps that all groups are put together from. */
export interface QuestionSteps {
  readonly prepared: readonly PreparedGroup[];
  /** The step that lists the periods, where each has a row. */
  readonly periods?: string;
  /** The step that ranks the members of a dimension. */
  readonly ranks?: string;
}

/** Puts the figures of all groups together: those of one group as they are, else by a step for each, side by side by their keys. */
export function addFigureSteps(level: Level, steps: QuestionSteps, builder: StatementBuilder): Assembled {
  const { layout } = builder;
  const { prepared } = steps;
  const grid = level === 'result' && layout.grid;
  const figures = prepared.map((one) => {
    const rows = addRowsStep(one, level, steps, builder);
    return figuresOf(one, rows, level, steps, layout);
  });
  if (figures.length === 1 && !grid) return figures[0]!;
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
  const names = figures[0]!.keys.map(({ as }) => as);
  const cells = addCellsStep(names, tables, grid ? steps.periods! : undefined, builder);
  return joined(names, tables, cells, steps, layout);
}

/** A select of some columns over assembled rows. */
export function selectOf(
  { from, where, groupBy, having }: Omit<Assembled, 'scope' | 'keys'>,
  columns: readonly Output[],
): Select {
  return { columns, from, where, groupBy, having };
}

/** Tables of figures side by side, joined to the table of cells where there is one. */
function joined(
  names: readonly string[],
  tables: readonly string[],
  cells: string | undefined,
  { prepared }: QuestionSteps,
  layout: Layout,
): Assembled {
  const same = (table: string): readonly Expr[] =>
    names.map((name) => {
      const [left, right] = [column(name, table), column(name, cells)];
      // A dimension and a rank may be empty.
      const filled = name === layout.column.time || name === layout.column.total;
      return filled ? operation(left, '=', right) : { kind: 'same', left, right };
    });
  const others = cells === undefined ? tables.slice(1) : tables;
  const joins = others.map((table): Join =>
    cells === undefined
      ? { kind: 'cross', table: [table] }
      : { kind: 'left', table: [table], on: same(table) },
  );
  return {
    from: { table: [cells ?? tables[0]!], joins },
    where: [],
    groupBy: [],
    having: [],
    keys: names.map((name) => ({ of: column(name, cells), as: name })),
    scope: (base) => ({
      known: layout.question.known,
      leaf: (id) => leafOf(id, layout),
      state: (leaf, index) => {
        const table = tables[prepared.findIndex(({ group }) => group.leaves.includes(leaf))]!;
        return column(layout.states.get(leaf.metric.id)![index]![base ? 1 : 0], table);
      },
    }),
  };
}

/** Adds the step that lists the rows of the result; none where there is but one row, or where they are the periods. */
function addCellsStep(
  names: readonly string[],
  tables: readonly string[],
  periods: string | undefined,
  builder: StatementBuilder,
): string | undefined {
  const select = (table: string, columns: readonly string[]): Select => ({
    columns: columns.map((name) => ({ of: column(name), as: name })),
    from: { table: [table] },
    distinct: tables.length === 1,
  });
  const union = (columns: readonly string[]) =>
    tables.length === 1
      ? select(tables[0]!, columns)
      : { union: tables.map((table) => select(table, columns)), distinct: true };
  if (periods === undefined) {
    return names.length === 0 ? undefined : builder.addStep('cells', union(names));
  }
  const others = names.filter((name) => name !== builder.layout.column.time);
  if (others.length === 0) return periods;
  const members = builder.addStep('combinations', union(others));
  return builder.addStep('cells', {
    columns: names.map((name) => ({ of: column(name), as: name })),
    from: { table: [periods], joins: [{ kind: 'cross', table: [members] }] },
  });
}

/** The figures of one group by the keys of a level. */
function figuresOf(
  one: PreparedGroup,
  rows: GroupRows,
  level: Level,
  steps: QuestionSteps,
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
  steps: QuestionSteps,
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
  { periods }: QuestionSteps,
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

/** Adds the step that ranks the members of a dimension, largest first, by name where equal. */
export function addRankStep(steps: QuestionSteps, builder: StatementBuilder): string {
  const { layout } = builder;
  const assembled = addFigureSteps('members', steps, builder);
  const [member] = assembled.keys as [Output];
  const { of } = figureOf(layout.question.top!.by, assembled.scope(false));
  const by = [{ of, descending: true }, { of: member.of }];
  const columns = [member, { of: { kind: 'rowNumber', by } as const, as: layout.column.rank }];
  return builder.addStep('ranks', selectOf(assembled, columns));
}
