import { isComplete, isStretched } from './axis.js';
import { readBase } from './base.js';
import type { Catalogue } from './catalogue.js';
import { statesOf } from './formula.js';
import { avoidNames } from './names.js';
import { startOf, type Grain } from './period.js';
import type { Question } from './question.js';
import { columnsOf, groupLeaves, type LeafGroup } from './leaf-group.js';
import { baseQuestion, basesIn, periodsQuestion } from './series-question.js';

/** The steps of a question's statement, and the names of their columns. */
export interface Layout {
  readonly question: Question;
  readonly groups: readonly LeafGroup[];
  /** Whether one GROUP BY over a table gives all figures of a group of leaves. */
  readonly plain: boolean;
  /** Whether figures are of stretches that reach over their own period. */
  readonly stretched: boolean;
  /** Whether each period has a row. */
  readonly grid: boolean;
  /** Whether the rows of all dimension values together are needed. */
  readonly total: boolean;
  /** How fine the parts are that stretches are put together from. */
  readonly part?: Grain;
  /** Names of columns between the steps. */
  readonly column: Readonly<
    Record<'time' | 'day' | 'moved' | 'asked' | 'last' | 'member' | 'rank' | 'total', string>
  >;
  /** The figures that indices and moving averages are computed from: of periods, and of base periods. */
  readonly series?: { readonly periods: Layout; readonly bases: ReadonlyMap<string, Layout> };
  /** Names of states, by metric: value and base. */
  readonly states: ReadonlyMap<string, readonly (readonly [value: string, base: string])[]>;
}

/** Lays out the steps of a question. */
export function layOut(question: Question, catalogue: Catalogue): Layout {
  const { query, time, top, lag, dimensions } = question;
  const stretched = isStretched(query);
  const total = query.totals === true || query.share === true || query.contribution === true;
  // A dimension that dates the rows, too, would be one expression with their period, and one set of groups with the total.
  const twice =
    total && question.leaves.some((leaf) => dimensions.some(({ name }) => name === leaf.time.column));
  const plain = !lag && !stretched && !top && !twice;
  const groups = groupLeaves(question, catalogue, plain);
  const own = [...dimensions.map(({ name }) => name), ...groups.flatMap(columnsOf)];
  const name = avoidNames([...own, ...question.asked.flatMap((one) => [one.name, `${one.name}_base`])]);
  const column = {
    time: name(time?.name ?? 'period'),
    day: name('day'),
    moved: name('moved'),
    asked: name('asked'),
    last: name('last_day'),
    member: name('member'),
    rank: name('rank'),
    total: name('total'),
  };
  const state = avoidNames([...own, ...Object.values(column)]);
  const part = partOf(question, stretched);
  return {
    question,
    groups,
    plain,
    stretched,
    grid: isComplete(query),
    total,
    ...(part && { part }),
    ...(question.series.length > 0 && { series: layOutSeries(question, catalogue) }),
    column,
    states: new Map(
      question.leaves.map((leaf) => [
        leaf.metric.id,
        statesOf(leaf).map((one) => [state(one.name), state(`${one.name}_base`)]),
      ]),
    ),
  };
}

/** Periods are parts of stretches, but weeks none of years, and a window may begin within one. */
function partOf(question: Question, stretched: boolean): Grain | undefined {
  const { time, query, window, top, fiscalStart, lag, leaves } = question;
  if (!time || !stretched) return time?.grain;
  const within = top && window && startOf(window.start, time.grain, fiscalStart) !== window.start;
  const cut = lag && leaves.some((leaf) => readBase(leaf, question).cut?.end !== undefined);
  return within || cut || (time.grain === 'week' && query.cumulative) ? 'day' : time.grain;
}

function layOutSeries(question: Question, catalogue: Catalogue): NonNullable<Layout['series']> {
  return {
    periods: layOut(periodsQuestion(question), catalogue),
    bases: new Map(basesIn(question).map((base) => [base, layOut(baseQuestion(question, base), catalogue)])),
  };
}
