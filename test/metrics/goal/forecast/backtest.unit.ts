import { describe, expect, test } from 'vitest';
import { monthEnd } from '../../../../packages/metrics/src/goal/calendar.js';
import {
  chanceAround,
  cover,
  intervalAround,
  quantileOf,
} from '../../../../packages/metrics/src/goal/forecast/backtest.js';
import { forecastEnd, type EndForecast } from '../../../../packages/metrics/src/goal/forecast/forecast.js';
import type { ForecastMethod } from '../../../../packages/metrics/src/goal/verdict.js';
import { monthlyCase, sum, yearsUpTo } from './forecasts.js';
import { mostOff, reference, seriesNames } from './reference.js';

/** Rising, with seasons and noise, and never smooth. */
const values = Array.from(
  { length: 46 },
  (_, i) => 200 + 2 * i + 30 * Math.sin((i * Math.PI) / 6) + 25 * (((i * 37) % 11) / 11 - 0.5),
);

/** The same forecast asked for at an earlier month end, of a period that ends as long after it: the actual figure less the point. */
function errorBefore(
  months: number,
  method: ForecastMethod,
  options: { lead: number; accumulate: 'total' | 'level'; last: string },
): number {
  const past = monthlyCase(values.slice(0, months), {
    ...options,
    last: monthEnd(options.last, months - values.length),
  });
  const { point } = forecastEnd(past.goal, past.known).trials.find((trial) => trial.method === method)!;
  const end =
    options.accumulate === 'level'
      ? values[months - 1 + options.lead]!
      : sum(values.slice(months + options.lead - 12, months + options.lead));
  return end - point!;
}

const methods: readonly ForecastMethod[] = [
  'run-rate',
  'same-period',
  'trend',
  'holt',
  'holt-damped',
  'holt-winters-additive',
  'holt-winters-additive-damped',
  'holt-winters-multiplicative',
  'holt-winters-multiplicative-damped',
];

describe.each([
  { lead: 2, accumulate: 'total', last: '2026-10-31' },
  // To a February, from ends of months that have more days.
  { lead: 9, accumulate: 'total', last: '2026-05-31' },
  { lead: 2, accumulate: 'level', last: '2026-10-31' },
  { lead: 12, accumulate: 'level', last: '2026-10-31' },
] as const)('the back-test of a $accumulate, $lead months after $last', (options) => {
  const { goal, known } = monthlyCase(values, { ...options, target: 2900 });
  const { trials } = forecastEnd(goal, known);
  const origins = Array.from({ length: values.length - 23 - options.lead }, (_, i) => 24 + i);
  const errors = new Map(
    methods
      .filter((method) => trials.find((trial) => trial.method === method)!.point !== null)
      .map((method) => [method, origins.map((months) => errorBefore(months, method, options))]),
  );

  test('asks each method at every month end from the 24th figure on, at the same lead', () => {
    expect([...errors.keys()].length).toBeGreaterThan(6);
    for (const [method, own] of errors) {
      const { backtest } = trials.find((trial) => trial.method === method)!;
      expect(backtest!.origins).toBe(origins.length);
      expect(backtest!.error).toBeCloseTo(sum(own.map(Math.abs)) / own.length, 8);
    }
  });

  test('measures errors against those of the same month a year before', () => {
    const naive = origins.map((months) => {
      const coming = Array.from(
        { length: options.lead },
        (_, i) => values[months + i]! - values[months + i - 12]!,
      );
      return Math.abs(options.accumulate === 'level' ? coming.at(-1)! : sum(coming));
    });
    for (const [method, own] of errors) {
      const { backtest } = trials.find((trial) => trial.method === method)!;
      expect(backtest!.relative).toBeCloseTo(sum(own.map(Math.abs)) / sum(naive), 8);
    }
  });

  test('chooses the method with the least error, and takes interval and probability from its errors', () => {
    const error = (method: ForecastMethod): number => sum(errors.get(method)!.map(Math.abs));
    const best = [...errors.keys()].reduce((a, b) => (error(b) < error(a) ? b : a));
    const { forecast } = forecastEnd(goal, known);
    expect(forecast!.method).toBe(best);
    for (const [method, own] of errors) {
      const named = forecastEnd(goal, known, { method }).forecast!;
      const should = intervalAround(named.point, own);
      expect(mostOff(named.interval!, should)).toBeLessThan(1e-9);
      const hits = own.filter((error) => named.point + error >= 2900).length;
      expect(named.probability).toBeCloseTo((1 + hits) / (own.length + 2), 12);
    }
    expect(forecast!.interval![0]).toBeLessThan(forecast!.interval![1]);
  });

  test('scores intervals made of errors that were known at their origin', () => {
    for (const [method, own] of errors) {
      const scores = origins.flatMap((months, i) => {
        const earlier = own.filter((_, j) => origins[j]! + options.lead <= months);
        if (earlier.length < 8) return [];
        const [low, high] = intervalAround(0, earlier);
        return [own[i]! >= low && own[i]! <= high ? 1 : 0];
      });
      const { backtest } = trials.find((trial) => trial.method === method)!;
      expect(backtest!.coverage).toBe(scores.length === 0 ? null : sum(scores) / scores.length);
    }
  });
});

