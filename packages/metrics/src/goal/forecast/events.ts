import type { Bilingual } from '../../base/text.js';
import { forecastCount, forecastExcess } from '../poisson-gamma.js';
import { defaultThresholds } from '../thresholds.js';
import type { Forecast } from '../verdict.js';
import type { ForecastGoal, KnownFigures } from './history.js';
import * as obstacle from './obstacle.js';

/** The forecast of a small count (METHODS §4.6 and §5 `poisson-gamma`), or why there is none. */
export function forecastEvents(
  goal: ForecastGoal,
  { actual, dataThrough, count, target }: KnownFigures,
): { readonly forecast: Forecast | null; readonly why: Bilingual | null } {
  const { period, accumulate, thresholds } = goal;
  const { smallCount } = { ...defaultThresholds, ...thresholds };
  const ruledOut = (why: Bilingual): { readonly forecast: null; readonly why: Bilingual } => ({
    forecast: null,
    why,
  });
  if (!count || accumulate === 'level' || target === null || target > smallCount)
    return ruledOut(obstacle.onlySmallCounts(smallCount));
  if (dataThrough >= period.end) return ruledOut(obstacle.nothingToCome);
  if (dataThrough < period.start) return ruledOut(obstacle.notBegun);
  const foresee = goal.bound ? forecastExcess : forecastCount;
  const forecast = foresee(goal, actual, target, dataThrough);
  return forecast ? { forecast, why: null } : ruledOut(obstacle.noEvents);
}
