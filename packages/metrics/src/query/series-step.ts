import { figureStates, type FigureState } from '../base/state.js';
import type { SeriesMetric } from '../metric/measure.js';
import { addFigureTables, scopeOf, type FigureTables } from './figure-tables.js';
import { lastWhole } from './axis.js';
import type { StatementBuilder } from './builder.js';
import { divide, figureOf, finite, scaled, statesOf, type Figure } from './formula.js';
import { firstPeriod } from './leaf-group.js';
import type { Layout } from './layout.js';
import { avoidNames } from './names.js';
import { startOf, steps, times } from './period.js';
import { addPeriodsStep } from './periods-step.js';
import { addGroupStep } from './prepared.js';
import type { Leaf, Question } from './question.js';
import { baseQuestion, grainOfBase, lastOver, leavesBelow, partOf, periodsOf } from './series-question.js';
import {
  and,
  cast,
  column,
  day,
  not,
  number,
  operation,
  or,
  truth,
  type Expr,
  type Join,
  type Select,
} from './sql/node.js';

// Indices and moving averages: their parts have figures by period in tables of their own, which the cells look up.

/** The steps that the figures of indices and moving averages are found in. */
export interface SeriesSteps {
  readonly periods: FigureTables;
  readonly bases: ReadonlyMap<string, FigureTables>;
  /** The step that lists all periods, for moving averages. */
  readonly list?: string;
}

/** Adds the steps with the figures of periods and of base periods; none where the question has no index and no moving average. */
export function addSeriesSteps(builder: StatementBuilder): SeriesSteps | undefined {
  const { series, question } = builder.layout;
  if (!series) return undefined;
  const tablesOf = (layout: Layout): FigureTables => {
    const own = builder.within(layout);
    return addFigureTables(
      'result',
      { prepared: layout.groups.map((group) => addGroupStep(group, own)) },
      own,
    );
  };
  const periods = tablesOf(series.periods);
  const bases = new Map([...series.bases].map(([base, layout]) => [base, tablesOf(layout)]));
  const listed = question.series.some((metric) => periodsOf(metric) > 1);
  return {
    periods,
    bases,
    ...(listed && { list: addPeriodsStep(builder.within(series.periods)) }),
  };
}

/**
 * The cells that the figures of periods make, as selects of the columns of `names`: those of the window, and those that are compared
 * with an earlier period. `columns` are some of the names.
 */
export function seriesCells(
  { periods }: SeriesSteps,
  names: readonly string[],
  columns: readonly string[],
  { question, column: own }: Layout,
): readonly Select[] {
  const { window, time, fiscalStart, lag } = question;
  const grain = time!.grain;
  const [first, last] = [window?.start, window?.end].map((one) => one && startOf(one, grain, fiscalStart));
  return periods.tables.flatMap((table, i) => {
    const select = (moved: boolean): Select => {
      const plain = column(periods.names[names.indexOf(own.time)]!);
      const of: Expr = moved ? { kind: 'move', of: plain, by: lag! } : plain;
      const over = moved ? lastOver(periods.prepared[i]!.group.leaves, question) : last;
      return {
        columns: columns.map((as) =>
          as === own.time ? { of, as } : { of: column(periods.names[names.indexOf(as)]!), as },
        ),
        from: { table: [table] },
        where: [
          ...(first === undefined ? [] : [operation(of, '>=', day(first))]),
          ...(over === undefined ? [] : [operation(of, '<=', day(over))]),
          ...(moved ? hasBase(of, plain, question) : []),
        ],
      };
    };
    return lag ? [select(false), select(true)] : [select(false)];
  });
}

/** By day, 29 February has no day in the years before and after. */
function hasBase(of: Expr, base: Expr, { time, lag }: Question): readonly Expr[] {
  if (time!.grain !== 'day' || lag!.months === 0) return [];
  return [of, base].map((one) => not({ kind: 'leapDay', of: one }));
}

/** A table of the figure of one index or moving average, by the keys of the cells. */
export interface SeriesTable {
  readonly table: string;
  readonly column: string;
  /** Whether rows of a state are among those that it is computed from, by the state. */
  readonly states: ReadonlyMap<FigureState, string>;
}

/** Adds the step with the figures of an index or a moving average in the cells, for values or bases. */
export function addSeriesFigureStep(
  metric: SeriesMetric,
  base: boolean,
  {
    cells,
    names,
    series,
  }: { readonly cells: string; readonly names: readonly string[]; readonly series: SeriesSteps },
  builder: StatementBuilder,
): SeriesTable {
  const { question, column: own } = builder.layout;
  const time = column(own.time, cells);
  const asked: Expr = base ? { kind: 'move', of: time, by: times(question.lag!, -1) } : time;
  const over = lastOver(leavesBelow(metric, question), question);
  const keys = names.map((name) => ({ of: column(name, cells), as: name }));
  const wish = `${metric.id.replaceAll('-', '_')}_${base ? 'before' : 'now'}`;
  const nameOf = avoidNames(names);
  const as = nameOf(metric.id);
  const where = [operation(time, '<=', day(over)), ...(base ? hasBase(time, asked, question) : [])];
  const select =
    'base' in metric.measure
      ? indexSelect(metric, metric.measure.base, asked, { cells, names, series }, builder.layout)
      : meanSelect(metric, asked, { cells, names, series }, builder.layout);
  const states = figureStates.flatMap((state) => {
    const some = select.states(state);
    return some.length > 0 ? [{ of: or(...some), as: nameOf(state), state }] : [];
  });
  const table = builder.addStep(wish, {
    columns: [...keys, { of: select.figure, as }, ...states.map(({ of, as }) => ({ of, as }))],
    from: { table: [cells], joins: select.joins },
    where,
    ...(select.grouped && { groupBy: [keys.map(({ of }) => of)] }),
  });
  return { table, column: as, states: new Map(states.map((one) => [one.state, one.as])) };
}

