import type { Verdicts } from '@zj/metrics';
import type { Tab } from './driver.js';
import { chartSteps } from './chart-steps.js';
import { engineSteps } from './engine-steps.js';
import { filterSteps } from './filter-steps.js';
import { gaugeSteps } from './gauge-steps.js';
import { guestSteps } from './guest-steps.js';
import { tableSteps } from './table-steps.js';
import { treeSteps } from './tree-steps.js';
import type { Walked } from './walked.js';

/** What a step of the walk has to do with. */
export interface Walk {
  readonly tab: Tab;
  /** Starts the same browser for a reader who has chosen dark colours. */
  startDark(): Promise<Tab>;
  readonly park: Walked;
  readonly query: Walked;
  /** The release that both pages show, as it lies in its folder. */
  readonly release: string;
  readonly verdicts: Verdicts;
  /** Keeps a picture for people to look at. */
  keep(tab: Tab, name: string): Promise<void>;
  /** Tells what this browser cannot do, and by what the step goes on instead. */
  tell(note: string): void;
}

/** One step: a promise, and how it is tried. It opens its own page. */
export interface Step {
  readonly name: string;
  take(walk: Walk): Promise<void>;
}

/** The walk, in all browsers the same. */
export const steps: readonly Step[] = [
  ...gaugeSteps,
  ...chartSteps,
  ...treeSteps,
  ...tableSteps,
  ...filterSteps,
  ...engineSteps,
  ...guestSteps,
];
