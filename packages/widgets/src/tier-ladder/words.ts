/** The words of a ladder of enterprises in one language. */
export interface LadderWords {
  /** The name of the element. */
  readonly title: string;
  /** Nothing says which ladder is shown. */
  readonly noInput: string;
  /** Enterprises after their number. */
  readonly unit: (count: number) => string;
  /** A number of enterprises, written already, with the unit: 470家. */
  readonly enterprises: (figure: string, count: number) => string;
  readonly tiers: (figure: string, count: number) => string;
  /** The state of all tiers at the end of the period, and the changes. */
  readonly summary: (parts: {
    readonly day: string;
    readonly tiers: string;
    readonly all: string;
    readonly change: string;
    readonly entered: string;
    readonly left: string;
  }) => string;
  /** More, fewer or as many as at the start; `isYear` where the period begins with a year. */
  readonly change: (by: string, direction: -1 | 0 | 1, isYear: boolean) => string;
  /** Those at the start of the period. */
  readonly before: (enterprises: string, isYear: boolean) => string;
  /** The change alone. */
  readonly changed: (by: string, direction: -1 | 0 | 1) => string;
  /** Onto the ladder, from other tiers, to other tiers, off the ladder. */
  readonly flows: Readonly<Record<Flow, string>>;
  readonly up: (enterprises: string) => string;
  readonly down: (enterprises: string) => string;
  /** Before the moves between two tiers that are next to each other. */
  readonly between: (lower: string, higher: string) => string;
  /** A move between tiers that are not next to each other. */
  readonly across: (from: string, to: string, enterprises: string) => string;
  readonly identity: string;
  readonly period: (first: string, last: string) => string;
  readonly once: string;
  readonly order: string;
  readonly rejected: (rejected: string, read: string) => string;
  /** The plan's own words for the ladder. */
  readonly quote: (quote: string, plan: string) => string;
  readonly choosePeriod: string;
  readonly year: (year: string) => string;
  /** A year that is not over. */
  readonly yearSoFar: (year: string, day: string) => string;
  /** The period is not written well, or the register has nothing of it. */
  readonly noPeriod: (period: string, first: string, last: string, example: string) => string;
  readonly tables: {
    readonly tiers: string;
    readonly tier: string;
    readonly start: string;
    readonly end: string;
    readonly support: string;
    readonly moves: string;
    readonly from: string;
    readonly to: string;
    readonly direction: string;
    readonly up: string;
    readonly down: string;
    readonly count: string;
    /** In place of moves. */
    readonly noMoves: string;
    /** The unit of all figures, in a caption. */
    readonly inUnit: (caption: string) => string;
  };
}

/** The four ways in which the enterprises of a tier change. */
export type Flow = 'entered' | 'came' | 'went' | 'left';
