import type { Problem, RowCounts } from '@zj/metrics';
import type { Rejections } from './rejections.js';
import type { SourceDataset } from './source.js';

/** A dataset whose rows that keep its contract stand in the workbench, in its own table. */
export interface ReadDataset extends SourceDataset {
  readonly rows: RowCounts;
}

/** What reading a file gave. */
export interface Reading {
  /** Missing where nothing of the file can be used. */
  readonly dataset?: ReadDataset;
  /** What is wrong with the file, or with how its rows are told apart: no number of rejects allows it. */
  readonly faults: readonly Problem[];
  /** What a person may want to know of the file, though nothing is wrong. */
  readonly notes?: readonly Problem[];
  /** Why rows were rejected. */
  readonly rejections: readonly Rejections[];
}
