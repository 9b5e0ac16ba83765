import type { Day } from '../base/day.js';
import type { Periods } from '../base/period.js';
import type { Period } from '../plan/plan.js';
import { earlier, periodEnd, shiftPeriod, shiftYears } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import { isOmitted } from './omits.js';
import type { Observation, Series } from './series.js';
import { sumExactly, toFinite } from './sum.js';

/**
 * The mean, over the complete earlier periods, of the share of each one's total that was reached by the same day (METHODS §3, 同期进度).
 * An earlier period is the goal's, moved back by whole years to before its start; one with a total of zero is skipped. `null` where
 * there is none, or the mean is 0.
 */
export function samePeriodShare(
  history: readonly Observation[],
  { grain, fiscalStart, omits }: Pick<Series, 'grain' | 'fiscalStart' | 'omits'>,
  period: Period,
  day: Day,
): number | null {
  const [first] = history;
  if (!first) return null;
  // Figures of events begin with the month of the first one known.
  const since = grain === 'day' ? `${first.date.slice(0, 8)}01` : '';
  const dates = new Set(grain === 'day' ? [] : history.map(({ date }) => date));
  const shares: number[] = [];
  for (let years = 1; ; years++) {
    const past = shiftPeriod(period, -years);
    if (past.end < first.date) break;
    const known =
      grain === 'day' ? past.start >= since : isComplete(past, { grain, fiscalStart }, dates, omits);
    if (past.end >= period.start || !known) continue;
    const total = sumBetween(past.start, past.end, history);
    if (total === 0) continue;
    const reached = sumBetween(past.start, shiftYears(earlier(day, period.end), -years), history);
    shares.push(toFinite(reached / total));
  }
  const mean = toFinite(shares.reduce((sum, share) => sum + share / shares.length, 0));
  return mean === 0 ? null : mean;
}

/**
 * As {@link samePeriodShare}, of a goal: `null` for one that is no total, which has no such schedule.
 */
export function samePeriodDue(
  { accumulate, period }: Pick<JudgedGoal, 'accumulate' | 'period'>,
  history: readonly Observation[],
  series: Pick<Series, 'grain' | 'fiscalStart' | 'omits'>,
  day: Day,
): number | null {
  return accumulate === 'total' ? samePeriodShare(history, series, period, day) : null;
}

/** Whether every month, quarter, half-year or year of a period that is ever published has its figure. */
function isComplete(
  { start, end }: Period,
  periods: Periods,
  dates: ReadonlySet<Day>,
  omits: Series['omits'],
): boolean {
  for (let date = periodEnd(periods, start); date <= end; date = periodEnd(periods, date, 1)) {
    if (!dates.has(date) && !isOmitted(date, periods.grain, omits)) return false;
  }
  return true;
}

function sumBetween(first: Day, last: Day, history: readonly Observation[]): number {
  const figures: number[] = [];
  for (const { date, value } of history) if (date >= first && date <= last) figures.push(value);
  return sumExactly(figures);
}
