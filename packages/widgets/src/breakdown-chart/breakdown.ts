import type { Bilingual, Day, FigureState, Format, SeriesGrain, Text, Unit } from '@zj/metrics';

/** A figure split by a dimension, at one period: as a file or a query has it, unrounded. */
export interface Breakdown {
  readonly name: Text;
  readonly unit: Unit;
  readonly format: Format | undefined;
  /** The column of a condition that selects a part, and its name. */
  readonly dimension: { readonly name: string; readonly label: Text };
  readonly span: Span | null;
  /** The base that the figures are compared with; `null` where there is none. */
  readonly base: 'year' | 'period' | null;
  /** The members, as they are given. */
  readonly parts: readonly Part[];
  /** Members that the query itself put together. */
  readonly rest: Part | null;
  /** Cells that were merged for confidentiality. */
  readonly merged: Part | null;
  readonly total: Part | null;
  /** Whether the parts may be added up. */
  readonly adds: boolean;
  /** Why they may not, where that is known: they overlap. */
  readonly apart: Bilingual | null;
  /** Who stands behind it, up to which day it counts, and whether it is made up; of a query nothing is known. */
  readonly source: Text | null;
  readonly through: Day | null;
  readonly demo: boolean;
  /** Of sums so far: the newest period that has its own figure and no sum, for one before it is missing. */
  readonly stopped: Day | null;
  /** Gaps in the data behind the figures. */
  readonly lacks: readonly Bilingual[];
}

/** The days that the figures are of. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
  readonly grain: SeriesGrain | 'day';
  /** Of the year up to `end`: the first day of the year. */
  readonly since: Day | null;
  /** The month, 1 to 12, with which its years begin. */
  readonly fiscalStart: number;
  /** The last day that is covered, where the period is not over. */
  readonly partial: Day | null;
}

/** One part, or the whole: in the unit, the share in per cent, the contribution in percentage points. `null` where there is no figure. */
export interface Part {
  /** The member; `null` for a part that has none of its own. */
  readonly member: string | null;
  /** Its name for people, where it has one. */
  readonly label: Text | null;
  readonly value: number | null;
  readonly base: number | null;
  /** In per cent; of per cent in percentage points. */
  readonly change: number | null;
  readonly share: number | null;
  readonly contribution: number | null;
  /** `null` where nobody says. */
  readonly state: FigureState | null;
}
