import { describe, expect, test } from 'vitest';
import { forecastEnd } from '../../../../packages/metrics/src/goal/forecast/forecast.js';
import { holtWinters, predictSmoothed } from '../../../../packages/metrics/src/goal/forecast/holt-winters.js';
import { fitLine, predictLine } from '../../../../packages/metrics/src/goal/forecast/line.js';
import { chanceOf, intervalOf } from '../../../../packages/metrics/src/goal/forecast/prediction.js';
import { poissonGamma } from '../../../../packages/metrics/src/goal/poisson-gamma.js';
import { monthlyCase, seriesCase, sum, yearsUpTo, type Case } from './forecasts.js';
import { reference } from './reference.js';
import { methods, points, waves, why } from './forecast-stage.js';

describe('small counts', () => {
  const goal = {
    unit: { zh: '家', en: 'enterprises' },
    period: { start: '2025-01-01', end: '2026-12-31' },
    accumulate: 'since',
  } as const;
  const known = {
    ...({ actual: 1, dataThrough: '2026-10-31', grain: 'day', count: true, target: 2 } as const),
    observations: [{ date: '2025-06-03', value: 1 }],
  };

  test('are forecast from the rate of their events, whatever else applies', () => {
    const { forecast, trials } = forecastEnd(goal, known);
    expect(forecast).toEqual(poissonGamma({ events: 1, target: 2, elapsed: 669, remaining: 61 }));
    expect(forecast!.probability).toBeCloseTo(0.12268635, 8);
    expect(trials.find(({ method }) => method === 'holt')!.point).not.toBeNull();
    expect(forecastEnd(goal, known, { method: 'holt' }).forecast!.method).toBe('holt');
    expect(forecastEnd(goal, known, { method: 'poisson-gamma' }).forecast).toEqual(forecast);
  });

  test.each([
    ['no count', {}, { count: false }],
    ['a target above 12', {}, { target: 13 }],
    ['no target', {}, { target: null }],
    ['a level', { accumulate: 'level' }, {}],
    ['a threshold of its own', { thresholds: { smallCount: 1 } }, {}],
  ] as const)('%s is none', (_, changedGoal, changedKnown) => {
    const most = 'thresholds' in changedGoal ? 1 : 12;
    expect(
      why({ goal: { ...goal, ...changedGoal }, known: { ...known, ...changedKnown } }, 'poisson-gamma'),
    ).toBe(`it is for counts with a target of at most ${most}`);
  });

  test.each([
    ['half an event', { actual: 0.5 }],
    ['events taken back', { actual: -1 }],
    ['more than doubles can hold', { actual: 9000 }],
  ])('%s cannot come at a constant rate', (_, changed) => {
    expect(why({ goal, known: { ...known, ...changed } }, 'poisson-gamma')).toBe(
      'the figure is no number of events that a constant rate can explain',
    );
  });

  test('are no longer forecast once they are all in', () => {
    expect(why({ goal, known: { ...known, dataThrough: '2026-12-31' } }, 'poisson-gamma')).toBe(
      'no figure is still to come before the end',
    );
  });

  test('in thousands are no single events, and before the period there are none', () => {
    const thousands = { ...goal, unit: { ...goal.unit, power: 3 } };
    expect(why({ goal: thousands, known }, 'poisson-gamma')).toMatch(/no number of events/);
    expect(why({ goal, known: { ...known, dataThrough: '2024-12-31' } }, 'poisson-gamma')).toBe(
      "nothing is reported for the goal's period",
    );
  });
});

describe('a method whose figure no double holds', () => {
  test('does not apply', () => {
    const year = [1e-300, ...Array.from({ length: 11 }, () => 1e15)];
    const huge = monthlyCase([...year, 1e15], { lead: 11 });
    expect(why(huge, 'same-period')).toBe('it gives no finite figure');
    expect(Object.keys(points(huge))).toEqual(['holt', 'holt-damped']);
  });
});

