import type { Day, Schedule } from '@zj/metrics';
import type { View } from './view.js';

/** A figure that is due by a day. */
export interface Due {
  readonly day: Day;
  readonly figure: number | null;
}

/** The schedule that judges a goal; else the first that could. */
export function judgingSchedule({ goal }: View['trend']): Schedule['kind'] {
  return goal?.verdict.schedule?.kind ?? goal?.verdict.otherSchedules[0]?.kind ?? 'linear';
}

/**
 * The figure that is due at a period by the schedule that judges, or along the milestones: by its end, and of one that is not over by
 * the last day that its figure covers, as the verdict has it. The sum of ten days is not held against the figure due by the month's end.
 */
export function dueAt(view: View, way: 'due' | 'path', at: number): Due {
  const { partial, end } = view.periods[at]!;
  const figure = view[way][at] ?? null;
  if (partial === undefined || figure === null) return { day: end, figure };
  const { schedule, otherSchedules, dataThrough, target, baseline } = view.trend.goal!.verdict;
  const kind = way === 'path' ? 'path' : judgingSchedule(view.trend);
  const told = [...(schedule ? [schedule] : []), ...otherSchedules].find((one) => one.kind === kind);
  if (!told || dataThrough !== partial || target === null || baseline === null)
    return { day: partial, figure: null };
  return { day: partial, figure: baseline + told.expected * (target - baseline) };
}
