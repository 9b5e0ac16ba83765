import { addFigureSteps, addRankStep } from './assemble.js';
import { namedColumns, selectOf, type Assembled } from './figure-tables.js';
import { lastKnown, lastWhole } from './axis.js';
import { basePeriod, periodConditions } from './base.js';
import { createStatementBuilder, type StatementBuilder } from './builder.js';
import type { Catalogue } from './catalogue.js';
import { directBasesOf } from '../metric/composition.js';
import { stateColumn, stateExpr } from './figure-state.js';
import { figureOf, type Figure } from './formula.js';
import { layOut, type Layout } from './layout.js';
import type { Metric } from '../metric/metric.js';
import { avoidNames } from './names.js';
import { startOf } from './period.js';
import { addPeriodsStep, latestPeriod } from './periods-step.js';
import { addGroupStep, startExpr } from './prepared.js';
import type { Leaf, Question } from './question.js';
import { addFinishedStep } from './selection.js';
import { addSeriesSteps } from './series-step.js';
import { silenceExpr } from './silence.js';
import { addUndecidedStep, type Undecided } from './undecided.js';
import { firstPeriod } from './leaf-group.js';
import {
  and,
  call,
  cast,
  column,
  day,
  not,
  number,
  operation,
  or,
  text,
  truth,
  type Expr,
  type SortKey,
  type Output,
  type Select,
} from './sql/node.js';

/** The statement that answers a question. */
export function stateQuestion(question: Question, catalogue: Catalogue): Select {
  const builder = createStatementBuilder(layOut(question, catalogue));
  const assembled = addQuestionSteps(builder);
  const measured = addMeasuredStep(assembled, builder);
  const finished = finalSelect(measured, builder.layout);
  const { having, orderBy, limit } = question.query;
  if (!having && !orderBy && limit === undefined) return builder.build(finished);
  return builder.build(addFinishedStep(finished, question.query, builder));
}

/** Adds the steps to the cells of a question, from which its figures can be read. */
export function addQuestionSteps(builder: StatementBuilder): Assembled {
  const { groups, question, grid } = builder.layout;
  const prepared = groups.map((group) => addGroupStep(group, builder));
  const ranks = question.top ? addRankStep({ prepared }, builder) : undefined;
  const periods = grid ? addPeriodsStep(builder) : undefined;
  const series = addSeriesSteps(builder);
  const steps = {
    prepared,
    ...(series && { series }),
    ...(periods !== undefined && { periods }),
    ...(ranks !== undefined && { ranks }),
  };
  return addFigureSteps('result', steps, builder);
}

/** Rows whose figures stand in columns, or can be written in place. */
interface Measured {
  readonly assembled: Omit<Assembled, 'scope'>;
  readonly figure: (metric: Metric, name: string, base: boolean) => Figure;
  /** Whether someone who is in the base of a metric's figure is silent now; absent where nothing says who reports. */
  readonly silent?: (name: string) => Expr | undefined;
  /** Whether a metric's figure is without merged cells that may be of it; absent where that cannot be. */
  readonly undecided?: (name: string) => Undecided | undefined;
  /** The state of the figures, where it is asked for. */
  readonly state?: Expr | undefined;
}

