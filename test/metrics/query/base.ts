import {
  addBuckets,
  addMonths,
  bucketOf,
  isLeapDay,
  lastDayOf,
  monthOf,
  placeMonthsBack,
  writeDay,
} from './days.js';
import type { DayNumber, Stretch } from './days.js';
import type { Grain, Query } from './types.js';

/**
 * The days that a bucket is compared with, as QUERIES.md §3 says it; none where it has no base. `window` is W, `end` is E;
 * without a grain there is no bucket.
 */
export function baseOf(
  { compare, fiscalStart = 1, cumulative, rolling }: Query,
  grain: Grain | undefined,
  window: Stretch,
  end: DayNumber,
  b: DayNumber | undefined,
): Stretch | undefined {
  const yearly = compare === 'year-over-year';
  if (b === undefined || !grain) return filled(placeWindow(window, end, yearly));
  const plain = { from: Math.max(b, window.from), to: Math.min(lastDayOf(b, grain), end) };
  if (plain.to < plain.from) return undefined;

  const before = bucketBefore(b, grain, yearly);
  const place =
    before === undefined
      ? undefined
      : grain === 'day'
        ? { from: before, to: before }
        : grain === 'week'
          ? { from: before + plain.from - b, to: before + plain.to - b }
          : placeMonthsBack(plain, monthOf(b) - monthOf(before));
  if (!place || !filled(place)) return undefined;

  if (rolling !== undefined) return { from: addBuckets(before!, grain, 1 - rolling), to: place.to };
  if (!cumulative) return place;
  const [year, own] = [before!, b].map((day) => bucketOf(day, 'year', fiscalStart)) as [DayNumber, DayNumber];
  return year === (yearly ? addMonths(own, -12) : own) ? { from: year, to: place.to } : undefined;
}

/** b′: the bucket that a bucket is compared with; of 29 February there is none a year before. */
export function bucketBefore(b: DayNumber, grain: Grain, yearly: boolean): DayNumber | undefined {
  if (!yearly) return addBuckets(b, grain, -1);
  if (grain === 'week') return b - 52 * 7;
  return isLeapDay(b) ? undefined : addMonths(b, -12);
}

/** Without a grain the window is moved, as far as it is known. */
function placeWindow({ from, to }: Stretch, end: DayNumber, yearly: boolean): Stretch {
  const known = { from, to: Math.min(to, end) };
  if (known.to < known.from) return known;
  if (yearly) return placeMonthsBack(known, 12);
  const startsMonth = (day: DayNumber): boolean => writeDay(day).endsWith('-01');
  if (startsMonth(from) && startsMonth(to + 1))
    return placeMonthsBack(known, monthOf(to + 1) - monthOf(from));
  const length = to - from + 1;
  return { from: known.from - length, to: known.to - length };
}

function filled(stretch: Stretch): Stretch | undefined {
  return stretch.from <= stretch.to ? stretch : undefined;
}

/** The grain of a period that is written as a text. */
export function grainOfBase(base: string): Grain {
  const forms: readonly (readonly [RegExp, Grain])[] = [
    [/^\d{4}$/, 'year'],
    [/^\d{4}-H\d$/, 'half-year'],
    [/^\d{4}-Q\d$/, 'quarter'],
    [/^\d{4}-\d\d$/, 'month'],
  ];
  return forms.find(([form]) => form.test(base))?.[1] ?? 'day';
}
