import { describe, expect, test } from 'vitest';
import {
  extendSmoothed,
  holtWinters,
  predictSmoothed,
  type SmoothingOptions,
} from '../../../../packages/metrics/src/goal/forecast/holt-winters.js';
import { intervalOf } from '../../../../packages/metrics/src/goal/forecast/prediction.js';
import type { SmoothingState } from '../../../../packages/metrics/src/goal/forecast/smoothing.js';
import { damped, fittedNames, mostOff, reference, seriesNames, undamped } from './reference.js';

const undampedCases = fittedNames.flatMap((name) =>
  (['holt', 'additive', 'multiplicative'] as const).map((form) => ({ name, form })),
);
const dampedCases = fittedNames.flatMap((name) =>
  (['holtDamped', 'additiveDamped', 'multiplicativeDamped'] as const).map((form) => ({ name, form })),
);

describe("at R's weights", () => {
  test.each(undampedCases)('$form of $name is that of HoltWinters()', ({ name, form }) => {
    const { squaredError, forecast, ...weights } = reference.holtWinters[name][form];
    const smoothed = holtWinters(reference.series[name].values, {
      seasonal: undamped[form],
      weights: { ...weights, phi: 1 },
    });
    expect(mostOff([smoothed.squaredError], [squaredError])).toBeLessThan(1e-12);
    expect(mostOff(extendSmoothed(smoothed, 24), forecast)).toBeLessThan(1e-12);
  });

  test.each(dampedCases)('$form of $name is that of forecast::holt or hw', ({ name, form }) => {
    const { start, end, fitted, forecast, ...weights } = reference.holtWinters[name][form];
    const { values } = reference.series[name];
    const smoothed = holtWinters(values, {
      seasonal: damped[form],
      damped: true,
      weights,
      start: { from: 0, ...start },
    });
    const own = values.map((value, i) => value - smoothed.errors[i]!);
    expect(mostOff(own, fitted)).toBeLessThan(1e-12);
    const numbers = ({ level, trend, seasons }: SmoothingState): readonly number[] => [
      level,
      trend,
      ...seasons,
    ];
    expect(mostOff(numbers(smoothed.state), numbers(end))).toBeLessThan(1e-9);
    // For multiplicative seasons `hw` gives the mean of simulated futures, which is not quite the smoothed path.
    expect(mostOff(extendSmoothed(smoothed, 24), forecast)).toBeLessThan(
      form === 'multiplicativeDamped' ? 0.005 : 1e-12,
    );
  });

  test.each(fittedNames)(
    'the variance of additive seasons of %s is that of predict.HoltWinters()',
    (name) => {
      const { forecast, upper, ...weights } = reference.holtWinters[name].additive;
      const smoothed = holtWinters(reference.series[name].values, {
        seasonal: 'additive',
        weights: { ...weights, phi: 1 },
      });
      const ends = forecast.map((_, i) => intervalOf(predictSmoothed(smoothed, i + 1))![1]);
      expect(mostOff(ends, upper)).toBeLessThan(1e-12);
    },
  );
});

