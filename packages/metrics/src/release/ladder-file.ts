import type { Day } from '../base/day.js';
import type { Text } from '../base/text.js';
import type { ColumnValue } from '../dataset/contract.js';
import type { Tier } from '../plan/plan.js';
import type { RowCounts, Verdicts } from './manifest.js';

/** `ladder.json`: the tiers of a plan, and every day on which enterprises came to stand on another one (METHODS §10). */
export interface PublishedLadder {
  readonly $schema?: string;
  readonly version: 1;
  readonly kind: 'ladder';
  /** SHA-256 of the manifest that it belongs to: see `digestManifest`. */
  readonly manifest: string;
  readonly plan: Verdicts['plan'];
  readonly asOf: Day;
  /** The plan's own words for the ladder. */
  readonly quote: Text;
  /** Highest first. */
  readonly tiers: readonly PublishedTier[];
  /** Every move, in order of days: from the first event of the register to {@link reportedThrough}. */
  readonly moves: readonly LadderMove[];
  /** The register. */
  readonly dataset: string;
  readonly source: Text;
  /** Whether the register is made up. */
  readonly demo: boolean;
  /** The last day that the moves cover. */
  readonly reportedThrough: Day;
  /** The rows of the register, with those that were rejected. */
  readonly rows: RowCounts;
  /** The statement over the published database that gives the moves. */
  readonly sql: string;
}

/** A ladder before the manifest is written whose digest it names. */
export type UnsealedLadder = Omit<PublishedLadder, '$schema' | 'manifest'>;

/** A tier with its events in the words of the register. */
export interface PublishedTier extends Omit<Tier, 'events' | 'until'> {
  /** The events that lead to it. */
  readonly events: readonly ColumnValue[];
  /** The events that end it; absent where none does. */
  readonly until?: readonly ColumnValue[];
}

/** Enterprises that came to stand on another tier on one day. */
export interface LadderMove {
  readonly date: Day;
  /** The tier that they stood on; `null` where they stood on none. */
  readonly from: string | null;
  /** The tier that they stand on from this day; `null` where they stand on none. */
  readonly to: string | null;
  readonly count: number;
}
