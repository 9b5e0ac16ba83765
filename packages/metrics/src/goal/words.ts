import type { Day, Qualifier, Text } from '../plan/plan.js';
import { monthEnd, splitDay } from './calendar.js';
import type { Status } from './verdict.js';

/** The words of METHODS §4. A missed goal may be an aspiration: {@link statusWord} knows. */
export const statusWords: Readonly<Record<Status, Text>> = {
  achieved: { zh: '已达成', en: 'Achieved' },
  'on-track': { zh: '进度正常', en: 'On track' },
  'at-risk': { zh: '进度偏慢', en: 'At risk' },
  'off-track': { zh: '明显滞后', en: 'Off track' },
  missed: { zh: '未达成', en: 'Missed' },
  'no-data': { zh: '暂无数据', en: 'No data' },
  'not-assessable': { zh: '暂不能评判', en: 'Not assessable' },
};

/** The word for a status under a qualifier: a commitment (完成) is missed, an aspiration (争取) not met. */
export function statusWord(status: Status, { binding }: Pick<Qualifier, 'binding'>): Text {
  return status === 'missed' && binding === 'aspirational'
    ? { zh: '未达到争取目标', en: 'Aspiration not met' }
    : statusWords[status];
}

/**
 * A day up to which figures count, as text: its month where it is the month's last day.
 *
 * @example formatDay('2026-10-31').zh // '2026年10月'
 */
export function formatDay(day: Day): Text {
  const [year, month, date] = splitDay(day);
  const monthName = monthNames.split(' ')[month - 1];
  return day === monthEnd(day)
    ? { zh: `${year}年${month}月`, en: `${monthName} ${year}` }
    : { zh: `${year}年${month}月${date}日`, en: `${date} ${monthName} ${year}` };
}

const monthNames = 'January February March April May June July August September October November December';
