import type { Day } from '../plan/plan.js';
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
 * How much of the way should be done by `dataThrough`, and how what is done stands to it (METHODS §3): along the goal's
 * milestones where it has them, else evenly over its days.
 */
export function schedule(
  goal: Pick<JudgedGoal, 'period' | 'accumulate' | 'baseline' | 'milestones'>,
  { attainment, baseline, target, dataThrough }: Way,
): Schedule {
  // A level's way begins on the day after its baseline.
  const start =
    goal.accumulate === 'level' && goal.baseline
      ? dayNumber(goal.baseline.date)
      : dayNumber(goal.period.start) - 1;
  const end = dayNumber(goal.period.end);
  const milestones = (goal.milestones ?? [])
    .map(({ date, value }) => ({ day: dayNumber(date), share: shareOfWay(value, baseline, target) }))
    .filter(({ day }) => day > start && day < end)
    .sort((a, b) => a.day - b.day);
  const due = [{ day: start, share: 0 }, ...milestones, { day: end, share: 1 }];
  const expected = expectedShare(due, dayNumber(dataThrough));
  return {
    kind: milestones.length > 0 ? 'path' : 'linear',
    expected,
    gap: toFinite(attainment - expected),
    ratio: expected === 0 ? null : toFinite(attainment / expected),
  };
}

/** Straight lines from one share that is due to the next; nothing before the first, all from the last on. */
function expectedShare(due: readonly Due[], day: number): number {
  const next = due.findIndex((point) => point.day > day);
  if (next < 0) return 1;
  if (next === 0) return 0;
  const [from, to] = [due[next - 1]!, due[next]!];
  const part = (day - from.day) / (to.day - from.day);
  return toFinite(from.share * (1 - part) + to.share * part);
}
