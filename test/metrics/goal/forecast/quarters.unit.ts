import { describe, expect, test } from 'vitest';
import { monthsIn, type PeriodGrain } from '../../../../packages/metrics/src/base/period.js';
import { periodEnd } from '../../../../packages/metrics/src/goal/calendar.js';
import { forecastByPeriod } from '../../../../packages/metrics/src/goal/forecast/by-period.js';
import { forecastEnd } from '../../../../packages/metrics/src/goal/forecast/forecast.js';
import type { KnownFigures } from '../../../../packages/metrics/src/goal/forecast/history.js';
import { extendSmoothed, holtWinters } from '../../../../packages/metrics/src/goal/forecast/holt-winters.js';
import { stepsOf } from '../../../../packages/metrics/src/goal/forecast/steps.js';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import type { Series } from '../../../../packages/metrics/src/goal/series.js';
import { revenue, stock } from '../goals.js';

// METHODS §5 by quarter, half-year and fiscal year: a season has as many steps as a year has periods.

/** Figures of one period after another up to the one that ends on a day. */
function upTo(
  end: string,
  periods: { readonly grain: PeriodGrain; readonly fiscalStart?: number },
  values: readonly number[],
): Series {
  const observations = values.map((value, i) => ({
    date: periodEnd(periods, end, i + 1 - values.length),
    value,
  }));
  return { ...periods, count: false, reportedThrough: end, observations };
}

const season = [0, 30, -20, 10];
const wave = (count: number, step = 2) =>
  Array.from({ length: count }, (_, i) => 1000 + step * i + season[i % 4]!);

describe('steps', () => {
  test.each([
    ['quarter', 1, [2, 5, 8, 11]],
    ['quarter', 4, [2, 5, 8, 11]],
    ['quarter', 2, [0, 3, 6, 9]],
    ['quarter', 12, [1, 4, 7, 10]],
    ['half-year', 1, [5, 11]],
    ['half-year', 4, [2, 8]],
    ['year', 1, [11]],
    ['year', 4, [2]],
    ['year', 12, [10]],
  ] as const)(
    'by %s of years from month %i end with the months %j of each year, from 0',
    (grain, fiscalStart, ends) => {
      const steps = stepsOf({ grain, fiscalStart, omits: [1, 2] });
      expect(steps.cycle).toBe(12 / monthsIn[grain]);
      for (let month = 24_300; month < 24_336; month++) {
        const isEnd = (ends as readonly number[]).includes(month % 12);
        expect(steps.endedBy(month) - steps.endedBy(month - 1)).toBe(isEnd ? 1 : 0);
        if (isEnd) expect(steps.endOf(steps.endedBy(month))).toBe(month);
      }
    },
  );
});

describe('a forecast', () => {
  test('of quarters repeats seasons of four: exactly where the figures do', () => {
    // From the third quarter of 2020: the first figure's season is that quarter's.
    const figures = wave(25);
    const series = upTo('2026-09-30', { grain: 'quarter' }, figures);
    const next = 1000 + 2 * 25 + season[25 % 4]!;
    const total = figures.slice(-3).reduce((sum, one) => sum + one, next);
    for (const forecast of ['holt-winters-additive', 'auto'] as const)
      expect(judge(revenue, series, { asOf: '2026-10-31', forecast }).forecast!.point).toBeCloseTo(total, 8);
  });

  test('of quarters is that of the figures alone, smoothed in cycles of four', () => {
    const figures = Array.from({ length: 22 }, (_, i) => 500 + ((i * 7919) % 23) + season[i % 4]!);
    const series = upTo('2025-12-31', { grain: 'quarter', fiscalStart: 4 }, figures);
    const goal = { ...stock, target: 900, period: { start: '2025-04-01', end: '2027-03-31' } };
    for (const [method, seasonal, damped] of [
      ['holt-winters-additive', 'additive', false],
      ['holt-winters-multiplicative', 'multiplicative', false],
      ['holt-winters-additive-damped', 'additive', true],
    ] as const) {
      const level = { ...goal, baseline: { value: 400, date: '2025-03-31' } };
      const { forecast } = judge(level, series, { asOf: '2026-01-15', forecast: method });
      const smoothed = holtWinters(figures, { seasonal, damped, period: 4 });
      // Five quarters: to March 2026, and the four after it.
      expect(forecast!.point).toBe(extendSmoothed(smoothed, 5)[4]);
    }
  });

  test('of half-years has seasons of two, and one of fiscal years none', () => {
    const halves = upTo('2026-06-30', { grain: 'half-year' }, [100, 180, 110, 190, 120, 200, 130]);
    const whyOf = (series: Series) => (method: string) =>
      judge(revenue, series, { asOf: '2026-07-01' }).forecasts.find((one) => one.method === method)!;
    expect(whyOf(halves)('holt-winters-additive').point).toBeCloseTo(130 + 210, 8);
    const years = upTo('2026-03-31', { grain: 'year', fiscalStart: 4 }, [1, 2, 3, 4, 5, 6]);
    const { why } = judge({ ...revenue, period: { start: '2025-04-01', end: '2027-03-31' } }, years, {
      asOf: '2026-07-01',
    }).forecasts.find(({ method }) => method === 'holt-winters-additive')!;
    expect(why?.en).toBe('yearly figures have no seasons');
  });

  test('needs two seasons: eight quarters, four half-years', () => {
    const why = (grain: PeriodGrain, count: number) => {
      const series = upTo('2026-06-30', { grain }, wave(count));
      const { forecasts } = judge(revenue, series, { asOf: '2026-06-30' });
      return forecasts.find(({ method }) => method === 'holt-winters-additive')!.why?.en ?? null;
    };
    expect(why('quarter', 7)).toBe('it needs 8 figures without a gap and has 7');
    expect(why('quarter', 8)).toBeNull();
    expect(why('half-year', 3)).toBe('it needs 4 figures without a gap and has 3');
    expect(why('half-year', 4)).toBeNull();
  });

  test('by the run rate needs three months: one quarter is enough', () => {
    const series = upTo('2026-03-31', { grain: 'quarter' }, [1500]);
    const { forecasts } = judge(revenue, series, { asOf: '2026-04-30' });
    expect(forecasts.find(({ method }) => method === 'run-rate')).toMatchObject({
      ...{ point: 1500 / (90 / 365), why: null },
    });
  });

  test('by earlier years compares the same quarters of the fiscal year', () => {
    const series = upTo(
      '2025-09-30',
      { grain: 'quarter', fiscalStart: 4 },
      [10, 20, 30, 40, 10, 20, 30, 40, 15, 25],
    );
    const goal = { ...revenue, target: 150, period: { start: '2025-04-01', end: '2026-03-31' } };
    const { forecasts, otherSchedules } = judge(goal, series, { asOf: '2025-10-31' });
    expect(otherSchedules).toMatchObject([{ kind: 'same-period', expected: 0.3 }]);
    expect(forecasts.find(({ method }) => method === 'same-period')!.point).toBeCloseTo(40 / 0.3, 9);
  });

  test('by a straight line counts in quarters', () => {
    const series = upTo('2026-06-30', { grain: 'quarter' }, [10, 12, 14, 16, 18, 20]);
    const level = { ...stock, target: 40, baseline: null };
    const { forecasts } = judge(level, series, { asOf: '2026-06-30' });
    expect(forecasts.find(({ method }) => method === 'trend')!.point).toBeCloseTo(24, 9);
  });

  test('is tried from the ends of earlier quarters at the same lead', () => {
    const series = upTo('2026-06-30', { grain: 'quarter' }, wave(50));
    const { forecast, forecasts } = judge({ ...revenue, target: 4500 }, series, { asOf: '2026-07-15' });
    const trial = forecasts.find(({ method }) => method === 'holt-winters-additive')!;
    // Of 50 quarters those from the 24th on whose year end, two quarters later, is known.
    expect(trial.backtest!.origins).toBe(50 - 2 - 23);
    expect(trial.backtest!.error).toBeLessThan(1e-6);
    expect(forecast!.interval).not.toBeNull();
    const shares = forecasts.find(({ method }) => method === 'same-period')!;
    expect(shares.backtest!.origins).toBe(50 - 2 - 23);
  });
});

