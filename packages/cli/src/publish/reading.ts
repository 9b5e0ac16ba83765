import type { Problem, RowCounts } from '@zj/metrics';
import type { Rejections } from './rejections.js';
import type { SourceDataset } from './source.js';

/** A dataset whose rows that keep its contract stand in the workbench, in its own table. */
export interface ReadDataset extends SourceDataset {
  readonly rows: RowCounts;
}

/** The result of reading a file. */
export interface Reading {
  /** Missing where nothing of the file can be used. */
  readonly dataset?: ReadDataset;
  /** The problems of the file, or of its key: no number of rejects allows them. */
  readonly faults: readonly Problem[];
  /** Notes about the file that are no problems. */
  readonly notes?: readonly Problem[];
  /** Why rows were rejected. */
  readonly rejections: readonly Rejections[];
}
