import type { Day } from '@zj/metrics';
import { reportedThrough } from './dataset.js';
import type { Random } from './random.js';

const millisecondsPerDay = 86_400_000;

/** The years of the demo; the last one ends with {@link reportedThrough}. */
export const years = [2023, 2024, 2025, 2026] as const;

/** The first days of the months from 2023-01 to 2026-10. */
export const months: readonly Day[] = years
  .flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`),
  )
  .filter((day) => day <= reportedThrough);

/** Days since 1970-01-01, UTC. */
export function dayNumber(day: Day): number {
  return Date.parse(day) / millisecondsPerDay;
}

/** The day of a {@link dayNumber}. */
export function dayOf(number: number): Day {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The number of the first day of the demo's figures. */
export const firstDay = dayNumber(months[0]!);

/** The number of {@link reportedThrough}. */
export const lastDay = dayNumber(reportedThrough);

/** Any day of a year, up to {@link reportedThrough}. */
export function drawDay(random: Random, year: number): number {
  const first = dayNumber(`${year}-01-01`);
  return first + random.below(Math.min(dayNumber(`${year + 1}-01-01`) - 1, lastDay) - first + 1);
}
