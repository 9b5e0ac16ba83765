import type { Day, Method } from '../plan/plan.js';
import { conclude, weigh, type Assessment } from './assess.js';
import type { JudgedGoal } from './goal.js';
import { samePeriodShare } from './same-period.js';
import { stand } from './schedule.js';
import type { Series } from './series.js';
import type { Verdict } from './verdict.js';

/** The day of judging, and by what. */
export interface JudgeOptions {
  readonly asOf: Day;
  /** A published method to read the goal by beside its status (METHODS §6); the goal's own where absent. */
  readonly method?: Method;
}

/**
 * Judges a goal by its series on a day (METHODS §1–6): a verdict of plain data, frozen throughout. Figures are in the goal's
 * unit, shares of 1. Where nothing is reported they are `null`.
 * Throws `MetricsError` `REFUSED` for a text that is no calendar day, a figure that is not finite, a period that ends
 * before it begins, and `decrease` on anything but a level.
 *
 * @example judge(goal, series, { asOf: '2026-11-15' }).reason.zh // '截至2026年10月，完成83.9%，比时序进度快0.6个百分点，进度正常。'
 */
export function judge(goal: JudgedGoal, series: Series, { asOf }: JudgeOptions): Verdict {
  const found = weigh(goal, series, asOf);
  return conclude(goal, withSamePeriod(goal, series, found));
}

/** Beside the schedules of a total, that of earlier years (METHODS §3). */
function withSamePeriod(
  { accumulate, period }: JudgedGoal,
  { grain }: Series,
  found: Assessment,
): Assessment {
  const { attainment, observed, schedules } = found;
  if (accumulate !== 'total' || attainment === null) return found;
  const expected = samePeriodShare(observed.history, grain, period, observed.dataThrough!);
  if (expected === null) return found;
  return { ...found, schedules: [...schedules, stand('same-period', expected, attainment)] };
}
