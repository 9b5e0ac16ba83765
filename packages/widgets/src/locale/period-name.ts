import type { Face, PeriodGrain } from './words.js';

/** How long periods are, and the month with which their years begin. */
export interface PeriodsNamed {
  readonly grain: PeriodGrain;
  readonly fiscalStart?: number | undefined;
}

/** The months of the periods that a fiscal year has. */
const months: Partial<Readonly<Record<PeriodGrain, number>>> = { quarter: 3, 'half-year': 6, year: 12 };

/**
 * Who names the period that ends on a day. Those of fiscal years are named by their months, a year briefly by both of its years:
 * countries name a fiscal year by its first or by its last year.
 */
export function periodNamer(
  { grain, fiscalStart = 1 }: PeriodsNamed,
  face: Face,
): (end: string, briefly: boolean) => string {
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
