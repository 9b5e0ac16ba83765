import type { Day } from '../base/day.js';
import type { Appraisal } from './appraisal.js';
import type { Observed } from './observed.js';
import type { Series } from './series.js';

/** What is found of a goal before anything is said of its end. */
export interface Assessment extends Appraisal {
  readonly asOf: Day;
  readonly observed: Observed;
  readonly grain: Series['grain'];
}
