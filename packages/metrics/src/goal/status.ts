import type { CountForecast } from './poisson-gamma.js';
import { isSame, reaches } from '../base/same.js';
import type { Status, Verdict } from './verdict.js';

/**
 * The rule of METHODS §4 that decided: `1a` not begun, `1b` nothing reported; `2a` no target, `2b` no baseline, `2c` a target no better than
 * its baseline; `3` reached, `3a` to be held to the end; `4` ended; `5` too early; `6` by probability; `7` by pace. Of METHODS §8: `8` a
 * bound or a range by the figure, `8-limit` by those of all periods, `8-gap` some of them missing at the end, `8-use` a ceiling by pace.
 */
export type Rule =
  '1a' | '1b' | '2a' | '2b' | '2c' | '3' | '3a' | '4' | '5' | '6' | '7' | '8' | '8-limit' | '8-gap' | '8-use';

/** A status and its deciding rule. */
export interface Ruling {
  readonly status: Status;
  readonly rule: Rule;
  /** `null` where no forecast decided. */
  readonly forecast: CountForecast | null;
}

/** The input of the rules. */
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
  if (!begun) return ruling('no-data', '1a');
  if (actual === null) return ruling('no-data', '1b');
  if (target === null) return ruling('not-assessable', '2a');
  if (reached) return hold && !ended ? ruling('on-track', '3a') : ruling('achieved', '3');
  const nowhere = baseline !== null && isSame(target, baseline);
  if (ended && !nowhere) return ruling('missed', '4');
  // Without a baseline a level is met or, at the end, not met: only its pace needs one.
  if (baseline === null) return ruling('not-assessable', '2b');
  // Where the way from the baseline leads nowhere, or away from the goal, more of it is not progress.
  if (nowhere || (decrease ? target > baseline : target < baseline)) return ruling('not-assessable', '2c');
  const { expected, ratio } = schedule!;
  if (ratio === null || !reaches(expected, thresholds.tooEarly)) return ruling('not-assessable', '5');
  const forecast = foresee();
  return forecast
    ? ruling(
        grade(forecast.probability, thresholds.onTrackProbability, thresholds.atRiskProbability),
        '6',
        forecast,
      )
    : ruling(grade(ratio, thresholds.onTrack, thresholds.atRisk), '7');
}

function ruling(status: Status, rule: Rule, forecast: CountForecast | null = null): Ruling {
  return { status, rule, forecast };
}

function grade(share: number, onTrack: number, atRisk: number): Status {
  return reaches(share, onTrack) ? 'on-track' : reaches(share, atRisk) ? 'at-risk' : 'off-track';
}
