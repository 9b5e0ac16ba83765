import type { Day } from '../base/day.js';
import type { Bilingual } from '../base/text.js';
import { judgeFigure } from './judged-figure.js';
import type { Assessment } from './assessment.js';
import { checkArguments } from './argument.js';
import { listPeriodEnds } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import { growthSince } from './growth.js';
import { kindOf, settleGoal } from './kind.js';
import { limitsOf, marginOf } from './limits.js';
import { judgePeriods } from './limit-period.js';
import { findNeeded } from './needed.js';
import { observe, type Observed } from './observed.js';
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
  checkArguments(goal, series, asOf);
  const settled = settleGoal(goal);
  return conclude(settled, weigh(settled, series, asOf));
}

/** The additions of history and of a published method to an assessment. */
export interface Outlook extends Pick<Verdict, 'forecast' | 'forecasts' | 'published'> {
  /** The clause of the reason about it. */
  readonly notes: readonly Bilingual[];
}

/** Observes a goal whose target is settled, and rules on its status. */
export function weigh(goal: JudgedGoal, series: Series, asOf: Day): Assessment {
  const begun = asOf >= goal.period.start;
  const observed = observe(goal, series, asOf);
  const { grain, fiscalStart, count } = series;
  const kept = assessKept(goal, series, observed);
  // Judging is done by the hundred thousand, and a spread costs more than the rest of it.
  return Object.assign(
    judgeFigure(goal, observed, {
      begun,
      count,
      schedule: alongMilestones,
      ...(kept.limit && { periods: kept.limit }),
    }),
    { asOf, observed, grain, fiscalStart, kept },
  );
}

/** The figures behind an average, a limit in each period or an average growth; nothing for another goal. */
function assessKept(
  goal: JudgedGoal,
  series: Series,
  { actual, own, through, dataThrough, history }: Observed,
): Assessment['kept'] {
  const limits = limitsOf(goal);
  if (goal.accumulate === 'average') {
    const of = [...listPeriodEnds(series, goal.period)].length;
    const counted = own.filter(({ date }) => dataThrough !== null && date <= dataThrough);
    return { averaged: { periods: counted.length, of } };
  }
  if (goal.formula && 'growth' in goal.formula) {
    return { growth: growthSince(goal.baseline, actual, history.at(-1)?.date ?? null) };
  }
  if (goal.hold !== 'each-period' || !limits || through === null) return {};
  return { limit: judgePeriods(goal, limits, own, series, through) };
}

/** The verdict: the assessment, the forecast, and the sentence of both. */
export function conclude(goal: JudgedGoal, found: Assessment, outlook?: Outlook): Verdict {
  const { asOf, observed, baseline, target, attainment, reached, ended } = found;
  const { actual, dataThrough, provisional, before } = observed;
  const { end } = goal.period;
  const stale = asOf > end && !ended;
  const [schedule = null, ...otherSchedules] = found.schedules;
  const open =
    actual !== null && target !== null && dataThrough !== null && !found.limits && !reached && !ended;
  return freezeVerdict({
    goal: goal.id,
    method: outlook?.published?.method ?? 'default',
    asOf,
    dataThrough,
    actual,
    before,
    baseline,
    target,
    ...describeKind(goal, found),
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
    ...(observed.revised && { revised: true }),
    thresholds: found.thresholds,
    reason: explain(goal, found, { stale, notes: outlook?.notes ?? [] }),
  });
}

/** The parts of a verdict that only goals of METHODS §8 have. */
function describeKind(
  goal: JudgedGoal,
  { limits, observed, kept, grain, fiscalStart }: Assessment,
): Partial<Verdict> {
  const kind = kindOf(goal);
  if (!kind) return {};
  const { bound, range, formula } = goal;
  const { actual } = observed;
  const { averaged, limit, growth } = kept;
  return {
    kind,
    ...(bound && { bound }),
    ...(range && { range }),
    ...(formula ? { formula } : { margin: actual === null || !limits ? null : marginOf(actual, limits) }),
    ...(kind === 'growth' && { averageGrowth: growth ?? null }),
    ...(kind === 'average' || kind === 'each-period'
      ? { grain, ...(fiscalStart !== undefined && fiscalStart !== 1 && { fiscalStart }) }
      : {}),
    ...(averaged && { averaged }),
    ...(kind === 'each-period' && { periods: limit?.periods ?? [], breaches: limit?.breaches ?? [] }),
  };
}

function freezeVerdict<T extends object>(data: T): T {
  for (const part of Object.values(data) as unknown[]) {
    if (typeof part === 'object' && part && !Object.isFrozen(part)) freezeVerdict(part);
  }
  return Object.freeze(data);
}
