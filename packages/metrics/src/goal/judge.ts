import { checkArguments, checkCall } from './argument.js';
import type { Day } from '../base/day.js';
import type { Method } from '../plan/plan.js';
import { isSummed } from '../plan/target-kind.js';
import type { Bilingual } from '../base/text.js';
import { conclude, weigh, type Outlook } from './conclusion.js';
import type { Assessment } from './assessment.js';
import { forecastEnd } from './forecast/forecast.js';
import type { JudgedGoal } from './goal.js';
import { directionOf, settleGoal } from './kind.js';
import { knownFigures } from './known.js';
import { readByMethod } from './methods/compare.js';
import { citeMethod, foretell, foretellUse } from './outlook.js';
import { samePeriodDue } from './same-period.js';
import { stand } from './schedule.js';
import type { Series } from './series.js';
import { shareOfWay } from './share.js';
import type { Forecast, ForecastMethod, Verdict } from './verdict.js';

/** The day of judging, and the methods. */
export interface JudgeOptions {
  readonly asOf: Day;
  /** A published method to read the goal by beside its status (METHODS §6); the goal's own where absent. */
  readonly method?: Method;
  /** The forecast's method (METHODS §5). If absent, `auto`: the method with the best back-test. */
  readonly forecast?: ForecastMethod | 'auto';
  /** The gaps of the figures, as clauses at the end of the reason: `3行数据被拒收`. */
  readonly rests?: readonly Bilingual[];
}

/**
 * Judges a goal by its series on a day (METHODS §1–6): a verdict of plain data, frozen throughout. Figures are in the goal's
 * unit, shares of 1. Where nothing is reported they are `null`; so is a forecast that the history is too short for.
 * Throws `MetricsError` `REFUSED` for a missing argument, an unknown grain, a text that is no calendar day, a figure that is not finite, figures that are not in order
 * of time or not one for each period, a period that ends before it begins, and `decrease` on anything but a level.
 *
 * @example judge(goal, series, { asOf: '2026-11-15' }).reason.zh // '截至2026年10月，完成83.9%，比时序进度快0.6个百分点，进度正常；…'
 */
export function judge(given: JudgedGoal, series: Series, options: JudgeOptions): Verdict {
  checkCall(given, series, options);
  checkArguments(given, series, options.asOf);
  const goal = settleGoal(given);
  const found = withSamePeriod(goal, series, weigh(goal, series, options.asOf));
  return conclude(goal, found, look(goal, series, found, options, given));
}

/** Beside the schedules of a total, that of earlier years (METHODS §3). */
function withSamePeriod(goal: JudgedGoal, series: Series, found: Assessment): Assessment {
  const { done, observed, schedules } = found;
  if (done === null) return found;
  const expected = samePeriodDue(goal, observed.history, series, observed.dataThrough!);
  if (expected === null) return found;
  return { ...found, schedules: [...schedules, stand('same-period', expected, done)] };
}

/** The forecast of the goal's end, and the result of a published method. */
function look(
  goal: JudgedGoal,
  series: Series,
  found: Assessment,
  { asOf, method = goal.method ?? 'default', forecast: by = 'auto', rests = [] }: JudgeOptions,
  given: JudgedGoal,
): Outlook {
  const known = knownFigures(found.observed, found.target, series);
  const { forecast, trials } =
    // A bound or a range has no way to its end; a ceiling on a sum has.
    known === null || found.ended || (found.limits && !isSummed(goal))
      ? { forecast: null, trials: [] }
      : forecastEnd({ ...goal, direction: directionOf(goal) }, known, { method: by });
  const published = method === 'default' ? null : readByMethod(method, given, series, { asOf });
  // The probability that decided is told already. Skip the forecast if the target is met, or the ceiling exceeded: that is certain.
  const told = found.forecast !== null || found.reached === !found.limits;
  const end = forecast && !told ? describeEnd(forecast, found) : null;
  return {
    forecast,
    forecasts: trials,
    published,
    notes: [
      ...(end ? [found.limits ? foretellUse(end) : foretell(end, goal.qualifier)] : []),
      ...(published ? [citeMethod(published)] : []),
      ...rests,
    ],
  };
}

/** A forecast as shares of the goal's way; `null` where there is no way to measure it by. */
function describeEnd(forecast: Forecast, { done, baseline, target }: Assessment): Forecast | null {
  if (done === null) return null;
  const share = (figure: number): number => shareOfWay(figure, baseline!, target!);
  const { point, interval } = forecast;
  const shares = interval?.map(share).sort((a, b) => a - b) as [number, number] | undefined;
  return { ...forecast, point: share(point), interval: shares ?? null };
}
