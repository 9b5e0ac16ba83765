import type { Day } from '../base/day.js';
import { monthsInto, periodStart } from '../base/period.js';
import type { Bilingual } from '../base/text.js';
import { splitDay } from './calendar.js';
import type { Series } from './series.js';
import { formatDate, formatDay, monthName } from './words.js';

/** The periods of a series; 1 where `fiscalStart` is absent. */
type SeriesPeriods = Pick<Series, 'grain'> & { readonly fiscalStart?: number | undefined };

/**
 * The period of a series that ends on a day, as text. Quarters, half-years and years that do not begin with January are told by their
 * months: countries name a fiscal year by its first or by its last year.
 *
 * @example formatPeriod('2026-09-30', { grain: 'quarter' }).zh // '2026年第三季度'
 * @example formatPeriod('2026-03-31', { grain: 'year', fiscalStart: 4 }).en // 'April 2025 to March 2026'
 */
export function formatPeriod(end: Day, { grain, fiscalStart = 1 }: SeriesPeriods): Bilingual {
  if (grain === 'day') return formatDate(end);
  if (grain === 'month') return formatDay(end);
  if (fiscalStart !== 1) return formatMonths(periodStart(end, { grain, fiscalStart }), end);
  const year = splitDay(end)[0];
  if (grain === 'year') return { zh: `${year}年`, en: `${year}` };
  const months = monthsInto(end, { grain: 'year' });
  const { zh, en } =
    grain === 'quarter' ? quarters[Math.floor(months / 3)]! : halves[Math.floor(months / 6)]!;
  return { zh: `${year}年${zh}`, en: `the ${en} of ${year}` };
}

/** A period in a sentence that has named it: 自该季度起. */
export function periodNoun(periods: SeriesPeriods): string {
  return periods.grain === 'day' ? '日' : periodNouns(periods).one;
}

/** Periods, counted, and one of them: 5年, 5 years, 每年. */
export function periodNouns({ grain, fiscalStart = 1 }: SeriesPeriods): Bilingual & { readonly one: string } {
  return grain === 'year' && fiscalStart !== 1 ? fiscalYears : nouns[grain];
}

const nouns: Readonly<Record<Series['grain'], Bilingual & { readonly one: string }>> = {
  day: { zh: '天', en: 'days', one: '天' },
  month: { zh: '个月', en: 'months', one: '月' },
  quarter: { zh: '个季度', en: 'quarters', one: '季度' },
  'half-year': { zh: '个半年', en: 'half-years', one: '半年' },
  year: { zh: '年', en: 'years', one: '年' },
};

const fiscalYears = { zh: '个年度', en: 'fiscal years', one: '年度' } as const;

const quarters: readonly Bilingual[] = [
  { zh: '第一季度', en: 'first quarter' },
  { zh: '第二季度', en: 'second quarter' },
  { zh: '第三季度', en: 'third quarter' },
  { zh: '第四季度', en: 'fourth quarter' },
];

const halves: readonly Bilingual[] = [
  { zh: '上半年', en: 'first half' },
  { zh: '下半年', en: 'second half' },
];

/** Months from one that begins to one that ends; the year stands once where it is the same. */
function formatMonths(start: Day, end: Day): Bilingual {
  const [year, month] = splitDay(start);
  const [lastYear, lastMonth] = splitDay(end);
  const to = formatDay(end);
  const same = year === lastYear;
  return {
    zh: `${year}年${month}月至${same ? `${lastMonth}月` : to.zh}`,
    en: `${monthName(month)}${same ? '' : ` ${year}`} to ${to.en}`,
  };
}
