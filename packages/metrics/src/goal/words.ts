import type { Day } from '../base/day.js';
import type { Qualifier } from '../plan/plan.js';
import type { Bilingual } from '../base/text.js';
import { monthEnd, splitDay } from './calendar.js';
import { reaches } from '../base/same.js';
import { formatShare } from './share.js';
import { defaultThresholds } from './thresholds.js';
import type { ForecastMethod, Status } from './verdict.js';

/** The words of METHODS §4. A missed goal may be an aspiration: {@link statusWord} knows. */
export const statusWords: Readonly<Record<Status, Bilingual>> = {
  achieved: { zh: '已达成', en: 'Achieved' },
  'on-track': { zh: '进度正常', en: 'On track' },
  'at-risk': { zh: '进度偏慢', en: 'At risk' },
  'off-track': { zh: '明显滞后', en: 'Off track' },
  missed: { zh: '未达成', en: 'Missed' },
  'no-data': { zh: '暂无数据', en: 'No data' },
  'not-assessable': { zh: '暂不能评判', en: 'Not assessable' },
};

/** The forecasting methods of METHODS §5, for people. */
export const forecastWords: Readonly<Record<ForecastMethod, Bilingual>> = {
  'run-rate': { zh: '平均进度外推法', en: 'run rate' },
  'same-period': { zh: '同期进度法', en: 'share of earlier years' },
  trend: { zh: '线性趋势法', en: 'straight line' },
  holt: { zh: '霍尔特法', en: "Holt's method" },
  'holt-damped': { zh: '霍尔特阻尼法', en: "Holt's method, damped" },
  'holt-winters-additive': { zh: '霍尔特—温特斯加法', en: 'additive Holt-Winters' },
  'holt-winters-additive-damped': { zh: '霍尔特—温特斯阻尼加法', en: 'additive Holt-Winters, damped' },
  'holt-winters-multiplicative': { zh: '霍尔特—温特斯乘法', en: 'multiplicative Holt-Winters' },
  'holt-winters-multiplicative-damped': {
    zh: '霍尔特—温特斯阻尼乘法',
    en: 'multiplicative Holt-Winters, damped',
  },
  'poisson-gamma': { zh: '泊松—伽马模型', en: 'Poisson-gamma' },
};

/**
 * How likely something is, in words: the steps of the IPCC's likelihood scale, at 90, 66, 33 and 10 %.
 *
 * @example chanceWord(0.123).zh // '较小'
 */
export function chanceWord(probability: number): Bilingual {
  return chances.find(([least]) => reaches(probability, least))![1];
}

/**
 * A probability as text, in per cent: a probability that misses a step of the words beside it, a default threshold of METHODS §4,
 * or one of the `lines`, never reads as that step.
 *
 * @example formatChance(0.8996) // '89.9%'
 */
export function formatChance(probability: number, lines: readonly number[] = []): string {
  const { onTrackProbability, atRiskProbability } = defaultThresholds;
  const steps = chances.map(([least]) => least);
  return formatShare(probability, [...steps, onTrackProbability, atRiskProbability, ...lines]);
}

const chances: readonly (readonly [least: number, words: Bilingual])[] = [
  [0.9, { zh: '很大', en: 'very likely' }],
  [0.66, { zh: '较大', en: 'likely' }],
  [0.33, { zh: '约为一半', en: 'about as likely as not' }],
  [0.1, { zh: '较小', en: 'unlikely' }],
  [0, { zh: '很小', en: 'very unlikely' }],
];

/** The words that differ where a figure is to be kept: bounds, ranges, averages and limits (METHODS §8). */
const keptWords: Partial<Readonly<Record<Status, Bilingual>>> = {
  'on-track': { zh: '目前达标', en: 'Kept so far' },
  // Only a ceiling on a sum can be at risk: too much of it is used, nothing is slow.
  'at-risk': { zh: '有超限风险', en: 'At risk' },
  'off-track': { zh: '目前未达标', en: 'Not kept so far' },
};

/**
 * The word for a status under a qualifier: a commitment (完成) is missed, an aspiration (争取) not met. `isKept` says that the goal is
 * a bound, a range, an average or a limit.
 *
 * @example statusWord('on-track', qualifier, true).zh // '目前达标'
 */
export function statusWord(
  status: Status,
  { binding }: Pick<Qualifier, 'binding'>,
  isKept = false,
): Bilingual {
  const kept = isKept && keptWords[status];
  if (kept) return kept;
  return status === 'missed' && binding === 'aspirational'
    ? { zh: '未达到争取目标', en: 'Aspiration not met' }
    : statusWords[status];
}

/**
 * A day up to which figures count, as text: its month where it is the month's last day.
 *
 * @example formatDay('2026-10-31').zh // '2026年10月'
 */
export function formatDay(day: Day): Bilingual {
  if (day !== monthEnd(day)) return formatDate(day);
  const [year, month] = splitDay(day);
  return { zh: `${year}年${month}月`, en: `${monthName(month)} ${year}` };
}

/**
 * A day as text.
 *
 * @example formatDate('2026-10-31').en // '31 October 2026'
 */
export function formatDate(day: Day): Bilingual {
  const [year, month, date] = splitDay(day);
  return { zh: `${year}年${month}月${date}日`, en: `${date} ${monthName(month)} ${year}` };
}

/** The English name of a month, 1 to 12. */
export function monthName(month: number): string {
  return monthNames.split(' ')[month - 1]!;
}

const monthNames = 'January February March April May June July August September October November December';