describe('the weights found', () => {
  test.each(undampedCases)('$form of $name errs no more than R, and forecasts the same', ({ name, form }) => {
    const { squaredError, forecast } = reference.holtWinters[name][form];
    const smoothed = holtWinters(reference.series[name].values, { seasonal: undamped[form] });
    expect(smoothed.squaredError).toBeLessThan(squaredError * 1.001);
    expect(mostOff(extendSmoothed(smoothed, 24), forecast)).toBeLessThan(0.005);
  });

  test.each(dampedCases)('$form of $name errs no more than with those of forecast', ({ name, form }) => {
    const { alpha, beta, gamma, phi } = reference.holtWinters[name][form];
    const options = { seasonal: damped[form], damped: true };
    const { values } = reference.series[name];
    const theirs = holtWinters(values, { ...options, weights: { alpha, beta, gamma, phi } });
    expect(holtWinters(values, options).squaredError).toBeLessThan(theirs.squaredError * 1.001);
  });

  test.each(
    seriesNames.flatMap((name) =>
      (['none', 'additive', 'multiplicative'] as const).flatMap((seasonal) =>
        [false, true].map((damped) => ({ name, seasonal, damped })),
      ),
    ),
  )('of $name, $seasonal, damped $damped, have no better neighbours', ({ name, seasonal, damped }) => {
    const { values } = reference.series[name];
    const found = holtWinters(values, { seasonal, damped });
    const { alpha, beta, gamma, phi } = found.weights;
    expect([alpha, beta, gamma].every((weight) => weight >= 0 && weight <= 1)).toBe(true);
    if (damped) expect(phi >= 0.8 && phi <= 0.98).toBe(true);
    else expect(phi).toBe(1);
    const step = 0.01;
    const least = Math.min(
      ...[-step, step].flatMap((by) =>
        [
          { alpha: alpha + by, beta, gamma, phi },
          { alpha, beta: beta + by, gamma, phi },
          ...(seasonal === 'none' ? [] : [{ alpha, beta, gamma: gamma + by, phi }]),
        ]
          .filter((weights) => Object.values(weights).every((weight) => weight >= 0 && weight <= 1))
          // Damped, beta is a share of alpha and gamma one of what alpha leaves.
          .filter(
            (weights) => !damped || (weights.beta <= weights.alpha && weights.gamma <= 1 - weights.alpha),
          )
          .map((weights) => holtWinters(values, { seasonal, damped, weights }).squaredError),
      ),
    );
    expect(found.squaredError).toBeLessThanOrEqual(least * 1.001);
  });

  test('are the same in any unit', () => {
    for (const name of seriesNames) {
      const { values } = reference.series[name];
      for (const seasonal of ['none', 'additive', 'multiplicative'] as const) {
        const found = holtWinters(values, { seasonal });
        for (const power of [-8, -4, 4, 8]) {
          const inUnit = values.map((value) => Number(`${value}e${power}`));
          expect(holtWinters(inUnit, { seasonal }).weights).toEqual(found.weights);
        }
      }
    }
  });
});

test('weights that only rounding tells apart are those where the search begins, in any unit', () => {
  for (const power of [-4, 0, 4]) {
    const straight = Array.from({ length: 40 }, (_, i) => Number(`${(0.1 + 0.7 * i).toFixed(1)}e${power}`));
    const { alpha, beta } = holtWinters(straight, { seasonal: 'none' }).weights;
    expect(alpha).toBeCloseTo(0.3, 3);
    expect(beta).toBeCloseTo(0.1, 3);
  }
});

describe('figures that follow a rule', () => {
  const wave = [5, -3, 4, -6, 0, 2, -2, 8, -1, -4, 3, -6];
  const straight = Array.from({ length: 40 }, (_, i) => 100 + 2 * i);

  test('a straight line with a wave goes on as it was', () => {
    const figures = straight.map((value, i) => value + wave[i % 12]!);
    const smoothed = holtWinters(figures, { seasonal: 'additive' });
    // R's start values lag six steps behind, so that the level is found only while smoothing.
    expect(extendSmoothed(holtWinters(straight, { seasonal: 'none' }), 3)).toEqual([180, 182, 184]);
    const ahead = extendSmoothed(smoothed, 12);
    ahead.forEach((figure, i) =>
      expect(Math.abs(figure - (180 + 2 * i + wave[(40 + i) % 12]!))).toBeLessThan(6),
    );
  });

  test('a damped trend fades: its steps shrink by phi', () => {
    const weights = { alpha: 0.5, beta: 0.1, gamma: 0, phi: 0.9 };
    const ahead = extendSmoothed(holtWinters(straight, { seasonal: 'none', damped: true, weights }), 5);
    const steps = ahead.slice(1).map((figure, i) => figure - ahead[i]!);
    steps.slice(1).forEach((step, i) => expect(step / steps[i]!).toBeCloseTo(0.9, 10));
  });

  test('cycles of odd length and of two figures are smoothed as well', () => {
    for (const period of [2, 3, 4, 7]) {
      const figures = Array.from({ length: 6 * period }, (_, i) => 50 + wave[i % period]!);
      for (const seasonal of ['additive', 'multiplicative'] as const) {
        const ahead = extendSmoothed(holtWinters(figures, { seasonal, period }), period);
        ahead.forEach((figure, i) => expect(figure).toBeCloseTo(50 + wave[i]!, 6));
      }
    }
  });

  test('an example is as it says', () => {
    const smoothed = holtWinters([10, 12, 14, 16, 18], { seasonal: 'none' });
    expect(smoothed.state).toEqual({ level: 18, trend: 2, seasons: [] });
    expect(smoothed.errors).toEqual([0, 0, 0]);
    expect(extendSmoothed(smoothed, 2)).toEqual([20, 22]);
  });
});

