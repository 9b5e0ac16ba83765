import { isSame, reaches, settle } from '../base/same.js';
import type { JudgedGoal } from './goal.js';
import type { Observed } from './observed.js';
import { forecastCount } from './poisson-gamma.js';
import { rule, type Ruling } from './status.js';
import { evenly, type Scheduler } from './schedule.js';
import { shareOfWay } from './share.js';
import { defaultThresholds } from './thresholds.js';
import type { Schedule, Verdict } from './verdict.js';

/** The judgement of one figure: a status with its deciding rule, the attainment and the schedules. */
export interface JudgedFigure
  extends Pick<Verdict, 'baseline' | 'target' | 'attainment' | 'thresholds'>, Ruling {
  /** The one that judges first; empty where the goal has no way to measure. */
  readonly schedules: readonly Schedule[];
  /** Whether the target is reached. */
  readonly reached: boolean;
  /** Whether the data reach the end date. */
  readonly ended: boolean;
}

/** The time and the kind of a figure. */
export interface JudgeFigureOptions {
  /** Whether the goal's period has begun by the day of judging. */
  readonly begun: boolean;
  /** Whether it counts things (METHODS §4.6). */
  readonly count: boolean;
  /** The schedules to measure against; by days if absent. */
  readonly schedule?: Scheduler<JudgedGoal>;
}

/**
 * Rules on a goal by its figure alone (METHODS §1, §3 and §4): judging for a given figure, without a reason.
 * The goal's days and figures are not checked; `judgeWithoutHistory` and `judge` check them, and say why.
 *
 * @example judgeFigure(goal, { actual: 5036, dataThrough: '2026-10-31' }, { begun: true, count: false }).status // 'on-track'
 */
export function judgeFigure(
  goal: JudgedGoal,
  { actual, dataThrough }: Pick<Observed, 'actual' | 'dataThrough'>,
  { begun, count, schedule = evenly }: JudgeFigureOptions,
): JudgedFigure {
  const level = goal.accumulate === 'level';
  const decrease = goal.direction === 'decrease';
  const thresholds = goal.thresholds ? { ...defaultThresholds, ...goal.thresholds } : defaultThresholds;
  // Adding zero makes a negative zero an ordinary one.
  const target = goal.target === null ? null : goal.target + 0;
  const baseline = !level ? 0 : goal.baseline ? settle(goal.baseline.value + 0, [target]) : null;
  // A figure that is the same as one of the plan's is taken for it.
  const marks = [target, baseline, ...(goal.milestones ?? []).map(({ value }) => value)];
  const ended = dataThrough !== null && dataThrough >= goal.period.end;
  const reached =
    actual !== null && target !== null && (decrease ? reaches(target, actual) : reaches(actual, target));
  const way =
    actual !== null &&
    dataThrough !== null &&
    baseline !== null &&
    target !== null &&
    !isSame(baseline, target)
      ? { attainment: shareOfWay(settle(actual, marks), baseline, target), baseline, target, dataThrough }
      : null;
  const paces = way ? schedule(goal, way) : [];
  return Object.assign(
    rule({
      begun,
      actual,
      target,
      baseline,
      reached,
      ended,
      decrease,
      hold: level && goal.hold === true,
      schedule: paces[0] ?? null,
      thresholds,
      // Are single events counted, and few of them? Then a pace says nothing.
      forecast: () =>
        count && !level && target! <= thresholds.smallCount
          ? forecastCount(goal, actual!, target!, dataThrough!)
          : null,
    }),
    { baseline, target, attainment: way?.attainment ?? null, schedules: paces, thresholds, reached, ended },
  );
}
