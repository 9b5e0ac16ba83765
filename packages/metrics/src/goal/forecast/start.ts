import { fitLine } from './line.js';
import type { SmoothingForm, SmoothingStart } from './smoothing.js';

/**
 * Where R's `HoltWinters()` starts from: Holt's at the second figure and the first step; Holt-Winters' at the straight line
 * through, and the mean seasons around, the moving average of the first two cycles. `figures` are as many at least.
 */
export function findStart(figures: readonly number[], { seasonal, period }: SmoothingForm): SmoothingStart {
  if (seasonal === 'none') {
    const [first, second] = figures as [number, number];
    return { from: 2, level: second, trend: second - first, seasons: [] };
  }
  const cycles = figures.slice(0, 2 * period);
  const half = Math.floor(period / 2);
  const averages = cycles.slice(half, cycles.length - half).map((_, i) => average(cycles, i, period));
  const seasons = Array.from({ length: period }, (_, season) => {
    const found = averages.flatMap((middle, i) => {
      if ((i + half) % period !== season) return [];
      const figure = cycles[i + half]!;
      return [seasonal === 'additive' ? figure - middle : figure / middle];
    });
    return mean(found);
  });
  const overall = mean(seasons);
  const { slope, intercept } = fitLine(averages.map((middle, i) => [i + 1, middle]));
  return {
    from: period,
    level: intercept,
    trend: slope,
    seasons: seasons.map((season) => (seasonal === 'additive' ? season - overall : season / overall)),
  };
}

/** The mean of a whole cycle; where its middle falls between two figures, the two at its ends count half. */
function average(figures: readonly number[], first: number, period: number): number {
  let sum = 0;
  for (let i = 0; i < period; i++) sum += figures[first + i]!;
  if (period % 2 === 0) sum += (figures[first + period]! - figures[first]!) / 2;
  return sum / period;
}

function mean(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}