/** Adds the step in which figures that are compared or shared are computed once; none where no figure is. */
function addMeasuredStep(assembled: Assembled, builder: StatementBuilder): Measured {
  const { layout } = builder;
  const { asked, lag, query } = layout.question;
  const inline = (metric: Metric, base: boolean) => known(metric, base, assembled, layout);
  const state = stateExpr(layout.question, assembled);
  if (!lag && !query.share) {
    return { assembled, figure: (metric, _, base) => inline(metric, base), state };
  }
  const sides = lag ? [false, true] : [false];
  const figures = asked.flatMap(({ metric, name }) =>
    sides.map((base) => ({ ...inline(metric, base), as: base ? `${name}_base` : name })),
  );
  const nameOf = avoidNames([...assembled.keys, ...figures].map(({ as }) => as));
  const silences = asked.flatMap((one) => {
    const of = silenceExpr(one.metric, assembled, layout);
    return of ? [{ of, asked: one.name, as: nameOf(`${one.name}_silent`) }] : [];
  });
  const states = state ? [{ of: state, as: nameOf('figure_state') }] : [];
  const columns = [
    ...assembled.keys,
    ...[...figures, ...silences, ...states].map(({ of, as }) => ({ of, as })),
  ];
  const measured = builder.addStep('measured', selectOf(assembled, columns));
  const doubts = asked.flatMap(({ metric, name }) => {
    const found = addUndecidedStep(metric, measured, builder);
    if (!found) return [];
    const flag = (key: keyof Undecided) => ({ of: found[key], as: nameOf(`${name}_undecided`) });
    return [{ asked: name, cell: flag('cell'), total: flag('total'), whole: flag('whole') }];
  });
  const flags = doubts.flatMap(({ cell, total, whole }) => [cell, total, whole]);
  const told =
    flags.length > 0
      ? builder.addStep('told', {
          columns: [...namedColumns(columns.map(({ as }) => as)), ...flags],
          from: { table: [measured] },
        })
      : measured;
  return {
    assembled: {
      from: { table: [told] },
      where: [],
      groupBy: [],
      having: [],
      keys: assembled.keys.map(({ as }) => ({ of: column(as), as })),
    },
    figure: (_, name, base) => {
      const as = base ? `${name}_base` : name;
      return { of: column(as), exact: figures.find((one) => one.as === as)!.exact };
    },
    silent: (name) => {
      const silence = silences.find((one) => one.asked === name);
      return silence && column(silence.as);
    },
    undecided: (name) => {
      const doubt = doubts.find((one) => one.asked === name);
      if (!doubt) return undefined;
      const { cell, total, whole } = doubt;
      return { cell: column(cell.as), total: column(total.as), whole: column(whole.as) };
    },
    ...(states[0] && { state: column(states[0].as) }),
  };
}

/** A metric's figure, null where it is not known: after its last period, before a rolling one is whole, and without a base. */
function known(metric: Metric, base: boolean, assembled: Assembled, layout: Layout): Figure {
  const { question } = layout;
  const figure = figureOf(metric, assembled.scope(base));
  const leaves = directBasesOf(metric.id, question.known).map((one) =>
    question.leaves.find((leaf) => leaf.metric === one)!,
  );
  const time = question.time && assembled.keys.find(({ as }) => as === layout.column.time)!.of;
  const conditions = [
    ...(time
      ? [...reached(time, leaves, layout), ...rolled(time, leaves, base, layout)]
      : begun(leaves, question)),
    ...(base ? leaves.flatMap((leaf) => periodConditions(time, leaf, question)) : []),
  ];
  if (conditions.length === 0) return figure;
  const once = new Map(conditions.map((one) => [JSON.stringify(one), one]));
  return { ...figure, of: { kind: 'case', when: [[and(...once.values()), figure.of]] } };
}

/** That a period is not after the last one that is known. */
function reached(time: Expr, leaves: readonly Leaf[], { question, grid }: Layout): readonly Expr[] {
  if (leaves.length === 0) return [];
  const last = leaves.map((leaf) => lastPeriod(leaf, question)).sort()[0]!;
  // The rows of a dataset, and of a metric with a last day of its own, end where they are reported.
  const strange = question.allLeaves.some(
    ({ metric, contract, time }) =>
      time.column !== contract.time.column && metric.reportedThrough === undefined,
  );
  return last < latestPeriod(question) || (strange && !grid) ? [operation(time, '<=', day(last))] : [];
}

/** That the first period of a rolling stretch has rows, or one before it. */
function rolled(time: Expr, leaves: readonly Leaf[], base: boolean, layout: Layout): readonly Expr[] {
  const { question, groups } = layout;
  if (question.query.rolling === undefined) return [];
  const start = startExpr(question, base ? basePeriod(time, question) : time);
  return leaves.map((leaf) => operation(firstPeriod(leaf, groups, question), '<=', start));
}

/** Without a grain, that some period of a dataset by months or years is over before the window begins. */
function begun(leaves: readonly Leaf[], { window }: Question): readonly Expr[] {
  const early = leaves.some((leaf) => window && leaf.time.grain !== 'day' && window.start > lastWhole(leaf));
  return early ? [truth(false)] : [];
}

function lastPeriod(leaf: Leaf, question: Question): string {
  return startOf(lastKnown(leaf, question), question.time!.grain, question.fiscalStart);
}

