import type { JudgedGoal } from '../../../../packages/metrics/src/goal/goal.js';
import { readByMethod } from '../../../../packages/metrics/src/goal/methods/compare.js';
import type { Series } from '../../../../packages/metrics/src/goal/series.js';
import type { MethodVerdict } from '../../../../packages/metrics/src/goal/verdict.js';
import type { PublishedMethod } from '../../../../packages/metrics/src/plan/plan.js';
import { stock } from '../goals.js';

/** From 100 at the end of 2020 to 200 by the end of 2030. */
export const level: JudgedGoal = {
  ...stock,
  target: 200,
  baseline: { value: 100, date: '2020-12-31' },
  period: { start: '2021-01-01', end: '2030-12-31' },
};

/** The figures of these years, each at its end. */
export const annual = (figures: Readonly<Record<number, number>>, rest: Partial<Series> = {}): Series => {
  const observations = Object.entries(figures).map(([year, value]) => ({ date: `${year}-12-31`, value }));
  return {
    grain: 'day',
    count: false,
    reportedThrough: observations.at(-1)?.date ?? null,
    observations,
    ...rest,
  };
};

export const figures = annual({ 2019: 97, 2020: 100, 2021: 106, 2022: 115, 2023: 120, 2024: 131, 2025: 140 });

export const asOf = '2026-03-31';

export const read = (
  method: PublishedMethod,
  goal: Partial<JudgedGoal> = {},
  series: Partial<Series> = {},
  day = asOf,
): MethodVerdict => readByMethod(method, { ...level, ...goal }, { ...figures, ...series }, { asOf: day });
