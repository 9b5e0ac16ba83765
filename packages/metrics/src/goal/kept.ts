import { reaches } from '../base/same.js';
import type { JudgedGoal } from './goal.js';
import { isSummed } from '../plan/target-kind.js';
import { isWithin, type Limits } from './limits.js';
import type { LimitPeriods } from './limit-period.js';
import type { CountForecast } from './poisson-gamma.js';
import type { Ruling } from './status.js';
import type { Thresholds } from '../plan/plan.js';

/** The input of the rules for bounds, ranges, averages and limits. */
export interface KeptGrounds {
  /** Whether `asOf` lies in the goal's period or after it. */
  readonly begun: boolean;
  readonly actual: number | null;
  /** `null` where the document sets no figure. */
  readonly limits: Limits | null;
  /** Whether figures are reported up to the end date, also beyond a gap. */
  readonly ended: boolean;
  /** Whether a figure that is due is missing. */
  readonly gap: boolean;
  /** Of a limit that holds in each period. */
  readonly judged: Pick<LimitPeriods, 'breaches' | 'complete'> | null;
  readonly thresholds: Thresholds;
  /** The share of a sum's days that are over. */
  readonly expected: () => number;
  /** The forecast that decides on a small count instead of the pace. */
  readonly forecast: () => CountForecast | null;
}

/** The status of a bound, a range, an average or a limit (METHODS §8): the first rule that applies. */
export function ruleKept(goal: Pick<JudgedGoal, 'accumulate'>, grounds: KeptGrounds): Ruling {
  const { begun, actual, limits, ended, gap, judged } = grounds;
  if (!begun) return ruling('no-data', '1a');
  if (actual === null) return ruling('no-data', '1b');
  if (limits === null) return ruling('not-assessable', '2a');
  if (judged) {
    if (judged.breaches.length > 0) return ruling('missed', '8-limit');
    if (!ended) return ruling('on-track', '8-limit');
    return judged.complete ? ruling('achieved', '8-limit') : ruling('not-assessable', '8-gap');
  }
  const kept = isWithin(actual, limits);
  if (isSummed(goal)) return ruleSum(kept, actual, limits.high!, grounds);
  if (!ended) return ruling(kept ? 'on-track' : 'off-track', '8');
  if (goal.accumulate === 'average' && gap) return ruling('not-assessable', '8-gap');
  return ruling(kept ? 'achieved' : 'missed', '8');
}

/** A ceiling on a sum is exceeded for good, and kept only when the period is over. */
function ruleSum(
  kept: boolean,
  actual: number,
  ceiling: number,
  { ended, gap, thresholds, expected, forecast: foresee }: KeptGrounds,
): Ruling {
  if (!kept) return ruling('missed', '8');
  // A sum without some of its figures may be above the ceiling with them.
  if (ended) return gap ? ruling('not-assessable', '8-gap') : ruling('achieved', '8');
  const due = expected();
  if (!reaches(due, thresholds.tooEarly)) return ruling('not-assessable', '5');
  const forecast = foresee();
  if (!forecast) return ruling(reaches(ceiling * due, actual) ? 'on-track' : 'at-risk', '8-use');
  const likely = reaches(forecast.probability, thresholds.onTrackProbability);
  return { ...ruling(likely ? 'on-track' : 'at-risk', '6'), forecast };
}

function ruling(status: Ruling['status'], rule: Ruling['rule']): Ruling {
  return { status, rule, forecast: null };
}
