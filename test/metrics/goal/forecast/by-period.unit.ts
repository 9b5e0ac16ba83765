import { describe, expect, test } from 'vitest';
import { forecastByPeriod } from '../../../../packages/metrics/src/goal/forecast/by-period.js';
import { forecastEnd } from '../../../../packages/metrics/src/goal/forecast/forecast.js';
import type { KnownFigures } from '../../../../packages/metrics/src/goal/forecast/history.js';
import { poissonGamma } from '../../../../packages/metrics/src/goal/poisson-gamma.js';
import type { ForecastMethod } from '../../../../packages/metrics/src/goal/verdict.js';
import { enterprises } from '../goals.js';
import { monthlyCase, yearsUpTo, type Case } from './forecasts.js';

const season = [0, 4, -2, 7, 1, 0, -6, 2, 5, -3, 8, -1];
const wave = Array.from({ length: 70 }, (_, i) => 100 + i + season[i % 12]! + ((i * 7919) % 11) / 4);

function byPeriod({ goal, known }: Case, method: ForecastMethod | 'auto' = 'auto') {
  const { forecast } = forecastEnd(goal, known, { method });
  return { forecast: forecast!, points: forecastByPeriod(goal, known, forecast!) };
}

describe('METHODS §5: a forecast by period', () => {
  test.each(['auto', 'same-period', 'run-rate', 'holt', 'holt-winters-additive'] as const)(
    'by %s ends with the forecast itself, and says of each month before what a goal that ends there would be told',
    (method) => {
      const one = monthlyCase(wave, { lead: 4, target: 2000 });
      const { forecast, points } = byPeriod(one, method);
      expect(points.map(({ date }) => date)).toEqual([
        '2026-11-30',
        '2026-12-31',
        '2027-01-31',
        '2027-02-28',
      ]);
      expect(points.at(-1)).toEqual({
        date: '2027-02-28',
        point: forecast.point,
        interval: forecast.interval,
        level: 0.8,
        coverage: forecast.backtest!.coverage,
      });
      for (const { date, point, interval, coverage } of points.slice(0, -1)) {
        const goal = { ...one.goal, period: { ...one.goal.period, end: date } };
        const own = forecastEnd(goal, one.known, { method: forecast.method }).forecast!;
        expect([point, interval, coverage]).toEqual([own.point, own.interval, own.backtest!.coverage]);
      }
    },
  );

  test('has no interval of its own making: fewer than eight errors at a lead are none', () => {
    const one = monthlyCase(wave.slice(0, 30), { lead: 3, accumulate: 'level', target: 200 });
    const { forecast, points } = byPeriod(one, 'trend');
    expect(forecast.interval).not.toBeNull();
    expect(points.map(({ interval }) => interval)).toEqual([null, null, forecast.interval]);
  });

  test('goes by years where the figures do, and leaves out months that are never published', () => {
    const annual: KnownFigures = {
      ...{ actual: 16, dataThrough: '2025-12-31', grain: 'year', count: false, target: 30 },
      observations: yearsUpTo(2025, [10, 11, 12, 13, 14, 15, 16]),
    };
    const goal = {
      ...enterprises,
      accumulate: 'level',
      period: { start: '2025-01-01', end: '2028-12-31' },
    } as const;
    const { points } = byPeriod({ goal, known: annual }, 'trend');
    expect(points.map(({ date, point }) => [date, Math.round(point)])).toEqual([
      ['2026-12-31', 17],
      ['2027-12-31', 18],
      ['2028-12-31', 19],
    ]);
    const one = monthlyCase(wave, { lead: 4 });
    const observations = one.known.observations.filter(({ date }) => date.slice(5, 7) !== '01');
    const { points: months } = byPeriod(
      { ...one, known: { ...one.known, observations, omits: [1] } },
      'holt',
    );
    expect(months.map(({ date }) => date)).toEqual(['2026-11-30', '2026-12-31', '2027-02-28']);
  });

  test('of a few events is that of their rate, with its own quantiles', () => {
    const known: KnownFigures = {
      ...{ actual: 1, dataThrough: '2026-09-15', grain: 'day', count: true, target: 2 },
      observations: [{ date: '2025-06-30', value: 1 }],
    };
    const { points } = byPeriod({ goal: enterprises, known });
    expect(points.map(({ date }) => date)).toEqual(['2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31']);
    const own = poissonGamma({ events: 1, target: 2, elapsed: 623, remaining: 15 })!;
    expect(points[0]).toEqual({
      ...{ date: '2026-09-30', level: 0.8, coverage: null },
      point: own.point,
      interval: own.interval,
    });
    for (const [i, { point }] of points.entries())
      if (i > 0) expect(point).toBeGreaterThanOrEqual(points[i - 1]!.point);
  });
});
