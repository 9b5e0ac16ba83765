import type { Day } from '../base/day.js';
import type { Text } from '../base/text.js';
import type { TaskState } from '../dataset/task-reports.js';
import type { Area, Organisation, Safeguard, Task } from '../plan/plan.js';
import type { RowCounts, Verdicts } from './manifest.js';

/** `tasks.json`: the tasks of a plan with the reports on them (METHODS §11). */
export interface PublishedTasks {
  readonly $schema?: string;
  readonly version: 1;
  readonly kind: 'tasks';
  /** SHA-256 of the manifest that it belongs to: see `digestManifest`. */
  readonly manifest: string;
  readonly plan: Verdicts['plan'];
  readonly asOf: Day;
  readonly areas: readonly PublishedArea[];
  readonly safeguards: readonly Safeguard[];
  readonly organisations: readonly Organisation[];
  /** The dataset of the reports. */
  readonly dataset: string;
  readonly source: Text;
  /** Whether the reports are made up. */
  readonly demo: boolean;
  /** The last day that the reports cover. */
  readonly reportedThrough: Day;
  /** The rows of the dataset, with those that were rejected. */
  readonly rows: RowCounts;
  /** The statement over the published database that gives the reports. */
  readonly sql: string;
}

/** The tasks before the manifest is written whose digest they name. */
export type UnsealedTasks = Omit<PublishedTasks, '$schema' | 'manifest'>;

/** An area with its tasks. */
export interface PublishedArea extends Omit<Area, 'tasks'> {
  readonly tasks: readonly PublishedTask[];
}

/** A task and how far it is, as reported. */
export interface PublishedTask extends Omit<Task, 'measures'> {
  /** On the task as a whole; `null` where there is no report. It is never concluded from the measures. */
  readonly report: TaskReport | null;
  readonly measures: readonly PublishedMeasure[];
}

/** A measure and how far it is, as reported. */
export interface PublishedMeasure {
  readonly text: Text;
  /** `null` where there is no report. */
  readonly report: TaskReport | null;
}

/** The latest report on a task or a measure, and the changes of its state. */
export interface TaskReport {
  readonly state: TaskState;
  /** The day by which it is to be done; absent where the report names none. */
  readonly due?: Day;
  readonly note?: Text;
  /** The address of a page that shows it. */
  readonly evidence?: string;
  /** The day of the report. */
  readonly reported: Day;
  /** Who reported. */
  readonly reporter: Text;
  /** Each state that it came into, the oldest first; the last is {@link state}. */
  readonly changes: readonly StateChange[];
}

/** A state that a task or a measure came into. */
export interface StateChange {
  readonly state: TaskState;
  /** The day on which it came into the state, as the latest report in it tells; `null` where none does. */
  readonly since: Day | null;
  /** The day of the first report that told the state. */
  readonly reported: Day;
}
