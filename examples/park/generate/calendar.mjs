import { reportedThrough } from './dataset.mjs';

/** @import { Day } from '@zj/metrics' */
/** @import { Random } from './random.mjs' */

const millisecondsPerDay = 86_400_000;

/** The years of the demo; the last one ends with {@link reportedThrough}. */
export const years = /** @type {const} */ ([2023, 2024, 2025, 2026]);

/**
 * The first days of the months from 2023-01 to 2026-10.
 *
 * @type {readonly Day[]}
 */
export const months = years
  .flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`),
  )
  .filter((day) => day <= reportedThrough);

/**
 * Days since 1970-01-01, UTC.
 *
 * @param {Day} day
 */
export function dayNumber(day) {
  return Date.parse(day) / millisecondsPerDay;
}

/**
 * The day of a {@link dayNumber}.
 *
 * @param {number} number
 * @returns {Day}
 */
export function dayOf(number) {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The number of the first day of the demo's figures. */
export const firstDay = dayNumber(months[0]);

/** The number of {@link reportedThrough}. */
export const lastDay = dayNumber(reportedThrough);

/**
 * Any day of a year, up to {@link reportedThrough}.
 *
 * @param {Random} random
 * @param {number} year
 */
export function drawDay(random, year) {
  const first = dayNumber(`${year}-01-01`);
  return first + random.below(Math.min(dayNumber(`${year + 1}-01-01`) - 1, lastDay) - first + 1);
}
