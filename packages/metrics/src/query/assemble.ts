import type { SeriesMetric } from '../metric/measure.js';
import { figureOf } from './formula.js';
import type { StatementBuilder } from './builder.js';
import {
  addFigures,
  addTables,
  namedColumns,
  scopeOf,
  selectOf,
  type Assembled,
  type FigureTables,
  type GroupSteps,
  type Level,
} from './figure-tables.js';
import type { Layout } from './layout.js';
import { addSeriesFigureStep, seriesCells, type SeriesSteps, type SeriesTable } from './series-step.js';
import { column, operation, type Expr, type Join, type Output, type Select } from './sql/node.js';

/** The steps that a question is put together from. */
export interface QuestionSteps extends GroupSteps {
  /** Those that indices and moving averages are found in. */
  readonly series?: SeriesSteps;
}

/** Puts the figures of all groups together: those of one group as they are, else by a step for each, side by side by their keys. */
export function addFigureSteps(level: Level, steps: QuestionSteps, builder: StatementBuilder): Assembled {
  const { layout } = builder;
  const { series } = steps;
  const grid = level === 'result' && layout.grid;
  const figures = addFigures(level, steps, builder);
  if (figures.length === 1 && !grid && !series) return figures[0]!;
  const own = addTables(figures, level, steps, builder);
  const names = series ? cellNames(layout) : own.names;
  const selects = (columns: readonly string[]): readonly Select[] => [
    ...own.tables.map((table) => ({ columns: namedColumns(columns), from: { table: [table] } })),
    ...(series ? seriesCells(series, names, columns, layout) : []),
  ];
  const cells = addCellsStep(names, selects, grid ? steps.periods! : undefined, builder);
  if (!series) return joined(own, cells, builder);
  return joined(own, cells, builder, (metric, base) =>
    addSeriesFigureStep(metric, base, { cells: cells!, names, series }, builder),
  );
}

/** The keys of the cells of a result by period: those of each table of figures. */
function cellNames({ question, total, column: names }: Layout): readonly string[] {
  return [names.time, ...question.dimensions.map(({ name }) => name), ...(total ? [names.total] : [])];
}

/** Tables of figures side by side, joined to the table of cells where there is one; `addSeries` adds those of indices and moving averages. */
function joined(
  own: FigureTables,
  cells: string | undefined,
  builder: StatementBuilder,
  addSeries?: (metric: SeriesMetric, base: boolean) => SeriesTable,
): Assembled {
  const { layout } = builder;
  const { tables } = own;
  const names = addSeries ? cellNames(layout) : own.names;
  const same = (table: string): readonly Expr[] =>
    names.map((name) => {
      const [left, right] = [column(name, table), column(name, cells)];
      // A dimension and a rank may be empty.
      const filled = name === layout.column.time || name === layout.column.total;
      return filled ? operation(left, '=', right) : { kind: 'same', left, right };
    });
  const sides = layout.question.lag ? [false, true] : [false];
  const series = sides.map(
    (base) => new Map(layout.question.series.map((metric) => [metric.id, addSeries!(metric, base)])),
  );
  const found = [...tables, ...series.flatMap((side) => [...side.values()].map(({ table }) => table))];
  const others = cells === undefined ? found.slice(1) : found;
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
      ...scopeOf(own, base),
      series: ({ id }) => {
        const { table, column: name } = series[base ? 1 : 0]!.get(id)!;
        return { of: column(name, table), exact: false };
      },
      seriesState: ({ id }, state) => {
        const { table, states } = series[base ? 1 : 0]!.get(id)!;
        const name = states.get(state);
        return name === undefined ? undefined : column(name, table);
      },
    }),
  };
}

/** Adds the step that lists the rows of the result; none where there is but one row, or where they are the periods. */
function addCellsStep(
  names: readonly string[],
  selects: (columns: readonly string[]) => readonly Select[],
  periods: string | undefined,
  builder: StatementBuilder,
): string | undefined {
  const union = (columns: readonly string[]) => {
    const all = selects(columns);
    return all.length === 1
      ? { ...all[0]!, distinct: true }
      : { union: all.map((one) => ({ ...one, distinct: false })), distinct: true };
  };
  if (periods === undefined) {
    return names.length === 0 ? undefined : builder.addStep('cells', union(names));
  }
  const others = names.filter((name) => name !== builder.layout.column.time);
  if (others.length === 0) return periods;
  const members = builder.addStep('combinations', union(others));
  return builder.addStep('cells', {
    columns: namedColumns(names),
    from: { table: [periods], joins: [{ kind: 'cross', table: [members] }] },
  });
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
