import type { Bilingual } from '../base/text.js';
import { unitAfter, type Unit } from '../base/unit.js';
import { isKept } from '../plan/target-kind.js';
import type { Assessment } from './assessment.js';
import { earlier } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import { tellFormula } from './formula-words.js';
import { tellKept, tellMissing, tellUse } from './kept-reason.js';
import { placesOf, roundFigure } from './print.js';
import { formatQuantity } from './quantity.js';
import { formatPoints, formatShare } from './share.js';
import type { DatedFigure } from './verdict.js';
import { formatPeriod, periodNoun } from './period-words.js';
import { formatDay, statusWord } from './words.js';
import { chanceWord, formatChance } from './words-of-forecasts.js';

/** The parts of a reason beside the assessment. */
export interface Notes {
  /** Whether `asOf` is past the end date while the data are not. */
  readonly stale: boolean;
  /** The clauses about its end and of other methods. */
  readonly notes: readonly Bilingual[];
}

/**
 * Why a goal has its status: one whole sentence in Chinese and English, worded by the goal's qualifier (METHODS §4). It names the
 * last day whose figures count, the attainment, the deciding rule, the status, the forecast, and the gaps of the data (METHODS
 * §2).
 */
export function explain(goal: JudgedGoal, found: Assessment, { stale, notes }: Notes): Bilingual {
  const { qualifier, unit, period } = goal;
  const { asOf, observed, attainment, reached, status } = found;
  const { dataThrough, provisional } = observed;
  const day = formatDay(earlier(dataThrough ?? asOf, period.end));
  const clauses: Bilingual[] = [{ zh: `截至${day.zh}`, en: `As of ${day.en}` }];
  // With a target on the wrong side of its baseline the share contradicts the status: the sentence leaves it out.
  if (attainment !== null && attainment >= 1 === reached) {
    const share = formatShare(attainment);
    clauses.push(
      qualifier.binding === 'firm'
        ? { zh: `完成${share}`, en: `${share} is complete` }
        : { zh: `达到争取目标的${share}`, en: `${share} of the aspiration is reached` },
    );
  }
  if (found.limits) clauses.push(...tellKept(goal, found));
  const decided = explainRule(found, unit);
  if (decided) clauses.push(decided);

  const remarks: Bilingual[] = [...tellTarget(goal, found), ...notes];
  if (observed.before) remarks.push(tellBefore(observed.before, unit));
  if (found.kept.limit) remarks.push(...tellMissing(found));
  else if (observed.gap) remarks.push(explainGap(found));
  if (provisional) remarks.push({ zh: '含初步数据', en: 'some figures are provisional' });
  if (observed.revised) remarks.push({ zh: '含修订数据', en: 'some figures are revised' });
  if (stale)
    remarks.push({
      zh: '目标期已结束，数据尚未报全',
      en: 'the period is over and its figures are not complete',
    });

  const word = statusWord(status, qualifier, isKept(goal));
  return {
    zh: `${[[...clauses, word].map(({ zh }) => zh).join('，'), ...remarks.map(({ zh }) => zh)].join('；')}。`,
    en: `${[`${clauses.map(({ en }) => en).join(', ')}: ${word.en.toLowerCase()}`, ...remarks.map(({ en }) => en)].join('; ')}.`,
  };
}

