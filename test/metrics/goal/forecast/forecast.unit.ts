import { describe, expect, test } from 'vitest';
import { monthEnd } from '../../../../packages/metrics/src/goal/calendar.js';
import { forecastEnd } from '../../../../packages/metrics/src/goal/forecast/forecast.js';
import { extendSmoothed, holtWinters } from '../../../../packages/metrics/src/goal/forecast/holt-winters.js';
import { fitLine, predictLine } from '../../../../packages/metrics/src/goal/forecast/line.js';
import { monthlyCase, monthsUpTo, sum, yearsUpTo, type Case } from './forecasts.js';
import { methods, points, waves, why } from './forecast-stage.js';

describe('METHODS §5, which method is for which goal', () => {
  test('a monthly total: all but the trend and the count', () => {
    expect(Object.keys(points(monthlyCase(waves)))).toEqual(
      methods.filter((method) => method !== 'trend' && method !== 'poisson-gamma'),
    );
  });

  test('a monthly level: the trend and all smoothing', () => {
    const level = monthlyCase(waves, { accumulate: 'level' });
    expect(Object.keys(points(level))).toEqual(methods.slice(2, -1));
    expect(why(level, 'run-rate')).toBe('it is for totals of a period');
    expect(why(level, 'same-period')).toBe('it is for totals of a period');
    expect(why(monthlyCase(waves), 'trend')).toBe('it is for levels');
  });

  test('a total since a day: smoothing alone', () => {
    expect(Object.keys(points(monthlyCase(waves, { accumulate: 'since' })))).toEqual(methods.slice(3, -1));
  });

  test('a yearly level: the trend and smoothing without seasons', () => {
    const known = {
      ...({ actual: 4600, dataThrough: '2025-12-31', grain: 'year', count: false, target: 5000 } as const),
      observations: yearsUpTo(2025, [3600, 3900, 4100, 4250, 4600]),
    };
    const goal = {
      unit: { zh: '元', en: 'yuan', power: 8 },
      period: { start: '2025-01-01', end: '2027-12-31' },
      accumulate: 'level',
    } as const;
    expect(Object.keys(points({ goal, known }))).toEqual(['trend', 'holt', 'holt-damped']);
    expect(why({ goal, known }, 'holt-winters-additive')).toBe('yearly figures have no seasons');
  });
});

