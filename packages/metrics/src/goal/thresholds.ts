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
