import type { Day, Grain } from '@zj/metrics';
import type { Span } from './trend.js';

const months: Partial<Readonly<Record<Grain, number>>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** More periods than any chart has: of days those of a lifetime. */
const most = 40_000;

/**
 * Every period from the first to the last of some, given by their first days, none left out: a result has rows of the periods with
 * figures alone, and a line is not to run across those between them.
 *
 * @example fillPeriods(['2026-01-01', '2026-03-01'], 'month').length // 3
 */
export function fillPeriods(starts: readonly Day[], grain: Grain): readonly Span[] {
  const sorted = [...starts].sort();
  const last = sorted.at(-1);
  const spans: Span[] = [];
  for (let start = sorted[0]; start !== undefined && start <= last! && spans.length < most;) {
    const next = nextStart(start, grain);
    spans.push({ start, end: moveDays(next, -1) });
    start = next;
  }
  return spans;
}

function nextStart(start: Day, grain: Grain): Day {
  const length = months[grain];
  if (length === undefined) return moveDays(start, grain === 'week' ? 7 : 1);
  const [year, month] = start.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + length, 1)).toISOString().slice(0, 10);
}

function moveDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