describe('the eighth earlier error', () => {
  test('makes intervals of errors, for every method', () => {
    for (const [months, made] of [
      [32, 7],
      [33, 8],
    ] as const) {
      const { goal, known } = seriesCase('AirPassengers', { months, target: 1800 });
      const { forecast } = forecastEnd(goal, known, { method: 'holt' });
      expect(forecast!.backtest!.origins).toBe(made);
      expect(forecast!.interval !== null).toBe(made === 8);
      expect(forecast!.probability !== null).toBe(made === 8);
    }
  });
});

describe('with fewer than eight earlier errors', () => {
  const short = (accumulate: 'total' | 'level', extra: object = {}): Case =>
    seriesCase('AirPassengers', { months: 30, lead: 2, accumulate, ...extra });

  test('additive Holt-Winters has the interval and probability of its own variance, of the sum still to come', () => {
    const values = reference.series.AirPassengers.values.slice(0, 30);
    const smoothed = holtWinters(values, { seasonal: 'additive' });
    for (const [accumulate, count, base] of [
      ['total', 2, sum(values.slice(-10))],
      ['level', 1, 0],
    ] as const) {
      const coming = predictSmoothed(smoothed, 2, count);
      const end = { ...coming, point: base + coming.point };
      const { goal, known } = short(accumulate, { target: end.point + 10 });
      const { forecast } = forecastEnd(goal, known, { method: 'holt-winters-additive' });
      expect(forecast!.backtest!.origins).toBe(30 - 23 - 2);
      expect(forecast!.interval![0]).toBeCloseTo(intervalOf(end)![0], 8);
      expect(forecast!.interval![1]).toBeCloseTo(intervalOf(end)![1], 8);
      expect(forecast!.probability).toBeCloseTo(chanceOf(end, end.point + 10)!, 10);
      expect(forecast!.backtest!.coverage).toBeNull();
    }
  });

  test('a trend has those of its t interval, in the direction of the goal', () => {
    const values = [3600, 3900, 4100, 4250, 4600];
    const known = {
      ...({ actual: 4600, dataThrough: '2025-12-31', grain: 'year', count: false, target: 5000 } as const),
      observations: yearsUpTo(2025, values),
    };
    const goal = {
      unit: { zh: '元', en: 'yuan' },
      period: { start: '2025-01-01', end: '2027-12-31' },
      accumulate: 'level',
    } as const;
    const prediction = predictLine(fitLine(values.map((value, i) => [2021 + i, value])), 2027);
    const { forecast } = forecastEnd(goal, known);
    expect(forecast!.method).toBe('trend');
    expect(forecast!.point).toBeCloseTo(prediction.point, 8);
    expect(forecast!.interval![0]).toBeCloseTo(intervalOf(prediction)![0], 8);
    expect(forecast!.interval![1]).toBeCloseTo(intervalOf(prediction)![1], 8);
    expect(forecast!.probability).toBeCloseTo(chanceOf(prediction, 5000)!, 10);
    const falling = forecastEnd({ ...goal, direction: 'decrease' }, known).forecast!;
    expect(falling.probability).toBeCloseTo(1 - forecast!.probability!, 10);
    expect(forecastEnd(goal, { ...known, target: null }).forecast!.probability).toBeNull();
  });

  test('every other method has a point alone', () => {
    const { goal, known } = short('total', { target: 2000 });
    for (const method of methods
      .slice(0, -1)
      .filter((method) => !['trend', 'holt-winters-additive'].includes(method)))
      expect(forecastEnd(goal, known, { method }).forecast).toMatchObject({
        interval: null,
        probability: null,
      });
  });

  test('without any the simplest method that applies is taken', () => {
    const { goal, known } = monthlyCase(waves.slice(0, 22));
    const { forecast } = forecastEnd(goal, known);
    expect(forecast).toMatchObject({ method: 'run-rate', interval: null, probability: null, backtest: null });
  });
});
