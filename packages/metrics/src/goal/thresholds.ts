import type { Thresholds } from '../plan/plan.js';

/** Where one status ends and the next begins, unless a plan says otherwise (METHODS §4). */
export const defaultThresholds: Thresholds = Object.freeze({
  tooEarly: 0.1,
  onTrack: 0.95,
  atRisk: 0.6,
  onTrackProbability: 0.5,
  atRiskProbability: 0.2,
  smallCount: 12,
});

/** Whether a share reaches a threshold. One exactly on the line does, whatever the rounding of the divisions before it and the unit. */
export function reaches(share: number, threshold: number): boolean {
  return share >= threshold - 1e-14;
}
