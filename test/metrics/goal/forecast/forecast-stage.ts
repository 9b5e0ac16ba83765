import { expect } from 'vitest';
import { forecastEnd } from '../../../../packages/metrics/src/goal/forecast/forecast.js';
import type { ForecastMethod } from '../../../../packages/metrics/src/goal/verdict.js';
import { type Case } from './forecasts.js';

export const methods: readonly ForecastMethod[] = [
  'run-rate',
  'same-period',
  'trend',
  'holt',
  'holt-damped',
  'holt-winters-additive',
  'holt-winters-additive-damped',
  'holt-winters-multiplicative',
  'holt-winters-multiplicative-damped',
  'poisson-gamma',
];

/** The points of the methods that apply. */
export function points({ goal, known }: Case): Partial<Record<ForecastMethod, number>> {
  const { trials } = forecastEnd(goal, known);
  expect(trials.map(({ method }) => method)).toEqual(methods);
  for (const { point, why, backtest } of trials) {
    expect(point === null).toBe(why !== null);
    if (why) {
      expect(backtest).toBeNull();
      expect(why.zh).toMatch(/^[\p{Script=Han}\d，]+$/u);
      expect(why.en).toMatch(/^[a-z][a-z0-9 ']+$/);
    }
  }
  return Object.fromEntries(trials.flatMap(({ method, point }) => (point === null ? [] : [[method, point]])));
}

/** Why a method does not apply, in English. */
export function why({ goal, known }: Case, method: ForecastMethod): string | undefined {
  const { trials } = forecastEnd(goal, known, { method });
  return trials.find((trial) => trial.method === method)!.why?.en;
}

export const waves = Array.from(
  { length: 46 },
  (_, i) => 100 + i + [9, -4, 6, -8, 3, 0, -2, 7, -6, 1, -3, -3][i % 12]! * 2,
);
