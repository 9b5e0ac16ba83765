import type { Day, Period } from '../plan/plan.js';
import { dayNumber } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import { shareOfWay } from './share.js';
import { toFinite } from './sum.js';
import type { Schedule } from './verdict.js';

/** A share that is due on a day. */
interface Due {
  readonly day: number;
  readonly share: number;
}

/** The way of a goal, and where it stands on it. */
export interface Way {
  readonly attainment: number;
  readonly baseline: number;
  /** Another figure than the baseline. */
  readonly target: number;
  /** The last day whose figures count. */
  readonly dataThrough: Day;
}

/**
 * How much of the way should be done by `dataThrough`, and how what is done stands to it (METHODS §3): first the schedule that a
 * goal is judged by, along its milestones where it has them and else evenly over its days; then the other one that applies.
 */
export function schedules(
  {
    period,
    accumulate,
    baseline: from,
    milestones = [],
  }: Pick<JudgedGoal, 'period' | 'accumulate' | 'baseline' | 'milestones'>,
  { attainment, baseline, target, dataThrough }: Way,
): readonly [Schedule, ...Schedule[]] {
  // A level's way begins on the day after its baseline.
  const start = { day: accumulate === 'level' && from ? dayNumber(from.date) : before(period), share: 0 };
  const end = { day: dayNumber(period.end), share: 1 };
  const way = milestones
    .map(({ date, value }) => ({ day: dayNumber(date), share: shareOfWay(value, baseline, target) }))
    .filter(({ day }) => day > start.day && day < end.day)
    .sort((a, b) => a.day - b.day);
  const due = (points: readonly Due[]): number => shareDue([start, ...points, end], dayNumber(dataThrough));
  const linear = stand('linear', due([]), attainment);
  return way.length > 0 ? [stand('path', due(way), attainment), linear] : [linear];
}

/** How what is done stands to what should be. */
export function stand(kind: Schedule['kind'], expected: number, attainment: number): Schedule {
  return {
    kind,
    expected,
    gap: toFinite(attainment - expected),
    ratio: expected === 0 ? null : toFinite(attainment / expected),
  };
}

/** The share of a period's days up to a day, both ends inclusive, from 0 to 1. */
export function linearShare(period: Period, day: Day): number {
  const way = [
    { day: before(period), share: 0 },
    { day: dayNumber(period.end), share: 1 },
  ];
  return shareDue(way, dayNumber(day));
}

/** The number of the day before a period. */
function before({ start }: Period): number {
  return dayNumber(start) - 1;
}

/** Straight lines from one share that is due to the next; nothing before the first, all from the last on. */
function shareDue(due: readonly Due[], day: number): number {
  const next = due.findIndex((point) => point.day > day);
  if (next < 0) return 1;
  if (next === 0) return 0;
  const [from, to] = [due[next - 1]!, due[next]!];
  const part = (day - from.day) / (to.day - from.day);
  return toFinite(from.share * (1 - part) + to.share * part);
}
