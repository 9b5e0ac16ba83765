import type { Day } from '../../base/day.js';
import type { JudgedGoal } from '../goal.js';
import { isOmitted } from '../omits.js';
import type { Observation, Series } from '../series.js';
import { lastMonthEnded, monthOf } from './month.js';
import { stepsOf, type Steps } from './steps.js';

/** The part of a goal that a forecast needs. */
export type ForecastGoal = Pick<
  JudgedGoal,
  'unit' | 'period' | 'accumulate' | 'bound' | 'direction' | 'thresholds'
>;

/** The observations of a goal at the time of a forecast. */
export interface KnownFigures {
  /** The goal's figure by now. */
  readonly actual: number;
  /** The last day whose figures count. */
  readonly dataThrough: Day;
  readonly grain: Series['grain'];
  /** The month, 1 to 12, with which quarters, half-years and years begin; 1 where absent. */
  readonly fiscalStart?: number;
  /** Months, 1 to 12, for which no figure is ever published. */
  readonly omits?: readonly number[];
  /** Whether the figures count things. */
  readonly count: boolean;
  readonly target: number | null;
  /** All that count, before the goal's period too: in order of time, dated by the period's last day, none an estimate. */
  readonly observations: readonly Observation[];
}

/** The figures of a goal, one a period. */
export interface History {
  /** Their unit: the periods of the series, of events months. */
  readonly steps: Steps;
  /** The step of the first figure. */
  readonly first: number;
  /** Without a gap up to the last. */
  readonly figures: readonly number[];
  /** How many observations there are by each figure. */
  readonly observed: readonly number[];
  /** Whether each figure was reported for its period; false for a level read on any day, whose figure stands until the next. */
  readonly regular: boolean;
}

/** No forecast looks at more figures: 50 years of months. */
const most = 600;

/**
 * A goal's figures in regular steps: of a series of months or longer periods those since its last gap; of events the sum of each month that
 * is complete; of a level read on any day the latest reading at each month's end.
 */
export function readHistory(
  { accumulate, period }: Pick<ForecastGoal, 'accumulate' | 'period'>,
  { grain, fiscalStart, omits, dataThrough, observations }: KnownFigures,
): History {
  const level = accumulate === 'level';
  const steps = stepsOf({ grain, fiscalStart, ...(omits && { omits }) });
  const found = new Map<number, number>();
  for (const { date, value } of observations) {
    if (isOmitted(date, grain, omits)) continue;
    const step = steps.endedBy(monthOf(date));
    found.set(step, level ? value : (found.get(step) ?? 0) + value);
  }
  const months = [...found.keys()];
  if (grain !== 'day') {
    const last = months.at(-1) ?? 0;
    let first = last;
    while (found.has(first - 1) && last - first < most - 1) first--;
    const length = months.length > 0 ? last - first + 1 : 0;
    const figures = Array.from({ length }, (_, i) => found.get(first + i)!);
    return { steps, first, figures, observed: figures.map((_, i) => i + 1), regular: true };
  }

  const last = lastMonthEnded(dataThrough);
  const begun = level ? (months[0] ?? last + 1) : Math.min(months[0] ?? Infinity, monthOf(period.start));
  const first = Math.max(begun, last - most + 1);
  const figures: number[] = [];
  const observed: number[] = [];
  let seen = 0;
  for (let month = first; month <= last; month++) {
    while (seen < observations.length && monthOf(observations[seen]!.date) <= month) seen++;
    figures.push(level ? observations[seen - 1]!.value : (found.get(month) ?? 0));
    observed.push(level ? seen : figures.length);
  }
  return { steps, first, figures, observed, regular: !level };
}
