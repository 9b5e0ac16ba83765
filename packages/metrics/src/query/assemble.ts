import { lastWhole } from './axis.js';
import { figureOf, statesOf, type Place } from './formula.js';
import type { Layout } from './layout.js';
import { isPeriodKept, joinStretches, type Prepared } from './prepare.js';
import type { Leaf } from './question.js';
import { sideExpr } from './source.js';
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

/** What a table of figures is by: all that the rows of the result are, or the members of the ranked dimension. */
export type Level = 'result' | 'members';

/** Rows from which the figures of metrics can be read, each by its keys. */
export interface Assembled {
  readonly from: From;
  readonly where: readonly Expr[];
  readonly groupBy: readonly (readonly Expr[])[];
  readonly having: readonly Expr[];
  /** Keys by the names they have between steps. */
  readonly keys: readonly Output[];
  place(base: boolean): Place;
}

/** The steps that all sources are put together from. */
export interface Steps {
  readonly prepared: readonly Prepared[];
  /** The step that lists the periods, where each has a row. */
  readonly periods?: string;
  /** The step that ranks the members of a dimension. */
  readonly ranks?: string;
}

/** Puts the figures of all sources together: in one step where there is one source, else side by side by their keys. */
export function assemble(level: Level, steps: Steps, layout: Layout): Assembled {
  const { prepared } = steps;
  const grid = level === 'result' && layout.grid;
  const figures = prepared.map((one) => figuresOf(one, level, steps, layout));
  if (figures.length === 1 && !grid) return figures[0]!;
  const tables = figures.map((one, i) => {
    const { source } = prepared[i]!;
    const name = layout.name(
      `${source.leaves[0]!.table.at(-1)!}_${level === 'members' ? 'members' : 'figures'}`,
    );
    const sides = layout.question.lag && level === 'result' ? [false, true] : [false];
    const states = source.leaves.flatMap((leaf) =>
      statesOf(leaf).flatMap((_, index) =>
        sides.map((base) => ({
          of: one.place(base).state(leaf, index),
          as: layout.states.get(leaf.metric.id)![index]![base ? 1 : 0],
        })),
      ),
    );
    const { keys, ...rest } = one;
    layout.steps.push({ name, of: selectOf(rest, [...keys, ...states]) });
    return name;
  });
  return joined(figures[0]!.keys, tables, grid ? steps.periods! : undefined, steps, layout);
}

/** A select of some columns over assembled rows. */
export function selectOf(
  { from, where, groupBy, having }: Omit<Assembled, 'place' | 'keys'>,
  columns: readonly Output[],
): Select {
  return { columns, from, where, groupBy, having };
}

function joined(
  keys: readonly Output[],
  tables: readonly string[],
  periods: string | undefined,
  { prepared }: Steps,
  layout: Layout,
): Assembled {
  const names = keys.map(({ as }) => as);
  const cells = cellsOf(names, tables, periods, layout);
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
    place: (base) => ({
      known: layout.question.known,
      leaf: (id) => leafOf(id, layout),
      state: (leaf, index) => {
        const table = tables[prepared.findIndex(({ source }) => source.leaves.includes(leaf))]!;
        return column(layout.states.get(leaf.metric.id)![index]![base ? 1 : 0], table);
      },
    }),
  };
}

/** The step that lists the rows of the result; none where there is but one row. */
function cellsOf(
  names: readonly string[],
  tables: readonly string[],
  periods: string | undefined,
  layout: Layout,
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
    if (names.length === 0) return undefined;
    const cells = layout.name('cells');
    layout.steps.push({ name: cells, of: union(names) });
    return cells;
  }
  const others = names.filter((name) => name !== layout.column.time);
  if (others.length === 0) return periods;
  const [members, cells] = [layout.name('combinations'), layout.name('cells')];
  layout.steps.push(
    { name: members, of: union(others) },
    {
      name: cells,
      of: {
        columns: names.map((name) => ({ of: column(name), as: name })),
        from: { table: [periods], joins: [{ kind: 'cross', table: [members] }] },
      },
    },
  );
  return cells;
}

