import type { Day } from '../../base/day.js';
import { settle } from '../../base/same.js';
import { earlier, periodEnd } from '../calendar.js';
import { isOmitted } from '../omits.js';
import { forecastCount } from '../poisson-gamma.js';
import { toFinite } from '../sum.js';
import type { Forecast } from '../verdict.js';
import { enough, intervalAround, summarise, tryBefore } from './backtest.js';
import type { ForecastGoal, KnownFigures } from './history.js';
import { findOrigin, layGround } from './origin.js';
import { ways } from './way.js';

/** The expected figure of a goal at the end of a future period. */
export interface PeriodForecast {
  /** The last day of the period; of the last one the goal's end date. */
  readonly date: Day;
  /** In the goal's unit. */
  readonly point: number;
  /** `null` where fewer than eight end figures at the same lead are known. */
  readonly interval: readonly [number, number] | null;
  /** The share of new figures that the interval is made to hold: 0.8. */
  readonly level: number;
  /** The share of earlier end figures that it would have held; `null` where that was not tried. */
  readonly coverage: number | null;
}

const level = 0.8;

/**
 * A forecast by period, for charts (METHODS §5): its method, asked for the figure at the end of each period of the series (of events: month) still to come in place of
 * the goal's end. Ends with the forecast itself; a period of which the method says nothing is left out.
 *
 * @example forecastByPeriod(goal, known, forecast).map(({ date }) => date) // ['2026-11-30', '2026-12-31']
 */
export function forecastByPeriod(
  goal: ForecastGoal,
  known: KnownFigures,
  forecast: Forecast,
): readonly PeriodForecast[] {
  const { point, interval, backtest } = forecast;
  const before = endsBefore(goal.period.end, known).flatMap((date) => {
    const found = forecastAt(date, goal, known, forecast.method);
    return found ? [found] : [];
  });
  const last = { date: goal.period.end, point, interval, level, coverage: backtest?.coverage ?? null };
  return [...before, last];
}

/** The last days of the periods that are still to come, before the goal's end. */
function endsBefore(
  end: Day,
  { grain, fiscalStart, omits, dataThrough, observations }: KnownFigures,
): readonly Day[] {
  const step = { grain: grain === 'day' ? 'month' : grain, fiscalStart } as const;
  // A month that has begun is still to come, where no figure of it is known.
  const known = grain === 'day' ? dataThrough : (observations.at(-1)?.date ?? dataThrough);
  const ends: Day[] = [];
  for (let date = periodEnd(step, earlier(known, dataThrough)); date < end; date = periodEnd(step, date, 1)) {
    if (date > known && !isOmitted(date, grain, omits)) ends.push(date);
  }
  return ends;
}

function forecastAt(
  end: Day,
  goal: ForecastGoal,
  known: KnownFigures,
  method: Forecast['method'],
): PeriodForecast | null {
  const until = { ...goal, period: { ...goal.period, end } };
  if (method === 'poisson-gamma') {
    const count = forecastCount(until, known.actual, known.target ?? 0, known.dataThrough);
    return count && { date: end, point: count.point, interval: count.interval, level, coverage: null };
  }
  const way = ways.find((one) => one.method === method)!;
  const ground = layGround(until, known);
  const now = findOrigin(ground);
  const prediction = way.ruledOut(ground, now) ? null : way.forecast(now, ground);
  if (!prediction || !Number.isFinite(prediction.point)) return null;
  const point = settle(prediction.point, [known.target]) + 0;
  const past = tryBefore([way], ground);
  const errors = past.errors.get(method) ?? [];
  const around = errors.length >= enough ? intervalAround(point, errors) : null;
  const ends = around?.map((figure) => settle(toFinite(figure), [known.target, point]));
  return {
    date: end,
    point,
    interval: ends ? [ends[0]!, ends[1]!] : null,
    level,
    coverage: around ? (summarise(past, method, ground.horizon.lead)?.coverage ?? null) : null,
  };
}
