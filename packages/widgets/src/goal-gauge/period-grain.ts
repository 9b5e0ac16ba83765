import type { PublishedVerdict } from '@zj/metrics';
import type { PeriodGrain } from '../locale/words.js';

/** The least days of a period, longest first. */
const grains: readonly (readonly [days: number, grain: PeriodGrain])[] = [
  [300, 'year'],
  [150, 'half-year'],
  [60, 'quarter'],
  [20, 'month'],
  [0, 'day'],
];

/** How long the periods of a limit are: from the end of the first to that of the second, else from the goal's first day. */
export function grainOf({ periods = [], period }: Pick<PublishedVerdict, 'periods' | 'period'>): PeriodGrain {
  const [first, second] = periods.map(({ date }) => Date.parse(date) / 86_400_000);
  if (first === undefined) return 'year';
  const days = second === undefined ? first - Date.parse(period.start) / 86_400_000 + 1 : second - first;
  return grains.find(([least]) => days >= least)![1];
}
