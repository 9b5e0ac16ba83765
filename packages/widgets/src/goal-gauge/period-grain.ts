import type { PublishedVerdict } from '@zj/metrics';
import { periodNamer } from '../locale/period-name.js';
import type { Face, PeriodGrain } from '../locale/words.js';

/** The least days of a period, longest first. */
const grains: readonly (readonly [days: number, grain: PeriodGrain])[] = [
  [300, 'year'],
  [150, 'half-year'],
  [60, 'quarter'],
  [20, 'month'],
  [0, 'day'],
];

/** The parts of a verdict that say how long its periods are. */
type Periods = Pick<PublishedVerdict, 'grain' | 'fiscalStart' | 'periods' | 'period'>;

/** How long the periods of a limit are: as its verdict says, else from the end of the first to that of the second. */
export function grainOf({ grain, periods = [], period }: Periods): PeriodGrain {
  if (grain) return grain;
  const [first, second] = periods.map(({ date }) => Date.parse(date) / 86_400_000);
  if (first === undefined) return 'year';
  const days = second === undefined ? first - Date.parse(period.start) / 86_400_000 + 1 : second - first;
  return grains.find(([least]) => days >= least)![1];
}

/** The name of the period that ends on a day. */
export function namePeriod(verdict: Periods, face: Face): (end: string, briefly: boolean) => string {
  return periodNamer({ grain: grainOf(verdict), fiscalStart: verdict.fiscalStart }, face);
}
