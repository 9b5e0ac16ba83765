import { describe, expect, test } from 'vitest';
import {
  fitSmoothing,
  predictSmoothed,
} from '../../../../packages/metrics/src/goal/forecast/holt-winters.js';
import { movePeriod } from '../../../../packages/metrics/src/goal/forecast/month.js';
import { layGround, findOrigin } from '../../../../packages/metrics/src/goal/forecast/origin.js';
import { ways, type Way } from '../../../../packages/metrics/src/goal/forecast/way.js';
import { monthlyCase } from './forecasts.js';

/** Four years that rise ever more slowly, with seasons that grow with the level. */
const figures = Array.from(
  { length: 48 },
  (_, i) => (300 + 40 * Math.sqrt(i)) * (1 + 0.2 * Math.sin((i * Math.PI) / 6) + 0.03 * ((i * 7) % 5)),
);
const { goal, known } = monthlyCase(figures, { lead: 2 });
const ground = layGround(goal, known);
const origin = findOrigin(ground);
const wayOf = (method: string): Way => ways.find((way) => way.method === method)!;
const pointOf = (method: string): number => wayOf(method).forecast(origin, ground)!.point;

describe('a way of smoothing smooths as its name says', () => {
  const forms = [
    ['holt', 'none', false],
    ['holt-damped', 'none', true],
    ['holt-winters-additive', 'additive', false],
    ['holt-winters-additive-damped', 'additive', true],
    ['holt-winters-multiplicative', 'multiplicative', false],
    ['holt-winters-multiplicative-damped', 'multiplicative', true],
  ] as const;

  test.each(forms)('%s: seasons %s, damped %s', (method, seasonal, damped) => {
    const { lead, open } = ground.horizon;
    const smoothed = fitSmoothing(origin.figures, { seasonal, damped, period: 12 })!;
    expect(pointOf(method)).toBe(origin.base + predictSmoothed(smoothed, lead, open).point);
  });

  test('and no two of them come to the same figure', () => {
    expect(new Set(forms.map(([method]) => pointOf(method))).size).toBe(forms.length);
  });
});

describe('the run-rate of daily figures needs three whole months of the period', () => {
  const asOf = (dataThrough: string) => {
    const daily = { ...known, grain: 'day', dataThrough } as const;
    return wayOf('run-rate').ruledOut({ ...ground, known: daily }, origin)?.en ?? null;
  };

  test.each([
    ['2026-02-28', 'it needs 3 reported months and has 2'],
    ['2026-03-30', 'it needs 3 reported months and has 2'],
    ['2026-03-31', null],
    ['2026-04-15', null],
    // Before the first month has ended, and before the period has begun.
    ['2026-01-15', 'it needs 3 reported months and has 0'],
    ['2025-11-30', 'it needs 3 reported months and has 0'],
  ])('through %s: %s', (day, why) => {
    expect(goal.period.start).toBe('2026-01-01');
    expect(asOf(day)).toBe(why);
  });
});

describe('a period of other months', () => {
  test.each([
    ['a year back', ['2026-01-01', '2026-12-31'], -12, ['2025-01-01', '2025-12-31']],
    ["a month's last day stays one", ['2026-01-01', '2026-02-28'], 1, ['2026-02-01', '2026-03-31']],
    ['a day within a month stays that day', ['2026-01-16', '2026-07-15'], -6, ['2025-07-16', '2026-01-15']],
    [
      'a day that a month lacks becomes its last',
      ['2026-01-31', '2026-03-30'],
      1,
      ['2026-02-28', '2026-04-30'],
    ],
    ['… in a leap year', ['2026-01-30', '2026-03-30'], 23, ['2027-12-30', '2028-02-29']],
  ])('%s', (_, [start, end], months, [movedStart, movedEnd]) => {
    expect(movePeriod({ start: start!, end: end! }, months)).toEqual({ start: movedStart, end: movedEnd });
  });
});
