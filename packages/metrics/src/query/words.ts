import { wordsIn, type Bilingual, type Text } from '../base/text.js';
import type { Grain } from './period.js';
import type { Comparison } from './query.js';

/** The names of a result's columns. */
export const grainWords: Readonly<Record<Grain, Bilingual>> = {
  day: { zh: '日', en: 'Day' },
  week: { zh: '周', en: 'Week' },
  month: { zh: '月份', en: 'Month' },
  quarter: { zh: '季度', en: 'Quarter' },
  'half-year': { zh: '半年', en: 'Half-year' },
  year: { zh: '年份', en: 'Year' },
};

/** The role of a metric's column. */
export type FigureRole = 'value' | 'base' | 'difference' | 'percent' | 'share' | 'contribution';

const compared: Readonly<Record<Comparison, Readonly<Record<'base' | 'percent', Bilingual>>>> = {
  'year-over-year': {
    base: { zh: '上年同期', en: 'a year before' },
    percent: { zh: '同比', en: 'year on year' },
  },
  'previous-period': {
    base: { zh: '上期', en: 'the period before' },
    percent: { zh: '环比', en: 'on the period before' },
  },
};

/** A metric's name with the role of its column: 产业营业收入（同比）. */
export function figureWords(name: Text, role: FigureRole, compare: Comparison | undefined): Text {
  if (role === 'value') return name;
  const { zh, en } = roleWords(role, compare ?? 'previous-period');
  return { zh: `${wordsIn(name, 'zh').words}（${zh}）`, en: `${wordsIn(name, 'en').words} (${en})` };
}

function roleWords(role: Exclude<FigureRole, 'value'>, compare: Comparison): Bilingual {
  switch (role) {
    case 'base':
    case 'percent':
      return compared[compare][role];
    case 'difference':
      return { zh: '增减', en: 'change' };
    case 'share':
      return { zh: '占比', en: 'share' };
    case 'contribution':
      return { zh: '贡献', en: 'contribution' };
  }
}

/** The column that tells totals and the rest from other rows. */
export const kindWords: Bilingual = { zh: '行别', en: 'Kind of row' };
export const percentUnit: Bilingual = { zh: '%', en: '%' };