describe('METHODS §5, what a method needs', () => {
  const since = (months: number): Case => monthlyCase(waves.slice(0, months), { lead: 12 - months });

  test('run-rate: three reported months of the period', () => {
    expect(points(since(3))['run-rate']).toBeCloseTo((sum(waves.slice(0, 3)) * 365) / 92, 9);
    expect(points(since(2))).toEqual({});
    expect(why(since(2), 'run-rate')).toBe('it needs 3 reported months and has 2');
    expect(forecastEnd(since(2).goal, since(2).known).forecast).toBeNull();
  });

  test('run-rate: the months of a year that is told in one figure', () => {
    const goal = {
      unit: { zh: '元', en: 'yuan' },
      period: { start: '2024-01-01', end: '2027-12-31' },
    } as const;
    const observations = yearsUpTo(2024, [365 + 1]);
    const known = {
      actual: 366,
      dataThrough: '2024-12-31',
      grain: 'year',
      count: false,
      target: null,
    } as const;
    expect(points({ goal: { ...goal, accumulate: 'total' }, known: { ...known, observations } })).toEqual({
      'run-rate': 1461,
    });
  });

  test('same-period: one complete earlier period', () => {
    expect(points(monthlyCase(waves.slice(0, 22)))['same-period']).toBeCloseTo(
      sum(waves.slice(12, 22)) / (sum(waves.slice(0, 10)) / sum(waves.slice(0, 12))),
      9,
    );
    expect(why(monthlyCase(waves.slice(0, 21)), 'same-period')).toBe(
      'there is no complete earlier period to compare with',
    );
  });

  test('Holt: five figures; Holt-Winters: two full seasons', () => {
    expect(Object.keys(points(monthlyCase(waves.slice(0, 5), { accumulate: 'level' })))).toEqual([
      'trend',
      'holt',
      'holt-damped',
    ]);
    const four = monthlyCase(waves.slice(0, 4), { accumulate: 'level' });
    expect(points(four)).toEqual({});
    expect(why(four, 'trend')).toBe('it needs 5 observations and has 4');
    expect(why(four, 'holt')).toBe('it needs 5 figures without a gap and has 4');
    expect(points(monthlyCase(waves.slice(0, 24)))).toHaveProperty('holt-winters-multiplicative-damped');
    expect(why(monthlyCase(waves.slice(0, 23)), 'holt-winters-additive')).toBe(
      'it needs 24 figures without a gap and has 23',
    );
  });

  test('multiplicative seasons: figures above zero', () => {
    const zero = monthlyCase(waves.map((value, i) => (i === 7 ? 0 : value)));
    expect(why(zero, 'holt-winters-multiplicative')).toBe('multiplicative seasons need figures above zero');
    expect(points(zero)).toHaveProperty('holt-winters-additive');
  });

  test('figures since the last gap; a straight line goes through all', () => {
    const { goal, known } = monthlyCase(waves, { accumulate: 'level' });
    const observations = known.observations.filter((_, i) => i !== 35);
    const gap = { goal, known: { ...known, observations } };
    expect(why(gap, 'holt-winters-additive')).toBe('it needs 24 figures without a gap and has 10');
    const xs = [...waves.keys()].filter((i) => i !== 35);
    expect(points(gap).trend).toBeCloseTo(predictLine(fitLine(xs.map((i) => [i, waves[i]!])), 47).point, 9);
    const { forecast } = forecastEnd(gap.goal, gap.known);
    expect(forecast!.backtest).toBeNull();
  });

  test('something must still come: not when the figures reach the end', () => {
    for (const accumulate of ['total', 'level'] as const) {
      const ended = monthlyCase(waves, { lead: 0, accumulate });
      expect(points(ended)).toEqual({});
      expect(why(ended, 'holt')).toBe('no figure is still to come before the end');
      expect(forecastEnd(ended.goal, ended.known)).toMatchObject({ forecast: null });
    }
  });

  test('a monthly level ends with the last month that ends in its period', () => {
    const { goal, known } = monthlyCase(waves, { accumulate: 'level' });
    const later = { ...goal, period: { ...goal.period, end: '2027-01-30' } };
    expect(points({ goal: later, known })).toEqual(points({ goal, known }));
    const tooSoon = { ...goal, period: { ...goal.period, end: '2026-11-29' } };
    expect(why({ goal: tooSoon, known }, 'trend')).toBe('no figure is still to come before the end');
  });

  test('nothing reported, no forecast', () => {
    for (const grain of ['day', 'month', 'year'] as const) {
      for (const accumulate of ['total', 'level', 'since'] as const) {
        const { goal, known } = monthlyCase([], { accumulate });
        const none = { ...known, actual: 0, grain, dataThrough: '2024-12-31' };
        expect(points({ goal, known: none })).toEqual({});
        expect(forecastEnd(goal, none).forecast).toBeNull();
      }
    }
  });

  test('a named method is the one that is given, or none', () => {
    const { goal, known } = monthlyCase(waves);
    for (const method of methods) {
      const { forecast, trials } = forecastEnd(goal, known, { method });
      const trial = trials.find((trial) => trial.method === method)!;
      if (trial.point === null) expect(forecast).toBeNull();
      else expect(forecast).toMatchObject({ method, point: trial.point, backtest: trial.backtest });
    }
  });
});

describe('the end figure', () => {
  test('of a total is what is known and the steps still to come; of a level the last step', () => {
    const { goal, known } = monthlyCase(waves, { lead: 3 });
    const additive = holtWinters(waves, { seasonal: 'additive' });
    expect(points({ goal, known })['holt-winters-additive']).toBeCloseTo(
      sum(waves.slice(-9)) + sum(extendSmoothed(additive, 3)),
      9,
    );
    expect(points(monthlyCase(waves, { lead: 3, accumulate: 'level' }))['holt-winters-additive']).toBeCloseTo(
      extendSmoothed(additive, 3)[2]!,
      9,
    );
  });

  test('of a period that has not begun sums its own steps alone', () => {
    const ahead = monthlyCase(waves, { lead: 15 });
    expect(points(ahead).holt).toBeCloseTo(
      sum(extendSmoothed(holtWinters(waves, { seasonal: 'none' }), 15).slice(3)),
      9,
    );
  });

  test('of years sums years', () => {
    const values = [90, 100, 105, 115, 120, 124];
    const observations = yearsUpTo(2022, values);
    const known = {
      actual: 244,
      dataThrough: '2022-12-31',
      grain: 'year',
      count: false,
      target: null,
    } as const;
    const period = { start: '2021-01-01', end: '2025-12-31' };
    const goal = { unit: { zh: '元', en: 'yuan' }, period, accumulate: 'total' } as const;
    expect(points({ goal, known: { ...known, observations } }).holt).toBeCloseTo(
      244 + sum(extendSmoothed(holtWinters(values, { seasonal: 'none' }), 3)),
      9,
    );
  });

  test('may fall below what a total of signed flows has reached', () => {
    const flows = [50, 40, 30, 20, 10, 0, -10, -20, -30, -40];
    const { goal, known } = monthlyCase(flows);
    expect(known.actual).toBe(50);
    expect(points({ goal, known }).holt).toBeCloseTo(50 - 50 - 60, 9);
  });
});

