import type { Day } from '../base/day.js';
import type { Period } from '../plan/plan.js';
import { dayNumber } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import { isSame } from '../base/same.js';
import { shareOfWay } from './share.js';
import { toFinite } from '../base/decimal.js';
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

/** The days of a goal's way: a level's begins on the day after its baseline. */
export type GoalDays = Pick<JudgedGoal, 'period' | 'accumulate' | 'baseline'>;

/** How a goal is measured against its days: first the schedule that it is judged by, then another one that applies. */
export type Scheduler<G extends GoalDays = GoalDays> = (
  goal: G,
  way: Way,
) => readonly [Schedule, ...Schedule[]];

/** A share of a goal's way that is due by a day, by one schedule. */
export interface ShareDue {
  readonly kind: Schedule['kind'];
  readonly share: number;
}

/**
 * The shares of a goal's way that are due by a day (METHODS §3): along its milestones if it has some on the way, then evenly over its days.
 * The first one judges. The share of earlier years is that of `samePeriodDue`.
 *
 * @example sharesDue(goal, { baseline: 0, target: 6000 }, '2026-10-31') // [{ kind: 'linear', share: 0.8328… }]
 */
export function sharesDue(
  goal: GoalDays & Pick<JudgedGoal, 'milestones'>,
  { baseline, target }: Pick<Way, 'baseline' | 'target'>,
  day: Day,
): readonly [ShareDue, ...ShareDue[]] {
  const [start, end] = endsOf(goal);
  const number = dayNumber(day);
  const evenlyDue: ShareDue = { kind: 'linear', share: shareDue([start, end], number) };
  const points = (goal.milestones ?? [])
    .map(({ date, value }) => ({ day: dayNumber(date), share: shareOfWay(value, baseline, target) }))
    .filter(({ day }) => day > start.day && day < end.day)
    .sort((a, b) => a.day - b.day);
  if (points.length === 0) return [evenlyDue];
  return [{ kind: 'path', share: shareDue([start, ...points, end], number) }, evenlyDue];
}

/** How much of the way should be done by `dataThrough` if it is done evenly over its days (METHODS §3 `linear`). */
export const evenly: Scheduler = (goal, { attainment, dataThrough }) => [
  stand('linear', shareDue(endsOf(goal), dayNumber(dataThrough)), attainment),
];

/**
 * The share of the way that is due by `dataThrough`, and the attainment against it (METHODS §3): along the goal's milestones if
 * it has them, with its days beside; else evenly over its days.
 */
export const alongMilestones: Scheduler<GoalDays & Pick<JudgedGoal, 'milestones'>> = (goal, way) => {
  const [first, ...others] = sharesDue(goal, way, way.dataThrough);
  const against = ({ kind, share }: ShareDue): Schedule => stand(kind, share, way.attainment);
  return [against(first), ...others.map(against)];
};

function endsOf({ period, accumulate, baseline }: GoalDays): readonly [Due, Due] {
  return [
    { day: accumulate === 'level' && baseline ? dayNumber(baseline.date) : before(period), share: 0 },
    { day: dayNumber(period.end), share: 1 },
  ];
}

/** The gap and the ratio of attainment to schedule. */
export function stand(kind: Schedule['kind'], expected: number, attainment: number): Schedule {
  if (expected !== 0 && isSame(attainment, expected)) return { kind, expected, gap: 0, ratio: 1 };
  return {
    kind,
    expected,
    gap: toFinite(attainment - expected),
    ratio: expected === 0 ? null : toFinite(attainment / expected),
  };
}

/** The share of a period's days up to a day, both ends inclusive, from 0 to 1. */
export function linearShare(period: Period, day: Day): number {
  return shareDue(endsOf({ period, accumulate: 'total' }), dayNumber(day));
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
