import type { Observation, Series } from '../../../packages/metrics/src/goal/series.js';

export const year = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];

export const without = (series: Series, ...dates: readonly string[]): Series => ({
  ...series,
  observations: series.observations.filter(({ date }) => !dates.includes(date)),
});

export const as = (
  series: Series,
  quality: Observation['quality'] & string,
  ...dates: readonly string[]
): Series => ({
  ...series,
  observations: series.observations.map((one) => (dates.includes(one.date) ? { ...one, quality } : one)),
});
