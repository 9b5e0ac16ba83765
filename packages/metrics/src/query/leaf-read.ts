import type { Day } from '../base/day.js';
import { readMeasure } from '../metric/measure.js';
import type { Condition } from '../metric/metric.js';
import type { Period } from '../plan/plan.js';
import { isStretched, lastKnown, lastWhole } from './axis.js';
import { conditionExpr } from './condition.js';
import { timeConditions, wholeConditions } from './leaf-group.js';
import { endOf, startOf } from './period.js';
import type { Leaf, Question } from './question.js';
import { printDuckdb } from './sql/duckdb.js';
import { and, cast, column, day, operation, or, type Expr, type Select } from './sql/node.js';
import { listStretches, mergeStretches } from './stretch.js';

/** Runs a statement and gives its rows: DATE as text, DOUBLE as numbers. */
export type RunRows = (
  sql: string,
) => Promise<readonly Readonly<Record<string, string | number | boolean | null>>[]>;

/** How the days of rows are found. */
export interface KnownDays {
  readonly run: RunRows;
  /** The first days of the periods of the answer's rows. */
  readonly periods?: readonly (Day | null)[] | undefined;
}

/** A metric over rows, the days of its own rows where they were asked for, and its stretches. */
export interface LeafRead {
  readonly leaf: Leaf;
  /** The question that its rows are read for: that of the answer, or of the figures of an index or a moving average. */
  readonly question: Question;
  readonly days?: readonly Dated[];
  /** Those of value and base, put together. */
  readonly stretches: readonly Period[];
  /** The days of which a stock's rows count; absent where all of the stretches do. */
  readonly last?: readonly Day[];
}

interface Dated {
  readonly day: Day;
  /** Whether a row of it meets the query's own conditions, too. */
  readonly asked: boolean;
}

/** Finds the days of a metric's rows where something hangs on them: periods that are due, and the last day of a stock. */
export async function readDays(
  leaf: Leaf,
  question: Question,
  { run, periods }: KnownDays,
): Promise<LeafRead> {
  const stock = isStock(leaf, question);
  if (leaf.time.grain === 'day' && !stock) {
    const merged = isStretched(question.query) && question.window !== undefined;
    return {
      leaf,
      question,
      stretches: merged ? mergeStretches(listStretches(leaf, question, undefined)) : [],
    };
  }
  const rows = periods ? [] : await run(printDuckdb(daysSelect(leaf, question)));
  const days = periods
    ? [...new Set(periods)].filter((day) => day !== null).map((day) => ({ day, asked: true }))
    : rows.map((row) => ({ day: String(row.day), asked: Number(row.asked) > 0 }));
  const stretches = listStretches(leaf, question, days[0]?.day);
  const last = stock ? { last: lastDays(days, stretches) } : {};
  return { leaf, question, days, stretches: mergeStretches(stretches), ...last };
}

/** Whether a metric counts the last day of stretches alone that hold several. */
export function isStock({ metric, time }: Leaf, question: Question): boolean {
  const several = isStretched(question.query) || question.time?.grain !== time.grain;
  return readMeasure(metric.measure).kind === 'last' && several;
}

function daysSelect({ metric, contract, table, time }: Leaf, { conditions }: Question): Select {
  const of = column(time.column);
  const asked = conditions.map((one) => conditionExpr(one, contract));
  const count: Expr = { kind: 'aggregate', name: 'count', ...(asked.length > 0 && { where: asked }) };
  const own = (metric.where ?? []).map((one) => conditionExpr(one, contract));
  const ends = metric.reportedThrough === undefined ? [] : [operation(of, '<=', day(metric.reportedThrough))];
  return {
    columns: [
      { of, as: 'day' },
      { of: cast(count, 'DOUBLE'), as: 'asked' },
    ],
    from: { table },
    where: [{ kind: 'isNull', of, not: true }, ...own, ...ends],
    groupBy: [[of]],
    orderBy: [{ of }],
  };
}

/** The last day with rows of each stretch, once. */
function lastDays(days: readonly Dated[], stretches: readonly Period[]): readonly Day[] {
  const found = new Set<Day>();
  for (const { start, end } of stretches) {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]!.day <= end) low = middle + 1;
      else high = middle;
    }
    const last = days[low - 1];
    if (last && last.day >= start) found.add(last.day);
  }
  return [...found].sort();
}

/** The conditions of a metric and of the query. */
export function conditionsOf({ leaf, question }: LeafRead): readonly Condition[] {
  return [...(leaf.metric.where ?? []), ...question.conditions];
}

/** The conditions on the rows that a metric reads for values and bases. */
export function rowTests(read: LeafRead): readonly Expr[] {
  const own = conditionsOf(read).map((one) => conditionExpr(one, read.leaf.contract));
  return [...own, ...dayTests(read)];
}

/** The conditions on the days of these rows. */
export function dayTests({ leaf, question, stretches, last }: LeafRead): readonly Expr[] {
  const of = column(leaf.time.column);
  if (last) {
    const list = last.map(day);
    return [list.length > 0 ? { kind: 'in', of, list } : never(of)];
  }
  if (isStretched(question.query) && question.window) {
    return anyOf(
      stretches.map(({ start, end }) => within(of, start, end)),
      of,
    );
  }
  const sides = question.lag && question.window ? [false, true] : [false];
  const times = sides.map((base) => [
    ...timeConditions(leaf, question, base),
    ...(base ? [] : knownConditions(leaf, question, of)),
  ]);
  const free = times.some((all) => all.length === 0);
  return [...wholeConditions(leaf), ...(free ? [] : anyOf(times.map(every), of))];
}

/** Of periods after the last one that is known there is no figure. */
function knownConditions(leaf: Leaf, question: Question, of: Expr): readonly Expr[] {
  const { time, fiscalStart, window } = question;
  if (!time) {
    const begun = leaf.time.grain === 'day' || !window || window.start <= lastWhole(leaf);
    return begun ? [] : [never(of)];
  }
  const last = endOf(startOf(lastKnown(leaf, question), time.grain, fiscalStart), time.grain);
  return window && window.end <= last ? [] : [operation(of, '<=', day(last))];
}

export const every = (all: readonly Expr[]): Expr => and(...all);
const never = (of: Expr): Expr => and({ kind: 'isNull', of }, { kind: 'isNull', of, not: true });
const within = (of: Expr, start: Day, end: Day): Expr => ({
  kind: 'between',
  of,
  from: day(start),
  to: day(end),
});

function anyOf(all: readonly Expr[], of: Expr): readonly Expr[] {
  return [all.length === 0 ? never(of) : or(...all)];
}