describe('a forecast by period', () => {
  const known = (periods: { grain: PeriodGrain; fiscalStart?: number }, end: string): KnownFigures => {
    const { observations } = upTo(end, periods, wave(20));
    return {
      ...periods,
      actual: observations.at(-1)!.value,
      dataThrough: end,
      count: false,
      target: 2000,
      observations,
    };
  };
  test.each([
    ['quarter', 1, '2026-03-31', ['2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31']],
    ['quarter', 2, '2026-01-31', ['2026-04-30', '2026-07-31', '2026-10-31', '2027-01-31', '2027-03-31']],
    ['half-year', 4, '2026-03-31', ['2026-09-30', '2027-03-31']],
    ['year', 4, '2025-03-31', ['2026-03-31', '2027-03-31']],
  ] as const)('by %s of years from month %i goes by its periods', (grain, fiscalStart, end, dates) => {
    const goal = { ...stock, period: { start: '2024-01-01', end: '2027-03-31' } };
    const figures = known({ grain, fiscalStart }, end);
    const { forecast } = forecastEnd(goal, figures, { method: 'holt' });
    const points = forecastByPeriod(goal, figures, forecast!);
    expect(points.map(({ date }) => date)).toEqual(dates);
    for (const { date, point } of points) {
      const own = { ...goal, period: { ...goal.period, end: date } };
      expect(point).toBe(forecastEnd(own, figures, { method: 'holt' }).forecast!.point);
    }
  });
});

test('a quarterly series is forecast as a monthly one is whose months are its quarters', () => {
  // The same arithmetic where only the length of a step differs: levels 12 months and 12 quarters ahead.
  const figures = Array.from({ length: 40 }, (_, i) => 200 + 3 * i + ((i * 31) % 17));
  const at = (grain: PeriodGrain, first: string, steps: number) => {
    const end = periodEnd({ grain }, first, 39);
    const period = { start: periodEnd({ grain }, first, 30), end: periodEnd({ grain }, first, 39 + steps) };
    const { forecasts } = judge(
      { ...stock, target: 900, period, baseline: { value: 100, date: first } },
      upTo(end, { grain }, figures),
      { asOf: end },
    );
    return new Map(forecasts.map((one) => [one.method, one]));
  };
  const [months, quarters] = [at('month', '2020-01-31', 7), at('quarter', '2010-03-31', 7)];
  for (const method of ['trend', 'holt', 'holt-damped'] as const) {
    const [one, other] = [months.get(method)!, quarters.get(method)!];
    expect(other.point).toBeCloseTo(one.point!, 6);
    expect(other.backtest!.origins).toBe(one.backtest!.origins);
    expect(other.backtest!.error).toBeCloseTo(one.backtest!.error, 6);
  }
});
