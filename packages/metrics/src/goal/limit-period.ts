import type { Day } from '../base/day.js';
import { earlier, listPeriodEnds } from './calendar.js';
import type { JudgedGoal } from './goal.js';
import { isWithin, type Limits } from './limits.js';
import type { Observation, Series } from './series.js';
import type { Breach, LimitPeriod } from './verdict.js';

/** The periods of a limit that are over, and whether all of the goal's are known (METHODS §8). */
export interface LimitPeriods {
  readonly periods: readonly LimitPeriod[];
  readonly breaches: readonly Breach[];
  /** Whether every one of them has its figure. */
  readonly complete: boolean;
}

/**
 * Judges each period of a goal that is over by `through`, by its own figure. A gap hides no later breach. The figures are those
 * of the goal's own period, in order, none of them an estimate.
 */
export function judgePeriods(
  { period }: Pick<JudgedGoal, 'period'>,
  limits: Limits,
  own: readonly Observation[],
  series: Pick<Series, 'grain' | 'fiscalStart' | 'omits' | 'observations'>,
  through: Day,
): LimitPeriods {
  const known = new Map(own.map((one) => [one.date, one]));
  const estimates = new Set(
    series.observations.filter(({ quality }) => quality === 'estimate').map(({ date }) => date),
  );
  const last = earlier(through, period.end);
  const periods: LimitPeriod[] = [];
  for (const end of listPeriodEnds(series, { start: period.start, end: last })) {
    const { value = null, quality } = known.get(end) ?? {};
    periods.push({
      date: end,
      value,
      kept: value === null ? null : isWithin(value, limits),
      ...(quality === 'provisional' && { provisional: true }),
      ...(value === null && estimates.has(end) && { estimated: true }),
    });
  }
  const breaches = periods.flatMap(({ date, value, kept, provisional }): Breach[] =>
    kept === false ? [{ value: value!, date, ...(provisional && { provisional }) }] : [],
  );
  return { periods, breaches, complete: periods.length > 0 && periods.every(({ value }) => value !== null) };
}
