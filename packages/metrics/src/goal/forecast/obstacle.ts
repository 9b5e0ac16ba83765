// Why a method does not apply: clauses of a sentence.
import type { Bilingual } from '../../base/text.js';

export const onlyTotals: Bilingual = { zh: '只用于期内累计的目标', en: 'it is for totals of a period' };
export const onlyLevels: Bilingual = { zh: '只用于水平值目标', en: 'it is for levels' };
export const nothingToCome: Bilingual = {
  zh: '期末之前没有尚待报送的数据',
  en: 'no figure is still to come before the end',
};
export const notBegun: Bilingual = {
  zh: '目标期内尚无数据',
  en: "nothing is reported for the goal's period",
};
export const notRegular: Bilingual = {
  zh: '需要按月或按年的连续数据',
  en: 'it needs regular monthly or yearly figures',
};
export const notWholeMonths: Bilingual = {
  zh: '目标期不是整月',
  en: 'the period does not begin and end with a month',
};
export const noSeasons: Bilingual = { zh: '年度数据没有季节', en: 'yearly figures have no seasons' };
export const notPositive: Bilingual = {
  zh: '乘法季节需要全部为正的数据',
  en: 'multiplicative seasons need figures above zero',
};
export const noEarlierPeriod: Bilingual = {
  zh: '没有可比的完整往期',
  en: 'there is no complete earlier period to compare with',
};
export const noFigure: Bilingual = { zh: '算不出有限的数值', en: 'it gives no finite figure' };
export const noEvents: Bilingual = {
  zh: '当前数值不是可按泊松过程推算的事件个数',
  en: 'the figure is no number of events that a constant rate can explain',
};

export function onlySmallCounts(most: number): Bilingual {
  return { zh: `只用于目标不超过${most}的计数`, en: `it is for counts with a target of at most ${most}` };
}

/** Needs at least so many figures, and has fewer. */
export function tooFew(of: Bilingual, least: number, have: number): Bilingual {
  return {
    zh: `至少需要${least}${of.zh}，现有${have}${of.zh}`,
    en: `it needs ${least} ${of.en} and has ${have}`,
  };
}

export const reportedMonths: Bilingual = { zh: '个已报送月份', en: 'reported months' };
export const unbrokenFigures: Bilingual = { zh: '期连续数据', en: 'figures without a gap' };
export const observations: Bilingual = { zh: '个观测值', en: 'observations' };
