import { faceOf, type Locale } from '../locale/locale.js';
import { periodNamer } from '../locale/period-name.js';
import type { Span } from './breakdown.js';
import { breakdownWords } from './book.js';

/**
 * The name of the days that figures are of; empty where they are not known.
 *
 * @example tellSpan({ start: '2026-10-01', end: '2026-10-31', grain: 'month', since: '2026-01-01', … }, 'zh-CN') // '2026年1—10月'
 */
export function tellSpan(span: Span | null, locale: Locale): string {
  if (!span) return '';
  const face = faceOf(locale);
  const words = breakdownWords(locale);
  const { start, end, grain, since, fiscalStart } = span;
  if (grain === 'week' || grain === 'day') {
    const first = since ?? start;
    return since
      ? words.span(face.period(first, 'day', false), face.period(end, 'day', false))
      : grain === 'day'
        ? face.period(end, 'day', false)
        : words.week(face.period(first, 'day', false));
  }
  if (since === null) return periodNamer({ grain, fiscalStart }, face)(end, false);
  const month = (day: string): string => face.period(day, 'month', false);
  return words.span(month(monthEnd(since)), month(end));
}

/** The last day of the month of a day. */
function monthEnd(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
