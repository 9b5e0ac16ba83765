import type { Day } from '../base/day.js';
import type { JudgedFigure } from './judged-figure.js';
import type { Observed } from './observed.js';
import type { LimitPeriods } from './limit-period.js';
import type { Series } from './series.js';
import type { Averaged } from './verdict.js';

/** The state of a goal, without a forecast of its end. */
export interface Assessment extends JudgedFigure {
  readonly asOf: Day;
  readonly observed: Observed;
  readonly grain: Series['grain'];
  readonly fiscalStart?: number | undefined;
  /** The figures behind an average or a limit in each period, and the average growth a year so far. */
  readonly kept: {
    readonly averaged?: Averaged;
    readonly limit?: LimitPeriods;
    readonly growth?: number | null;
  };
}
