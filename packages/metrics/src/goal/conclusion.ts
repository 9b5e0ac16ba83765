import type { Day } from '../base/day.js';
import type { Bilingual } from '../base/text.js';
import { judgeFigure } from './judged-figure.js';
import type { Assessment } from './assessment.js';
import { checkArguments } from './argument.js';
import type { JudgedGoal } from './goal.js';
import { findNeeded } from './needed.js';
import { observe } from './observed.js';
import { explain } from './reason.js';
import { alongMilestones } from './schedule.js';
import type { Series } from './series.js';
import type { Verdict } from './verdict.js';

/**
 * Judges a goal by METHODS §1–4 and `poisson-gamma` of §5 alone, without history. A frozen verdict; throws as `judge` does.
 *
 * @example judgeWithoutHistory(goal, series, { asOf: '2026-11-15' }).status // 'on-track'
 */
export function judgeWithoutHistory(
  goal: JudgedGoal,
  series: Series,
  { asOf }: { readonly asOf: Day },
): Verdict {
  return conclude(goal, weigh(goal, series, asOf));
}

/** The additions of history and of a published method to an assessment. */
export interface Outlook extends Pick<Verdict, 'forecast' | 'forecasts' | 'published'> {
  /** The clause of the reason about it. */
  readonly notes: readonly Bilingual[];
}

/** Observes a goal and rules on its status. */
export function weigh(goal: JudgedGoal, series: Series, asOf: Day): Assessment {
  checkArguments(goal, series, asOf);
  const begun = asOf >= goal.period.start;
  const observed = observe(goal, series, asOf);
  const { grain, count } = series;
  // Judging is done by the hundred thousand, and a spread costs more than the rest of it.
  return Object.assign(judgeFigure(goal, observed, { begun, count, schedule: alongMilestones }), {
    asOf,
    observed,
    grain,
  });
}

/** The verdict: the assessment, the forecast, and the sentence of both. */
export function conclude(goal: JudgedGoal, found: Assessment, outlook?: Outlook): Verdict {
  const { asOf, observed, baseline, target, attainment, reached, ended } = found;
  const { actual, dataThrough, provisional, before } = observed;
  const { end } = goal.period;
  const stale = asOf > end && !ended;
  const [schedule = null, ...otherSchedules] = found.schedules;
  const open = actual !== null && target !== null && dataThrough !== null && !reached && !ended;
  return freezeVerdict({
    goal: goal.id,
    method: outlook?.published?.method ?? 'default',
    asOf,
    dataThrough,
    actual,
    before,
    baseline,
    target,
    attainment,
    schedule,
    otherSchedules,
    forecast: found.forecast ?? outlook?.forecast ?? null,
    forecasts: outlook?.forecasts ?? [],
    needed: open ? findNeeded(actual, target, dataThrough, end) : null,
    status: found.status,
    published: outlook?.published ?? null,
    stale,
    provisional,
    thresholds: found.thresholds,
    reason: explain(goal, found, { stale, notes: outlook?.notes ?? [] }),
  });
}

function freezeVerdict<T extends object>(data: T): T {
  for (const part of Object.values(data) as unknown[]) {
    if (typeof part === 'object' && part && !Object.isFrozen(part)) freezeVerdict(part);
  }
  return Object.freeze(data);
}
