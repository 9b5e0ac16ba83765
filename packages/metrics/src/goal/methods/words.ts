import type { PublishedMethod } from '../../plan/plan.js';
import type { Bilingual } from '../../base/text.js';
import { toFinite } from '../sum.js';
import type { DestatisStatus } from './destatis.js';
import type { OpenSdgStatus } from './open-sdg-score.js';

/** The name of each published method (METHODS §6). */
export const methodNames: Readonly<Record<PublishedMethod, Bilingual>> = {
  'open-sdg': { zh: 'Open SDG进展评价', en: 'Open SDG progress measure' },
  'un-chart': { zh: '联合国可持续发展目标进展图', en: 'UN SDG Progress Chart' },
  destatis: { zh: '德国可持续发展战略天气符号', en: 'German Sustainability Strategy weather symbols' },
  escap: { zh: '联合国亚太经社会现状指数', en: 'UN ESCAP Current Status Index' },
  linear: { zh: '关键结果完成率', en: 'Key-result attainment' },
};

/** The words of Open SDG in both languages (METHODS §6.1). */
export const openSdgWords: Readonly<Record<OpenSdgStatus, Bilingual>> = {
  target_achieved: { zh: '目标已实现', en: 'Target achieved' },
  substantial_progress: { zh: '进展显著', en: 'Substantial progress' },
  moderate_progress: { zh: '进展中等', en: 'Moderate progress' },
  limited_progress: { zh: '进展有限', en: 'Limited progress' },
  deterioration: { zh: '恶化', en: 'Deterioration' },
  not_available: { zh: '无法评价', en: 'Not available' },
};

/** The scores of the UN's progress chart in words (METHODS §6.2). */
export const unChartWords: Readonly<Record<1 | 2 | 3, Bilingual>> = {
  3: { zh: '已达标或可如期达标', en: 'Target met or on track' },
  2: { zh: '有进展，但须加快', en: 'Fair progress, but acceleration needed' },
  1: { zh: '停滞或倒退', en: 'Stagnation or regression' },
};

/** The weather symbols of the German Sustainability Strategy in words (METHODS §6.3). */
export const destatisWords: Readonly<Record<DestatisStatus, Bilingual>> = {
  sun: { zh: '晴', en: 'Sun' },
  slightly_cloudy: { zh: '少云', en: 'Slightly cloudy' },
  cloud: { zh: '多云', en: 'Cloud' },
  thunderstorm: { zh: '雷雨', en: 'Thunderstorm' },
  not_calculated: { zh: '未计算', en: 'Not calculated' },
};

/** The inputs and outputs of the published methods, by the methods' own names. */
export const methodTerms: Readonly<Record<string, Bilingual>> = {
  baseValue: { zh: '基期值', en: 'Baseline' },
  baseYear: { zh: '基期年份', en: 'Baseline year' },
  currentValue: { zh: '当前值', en: 'Current value' },
  currentYear: { zh: '当前年份', en: 'Current year' },
  startValue: { zh: '起点值', en: 'Start value' },
  target: { zh: '目标值', en: 'Target' },
  targetValue: { zh: '目标值', en: 'Target' },
  targetYear: { zh: '目标年份', en: 'Target year' },
  direction: { zh: '期望方向', en: 'Wanted direction' },
  limit: { zh: '极限值', en: 'Limit' },
  series: { zh: '逐年数值', en: 'Figures by year' },
  progressValue: { zh: '进展值', en: 'Progress value' },
  score: { zh: '得分', en: 'Score' },
  status: { zh: '结论', en: 'Status' },
  cagr: { zh: '年均增长率', en: 'Growth a year' },
  expectedTargetYearValue: { zh: '目标年推算值', en: 'Expected in the target year' },
  ratio: { zh: '推算完成比', en: 'Expected share of the way' },
  projected: { zh: '目标年推算值', en: 'Projected for the target year' },
  averageChange: { zh: '年均变化量', en: 'Mean change a year' },
  index: { zh: '现状指数', en: 'Current Status Index' },
  percentageCompleted: { zh: '完成率（%）', en: 'Completed (%)' },
};

/** The directions that the published methods know. */
export const directionWords: Readonly<
  Record<'increase' | 'decrease' | 'increasing' | 'decreasing', Bilingual>
> = {
  increase: { zh: '上升', en: 'Increase' },
  decrease: { zh: '下降', en: 'Decrease' },
  increasing: { zh: '上升', en: 'Increasing' },
  decreasing: { zh: '下降', en: 'Decreasing' },
};

/** A figure with two decimals: cut down, never up, so that none reads as on a line that it is below. */
export function formatDown(figure: number): string {
  const hundredths = Math.floor(toFinite(Number((figure * 100).toPrecision(15))));
  return `${hundredths < 0 ? '−' : ''}${(Math.abs(hundredths) / 100).toFixed(2)}`;
}
