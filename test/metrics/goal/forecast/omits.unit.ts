import { describe, expect, test } from 'vitest';
import { monthEnd } from '../../../../packages/metrics/src/goal/calendar.js';
import { forecastEnd } from '../../../../packages/metrics/src/goal/forecast/forecast.js';
import type { KnownFigures } from '../../../../packages/metrics/src/goal/forecast/history.js';
import { stepsOf } from '../../../../packages/metrics/src/goal/forecast/steps.js';
import { holtWinters, extendSmoothed } from '../../../../packages/metrics/src/goal/forecast/holt-winters.js';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import type { Series } from '../../../../packages/metrics/src/goal/series.js';
import { revenue, stock } from '../goals.js';

// METHODS §2: months for which no figure is ever published are no steps of a season.

/** Figures from January 2020 on, but for those of January; one for each step. */
const published = (months: number, figure: (step: number, month: number) => number): Series => {
  const ends = Array.from({ length: months }, (_, i) => monthEnd('2020-01-01', i));
  const dates = ends.filter((date) => date.slice(5, 7) !== '01');
  return {
    grain: 'month',
    count: false,
    omits: [1],
    reportedThrough: ends.at(-1)!,
    observations: dates.map((date, i) => ({ date, value: figure(i, Number(date.slice(5, 7))) })),
  };
};
const season = [0, 0, 3, -4, 7, 1, 0, -6, 2, 5, -3, 8];
const asOf = '2026-10-31';

describe('steps', () => {
  test('are the months that are published, and each knows the month that it ends', () => {
    const steps = stepsOf({ grain: 'month', omits: [1, 8] });
    expect(steps.cycle).toBe(10);
    const months = Array.from({ length: 36 }, (_, i) => 24_300 + i);
    for (const month of months) {
      const omitted = month % 12 === 0 || month % 12 === 7;
      const step = steps.endedBy(month);
      expect(steps.endOf(step)).toBe(omitted ? month - 1 : month);
      expect(steps.endedBy(month) - steps.endedBy(month - 1)).toBe(omitted ? 0 : 1);
    }
  });

  test('are months where none are omitted, and years of yearly figures', () => {
    const [months, years] = [stepsOf({ grain: 'month' }), stepsOf({ grain: 'year', omits: [12] })];
    expect([months.cycle, months.endedBy(24_317), months.endOf(24_317)]).toEqual([12, 24_317, 24_317]);
    expect([years.cycle, years.endedBy(2026 * 12 + 11), years.endedBy(2026 * 12 + 10)]).toEqual([
      1, 2026, 2025,
    ]);
    expect(years.endOf(2026)).toBe(2026 * 12 + 11);
  });
});

describe('a forecast', () => {
  test('of seasons repeats them year by year: eleven steps a year, exactly', () => {
    const series = published(82, (step, month) => 100 + step + season[month - 1]!);
    const [last] = series.observations.slice(-1);
    expect(last!.date).toBe('2026-10-31');
    const steps = series.observations.length;
    const known = series.observations.filter(({ date }) => date >= '2026').map(({ value }) => value);
    const coming = [steps, steps + 1].map((step, i) => 100 + step + season[10 + i]!);
    const total = [...known, ...coming].reduce((sum, value) => sum + value, 0);
    for (const forecast of ['holt-winters-additive', 'auto'] as const) {
      const verdict = judge({ ...revenue, target: 5000 }, series, { asOf, forecast });
      expect(verdict.forecast!.point).toBeCloseTo(total, 8);
    }
    // Undeclared, every January is a gap, and nothing of this year counts.
    expect(judge(revenue, { ...series, omits: [] }, { asOf }).forecast).toBeNull();
  });

  test('is that of the figures alone, smoothed in cycles of eleven', () => {
    const series = published(82, (step, month) => 200 + ((step * 7919) % 23) + 5 * season[month - 1]!);
    const figures = series.observations.map(({ value }) => value);
    const smoothed = holtWinters(figures, { seasonal: 'additive', period: 11 });
    const level = { ...stock, target: 400, period: { start: '2025-01-01', end: '2027-03-31' } };
    const verdict = judge(level, series, { asOf, forecast: 'holt-winters-additive' });
    // November, December, February and March.
    expect(verdict.forecast!.point).toBe(extendSmoothed(smoothed, 4)[3]);
  });

  test('ends with the last month published where the end date lies in one that is not', () => {
    const series = published(82, (step) => 100 + step);
    const level = (end: string) => ({ ...stock, target: 400, period: { start: '2025-01-01', end } });
    const at = (end: string): number => judge(level(end), series, { asOf, forecast: 'holt' }).forecast!.point;
    expect(at('2027-01-31')).toBeCloseTo(at('2026-12-31'), 9);
    expect(at('2027-02-28')).toBeCloseTo(at('2026-12-31') + 1, 9);
  });

  test('is tried from earlier month ends at the same lead in steps', () => {
    const series = published(82, (step, month) => 100 + step + season[month - 1]!);
    const { forecasts } = judge({ ...revenue, target: 5000 }, series, { asOf });
    const trial = forecasts.find(({ method }) => method === 'holt-winters-additive')!;
    // Of 75 figures those from the 24th on whose end, two steps later, is known.
    expect(series.observations.length).toBe(75);
    expect(trial.backtest!.origins).toBe(75 - 2 - 23);
    expect(trial.backtest!.error).toBeLessThan(1e-6);
  });

  test('by the run rate and by earlier years stays right: the days run on', () => {
    const series = published(82, () => 100);
    const { forecasts, otherSchedules } = judge({ ...revenue, target: 1100 }, series, { asOf });
    const point = (method: string) => forecasts.find((one) => one.method === method)!.point;
    expect(point('same-period')).toBe(1100);
    expect(point('run-rate')).toBeCloseTo(900 / (304 / 365), 9);
    expect(otherSchedules).toMatchObject([
      { kind: 'same-period', expected: expect.closeTo(9 / 11, 12) as number },
    ]);
  });

  test('needs two seasons of eleven, and five figures without', () => {
    const known = (months: number): KnownFigures => {
      const { observations, omits } = published(months, (step) => 10 + step);
      const actual = observations.at(-1)!.value;
      const dataThrough = observations.at(-1)!.date;
      return { actual, dataThrough, grain: 'month', count: false, target: null, observations, omits: omits! };
    };
    const goal = { ...stock, period: { start: '2020-01-01', end: '2030-12-31' } };
    const applies = (months: number) =>
      forecastEnd(goal, known(months)).trials.find(({ method }) => method === 'holt-winters-additive')!.why;
    expect(applies(23)?.en).toContain('it needs 22');
    expect(applies(24)).toBeNull();
  });
});