describe('the back-test of years', () => {
  const yearly = Array.from({ length: 30 }, (_, i) => 100 + 5 * i + ((i * 7) % 11));
  const known = { grain: 'year', count: false, target: null } as const;

  test('asks at the end of every year from the 24th on, for a total of as many years', () => {
    const goal = { unit: { zh: '元', en: 'yuan' }, accumulate: 'total' } as const;
    const ask = (years: number): EndForecast => {
      const last = 1995 + years;
      const observations = yearsUpTo(last, yearly.slice(0, years));
      const period = { start: `${last}-01-01`, end: `${last + 1}-12-31` };
      return forecastEnd(
        { ...goal, period },
        { ...known, actual: yearly[years - 1]!, dataThrough: `${last}-12-31`, observations },
      );
    };
    const { trials } = ask(30);
    for (const method of ['run-rate', 'same-period', 'holt', 'holt-damped'] as const) {
      const errors = [24, 25, 26, 27, 28, 29].map((years) => {
        const { point } = ask(years).trials.find((trial) => trial.method === method)!;
        return Math.abs(yearly[years - 1]! + yearly[years]! - point!);
      });
      const { backtest } = trials.find((trial) => trial.method === method)!;
      expect(backtest!.origins).toBe(6);
      expect(backtest!.error).toBeCloseTo(sum(errors) / 6, 8);
      const naive = [24, 25, 26, 27, 28, 29].map((years) => Math.abs(yearly[years]! - yearly[years - 1]!));
      expect(backtest!.relative).toBeCloseTo(sum(errors) / sum(naive), 8);
    }
  });

  test('measures a level three years ahead against that of the last year known', () => {
    const goal = {
      unit: { zh: '元', en: 'yuan' },
      accumulate: 'level',
      period: { start: '2026-01-01', end: '2028-12-31' },
    } as const;
    const observations = yearsUpTo(2025, yearly);
    const { trials } = forecastEnd(goal, {
      ...known,
      actual: yearly.at(-1)!,
      dataThrough: '2025-12-31',
      observations,
    });
    const { backtest } = trials.find(({ method }) => method === 'holt')!;
    const naive = [24, 25, 26, 27].map((years) => Math.abs(yearly[years + 2]! - yearly[years - 1]!));
    expect(backtest!.origins).toBe(4);
    expect(backtest!.error / backtest!.relative!).toBeCloseTo(sum(naive) / 4, 8);
  });
});

describe('which methods are compared', () => {
  test('those with a figure from every origin', () => {
    // Two years of nothing have no share by the same month, so that the earliest origins have no same-period figure.
    const quiet = [...Array.from({ length: 24 }, () => 0), ...values.slice(0, 22)];
    const { goal, known } = monthlyCase(quiet);
    const { trials, forecast } = forecastEnd(goal, known, { method: 'same-period' });
    const trial = trials.find(({ method }) => method === 'same-period')!;
    expect(trial.point).not.toBeNull();
    expect(trial.backtest).toBeNull();
    expect(forecast).toMatchObject({
      method: 'same-period',
      interval: null,
      probability: null,
      backtest: null,
    });
    expect(trials.find(({ method }) => method === 'run-rate')!.backtest!.origins).toBe(21);
    expect(forecastEnd(goal, known).forecast!.method).not.toBe('same-period');
  });

  test('equal ones give way to the simplest', () => {
    const constant = monthlyCase(
      Array.from({ length: 46 }, () => 12.3),
      { accumulate: 'level', target: 12.3 },
    );
    const { forecast } = forecastEnd(constant.goal, constant.known);
    expect(forecast).toMatchObject({ method: 'trend', backtest: { origins: 21, relative: null } });
    expect(forecast!.point).toBeCloseTo(12.3, 10);
    // Twenty-one end figures on their target, and none that missed it.
    expect(forecast!.probability).toBe(22 / 23);
    const straight = monthlyCase(
      Array.from({ length: 46 }, (_, i) => 0.1 + 0.7 * i),
      { accumulate: 'level' },
    );
    expect(forecastEnd(straight.goal, straight.known).forecast!.method).toBe('trend');
    const since = monthlyCase(
      Array.from({ length: 46 }, (_, i) => 0.1 + 0.7 * i),
      { accumulate: 'since' },
    );
    expect(forecastEnd(since.goal, since.known).forecast!.method).toBe('holt');
  });

  test('none where no end figure is known at that lead', () => {
    const far = monthlyCase(values, { accumulate: 'level', lead: 23 });
    expect(forecastEnd(far.goal, far.known).trials.every(({ backtest }) => backtest === null)).toBe(true);
    const near = monthlyCase(values, { accumulate: 'level', lead: 22 });
    expect(forecastEnd(near.goal, near.known).forecast!.backtest!.origins).toBe(1);
  });

  test('on whole periods only: one that reaches back before the first figure is not tried', () => {
    const long = monthlyCase(values, { length: 36, lead: 6 });
    // Thirty figures of the period are known, so that the first origin is the thirtieth.
    expect(
      forecastEnd(long.goal, long.known).trials.find(({ method }) => method === 'holt')!.backtest!.origins,
    ).toBe(46 - 6 - 30 + 1);
  });

  test.each(['day', 'month'] as const)('on the last fifty years at most, read by %s', (grain) => {
    const many = monthlyCase(
      Array.from({ length: 610 }, (_, i) => i % 5),
      { accumulate: 'level', lead: 570 },
    );
    const { trials } = forecastEnd(many.goal, { ...many.known, grain });
    // Read on any day, the 24 observations before an origin may lie before those years.
    const before = grain === 'day' ? 14 : 24;
    expect(trials.find(({ method }) => method === 'trend')!.backtest!.origins).toBe(600 - 570 - before + 1);
  });
});

