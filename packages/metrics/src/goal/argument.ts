import { MetricsError } from '../error.js';
import { isDay } from '../plan/day.js';
import type { Day } from '../plan/plan.js';
import type { JudgedGoal } from './goal.js';
import type { Series } from './series.js';

/** Throws `MetricsError` `REFUSED` where a goal, a series or a day breaks what its type promises. */
export function checkArguments(goal: JudgedGoal, series: Series, asOf: Day): void {
  const { period, target, baseline, milestones = [] } = goal;
  const refuse = (what: string): never => {
    throw new MetricsError('REFUSED', `Goal ${goal.id} cannot be judged: ${what}.`);
  };
  const checkDay = (day: Day): void => {
    if (!isDay(day)) refuse(`${String(day)} is no calendar day such as 2026-10-31`);
  };
  const checkFigure = (figure: number): void => {
    if (!Number.isFinite(figure)) refuse(`${figure} is no finite number`);
  };
  for (const day of [asOf, period.start, period.end, series.reportedThrough ?? asOf]) checkDay(day);
  for (const { date, value } of [...(baseline ? [baseline] : []), ...milestones, ...series.observations]) {
    checkDay(date);
    checkFigure(value);
  }
  checkFigure(target ?? 0);
  if (period.start > period.end) refuse('its period ends before it begins');
  if (goal.direction === 'decrease' && goal.accumulate !== 'level') refuse('only a level can decrease');
}