describe('the variance of a sum of steps ahead', () => {
  const { values } = reference.series.AirPassengers;
  const smoothed = holtWinters(values, { seasonal: 'additive' });

  test.each([
    [1, 1],
    [5, 1],
    [5, 5],
    [14, 3],
    [14, 14],
    [26, 12],
  ])('%i steps, the last %i: is that of errors that move the figures after them', (steps, count) => {
    // The effect on the sum of an error of 1 in one step, by smoothing on through figures that have it.
    const moved = Array.from({ length: steps }, (_, at) => {
      let figures = values;
      for (let step = 0; step < steps; step++) {
        const now = holtWinters(figures, { seasonal: 'additive', weights: smoothed.weights });
        figures = [...figures, extendSmoothed(now, 1)[0]! + (step === at ? 1 : 0)];
      }
      const sum = figures.slice(-count).reduce((total, figure) => total + figure, 0);
      return sum - predictSmoothed(smoothed, steps, count).point;
    });
    const { errors } = smoothed;
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const variance = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (errors.length - 1);
    const should = Math.sqrt(variance * moved.reduce((sum, by) => sum + by * by, 0));
    const { deviation, freedom, point } = predictSmoothed(smoothed, steps, count);
    expect(deviation).toBeCloseTo(should, 6);
    expect(freedom).toBe(Infinity);
    const ahead = extendSmoothed(smoothed, steps).slice(-count);
    expect(point).toBeCloseTo(
      ahead.reduce((sum, figure) => sum + figure, 0),
      8,
    );
  });

  test.each<SmoothingOptions>([
    { seasonal: 'none' },
    { seasonal: 'multiplicative' },
    { seasonal: 'additive', damped: true },
  ])('is not known for %j', (options) => {
    expect(predictSmoothed(holtWinters(values, options), 3).deviation).toBeNull();
  });

  test('is not known from a single error', () => {
    const { weights, state } = smoothed;
    const once = holtWinters(values.slice(0, 24), {
      seasonal: 'additive',
      weights,
      start: { ...state, from: 23 },
    });
    expect(once.errors).toHaveLength(1);
    expect(predictSmoothed(once, 3).deviation).toBeNull();
  });
});

describe('figures that cannot be smoothed are refused', () => {
  const { values } = reference.series.nottem;
  const start = { from: 12, level: 50, trend: 0, seasons: [1, 2] };
  test.each<[string, readonly number[], SmoothingOptions]>([
    ['too few', [1, 2], { seasonal: 'none' }],
    ['less than two cycles', values.slice(0, 23), { seasonal: 'additive' }],
    ['a cycle of one', values, { seasonal: 'additive', period: 1 }],
    ['a cycle that is no whole number', values, { seasonal: 'additive', period: 2.5 }],
    ['a zero under multiplicative seasons', [...values, 0], { seasonal: 'multiplicative' }],
    ['a start of another cycle', values, { seasonal: 'additive', start }],
    ['seasons where there are none', values, { seasonal: 'none', start }],
    ['no number', [...values, NaN], { seasonal: 'additive' }],
    ['infinity', [...values, Infinity], { seasonal: 'none' }],
    [
      'seasons beyond doubles',
      values.map((_, i) => (i % 12 ? 1e300 : 5e-324)),
      { seasonal: 'multiplicative' },
    ],
  ])('%s', (_, figures, options) => {
    expect(() => holtWinters(figures, options)).toThrow(
      expect.objectContaining({ code: 'REFUSED' }) as Error,
    );
  });

  test('but those that just suffice are smoothed', () => {
    expect(holtWinters([1, 2, 4], { seasonal: 'none' }).errors).toEqual([1]);
    expect(holtWinters(values.slice(0, 24), { seasonal: 'multiplicative' }).errors).toHaveLength(12);
  });
});
