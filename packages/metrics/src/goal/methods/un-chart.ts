import type { Direction } from '../../plan/plan.js';
import { shareOfWay } from '../share.js';
import { reaches } from '../../base/same.js';
import { finite, isKnown } from './figure.js';
import { cagr, type GrowthInputs } from './growth.js';

/** The input of the UN's progress chart for one series. */
export interface UnChartInputs extends GrowthInputs {
  readonly target?: number | null;
  readonly targetYear?: number | null;
  readonly direction: Direction;
}

/** Its result. */
export interface UnChartResult {
  /** Observed growth, a share of 1 a year. */
  readonly cagr: number | null;
  /** The figure in the target year if growth goes on; null without a target. */
  readonly expectedTargetYearValue: number | null;
  /** How far that is of the way from the base to the target; null without a target. */
  readonly ratio: number | null;
  /** 3 best, 1 worst. */
  readonly score: 1 | 2 | 3 | null;
}

/**
 * The trend of one series as the UN's SDG Progress Chart scores it by extrapolation (METHODS §6.2): `null` where the base or the
 * current figure is not above 0, and no score where the target is the base.
 *
 * @example unChartProgress({ baseValue: 100, baseYear: 2015, currentValue: 150, currentYear: 2020, target: 200, targetYear: 2030, direction: 'increase' }).score // 3
 */
export function unChartProgress(inputs: UnChartInputs): UnChartResult {
  const { baseValue, baseYear, currentValue, currentYear, target, targetYear, direction } = inputs;
  const growth = cagr(inputs);
  if (growth === null || baseValue! <= 0 || currentValue! <= 0)
    return { cagr: null, expectedTargetYearValue: null, ratio: null, score: null };

  if (!isKnown(target)) {
    const forward = direction === 'decrease' ? -growth : growth;
    return {
      cagr: growth,
      expectedTargetYearValue: null,
      ratio: null,
      score: grade(forward, 0.02, 0.005),
    };
  }
  // 1 + growth is a root of current / base: its power is taken at once, with the rounding of one.
  const spans = isKnown(targetYear) ? (targetYear - currentYear!) / (currentYear! - baseYear!) : NaN;
  const expected = finite(currentValue! * (currentValue! / baseValue!) ** spans);
  const ratio = expected === null || target === baseValue ? null : shareOfWay(expected, baseValue!, target);
  return {
    cagr: growth,
    expectedTargetYearValue: expected,
    ratio,
    score: ratio === null ? null : grade(ratio, 0.95, 0.1),
  };
}

function grade(share: number, best: number, middle: number): 1 | 2 | 3 {
  return reaches(share, best) ? 3 : reaches(share, middle) ? 2 : 1;
}
