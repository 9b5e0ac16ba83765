import type { Day, Text } from '../plan/plan.js';
import { checkArguments } from './argument.js';
import { earlier } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import { findNeeded } from './needed.js';
import { observe, unreported, type Observed } from './observed.js';
import { forecastCount } from './poisson-gamma.js';
import { explain } from './reason.js';
import { rule, type Ruling } from './ruling.js';
import { schedules } from './schedule.js';
import type { Series } from './series.js';
import { shareOfWay } from './share.js';
import { defaultThresholds } from './thresholds.js';
import type { Schedule, Verdict } from './verdict.js';

/**
 * Judges a goal by METHODS §1–4 and `poisson-gamma` of §5 alone: all that a gauge needs which has no history to forecast from. A
 * frozen verdict; throws as `judge` does.
 *
 * @example assess(goal, series, { asOf: '2026-11-15' }).status // 'on-track'
 */
export function assess(goal: JudgedGoal, series: Series, { asOf }: { readonly asOf: Day }): Verdict {
  return conclude(goal, weigh(goal, series, asOf));
}

/** What is found of a goal before anything is said of its end. */
export interface Assessment {
  readonly asOf: Day;
  readonly observed: Observed;
  readonly grain: Series['grain'];
  readonly baseline: number | null;
  readonly target: number | null;
  readonly attainment: number | null;
  /** The one that judges first. */
  readonly schedules: readonly Schedule[];
  readonly thresholds: Verdict['thresholds'];
  readonly ruling: Ruling;
  /** Whether the target is reached. */
  readonly reached: boolean;
  /** Whether the data reach the end date. */
  readonly ended: boolean;
  /** Whether it is judged by its probability (METHODS §4.6). */
  readonly small: boolean;
}

/** What history, and a published method, add to an assessment. */
export interface Outlook extends Pick<Verdict, 'forecast' | 'forecasts' | 'published'> {
  /** What the reason says of it. */
  readonly notes: readonly Text[];
}

/** Observes a goal and rules on its status. */
export function weigh(goal: JudgedGoal, series: Series, asOf: Day): Assessment {
  checkArguments(goal, series, asOf);
  const { start, end } = goal.period;
  const level = goal.accumulate === 'level';
  const decrease = goal.direction === 'decrease';
  const thresholds = goal.thresholds ? { ...defaultThresholds, ...goal.thresholds } : defaultThresholds;
  // Adding zero makes a negative zero an ordinary one.
  const target = goal.target === null ? null : goal.target + 0;
  const baseline = !level ? 0 : goal.baseline ? goal.baseline.value + 0 : null;

  const begun = asOf >= start;
  const observed = begun ? observe(goal, series, asOf) : unreported;
  const { actual, dataThrough } = observed;
  const ended = dataThrough !== null && dataThrough >= end;
  const reached = actual !== null && target !== null && (decrease ? actual <= target : actual >= target);
  const way =
    actual !== null && dataThrough !== null && baseline !== null && target !== null && baseline !== target
      ? { attainment: shareOfWay(actual, baseline, target), baseline, target, dataThrough }
      : null;
  const paces = way ? schedules(goal, way) : [];
  // Are single events counted, and few of them? Then a pace says nothing.
  const small = series.count && !level && target !== null && target <= thresholds.smallCount;
  const ruling = rule({
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
    unit: goal.unit,
    forecast: () => (small ? forecastCount(goal, actual!, target, dataThrough!) : null),
  });
  return {
    asOf,
    observed,
    grain: series.grain,
    baseline,
    target,
    attainment: way?.attainment ?? null,
    schedules: paces,
    thresholds,
    ruling,
    reached,
    ended,
    small,
  };
}

/** The verdict: what was found, what is expected, and the sentence that says it. */
export function conclude(goal: JudgedGoal, found: Assessment, outlook?: Outlook): Verdict {
  const { asOf, observed, baseline, target, attainment, ruling, reached, ended } = found;
  const { actual, dataThrough, provisional, gap } = observed;
  const { end } = goal.period;
  const stale = asOf > end && !ended;
  const [schedule = null, ...otherSchedules] = found.schedules;
  const forecast = ruling.forecast ?? outlook?.forecast ?? null;
  const open = actual !== null && target !== null && dataThrough !== null && !reached && !ended;
  return freeze({
    goal: goal.id,
    method: outlook?.published?.method ?? 'default',
    asOf,
    dataThrough,
    actual,
    baseline,
    target,
    attainment,
    schedule,
    otherSchedules,
    forecast,
    forecasts: outlook?.forecasts ?? [],
    needed: open ? findNeeded(actual, target, dataThrough, end) : null,
    status: ruling.status,
    published: outlook?.published ?? null,
    stale,
    provisional,
    thresholds: found.thresholds,
    reason: explain(ruling, {
      qualifier: goal.qualifier,
      at: earlier(dataThrough ?? asOf, end),
      // With a target on the wrong side of its baseline the share contradicts the status: the sentence leaves it out.
      done: attainment !== null && attainment >= 1 === reached ? attainment : null,
      outlook: outlook?.notes ?? [],
      grain: found.grain,
      gap,
      provisional,
      stale,
    }),
  });
}

function freeze<T extends object>(data: T): T {
  for (const part of Object.values(data) as unknown[]) {
    if (typeof part === 'object' && part && !Object.isFrozen(part)) freeze(part);
  }
  return Object.freeze(data);
}
