import type { Day } from '../plan/plan.js';
import { checkArguments } from './argument.js';
import { countDays, earlier } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import { observe, unreported } from './observed.js';
import { poissonGamma, type CountForecast } from './poisson-gamma.js';
import { explain } from './reason.js';
import { rule } from './ruling.js';
import { schedule } from './schedule.js';
import type { Series } from './series.js';
import { shareOfWay } from './share.js';
import { defaultThresholds } from './thresholds.js';
import type { Verdict } from './verdict.js';

/**
 * Judges a goal by its series on a day (METHODS §1–4): a verdict of plain data, frozen throughout. Figures are in the goal's
 * unit, shares of 1. Where nothing is reported they are `null`; a forecast is there where it decides the status.
 * Throws `MetricsError` `REFUSED` for a text that is no calendar day, a figure that is not finite, a period that ends
 * before it begins, and `decrease` on anything but a level.
 *
 * @example judge(goal, series, { asOf: '2026-11-15' }).reason.zh // '截至2026年10月，完成83.9%，比时序进度快0.6个百分点，进度正常。'
 */
export function judge(goal: JudgedGoal, series: Series, { asOf }: { readonly asOf: Day }): Verdict {
  checkArguments(goal, series, asOf);
  const { start, end } = goal.period;
  const level = goal.accumulate === 'level';
  const decrease = goal.direction === 'decrease';
  const thresholds = { ...defaultThresholds, ...goal.thresholds };
  // Adding zero makes a negative zero an ordinary one.
  const target = goal.target === null ? null : goal.target + 0;
  const baseline = !level ? 0 : goal.baseline ? goal.baseline.value + 0 : null;

  const begun = asOf >= start;
  const { actual, dataThrough, provisional, gap } = begun ? observe(goal, series, asOf) : unreported;
  const ended = dataThrough !== null && dataThrough >= end;
  const stale = asOf > end && !ended;
  const reached = actual !== null && target !== null && (decrease ? actual <= target : actual >= target);

  const way =
    actual !== null && dataThrough !== null && baseline !== null && target !== null && baseline !== target
      ? { attainment: shareOfWay(actual, baseline, target), baseline, target, dataThrough }
      : null;
  const attainment = way ? way.attainment : null;
  const pace = way && schedule(goal, way);
  const ruling = rule({
    begun,
    actual,
    target,
    baseline,
    reached,
    ended,
    decrease,
    hold: level && goal.hold === true,
    schedule: pace,
    thresholds,
    unit: goal.unit,
    // Are single events counted, and few of them? Then a pace says nothing.
    forecast: () =>
      series.count && !level && target! <= thresholds.smallCount
        ? forecastCount(goal, actual!, target!, dataThrough!)
        : null,
  });
  return freeze({
    goal: goal.id,
    method: 'default',
    asOf,
    dataThrough,
    actual,
    baseline,
    target,
    attainment,
    schedule: pace,
    otherSchedules: [],
    forecast: ruling.forecast,
    forecasts: [],
    needed: null,
    status: ruling.status,
    published: null,
    stale,
    provisional,
    thresholds,
    reason: explain(ruling, {
      qualifier: goal.qualifier,
      at: earlier(dataThrough ?? asOf, end),
      // With a target on the wrong side of its baseline the share contradicts the status: the sentence leaves it out.
      done: attainment !== null && attainment >= 1 === reached ? attainment : null,
      gap,
      provisional,
      stale,
    }),
  });
}

/** METHODS §5 `poisson-gamma`; `null` for a figure that cannot be a number of events. */
function forecastCount(
  { period, unit }: JudgedGoal,
  events: number,
  target: number,
  at: Day,
): CountForecast | null {
  if (unit.power || events < 0 || !Number.isInteger(events)) return null;
  const elapsed = countDays(period.start, at);
  return poissonGamma({ events, target, elapsed, remaining: countDays(period.start, period.end) - elapsed });
}

function freeze<T extends object>(data: T): T {
  for (const part of Object.values(data) as unknown[]) if (typeof part === 'object' && part) freeze(part);
  return Object.freeze(data);
}
