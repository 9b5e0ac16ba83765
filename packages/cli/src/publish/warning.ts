import type { Day, Problem, Contract } from '@zj/metrics';

/** A probable mistake that may be right. */
export interface Warning {
  /** For whoever publishes; missing where others tell it. */
  readonly own?: Problem | undefined;
  /** For the manifest: it tells nothing confidential. */
  readonly published?: Problem | undefined;
}

/** A period by its first day: 2026, 2026-10 or 2026-10-31. */
export function formatPeriod(day: Day, { time }: Pick<Contract, 'time'>): string {
  return { year: day.slice(0, 4), month: day.slice(0, 7), day }[time.grain];
}
