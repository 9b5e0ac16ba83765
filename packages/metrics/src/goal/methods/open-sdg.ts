import type { Direction } from '../../plan/plan.js';
import { finite, isKnown } from './figure.js';
import { growth, type GrowthInputs } from './growth.js';
import { openSdgClassify, openSdgLines, type OpenSdgScore } from './open-sdg-score.js';

/** The input of Open SDG's method for one series. */
export interface OpenSdgInputs extends GrowthInputs {
  readonly target?: number | null;
  readonly targetYear?: number | null;
  readonly direction: Direction;
  /** The most or least that the figure can be, such as 100 %; it counts only without a target. */
  readonly limit?: number | null;
}

/** Its result. */
export interface OpenSdgResult extends OpenSdgScore {
  /** With a target the ratio of observed to required growth, without the growth in the wished direction a year; null where neither exists. */
  readonly progressValue: number | null;
}

/**
 * The progress of one series as Open SDG 2.4 and Statistics Canada measure it (METHODS §6.1). A target that is reached is
 * achieved with every trend, even without one.
 *
 * @example openSdgProgress({ baseValue: 100, baseYear: 2015, currentValue: 150, currentYear: 2020, target: 200, targetYear: 2030, direction: 'increase' }).status // 'substantial_progress'
 */
export function openSdgProgress(inputs: OpenSdgInputs): OpenSdgResult {
  const { baseValue, currentValue, target, direction, limit } = inputs;
  if (!isKnown(currentValue)) return { progressValue: null, score: null, status: 'not_available' };
  // Growth to zero would be −1 from anywhere.
  const aim = isKnown(target) ? target || 0.001 : null;
  const C = isKnown(limit) && isKnown(baseValue) ? openSdgCoefficient(limit, baseValue) : 1;
  const progressValue = measure(inputs, currentValue, aim, C);
  if (aim !== null && (direction === 'decrease' ? currentValue <= aim : currentValue >= aim))
    return { progressValue, score: 5, status: 'target_achieved' };
  return { progressValue, ...openSdgClassify({ progressValue, hasTarget: aim !== null, C }) };
}

function measure(
  { baseValue, baseYear, currentYear, targetYear, direction }: OpenSdgInputs,
  currentValue: number,
  aim: number | null,
  C: number,
): number | null {
  if (!isKnown(baseValue) || !isKnown(baseYear) || !isKnown(currentYear)) return null;
  const years = currentYear - baseYear;
  if (years < 1 || baseValue === 0 || Math.sign(baseValue) === -Math.sign(currentValue)) return null;
  const observed = growth(currentValue, baseValue, years);
  if (observed === null) return null;
  // From below zero, growth goes down.
  const sign = baseValue < 0 ? -1 : 1;
  const forward = sign * (direction === 'decrease' ? -1 : 1) * observed;
  if (aim === null) return settle(forward, openSdgLines(false, C));
  const required = isKnown(targetYear) ? growth(aim, baseValue, targetYear - baseYear) : null;
  // Where no growth is required the division leaves no finite number.
  return required === null ? null : settle(forward / Math.abs(required), openSdgLines(true, C));
}

/** A value that is on a line but for the rounding of the powers before it is on the line, in every unit. */
function settle(value: number, lines: readonly number[]): number | null {
  return finite(lines.find((line) => Math.abs(value - line) <= 1e-14 * line) ?? value);
}

/** How much smaller the thresholds are near a limit, from 1 down to 0 at the limit (METHODS §6.1, `C`). */
export function openSdgCoefficient(limit: number, base: number): number {
  if (limit === 0) return 1;
  const share = Math.abs(base) / Math.abs(limit);
  if (share >= 2) return 1;
  return 1 - (share <= 1 ? share : 2 - share) ** 4.44;
}
