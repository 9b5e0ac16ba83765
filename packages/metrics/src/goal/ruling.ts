import type { CountForecast } from './poisson-gamma.js';
import { reaches } from './thresholds.js';
import type { Status, Verdict } from './verdict.js';

/** What decided a status: the rules of METHODS §4 in their order. */
export type Rule =
  | 'not-begun'
  | 'unreported'
  | 'no-target'
  | 'hold'
  | 'reached'
  | 'ended'
  | 'no-baseline'
  | 'no-way'
  | 'too-early'
  | 'count'
  | 'pace';

/** A status and what decided it. */
export interface Ruling {
  readonly status: Status;
  readonly rule: Rule;
  /** `null` where no forecast decided. */
  readonly forecast: CountForecast | null;
}

/** What decides. */
export interface Grounds extends Pick<Verdict, 'actual' | 'baseline' | 'target' | 'schedule' | 'thresholds'> {
  /** Whether `asOf` lies in the goal's period or after it. */
  readonly begun: boolean;
  readonly reached: boolean;
  /** Whether the data reach the end date. */
  readonly ended: boolean;
  readonly decrease: boolean;
  /** Whether reaching the target counts at the end date only. */
  readonly hold: boolean;
  /** The forecast that decides instead of the pace; `null` where the pace does. */
  readonly forecast: () => CountForecast | null;
}

/** The status of a goal: the first rule of METHODS §4 that applies. */
export function rule({
  begun,
  actual,
  target,
  baseline,
  reached,
  ended,
  decrease,
  hold,
  schedule,
  thresholds,
  forecast: foresee,
}: Grounds): Ruling {
  if (!begun) return ruling('no-data', 'not-begun');
  if (actual === null) return ruling('no-data', 'unreported');
  if (target === null) return ruling('not-assessable', 'no-target');
  if (reached) return hold && !ended ? ruling('on-track', 'hold') : ruling('achieved', 'reached');
  if (ended && target !== baseline) return ruling('missed', 'ended');
  // Without a baseline a level is met or, at the end, not met: only its pace needs one.
  if (baseline === null) return ruling('not-assessable', 'no-baseline');
  // Where the way from the baseline leads nowhere, or away from the goal, more of it is not progress.
  if (decrease ? target >= baseline : target <= baseline) return ruling('not-assessable', 'no-way');
  const { expected, ratio } = schedule!;
  if (ratio === null || !reaches(expected, thresholds.tooEarly)) return ruling('not-assessable', 'too-early');
  const forecast = foresee();
  return forecast
    ? ruling(
        grade(forecast.probability, thresholds.onTrackProbability, thresholds.atRiskProbability),
        'count',
        forecast,
      )
    : ruling(grade(ratio, thresholds.onTrack, thresholds.atRisk), 'pace');
}

function ruling(status: Status, rule: Rule, forecast: CountForecast | null = null): Ruling {
  return { status, rule, forecast };
}

function grade(share: number, onTrack: number, atRisk: number): Status {
  return reaches(share, onTrack) ? 'on-track' : reaches(share, atRisk) ? 'at-risk' : 'off-track';
}
