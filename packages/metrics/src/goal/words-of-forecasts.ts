import { reaches } from '../base/same.js';
import type { Bilingual } from '../base/text.js';
import { formatShare } from './share.js';
import { defaultThresholds } from './thresholds.js';
import type { ForecastMethod } from './verdict.js';

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