interface Cells {
  readonly cells: string;
  readonly names: readonly string[];
  readonly series: SeriesSteps;
}

interface SeriesSelect {
  readonly figure: Expr;
  readonly joins: readonly Join[];
  readonly grouped: boolean;
  /** Conditions, of which one is met where it is computed from rows of a state. */
  readonly states: (state: FigureState) => readonly Expr[];
}

/** A hundred times the figure of a period by that of the base period, which must be above zero. */
function indexSelect(
  metric: SeriesMetric,
  base: string,
  period: Expr,
  { cells, names, series }: Cells,
  layout: Layout,
): SeriesSelect {
  const { question, column: own } = layout;
  const then = series.bases.get(base)!;
  const others = names.filter((name) => name !== own.time);
  const now = figureAt(metric, series.periods, period, layout);
  const known = knownBase(metric, base, layout);
  const figure = figureOf(question.known.get(partOf(metric))!, scopeOf(then, false));
  const above: Expr = {
    kind: 'case',
    when: [[and(...known, operation(figure.of, '>', number(0))), figure.of]],
  };
  return {
    figure: divide(scaled(now, 2).of, above),
    joins: [
      ...joinsOf(series.periods, names, cells, { [own.time]: period }),
      ...joinsOf(then, others, cells, {}),
    ],
    grouped: false,
    states: (state) =>
      [series.periods, then].flatMap((tables) =>
        countsOf(metric, state, tables, question).map((of) => operation(of, '>', number(0))),
      ),
  };
}

/** The sum of the figures of so many periods by their number; empty where one is missing. */
function meanSelect(
  metric: SeriesMetric,
  period: Expr,
  { cells, names, series }: Cells,
  layout: Layout,
): SeriesSelect {
  const { question, column: own } = layout;
  const count = periodsOf(metric);
  const list = column(series.periods.layout.column.time, series.list);
  const from: Expr = { kind: 'move', of: period, by: times(steps[question.time!.grain], 1 - count) };
  const one = figureAt(metric, series.periods, list, layout);
  const sum: Figure = one.exact
    ? { of: { kind: 'aggregate', name: 'sum', of: one.of }, exact: true }
    : { of: finite({ kind: 'aggregate', name: 'compensatedSum', of: cast(one.of, 'DOUBLE') }), exact: false };
  const all = operation({ kind: 'aggregate', name: 'count', of: one.of }, '=', number(count));
  const mean = divide(scaled(sum, metric.scale ?? 0).of, number(count));
  return {
    figure: { kind: 'case', when: [[all, mean]] },
    joins: [
      { kind: 'inner', table: [series.list!], on: [{ kind: 'between', of: list, from, to: period }] },
      ...joinsOf(series.periods, names, cells, { [own.time]: list }),
    ],
    grouped: true,
    states: (state) =>
      countsOf(metric, state, series.periods, question).map((of) =>
        operation({ kind: 'aggregate', name: 'sum', of }, '>', number(0)),
      ),
  };
}

/** The figure of the part of an index or a moving average in a period; empty before all that it rests on have begun. */
function figureAt(metric: SeriesMetric, tables: FigureTables, period: Expr, { question }: Layout): Figure {
  const figure = figureOf(question.known.get(partOf(metric))!, scopeOf(tables, false));
  const begun = leavesBelow(metric, question).map((leaf) =>
    operation(firstPeriod(leaf, tables.layout.groups, question), '<=', period),
  );
  return { ...figure, of: { kind: 'case', when: [[and(...begun), figure.of]] } };
}

/** That the base period is over, and not before the first rows of all that the index rests on. */
function knownBase(metric: SeriesMetric, base: string, { question, series }: Layout): readonly Expr[] {
  const { groups } = series!.bases.get(base)!;
  const own = baseQuestion(question, base);
  const grain = grainOfBase(base);
  const { start, end } = own.window!;
  return leavesBelow(metric, question).flatMap((leaf: Leaf) => {
    if (end > lastWhole(leaf)) return [truth(false)];
    const first = firstPeriod(leaf, groups, { ...own, time: { name: grain, grain } });
    return [operation(first, '<=', day(start))];
  });
}

/** How many rows of a state each metric over rows below has, where their datasets say it. */
function countsOf(
  metric: SeriesMetric,
  state: FigureState,
  tables: FigureTables,
  question: Question,
): readonly Expr[] {
  const scope = scopeOf(tables, false);
  return leavesBelow(metric, question).flatMap((leaf) =>
    statesOf(leaf).flatMap(({ tells }, index) => (tells === state ? [scope.state(leaf, index)] : [])),
  );
}

/** Tables of figures beside the cells; `places` are the expressions of keys that are not the cell's own. */
function joinsOf(
  { tables, names: theirs }: FigureTables,
  names: readonly string[],
  cells: string,
  places: Readonly<Record<string, Expr>>,
): readonly Join[] {
  return tables.map((table): Join => {
    if (names.length === 0) return { kind: 'cross', table: [table] };
    const on = names.map((name, i): Expr => {
      const left = column(theirs[i]!, table);
      const place = places[name];
      return place ? operation(left, '=', place) : { kind: 'same', left, right: column(name, cells) };
    });
    return { kind: 'left', table: [table], on };
  });
}
