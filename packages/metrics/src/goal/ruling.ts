import type { Text } from '../plan/plan.js';
import { formatPoints, formatShare } from './share.js';
import { reaches } from './thresholds.js';
import type { CountForecast } from './poisson-gamma.js';
import { chanceWord } from './words.js';
import type { Status, Verdict } from './verdict.js';

/** A status and what decided it. */
export interface Ruling {
  readonly status: Status;
  /** The clause of the reason that says why; `null` where the status says it all. */
  readonly why: Text | null;
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
  /** What is counted. */
  readonly unit: Text;
  /** The forecast that decides instead of the pace; `null` where the pace does. */
  readonly forecast: () => CountForecast | null;
}

/** The status of a goal: the first rule of METHODS §4 that applies. */
export function rule(grounds: Grounds): Ruling {
  const { begun, actual, target, baseline, reached, ended, decrease, hold, schedule, thresholds, unit } =
    grounds;
  if (!begun) return ruling('no-data', '目标期尚未开始', "the goal's period has not begun");
  if (actual === null)
    return ruling('no-data', '目标期内尚未报送数据', "nothing is reported for the goal's period");

  if (target === null) return ruling('not-assessable', '文件未设目标值', 'the goal has no target figure');
  if (reached) {
    return hold && !ended
      ? ruling('on-track', '须保持到期末', 'to be held to the end')
      : { status: 'achieved', why: null, forecast: null };
  }
  if (ended && target !== baseline) return ruling('missed', '期限已到', 'at the end of the period');
  // Without a baseline a level is met or, at the end, not met: only its pace needs one.
  if (baseline === null) {
    return ruling(
      'not-assessable',
      '未达到目标值，且无基期值',
      'the target is not reached and there is no baseline',
    );
  }
  // Where the way from the baseline leads nowhere, or away from the goal, more of it is not progress.
  if (decrease ? target >= baseline : target <= baseline) {
    return ruling(
      'not-assessable',
      '未达到目标值，而目标值不优于基期值',
      'the target is not reached and is no better than the baseline',
    );
  }

  const { expected, gap, ratio } = schedule!;
  if (ratio === null || !reaches(expected, thresholds.tooEarly)) {
    const due = formatShare(expected);
    return ruling(
      'not-assessable',
      `时序进度${due}，为时尚早`,
      `${due} was due and it is too early to judge`,
    );
  }
  const forecast = grounds.forecast();
  if (forecast) {
    const { probability } = forecast;
    const chance = formatShare(probability);
    const word = chanceWord(probability);
    return ruling(
      grade(probability, thresholds.onTrackProbability, thresholds.atRiskProbability),
      `已有${actual}${unit.zh}（目标${target}${unit.zh}），假定事件相互独立、速率恒定，期末达到目标的可能性${word.zh}（概率${chance}）`,
      `${actual} of ${target} ${unit.en}, and with independent events at a constant rate the target is ${word.en} to be reached (probability ${chance})`,
      forecast,
    );
  }
  const points = formatPoints(gap);
  return ruling(
    grade(ratio, thresholds.onTrack, thresholds.atRisk),
    points === '0.0' ? '与时序进度持平' : `比时序进度${gap > 0 ? '快' : '慢'}${points}个百分点`,
    points === '0.0'
      ? 'level with the schedule'
      : `${points} percentage points ${gap > 0 ? 'ahead of' : 'behind'} schedule`,
  );
}

function ruling(status: Status, zh: string, en: string, forecast: CountForecast | null = null): Ruling {
  return { status, why: { zh, en }, forecast };
}

function grade(share: number, onTrack: number, atRisk: number): Status {
  return reaches(share, onTrack) ? 'on-track' : reaches(share, atRisk) ? 'at-risk' : 'off-track';
}
