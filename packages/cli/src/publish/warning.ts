import type { Day, Problem, Contract } from '@zj/metrics';
import { namePeriod } from '@zj/metrics/internal';

/** A probable mistake that may be right. */
export interface Warning {
  /** For whoever publishes; missing where others tell it. */
  readonly own?: Problem | undefined;
  /** For the manifest: it tells nothing confidential. */
  readonly published?: Problem | undefined;
}

/** A period by its first day: 2026, 2026-H2, 2026-Q3, 2026-10 or 2026-10-31. */
export function formatPeriod(
  day: Day,
  { time, fiscalStart }: Pick<Contract, 'time' | 'fiscalStart'>,
): string {
  return time.grain === 'day' ? day : namePeriod(day, { grain: time.grain, fiscalStart });
}