describe('direction', () => {
  test('of a level that is to fall: reached at the target or below it', () => {
    const fall = (direction: 'increase' | 'decrease', target: number): number => {
      const { goal, known } = monthlyCase(values, { accumulate: 'level', direction, target });
      return forecastEnd(goal, known).forecast!.probability!;
    };
    const m = 21;
    expect(fall('increase', -1e6)).toBe((m + 1) / (m + 2));
    expect(fall('decrease', -1e6)).toBe(1 / (m + 2));
    for (const target of [250, 270, 290, 310])
      expect(fall('increase', target) + fall('decrease', target)).toBeCloseTo(1, 12);
  });
});

describe('the quantile of errors', () => {
  test.each(seriesNames)("of %s is R's of type 6", (name) => {
    const sorted = [...reference.series[name].values].sort((a, b) => a - b);
    expect(
      mostOff([quantileOf(sorted, 0.1), quantileOf(sorted, 0.9)], reference.quantiles[name]),
    ).toBeLessThan(1e-14);
  });

  test('of eight errors is the least and the greatest, of nine the same, of nineteen the second and last but one', () => {
    const upTo = (m: number): readonly number[] => Array.from({ length: m }, (_, i) => i + 1);
    expect(intervalAround(100, upTo(8).toReversed())).toEqual([101, 108]);
    expect(intervalAround(100, upTo(9))).toEqual([101, 109]);
    expect(intervalAround(100, upTo(19))).toEqual([102, 118]);
    expect(mostOff(intervalAround(100, [10, 9, 100, 2, 3, 4, 5, 6, 7, 8, 1]), [101.2, 182])).toBeLessThan(
      1e-15,
    );
  });

  test('holds 80 % of new figures where the order is random', () => {
    // Each of 20 figures in turn is the new one.
    const figures = Array.from({ length: 20 }, (_, i) => (i * 7) % 20);
    const inside = figures.filter((figure) => {
      const [low, high] = intervalAround(
        0,
        figures.filter((other) => other !== figure),
      );
      return figure >= low && figure <= high;
    });
    expect(inside).toHaveLength(16);
  });
});

describe('the probability from errors', () => {
  const errors = [-4, -3, -2, -1, 0, 1, 2, 3];

  test('is (1 + those that reach the target) / (m + 2)', () => {
    expect(chanceAround(10, errors, 12)).toBe((1 + 2) / 10);
    expect(chanceAround(10, errors, 12.5)).toBe((1 + 1) / 10);
    expect(chanceAround(10, errors, 8, 'decrease')).toBe((1 + 3) / 10);
    expect(chanceAround(10, errors, 99)).toBe(1 / 10);
    expect(chanceAround(10, errors, -99)).toBe(9 / 10);
  });

  test('takes an end figure on its target for one that reaches it, whatever the rounding', () => {
    const tenths = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
    expect(chanceAround(0.2, tenths, 0.3)).toBe(9 / 10);
    expect(chanceAround(0.7, tenths, 0.8)).toBe(9 / 10);
    expect(chanceAround(0.7, tenths, 0.8000001)).toBe(1 / 10);
    expect(chanceAround(0.2, tenths, 0.3, 'decrease')).toBe(9 / 10);
  });
});

describe('coverage', () => {
  test('waits for eight errors that were known', () => {
    const errors = Array.from({ length: 12 }, (_, i) => (i % 2 ? i : -i));
    const origins = errors.map((_, i) => 30 + i);
    expect(cover(errors, origins, 1)).toEqual({ scored: 4, inside: 0 });
    expect(cover(errors, origins, 4)).toEqual({ scored: 1, inside: 0 });
    expect(cover(errors, origins, 5)).toEqual({ scored: 0, inside: 0 });
    expect(cover(errors.toReversed(), origins, 1)).toEqual({ scored: 4, inside: 4 });
  });
});
