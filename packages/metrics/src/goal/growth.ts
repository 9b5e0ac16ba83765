import { wholeYears, type Day } from '../base/day.js';
import type { Baseline } from '../plan/plan.js';
import { toFinite } from './sum.js';

/**
 * The average growth a year since a baseline, a share of 1: (figure ÷ baseline)^(1/n) − 1 with n whole years (METHODS §8). `null` before a
 * whole year, and for a figure that is not above 0.
 *
 * @example growthSince({ value: 100, date: '2020-12-31' }, 114.49, '2022-12-31') // 0.07
 */
export function growthSince(
  baseline: Baseline | null | undefined,
  figure: number | null,
  day: Day | null,
): number | null {
  if (!baseline || figure === null || day === null || figure <= 0 || baseline.value <= 0) return null;
  const years = wholeYears(baseline.date, day);
  if (years < 1) return null;
  // Powers differ in their last digits between browsers, so they are left out.
  return toFinite(Number((Math.pow(figure / baseline.value, 1 / years) - 1).toPrecision(12)));
}
