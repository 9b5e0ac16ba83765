import type { ForecastGoal, History, KnownFigures } from './history.js';
import { isWholeMonths, lastMonthEnded, monthOf } from './month.js';

/** How far away the end figure is, in figures of the history. */
export interface Horizon {
  /** From the last figure to the one that ends last in the goal's period: 0 or less where none is to come. */
  readonly lead: number;
  /** Figures that the end figure sums: the goal's period for a flow, 1 for a level. */
  readonly length: number;
  /** Those of them still to come. */
  readonly open: number;
  /** Those of them known. */
  readonly known: number;
  /** Whether the end figure is made of whole figures of the history, so that earlier end figures can be found there. */
  readonly whole: boolean;
}

/** Where the end of a goal lies from the last figure of its history. */
export function findHorizon(
  { accumulate, period }: Pick<ForecastGoal, 'accumulate' | 'period'>,
  { grain }: Pick<KnownFigures, 'grain'>,
  { steps, first, figures }: History,
): Horizon {
  const last = first + figures.length - 1;
  const lead = steps.endedBy(lastMonthEnded(period.end)) - last;
  const begins = steps.endedBy(monthOf(period.start) - 1) + 1 - last;
  const length = accumulate === 'level' ? 1 : lead - begins + 1;
  const open = Math.max(0, Math.min(lead, length));
  // A level's end figure is read at the end, whenever its period begins.
  const start = accumulate === 'level' ? '0001-01-01' : period.start;
  const whole = grain !== 'day' || isWholeMonths({ start, end: period.end });
  return { lead, length, open, known: length - open, whole };
}