describe('events, dated by day', () => {
  /** So many events in each of these months. */
  const events = (last: string, counts: readonly number[]) =>
    monthsUpTo(last, counts).flatMap(({ date, value }) =>
      Array.from({ length: value }, (_, i) => ({ date: `${date.slice(0, 8)}${10 + i}`, value: 1 })),
    );
  const counts = Array.from({ length: 40 }, (_, i) => 3 + ((i * 7) % 5));
  const monthly = monthlyCase(counts);

  test('are summed by month, and forecast as the monthly sums are', () => {
    const known = { ...monthly.known, grain: 'day', observations: events('2026-10-31', counts) } as const;
    expect(points({ goal: monthly.goal, known })).toEqual(points(monthly));
    expect(forecastEnd(monthly.goal, known).forecast).toEqual(
      forecastEnd(monthly.goal, monthly.known).forecast,
    );
  });

  test('of a month that is not over wait for it, but count for the rates', () => {
    const observations = [...events('2026-10-31', counts), { date: '2026-11-10', value: 1 }];
    const known = { ...monthly.known, grain: 'day', observations } as const;
    const through = { ...known, actual: known.actual + 1, dataThrough: '2026-11-15' };
    const now = points({ goal: monthly.goal, known: through });
    expect(now.holt).toBe(points(monthly).holt);
    expect(now['run-rate']).toBeCloseTo(((known.actual + 1) * 365) / 319, 9);
  });

  test('there are none in a month without any, also before the first', () => {
    const quiet = [0, 0, 0, 4, 0, 2, 0, 0, 1, 0];
    const { goal, known } = monthlyCase(quiet);
    const asEvents = { ...known, grain: 'day', observations: events('2026-10-31', quiet) } as const;
    expect(points({ goal, known: asEvents }).holt).toBe(points({ goal, known }).holt);
  });

  test.each([
    { start: '2026-01-01', end: '2026-12-15' },
    { start: '2026-01-02', end: '2026-12-31' },
  ])('in a period of broken months, $start to $end, have rates only, and no back-test', (period) => {
    const known = { ...monthly.known, grain: 'day', observations: events('2026-10-31', counts) } as const;
    const broken = { goal: { ...monthly.goal, period }, known };
    expect(Object.keys(points(broken))).toEqual(['run-rate', 'same-period']);
    expect(why(broken, 'holt')).toBe('the period does not begin and end with a month');
    expect(forecastEnd(broken.goal, known).forecast).toMatchObject({
      method: 'run-rate',
      interval: null,
      backtest: null,
    });
  });

  test('that end with the goal leave nothing to come', () => {
    const known = { ...monthly.known, grain: 'day', dataThrough: '2026-12-31' } as const;
    expect(why({ goal: monthly.goal, known }, 'run-rate')).toBe('no figure is still to come before the end');
  });
});

describe('a level read on any day', () => {
  const readings = Array.from({ length: 60 }, (_, i) => ({
    date: monthEnd('2022-01-01', i).replace(/..$/, String(10 + (i % 17))),
    value: 100 + 3 * i + (i % 4),
  }));
  const goal = {
    unit: { zh: '家', en: 'enterprises' },
    period: { start: '2025-01-01', end: '2027-12-31' },
    accumulate: 'level',
  } as const;
  const known = {
    ...({
      actual: readings.at(-1)!.value,
      dataThrough: '2026-12-31',
      grain: 'day',
      count: false,
      target: 300,
    } as const),
    observations: readings,
  };

  test('has a straight line alone, through its days', () => {
    expect(Object.keys(points({ goal, known }))).toEqual(['trend']);
    const day = (date: string): number => Date.parse(date) / 86_400_000;
    const line = fitLine(readings.map(({ date, value }) => [day(date), value]));
    expect(points({ goal, known }).trend).toBeCloseTo(predictLine(line, day('2027-12-31')).point, 8);
    expect(why({ goal, known }, 'holt')).toBe('it needs regular monthly or yearly figures');
  });

  test('is tried on the readings that stood at earlier month ends', () => {
    const { backtest } = forecastEnd(goal, known).forecast!;
    // 60 months, the first origin after 24 readings, the last twelve months before the end.
    expect(backtest!.origins).toBe(60 - 23 - 12);
    expect(backtest!.error).toBeLessThan(6);
  });

  test('is tried whenever its period begins, but must end with a month', () => {
    const within = (start: string, end: string): number | undefined =>
      forecastEnd({ ...goal, period: { start, end } }, known).forecast!.backtest?.origins;
    expect(within('2025-03-19', '2027-12-31')).toBe(60 - 23 - 12);
    expect(within('2025-03-19', '2027-12-30')).toBeUndefined();
  });

  test('five readings on fewer days are no line', () => {
    const days = {
      ...known,
      observations: readings.slice(0, 5).map((reading) => ({ ...reading, date: '2026-01-05' })),
    };
    expect(why({ goal, known: days }, 'trend')).toBe('it needs 5 observations and has 1');
  });
});
