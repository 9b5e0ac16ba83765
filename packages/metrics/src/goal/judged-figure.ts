import { isSame, reaches, settle } from '../base/same.js';
import { isKept, isSummed } from '../plan/target-kind.js';
import { earlier } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import { settleGoal } from './kind.js';
import { ruleKept } from './kept.js';
import { isWithin, limitsOf, type Limits } from './limits.js';
import type { LimitPeriods } from './limit-period.js';
import type { Observed } from './observed.js';
import { forecastCount, forecastExcess } from './poisson-gamma.js';
import { rule, type Ruling } from './status.js';
import { evenly, type Scheduler } from './schedule.js';
import { shareOfWay } from './share.js';
import { defaultThresholds } from './thresholds.js';
import type { Schedule, Verdict } from './verdict.js';

/** The judgement of one figure: a status with its deciding rule, the attainment and the schedules. */
export interface JudgedFigure
  extends Pick<Verdict, 'baseline' | 'target' | 'attainment' | 'thresholds'>, Ruling {
  /** The limits of a bound or a range; `null` for a goal that is reached. */
  readonly limits: Limits | null;
  /** The share that the schedules measure: the attainment, or of a ceiling on a sum the share that is used. */
  readonly done: number | null;
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
  /** The judged periods of a limit; if absent, the figure is the only one. */
  readonly periods?: Pick<LimitPeriods, 'breaches' | 'complete'>;
}

/** A figure with its day; of a series also how far it is reported, and its first gap. */
export type GivenFigure = Pick<Observed, 'actual' | 'dataThrough'> &
  Partial<Pick<Observed, 'through' | 'gap'>>;

/**
 * Rules on a goal by its figure alone (METHODS §1, §3, §4 and §8): judging for a given figure, without a reason.
 * The goal's days and figures are not checked; `judgeWithoutHistory` and `judge` check them, and say why.
 *
 * @example judgeFigure(goal, { actual: 5036, dataThrough: '2026-10-31' }, { begun: true, count: false }).status // 'on-track'
 */
export function judgeFigure(
  given: JudgedGoal,
  figure: GivenFigure,
  options: JudgeFigureOptions,
): JudgedFigure {
  const goal = settleGoal(given);
  return isKept(goal) ? judgeKept(goal, figure, options) : judgeReached(goal, figure, options);
}

function judgeReached(
  goal: JudgedGoal,
  { actual, dataThrough }: GivenFigure,
  { begun, count, schedule = evenly }: JudgeFigureOptions,
): JudgedFigure {
  const level = goal.accumulate === 'level';
  const decrease = goal.direction === 'decrease';
  const thresholds = thresholdsOf(goal);
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
  const schedules = way ? schedule(goal, way) : [];
  const attainment = way?.attainment ?? null;
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
      schedule: schedules[0] ?? null,
      thresholds,
      // Are single events counted, and few of them? Then a pace says nothing.
      forecast: () =>
        count && !level && target! <= thresholds.smallCount
          ? forecastCount(goal, actual!, target!, dataThrough!)
          : null,
    }),
    { limits: null, baseline, target, attainment, done: attainment, schedules, thresholds, reached, ended },
  );
}

/** A bound, a range, an average or a limit (METHODS §8). */
function judgeKept(
  goal: JudgedGoal,
  { actual, dataThrough, through = dataThrough, gap = null }: GivenFigure,
  { begun, count, schedule = evenly, periods }: JudgeFigureOptions,
): JudgedFigure {
  const thresholds = thresholdsOf(goal);
  const limits = limitsOf(goal);
  const { end } = goal.period;
  const ended = through !== null && through >= end;
  const kept = actual !== null && limits !== null && isWithin(actual, limits);
  const summed = isSummed(goal);
  const high = limits?.high ?? null;
  // Of a ceiling of nothing no share can be used: the days alone are measured.
  const way =
    summed && actual !== null && dataThrough !== null && high !== null
      ? high === 0
        ? { attainment: 0, baseline: 0, target: 1, dataThrough }
        : { attainment: shareOfWay(settle(actual, [high]), 0, high), baseline: 0, target: high, dataThrough }
      : null;
  const schedules = way ? schedule(goal, way) : [];
  const measured = way !== null && high !== 0;
  return Object.assign(
    ruleKept(goal, {
      begun,
      actual,
      limits,
      ended,
      gap: gap !== null && through !== null && gap <= earlier(through, end),
      judged: goal.hold === 'each-period' ? (periods ?? alone(actual, kept)) : null,
      thresholds,
      expected: () => schedules[0].expected,
      forecast: () =>
        count && high! <= thresholds.smallCount ? forecastExcess(goal, actual!, high!, dataThrough!) : null,
    }),
    {
      limits,
      baseline: summed ? 0 : null,
      target: goal.target === null ? null : goal.target + 0,
      attainment: null,
      done: measured ? way.attainment : null,
      schedules: measured ? schedules : [],
      thresholds,
      reached: kept,
      ended,
    },
  );
}

/** A figure that stands alone for all periods of a limit says nothing of the others. */
function alone(actual: number | null, kept: boolean): Pick<LimitPeriods, 'breaches' | 'complete'> {
  const breach = actual !== null && !kept;
  return { breaches: breach ? [{ value: actual, date: '' }] : [], complete: false };
}

function thresholdsOf({ thresholds }: JudgedGoal): Verdict['thresholds'] {
  return thresholds ? { ...defaultThresholds, ...thresholds } : defaultThresholds;
}
