import type { Day } from '../base/day.js';
import type { Qualifier } from '../plan/plan.js';
import type { Bilingual } from '../base/text.js';
import { monthEnd, splitDay } from './calendar.js';
import type { Status } from './verdict.js';

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
