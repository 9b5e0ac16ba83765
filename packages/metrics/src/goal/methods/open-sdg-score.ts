import { sumExactly } from '../sum.js';
import { isKnown } from './figure.js';

/** The words of Open SDG (METHODS §6.1), best first. */
export type OpenSdgStatus =
  | 'target_achieved'
  | 'substantial_progress'
  | 'moderate_progress'
  | 'limited_progress'
  | 'deterioration'
  | 'not_available';

/** A score from −5 to 5 and its word. */
export interface OpenSdgScore {
  readonly score: number | null;
  readonly status: OpenSdgStatus;
}

/** A progress value: the ratio of observed to required growth with a target, the growth in the wished direction without. */
export interface OpenSdgProgressValue {
  readonly progressValue?: number | null;
  readonly hasTarget: boolean;
  /** Makes the thresholds smaller near a limit, 0 to 1; 1 where absent. Only without a target. */
  readonly C?: number | null;
}

/** From which progress value on there is substantial and moderate progress. */
export function openSdgLines(
  hasTarget: boolean,
  C: number,
): readonly [substantial: number, moderate: number] {
  return hasTarget ? [0.95, 0.6] : [0.015 * C, 0.005 * C];
}

/**
 * The word and the score of a progress value that has not reached its target (METHODS §6.1); `not_available` without a value.
 *
 * @example openSdgClassify({ progressValue: 0.7, hasTarget: true }).status // 'moderate_progress'
 */
export function openSdgClassify({ progressValue, hasTarget, C }: OpenSdgProgressValue): OpenSdgScore {
  if (!isKnown(progressValue)) return { status: 'not_available', score: null };
  const coefficient = isKnown(C) ? C : 1;
  const [substantial, moderate] = openSdgLines(hasTarget, coefficient);
  const score = hasTarget ? scoreRatio(progressValue) : scoreGrowth(progressValue, coefficient);
  return {
    status:
      progressValue >= substantial
        ? 'substantial_progress'
        : progressValue >= moderate
          ? 'moderate_progress'
          : progressValue >= 0
            ? 'limited_progress'
            : 'deterioration',
    score: score + 0,
  };
}

function scoreRatio(ratio: number): number {
  return ratio >= 0.6 ? Math.min(7.1429 * ratio - 4.2857, 5) : Math.max(4.1667 * ratio - 2.5, -5);
}

function scoreGrowth(growth: number, C: number): number {
  const [substantial, moderate] = openSdgLines(false, C);
  if (growth < 0) return Math.max(125 * growth - 2.5, -5);
  // At the limit already, and kept there.
  if (C === 0) return 5;
  if (growth >= substantial) return Math.min((500 * growth) / C - 5, 5);
  return growth >= moderate ? (250 * growth) / C - 1.25 : (500 * growth) / C - 2.5;
}

/**
 * The word of a mean score (METHODS §6.1): never `target_achieved`, which no score says.
 *
 * @example scoreStatus(2.5) // 'substantial_progress'
 */
export function scoreStatus(score: number | null | undefined): OpenSdgStatus {
  if (!isKnown(score)) return 'not_available';
  if (score >= 2.5) return 'substantial_progress';
  if (score >= 0) return 'moderate_progress';
  return score >= -2.5 ? 'limited_progress' : 'deterioration';
}

/**
 * Several series as one: the mean of the scores that exist, and its word; the target is achieved only where every series has achieved
 * it, so not where one of them has no score (METHODS §6.1).
 *
 * @example openSdgAggregate({ series: [{ score: 5, status: 'target_achieved' }, { score: -1, status: 'limited_progress' }] }).score // 2
 */
export function openSdgAggregate({ series }: { readonly series: readonly OpenSdgScore[] }): OpenSdgScore {
  const scores = series.map(({ score }) => score).filter(isKnown);
  if (scores.length === 0) return { score: null, status: 'not_available' };
  const score = sumExactly(scores) / scores.length + 0;
  const achieved = series.every(({ status }) => status === 'target_achieved');
  return { score, status: achieved ? 'target_achieved' : scoreStatus(score) };
}
