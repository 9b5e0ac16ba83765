import type { Day, Text, Thresholds } from '../plan/plan.js';

/** The words of METHODS §4, and no others. */
export type Status =
  'achieved' | 'on-track' | 'at-risk' | 'off-track' | 'missed' | 'no-data' | 'not-assessable';

/** A judged goal: METHODS §1. Figures are unclamped; shares are of 1. */
export interface Verdict {
  readonly goal: string;
  readonly method: 'default';
  readonly asOf: Day;
  /** The last day whose figures count; null where nothing is reported. */
  readonly dataThrough: Day | null;
  readonly actual: number | null;
  readonly baseline: number | null;
  readonly target: number | null;
  /** (actual − baseline) / (target − baseline); null where that has no value. */
  readonly attainment: number | null;
  readonly schedule: Schedule | null;
  readonly forecast: Forecast | null;
  readonly status: Status;
  /** `asOf` is past the end date while the data are not. */
  readonly stale: boolean;
  /** Some figures may still be revised. */
  readonly provisional: boolean;
  readonly thresholds: Thresholds;
  /** One sentence, why this status. */
  readonly reason: Text;
}

/** How much should be done by `dataThrough`, and how the goal stands to it. */
export interface Schedule {
  readonly kind: 'linear' | 'path';
  readonly expected: number;
  /** attainment − expected; times 100 it is in percentage points. */
  readonly gap: number;
  /** attainment / expected; null where nothing was expected yet. */
  readonly ratio: number | null;
}

/** Where the goal will end. */
export interface Forecast {
  readonly method: 'poisson-gamma';
  /** The median outcome. */
  readonly point: number;
  /** The 80 % interval. */
  readonly interval: readonly [number, number];
  /** The probability of attaining the target. */
  readonly probability: number;
}
