import { isDay, type Day, type Text } from '@zj/metrics';

/**
 * How data have to be: text, a number or a boolean like this one; a list of which every part is like the first; an object that has
 * each of these parts; or a question that the data answer.
 */
export type Sample =
  | string
  | number
  | boolean
  | readonly [Sample]
  | { readonly [part: string]: Sample }
  | ((data: unknown) => boolean);

/** Whether data are like a sample. Numbers are at most 10⁹⁹, so that every product or quotient of two of them is finite. */
export function isLike(data: unknown, sample: Sample): boolean {
  if (typeof sample === 'function') return sample(data);
  if (typeof sample !== 'object')
    return typeof data === typeof sample && (typeof data !== 'number' || Math.abs(data) <= 1e99);
  if (typeof data !== 'object' || data === null) return false;
  if (Array.isArray(sample)) {
    // Spread, a hole in a list is a part of it.
    return (
      Array.isArray(data) &&
      [...(data as unknown[])].every((part) => isLike(part, (sample as readonly [Sample])[0]))
    );
  }
  return Object.entries(sample).every(([name, part]) =>
    isLike((data as Readonly<Record<string, unknown>>)[name], part),
  );
}

/** `null`, or data like the sample. */
export function orNull(sample: Sample): Sample {
  return (data) => data === null || isLike(data, sample);
}

/** Absent, or data like the sample. */
export function orAbsent(sample: Sample): Sample {
  return (data) => data === undefined || isLike(data, sample);
}

/** A day of the calendar. */
export function aDay(data: unknown): data is Day {
  return typeof data === 'string' && isDay(data);
}

/** A share of 1 that is none of less than nothing or more than all. */
export function aShare(data: unknown): boolean {
  return typeof data === 'number' && data >= 0 && data <= 1;
}

/** A text of a release: in Chinese, in English or in both. */
export function aText(data: unknown): data is Text {
  if (!isLike(data, {})) return false;
  const { zh, en } = data as Readonly<Record<string, unknown>>;
  const given = [zh, en].filter((words) => words !== undefined);
  return given.length > 0 && given.every((words) => typeof words === 'string');
}
