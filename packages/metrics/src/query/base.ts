import type { Day } from '../base/day.js';
import type { Period } from '../plan/plan.js';
import { isStretched, lastKnown } from './axis.js';
import { endOf, moveDay, nextDay, placeBack, startOf, steps, times } from './period.js';
import type { Leaf, Question } from './question.js';
import { day, not, operation, truth, type Expr } from './sql/node.js';

/** The days of the base of a comparison, for a metric over rows: the rule of QUERIES.md §3. */
export interface Base {
  /** From the first day to the last that stand in the base of any period; none where the start is after the end. */
  readonly start?: Day;
  readonly end: Day;
  /** The first period, where the window begins within it so that its base is not all that is left of the period before. */
  readonly cut?: Cut;
}

interface Cut {
  readonly period: Day;
  /** The period that its base lies in. */
  readonly base: Period;
  /** The last day of its base; absent where it has none. */
  readonly end?: Day;
}

/** Reads the base of a question that compares, for one of its metrics over rows. */
export function readBase(leaf: Leaf, question: Question): Base {
  const { window, time, fiscalStart } = question;
  const lag = question.lag!;
  const end = lastKnown(leaf, question);
  if (!time) return placeBack({ start: window!.start, end }, lag);
  const last = startOf(end, time.grain, fiscalStart);
  if (!window) return { end: placeBack({ start: last, end }, lag).end };
  const first = startOf(window.start, time.grain, fiscalStart);
  const whole = first < last;
  const plain = placeBack({ start: window.start, end: whole ? endOf(first, time.grain) : end }, lag);
  const start = isStretched(question.query)
    ? stretchStart(moveDay(first, times(lag, -1)), question)
    : plain.start;
  const cut = readCut(first, plain, question);
  return {
    start,
    end: whole ? placeBack({ start: last, end }, lag).end : plain.end,
    // Of a lone period the end of all is its end.
    ...(cut && (whole || cut.end === undefined) && { cut }),
  };
}

function readCut(period: Day, { start, end }: Period, { time, lag }: Question): Cut | undefined {
  const first = moveDay(period, times(lag!, -1));
  const base = { start: first, end: endOf(first, time!.grain) };
  if (start > end) return { period, base };
  return end < base.end ? { period, base, end } : undefined;
}

/** The first day of the stretch that ends with a period. */
export function stretchStart(period: Day, { query, time, fiscalStart }: Question): Day {
  if (query.cumulative) return startOf(period, 'year', fiscalStart);
  return moveDay(period, times(steps[time!.grain], 1 - query.rolling!));
}

/** The condition on a day of a plain base, beside its bounds: some period is compared with it. */
export function baseConditions(of: Expr, leaf: Leaf, question: Question): readonly Expr[] {
  const { cut } = readBase(leaf, question);
  return [
    ...(cut?.end === undefined ? [] : [not(between(of, nextDay(cut.end), cut.base.end))]),
    ...existing(of, question),
  ];
}

/** The condition on a period that has a base, beside that it is not after the last known one. */
export function periodConditions(time: Expr | undefined, leaf: Leaf, question: Question): readonly Expr[] {
  const { start, end, cut } = readBase(leaf, question);
  if (!time) return start! > end ? [truth(false)] : [];
  return [
    ...(cut && cut.end === undefined ? [operation(time, '>', day(cut.period))] : []),
    ...existing(time, question),
    ...(question.query.cumulative ? inYear(time, question) : []),
  ];
}

/** By day, 29 February has no day in the years before and after. */
function existing(of: Expr, { lag, time }: Question): readonly Expr[] {
  return time?.grain === 'day' && lag!.months > 0 ? [not({ kind: 'leapDay', of })] : [];
}

/** Year-to-date is compared within its year, or with the year before. */
function inYear(time: Expr, { query, lag, fiscalStart }: Question): readonly Expr[] {
  const yearOf = (of: Expr): Expr => ({ kind: 'bucket', of, grain: 'year', fiscalStart });
  const year = yearOf(move(time, times(lag!, -1)));
  if (query.compare === 'previous-period') return [operation(year, '=', yearOf(time))];
  return lag!.months > 0 ? [] : [operation(move(year, steps.year), '=', yearOf(time))];
}

/** The period that the base of a period lies in. */
export function basePeriod(time: Expr, { lag }: Question): Expr {
  return move(time, times(lag!, -1));
}

function move(of: Expr, by: NonNullable<Question['lag']>): Expr {
  return { kind: 'move', of, by };
}

function between(of: Expr, from: Day, to: Day): Expr {
  return { kind: 'between', of, from: day(from), to: day(to) };
}