function finalSelect(
  { assembled, figure, silent, undecided, state }: Measured,
  layout: Layout,
): Omit<Select, 'with'> {
  const { question, column: names } = layout;
  const { query, asked } = question;
  const key = (name: string): Expr | undefined => assembled.keys.find(({ as }) => as === name)?.of;
  const [total, rank] = [key(names.total), key(names.rank)];
  const values = asked.flatMap(({ metric, name }) => {
    const value = figure(metric, name, false);
    const base = question.lag ? { ...figure(metric, name, true), silent: silent?.(name) } : undefined;
    return figureColumns(name, value, base, undecided?.(name), layout);
  });
  const select = selectOf(assembled, [
    ...(query.by ?? []).map((name) => keyColumn(name, key, layout)),
    ...values,
    ...(state ? [{ of: state, as: stateColumn(question)!.name }] : []),
    ...(query.top || query.totals ? [{ of: kindOf(rank, total, question), as: 'row_kind' }] : []),
  ]);
  return {
    ...select,
    // They were needed for shares alone.
    ...(total && !query.totals && { qualify: [{ kind: 'not', of: total } as const] }),
    orderBy: [
      ...(total && query.totals ? [{ of: total }] : []),
      ...(query.by ?? []).map((name): SortKey => {
        if (name === question.time?.name) return { of: key(names.time)! };
        return { of: name === question.top?.of ? rank! : key(name)! };
      }),
    ],
  };
}

function keyColumn(
  name: string,
  key: (name: string) => Expr | undefined,
  { question, column: names }: Layout,
): Output {
  if (name === question.time?.name) return { of: key(names.time)!, as: name };
  const of = key(name)!;
  const { type } = question.dimensions.find((one) => one.name === name)!;
  return { of: type === 'INTEGER' && !question.exact ? cast(of, 'DOUBLE') : of, as: name };
}

/** The columns of one metric: exact until here, DOUBLE from here, where nobody asks for the exact ones. */
function figureColumns(
  name: string,
  value: Figure,
  base: (Figure & { readonly silent: Expr | undefined }) | undefined,
  undecided: Undecided | undefined,
  layout: Layout,
): readonly Output[] {
  const { query, exact: stays } = layout.question;
  const double = ({ of, exact }: Figure): Expr => (exact && !stays ? cast(of, 'DOUBLE') : of);
  const columns: Output[] = [{ of: double(value), as: name }];
  if (base) {
    const plain = operation(value.of, '-', base.of);
    const difference: Figure = { of: toldOf(plain, base.silent, undecided?.cell), exact: value.exact };
    columns.push(
      { of: double(base), as: `${name}_base` },
      { of: double(difference), as: `${name}_difference` },
      { of: percentOf(difference.of, call('abs', base.of)), as: `${name}_percent` },
    );
  }
  if (query.share) {
    const share = toldOf(percentOf(value.of, ofTotal(value.of, layout)), undecided?.whole);
    columns.push({ of: share, as: `${name}_share` });
  }
  if (query.contribution && base) {
    const change = toldOf(operation(orZero(value.of), '-', orZero(base.of)), base.silent, undecided?.total);
    columns.push({
      of: percentOf(change, call('abs', ofTotal(base.of, layout))),
      as: `${name}_contribution`,
    });
  }
  return columns;
}

/** A change or a share; null if a member is silent, or a merged cell may be of it: it may only come from the rows that are not there. */
function toldOf(of: Expr, ...doubts: readonly (Expr | undefined)[]): Expr {
  const given = doubts.filter((one) => one !== undefined);
  return given.length > 0 ? { kind: 'case', when: [[not(or(...given)), of]] } : of;
}

/** How many hundredths of a whole a part is. */
function percentOf(part: Expr, whole: Expr): Expr {
  const size = call('nullif', cast(whole, 'DOUBLE'), number(0));
  return operation(operation(number(100), '*', cast(part, 'DOUBLE')), '/', size);
}

/** The figure of all dimension values together, of the same period. */
function ofTotal(of: Expr, { question, column: names }: Layout): Expr {
  const over = question.time ? [column(names.time)] : [];
  return { kind: 'aggregate', name: 'anyValue', of, where: [column(names.total)], over };
}

const orZero = (of: Expr): Expr => call('coalesce', of, number(0));

function kindOf(rank: Expr | undefined, total: Expr | undefined, { top }: Question): Expr {
  const when: (readonly [Expr, Expr])[] = [];
  if (total) when.push([total, text('total')]);
  if (top && rank) when.push([operation(rank, '>', number(top.count)), text('rest')]);
  return { kind: 'case', when, otherwise: text('value') };
}
