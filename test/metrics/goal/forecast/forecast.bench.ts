import { bench, describe } from 'vitest';
import { forecastEnd } from '../../../../packages/metrics/src/goal/forecast/forecast.js';
import { seriesCase } from './forecasts.js';

describe('the end of a monthly total, every method tried before', () => {
  for (const months of [46, 144]) {
    const { goal, known } = seriesCase('AirPassengers', { months });
    bench(`from ${months} figures`, () => {
      forecastEnd(goal, known);
    });
  }
});
