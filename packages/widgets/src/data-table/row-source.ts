import type { Condition, RowOrdering, Rows } from '@zj/metrics';

/** The rows that stay, and their order: the reader's wishes. */
export interface Arrangement {
  readonly where: readonly Condition[];
  /** Some cell's text contains it; empty for all rows. */
  readonly search: string;
  /** Rows that meet one of these are found with the text. */
  readonly orWhere?: readonly Condition[];
  readonly orderBy: readonly RowOrdering[];
}

/** Rows that may know of columns whose sum is not known, because a figure is missing or only estimated. */
export interface NotedRows extends Rows {
  /** For each column. */
  readonly unknownSums?: readonly boolean[];
}

/** Rows that can be arranged: those of data in the page, or of an engine. */
export interface RowSource {
  /** Another arrangement makes other rows; the earlier ones stay until they are closed. */
  readonly arrange: (arrangement: Arrangement, signal?: AbortSignal) => Promise<NotedRows>;
}