/** The deciding rule, as a clause; null if the status says it all. */
function explainRule(
  { rule, status, schedules, observed, target, forecast, thresholds, limits }: Assessment,
  unit: Unit,
): Bilingual | null {
  const { actual } = observed;
  switch (rule) {
    case '1b':
      return observed.beyond || observed.estimated ? nothingCounts : ruleWords[rule];
    case '3':
    case '8':
    case '8-limit':
      return null;
    case '5': {
      // Of a ceiling of nothing no share is due.
      if (!schedules[0]) return { zh: '为时尚早', en: 'it is too early to judge' };
      const due = formatShare(schedules[0].expected, [thresholds.tooEarly]);
      return { zh: `时序进度${due}，为时尚早`, en: `${due} was due and it is too early to judge` };
    }
    case '6': {
      const { probability } = forecast!;
      const { onTrackProbability, atRiskProbability } = thresholds;
      const chance = formatChance(probability, [onTrackProbability, atRiskProbability]);
      const word = chanceWord(probability);
      // Such a unit has no power of ten: both figures are as they are read.
      const after = (figure: number | null, language: keyof Bilingual): string =>
        unitAfter(unit, language, figure === 1);
      if (limits) {
        return {
          zh: `假定事件相互独立、速率恒定，期末不超过上限的可能性${word.zh}（概率${chance}）`,
          en: `with independent events at a constant rate the ceiling is ${word.en} to be kept (probability ${chance})`,
        };
      }
      return {
        zh: `已有${actual}${after(actual, 'zh')}（目标${target}${after(target, 'zh')}），假定事件相互独立、速率恒定，期末达到目标的可能性${word.zh}（概率${chance}）`,
        en: `${actual} of ${target} ${after(target, 'en')}, and with independent events at a constant rate the target is ${word.en} to be reached (probability ${chance})`,
      };
    }
    case '7': {
      const { gap } = schedules[0]!;
      const points = formatPoints(gap);
      if (points === '0.0') return { zh: '与时序进度持平', en: 'level with the schedule' };
      return {
        zh: `比时序进度${gap > 0 ? '快' : '慢'}${points}个百分点`,
        en: `${points} percentage points ${gap > 0 ? 'ahead of' : 'behind'} schedule`,
      };
    }
    case '8-use':
      return schedules[0] ? tellUse(schedules[0], status) : null;
    default:
      return ruleWords[rule];
  }
}

const ruleWords = {
  '1a': { zh: '目标期尚未开始', en: "the goal's period has not begun" },
  '1b': { zh: '目标期内尚未报送数据', en: "nothing is reported for the goal's period" },
  '2a': { zh: '文件未设目标值', en: 'the goal has no target figure' },
  '3a': { zh: '须保持到期末', en: 'to be held to the end' },
  '4': { zh: '期限已到', en: 'at the end of the period' },
  '8-gap': { zh: '期限已到而数据不全', en: 'with figures missing at the end of the period' },
  '2b': {
    zh: '未达到目标值，且无基期值',
    en: 'the target is not reached and there is no baseline',
  },
  '2c': {
    zh: '未达到目标值，而目标值不优于基期值',
    en: 'the target is not reached and is no better than the baseline',
  },
} as const satisfies Record<string, Bilingual>;

const nothingCounts: Bilingual = {
  zh: '目标期内没有可计入的数据',
  en: "no figure of the goal's period counts",
};

/** How the target follows from the baseline, and the average growth so far; nothing without a formula. */
function tellTarget(
  { formula, baseline, unit }: JudgedGoal,
  { kept, target }: Assessment,
): readonly Bilingual[] {
  if (!formula || !baseline || target === null) return [];
  // Compound growth has a dozen decimals: three more than the baseline are told, and the verdict has them all.
  const rounded = roundFigure(target, placesOf(baseline.value) + 3);
  const [aim, base, how] = [
    formatQuantity(rounded, unit),
    formatQuantity(baseline.value, unit),
    tellFormula(formula, unit),
  ];
  const computed: Bilingual = {
    zh: `目标值${rounded === target ? '' : '约'}${aim.zh}由基期值${base.zh}按“${how.zh}”算得`,
    en: `the target of ${rounded === target ? '' : 'about '}${aim.en} is computed from the baseline of ${base.en}, ${how.en}`,
  };
  if (!('growth' in formula)) return [computed];
  const { growth = null } = kept;
  if (growth === null) return [computed];
  const share = formatShare(growth, [formula.growth / 100]);
  return [computed, { zh: `迄今年均增长${share}`, en: `average growth so far is ${share} a year` }];
}

/** The last figure of a level before its own period: told, not judged. */
function tellBefore({ value, date }: DatedFigure, unit: Unit): Bilingual {
  const [day, figure] = [formatDay(date), formatQuantity(value, unit)];
  return {
    zh: `此前最近一次数据为${day.zh}的${figure.zh}，不作评判依据`,
    en: `the last figure before is ${figure.en}, for ${day.en}, which is not judged`,
  };
}

/** From which day or period on nothing counts, and why. */
function explainGap(found: Assessment): Bilingual {
  const { gap, estimated } = found.observed;
  const { zh, en } = formatPeriod(gap!, found);
  const unit = periodNoun(found);
  return estimated
    ? { zh: `${zh}为预计数，自该${unit}起不计入`, en: `${en} is an estimate, so nothing from then on counts` }
    : {
        zh: `${zh}无完整数据，自该${unit}起不计入`,
        en: `${en} has no complete figure, so nothing from then on counts`,
      };
}
