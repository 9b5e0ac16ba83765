import { isDay } from '@zj/metrics';

/**
 * Whether data have every part that a sample has, of the same type: finite numbers, days where the sample has a day. Any part may be
 * `null`, and where the sample's is, anything.
 */
export function isLike(data: unknown, sample: unknown): boolean {
  if (data === null || sample === null) return true;
  if (typeof data !== typeof sample) return false;
  if (typeof data === 'number') return Number.isFinite(data);
  if (typeof sample === 'string') return !isDay(sample) || isDay(data as string);
  return Object.entries(sample as object).every(([key, part]) =>
    isLike((data as Readonly<Record<string, unknown>>)[key], part),
  );
}
