import type { Day } from '@zj/metrics';
import type { Trend } from './trend.js';
import type { TrendAppearance } from './trend-model.js';

/** The first and the last of the periods that are shown, by their places. */
export type Window = readonly [from: number, to: number];

/** Of a chart without `during` the newest so many periods with figures. */
const usual = 24;

const written = /^(\d{4}(?:-\d{2}){0,2})(?:\.\.(\d{4}(?:-\d{2}){0,2})?)?$/;

/** Whether a text says a stretch of time as {@link windowOf} reads it. */
export function isDuring(text: string): boolean {
  return written.test(text);
}

/**
 * The periods that are shown: those of `during` (`2026`, `2025..2026`, `2026-03..`); else of a sum those of the goal's period or of the newest year, of
 * other figures the newest ones and those to come. `null` where there is none.
 *
 * @example windowOf(trend, 'line', '2026-01..2026-06') // [12, 17]
 */
export function windowOf(
  { periods, goal, curves, fiscalStart = 1 }: Trend,
  appearance: TrendAppearance,
  during = '',
): Window | null {
  const [, from, to] = written.exec(during) ?? [];
  const starts = goal?.verdict.period.start;
  // Merged cells are of a period that had a figure.
  const isKnown = (at: number): boolean =>
    curves.some(({ own, lacks }) => own.value[at] !== null || lacks[at] === 'merged');
  const [first = 0, last = -1] = endsOf(periods.length, isKnown);
  // A week belongs to the year that its first day is in: so its sum begins.
  const newest = periods[last]?.start ?? '';
  const isWanted = (at: number): boolean => {
    const { start, end } = periods[at]!;
    if (from) {
      const until = during.includes('..') ? to : from;
      return start.slice(0, from.length) >= from && (!until || end.slice(0, until.length) <= until);
    }
    if (appearance === 'cumulative')
      return starts === undefined
        ? yearOf(start, fiscalStart) === yearOf(newest, fiscalStart)
        : end >= starts;
    return at >= first && at > last - usual;
  };
  const [begin, end] = endsOf(periods.length, isWanted);
  return begin === undefined ? null : [begin, end!];
}

/** The first and the last of so many places that are sought; those between them are not asked. */
function endsOf(count: number, isSought: (at: number) => boolean): Window | readonly [] {
  let [from, to] = [0, count - 1];
  while (from < count && !isSought(from)) from++;
  if (from === count) return [];
  while (!isSought(to)) to--;
  return [from, to];
}

/** The calendar year in which the fiscal year of a day begins. */
export function yearOf(day: Day, fiscalStart: number): number {
  return Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < fiscalStart ? 1 : 0);
}
