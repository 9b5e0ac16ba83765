import type { PublishedVerdict } from '@zj/metrics';
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

/** The months of the periods that a fiscal year has. */
const months: Partial<Readonly<Record<PeriodGrain, number>>> = { quarter: 3, 'half-year': 6, year: 12 };

/**
 * The name of the period that ends on a day. Those of fiscal years are named by their months, a year briefly by both of its years:
 * countries name a fiscal year by its first or by its last year.
 */
export function namePeriod(verdict: Periods, face: Face): (end: string, briefly: boolean) => string {
  const grain = grainOf(verdict);
  const { fiscalStart = 1 } = verdict;
  const length = months[grain];
  if (length === undefined || fiscalStart === 1) return (end, briefly) => face.period(end, grain, briefly);
  return (end, briefly) => {
    const [year, month] = end.split('-').map(Number) as [number, number];
    // The last day of the first month: day 0 of the next one.
    const first = new Date(Date.UTC(year, month - length + 1, 0)).toISOString().slice(0, 10);
    if (grain === 'year' && briefly) return `${first.slice(0, 4)}–${end.slice(2, 4)}`;
    return [first, end].map((day) => face.period(day, 'month', briefly)).join('–');
  };
}
