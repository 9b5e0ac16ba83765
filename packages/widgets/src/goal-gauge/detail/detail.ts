// The code of a gauge's detail: a file of its own beside the gauge's, loaded on demand.
import { judgeWithoutHistory, type PublishedVerdict, type Series, type Bilingual } from '@zj/metrics';
import type { Locale } from '../../locale/locale.js';
import { gaugeDetail } from './gauge-detail.js';
import type { Tree } from '../../drawing/tree.js';
import type { Judged } from '../stand-alone.js';
import { gaugeFace } from '../book.js';

export { detailSheet } from './sheet.js';

/** All that stands behind a verdict; of a gauge that stands alone, first the reason, which its file does not carry. */
export function showDetail(
  verdict: PublishedVerdict,
  judged: Judged | undefined,
  look: { readonly locale: Locale },
): readonly Tree[] {
  if (!judged) return gaugeDetail(verdict, look);
  const { goal, value, count, asOf } = judged;
  const { end } = goal.period;
  const series: Series = {
    grain: 'day',
    reportedThrough: value === null ? null : asOf,
    count,
    observations: value === null ? [] : [{ date: asOf < end ? asOf : end, value }],
  };
  const full = asOf
    ? { ...verdict, ...judgeWithoutHistory(goal, series, { asOf }) }
    : { ...verdict, reason: undated };
  return [['p', {}, full.reason[gaugeFace(look.locale).text]], ...gaugeDetail(full, look)];
}

const undated: Bilingual = {
  zh: '没有写 as-of，不与时序比较。',
  en: 'Without as-of there is no schedule.',
};
