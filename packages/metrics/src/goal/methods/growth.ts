import { sumExactly } from '../sum.js';
import { finite, isKnown } from './figure.js';

/** Two figures and their years. */
export interface GrowthInputs {
  readonly baseValue?: number | null;
  readonly baseYear?: number | null;
  readonly currentValue?: number | null;
  readonly currentYear?: number | null;
}

/**
 * The compound annual growth rate, a share of 1 a year (METHODS §6.1, `g`); `null` where a figure or a year is missing, the base is 0,
 * the years do not follow one another, or no real number has that power.
 *
 * @example cagr({ baseValue: 100, baseYear: 2020, currentValue: 115, currentYear: 2021 }) // 0.15
 */
export function cagr({ baseValue, baseYear, currentValue, currentYear }: GrowthInputs): number | null {
  return isKnown(baseValue) && isKnown(baseYear) && isKnown(currentValue) && isKnown(currentYear)
    ? growth(currentValue, baseValue, currentYear - baseYear)
    : null;
}

/**
 * (to / from)^(1 / years) − 1 (METHODS §6.1); `null` if it has no value. It is computed from the exact difference, so that small
 * growth keeps its digits: from 100 to 115 in a year it is 0.15, and from a figure to itself 0.
 */
export function growth(to: number, from: number, years: number): number | null {
  if (years <= 0) return null;
  const whole = sumExactly([to, -from]) / from;
  return finite(years === 1 ? whole : Math.expm1(Math.log1p(whole) / years));
}
