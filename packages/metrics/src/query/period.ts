import { dayNumber, dayOfNumber, isDay, splitDay } from '../base/day.js';
import type { Day } from '../base/day.js';
import type { Period } from '../plan/plan.js';

/** The lengths of time. Weeks begin on Monday; quarters, halves and years with the month that fiscal years begin in. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';

/** The last so many complete periods of a grain: those whose last day is not after `asOf`. */
export interface LastPeriods {
  readonly last: number;
  readonly grain: Grain;
  readonly asOf: Day;
}

/** Whole days: a period, a text such as `2026`, `2026-H1`, `2026-Q3`, `2026-07`, `2025-07/2026-06`, or the last complete periods. */
export type During = Period | string | LastPeriods;

/** A way in time: months, or days where there are none. */
export interface Step {
  readonly months: number;
  readonly days: number;
}

/** From one period of a grain to the next, the finest grain first. */
export const steps: Readonly<Record<Grain, Step>> = {
  day: { months: 0, days: 1 },
  week: { months: 0, days: 7 },
  month: { months: 1, days: 0 },
  quarter: { months: 3, days: 0 },
  'half-year': { months: 6, days: 0 },
  year: { months: 12, days: 0 },
};

/** From the first day after a period to its last. */
export const endStep: Step = { months: 0, days: -1 };

/** Whether a word is a grain. */
export function isGrain(word: string): word is Grain {
  return Object.hasOwn(steps, word);
}

/** Whether one grain is finer than another; a week is finer than a month. */
export function isFiner(one: Grain, other: Grain): boolean {
  const order = Object.keys(steps);
  return order.indexOf(one) < order.indexOf(other);
}

/** The coarsest of some grains, at least one. */
export function coarsest<T extends Grain>(grains: readonly T[]): T {
  return grains.reduce((most, grain) => (isFiner(most, grain) ? grain : most));
}

/** So many steps at once. */
export function times({ months, days }: Step, count: number): Step {
  return { months: months * count, days: days * count };
}

/** A day so much later; a day that a month does not have is its last. */
export function moveDay(day: Day, by: Step): Day {
  return dayOfNumber(moveNumber(day, by));
}

/** The first day of the period of a grain that holds a day. */
export function startOf(day: Day, grain: Grain, fiscalStart = 1): Day {
  if (grain === 'day') return day;
  // 1970-01-01 was a Thursday.
  if (grain === 'week') return dayOfNumber(dayNumber(day) - ((((dayNumber(day) + 3) % 7) + 7) % 7));
  const [year, month] = splitDay(day);
  return dayOfNumber(numberIn(year * 12 + month - 1 - ((month - fiscalStart + 12) % steps[grain].months), 1));
}

/** The last day of the period of a grain that begins with a day. */
export function endOf(start: Day, grain: Grain): Day {
  return dayOfNumber(moveNumber(start, steps[grain]) - 1);
}

/**
 * A stretch of days placed so much earlier: by months and the day of the month, or by days. The end of a month stays one where
 * the stretch begins with a month; a day that the other month lacks is its last as an end, the next day as a start. Where
 * nothing is left, the start is after the end.
 *
 * @example placeBack({ start: '2026-04-01', end: '2026-04-30' }, steps.month) // { start: '2026-03-01', end: '2026-03-31' }
 */
export function placeBack({ start, end }: Period, lag: Step): Period {
  const back = times(lag, -1);
  const [first, last] = [moveDay(start, back), moveDay(end, back)];
  if (lag.months === 0) return { start: first, end: last };
  const lacks = splitDay(first)[2] !== splitDay(start)[2];
  const whole = splitDay(start)[2] === 1 && endOf(startOf(end, 'month'), 'month') === end;
  return {
    start: lacks ? nextDay(first) : first,
    end: whole ? endOf(startOf(last, 'month'), 'month') : last,
  };
}

/** The day after a day. */
export function nextDay(day: Day): Day {
  return dayOfNumber(dayNumber(day) + 1);
}

/** The day before a day. */
export function dayBefore(day: Day): Day {
  return dayOfNumber(dayNumber(day) - 1);
}

/** How many periods of a grain a period reaches into. */
export function countPeriods({ start, end }: Period, grain: Grain, fiscalStart = 1): number {
  const [first, last] = [start, end].map((one) => startOf(one, grain, fiscalStart)) as [Day, Day];
  const { months, days } = steps[grain];
  if (months === 0) return (dayNumber(last) - dayNumber(first)) / days + 1;
  const [[year, month], [lastYear, lastMonth]] = [splitDay(first), splitDay(last)];
  return ((lastYear - year) * 12 + lastMonth - month) / months + 1;
}

/** How long a period is: whole months where it is, else days. */
export function lengthOf({ start, end }: Period): Step {
  const [year, month, date] = splitDay(start);
  const [nextYear, nextMonth, nextDate] = splitDay(nextDay(end));
  if (date === 1 && nextDate === 1) return { months: (nextYear - year) * 12 + nextMonth - month, days: 0 };
  return { months: 0, days: dayNumber(end) - dayNumber(start) + 1 };
}

/** The days that `during` names, or `undefined` where it names none. */
export function resolveDuring(during: During, fiscalStart = 1): Period | undefined {
  if (typeof during === 'object') {
    if ('last' in during) return lastPeriods(during, fiscalStart);
    return during.start <= during.end ? during : undefined;
  }
  const [from, to, ...more] = during.split('/').map((text) => namedPeriod(text, fiscalStart));
  if (!from || more.length > 0) return undefined;
  if (!during.includes('/')) return from;
  return to && from.start <= to.end ? { start: from.start, end: to.end } : undefined;
}

function lastPeriods({ last, grain, asOf }: LastPeriods, fiscalStart: number): Period {
  const current = startOf(asOf, grain, fiscalStart);
  const next = endOf(current, grain) <= asOf ? moveDay(current, steps[grain]) : current;
  return { start: moveDay(next, times(steps[grain], -last)), end: dayOfNumber(dayNumber(next) - 1) };
}

function namedPeriod(text: string, fiscalStart: number): Period | undefined {
  if (isDay(text)) return { start: text, end: text };
  const [, year, part] = /^(\d{4})(?:-(0[1-9]|1[0-2]|H[12]|Q[1-4]))?$/.exec(text) ?? [];
  if (year === undefined || year === '0000') return undefined;
  if (part !== undefined && /^\d/.test(part)) return whole(`${year}-${part}-01`, 'month');
  const [grain, number] =
    part === undefined
      ? (['year', 1] as const)
      : ([part.startsWith('H') ? 'half-year' : 'quarter', Number(part[1])] as const);
  const first = `${year}-${String(fiscalStart).padStart(2, '0')}-01`;
  return whole(moveDay(first, times(steps[grain], number - 1)), grain);
}

function whole(start: Day, grain: Grain): Period {
  return { start, end: endOf(start, grain) };
}

function moveNumber(day: Day, { months, days }: Step): number {
  if (months === 0) return dayNumber(day) + days;
  const [year, month, date] = splitDay(day);
  return numberIn(year * 12 + month - 1 + months, date);
}

/** The number of a day of a month, which is counted from the year 0; of its last where it has no such day. */
function numberIn(month: number, date: number): number {
  return Math.min(firstNumber(month) + date, firstNumber(month + 1)) - 1;
}

/** The number of a month's first day. Months far beyond the calendar are all the same. */
function firstNumber(month: number): number {
  const near = Math.min(Math.max(month, 0), 12 * 10_001);
  return Date.UTC(Math.floor(near / 12) + 400, near % 12, 1) / 86_400_000 - 146_097;
}