/** The figures of one source by the keys of a level. */
function figuresOf(one: Prepared, level: Level, steps: Steps, layout: Layout): Assembled {
  const { question, total } = layout;
  const { source } = one;
  const read = source.stock ? datedStock(one, level, steps, layout) : rowsOf(one, level, steps, layout);
  const keys = level === 'result' ? resultKeys(read.time, layout) : memberKeys(layout);
  const all = keys.map(({ of }) => of);
  const time = read.time && level === 'result' ? [read.time] : [];
  const split = level === 'result' && total;
  const [dimension] = level === 'result' ? dimensionKeys(layout) : [];
  const marks = split
    ? [{ of: { kind: 'grouped', of: dimension!.of } as const, as: layout.column.total }]
    : [];
  const ranks = steps.ranks !== undefined && level === 'result' ? [rankJoin(steps.ranks, layout)] : [];
  return {
    from: { table: read.from.table, joins: [...(read.from.joins ?? []), ...ranks] },
    where: read.where,
    groupBy: split ? [all, time] : all.length > 0 ? [all] : [],
    // All rows together are a row even where there are none.
    having:
      split && time.length === 0 ? [operation({ kind: 'aggregate', name: 'count' }, '>', number(0))] : [],
    keys: [...keys, ...marks],
    place: (base) => ({
      known: question.known,
      leaf: (id) => leafOf(id, layout),
      state: (leaf, index) =>
        one.state(leaf, index, [
          ...(level === 'members' ? insideWindow(one, layout) : sideExpr(one.moved, base)),
          ...(source.stock ? [operation(column(layout.column.day), '=', column(layout.column.last))] : []),
        ]),
    }),
  };
}

interface Read {
  readonly from: From;
  readonly where: readonly Expr[];
  readonly time?: Expr;
}

function rowsOf(one: Prepared, level: Level, { periods }: Steps, layout: Layout): Read {
  const { table, where, time } = one;
  if (level === 'members' || !layout.stretched) return { from: { table }, where, ...(time && { time }) };
  return { from: joinStretches(one, layout, periods!), where, time: column(layout.column.time) };
}

/** A stock's rows, each with the last day of its stretch: that of all rows, whatever is asked for. */
function datedStock(one: Prepared, level: Level, { periods }: Steps, layout: Layout): Read {
  const { question, stretched, column: names } = layout;
  const { source, table } = one;
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
  const [{ metric }] = source.leaves as [Leaf];
  const own = [
    ...(one.moved ? [names.moved] : []),
    names.day,
    ...question.dimensions.map(({ name }) => name),
    ...(question.conditions.length > 0 ? [names.asked] : []),
    ...(source.mergeable ? layout.states.get(metric.id)!.map(([value]) => value) : []),
  ];
  const name = layout.name(`${metric.id.replaceAll('-', '_')}_days`);
  layout.steps.push({
    name,
    of: {
      columns: [
        ...(time ? [{ of: time, as: names.time }] : []),
        ...own.map((one) => ({ of: column(one), as: one })),
        {
          of: {
            kind: 'aggregate',
            name: 'maximum',
            of: column(names.day),
            ...(filter.length > 0 && { where: filter }),
            over,
          },
          as: names.last,
        },
      ],
      from: stretch ? joinStretches(one, layout, periods!) : { table },
    },
  });
  return {
    from: { table: [name] },
    where: question.conditions.length > 0 ? [column(names.asked)] : [],
    ...(time && { time: column(names.time) }),
  };
}

/** Only the days of which a stock is known. */
function wholeStock({ source }: Prepared, { column: names }: Layout): readonly Expr[] {
  const [leaf] = source.leaves as [Leaf];
  const last = lastWhole(leaf);
  return last === leaf.reportedThrough ? [] : [operation(column(names.day), '<=', day(last))];
}

/** Only the rows of the window itself, none of the base or of the stretch before it. */
function insideWindow({ moved }: Prepared, { question, stretched, column: names }: Layout): readonly Expr[] {
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

/** The step that ranks the members of a dimension, largest first, by name where equal. */
export function rankStep(steps: Steps, layout: Layout): string {
  const assembled = assemble('members', steps, layout);
  const [member] = assembled.keys as [Output];
  const { of } = figureOf(layout.question.top!.by, assembled.place(false));
  const name = layout.name('ranks');
  const by = [{ of, descending: true }, { of: member.of }];
  const columns = [member, { of: { kind: 'rowNumber', by } as const, as: layout.column.rank }];
  layout.steps.push({ name, of: selectOf(assembled, columns) });
  return name;
}
