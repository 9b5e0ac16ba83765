/** The words of a breakdown in one language. */
export interface BreakdownWords {
  readonly rank: string;
  readonly value: string;
  readonly share: string;
  readonly difference: string;
  /** The change against a year before, or the period before. */
  readonly change: Readonly<Record<'year' | 'period', string>>;
  readonly contribution: string;
  readonly points: string;
  /** The same as a unit in the head of a column. */
  readonly pointsUnit: string;
  /** A unit after the name of a figure, in the head of a column. */
  readonly inUnit: (unit: string) => string;
  /** Members that are not shown one by one, and how many; 0 where a query put them together and nobody knows. */
  readonly rest: (count: number) => string;
  readonly merged: string;
  readonly total: string;
  /** Rows whose member is not known. */
  readonly unnamed: string;
  /** In place of a figure. */
  readonly none: string;
  readonly title: (name: string, dimension: string, period: string) => string;
  /** From a period to a later one, by their names: 2026年1月 and 2026年10月. */
  readonly span: (first: string, last: string) => string;
  readonly week: (day: string) => string;
  /** The names of bases. */
  readonly bases: Readonly<Record<'year' | 'period', string>>;
  /** The meaning of the mark on a bar. */
  readonly mark: Readonly<Record<'year' | 'period', string>>;
  /** The two sides of the zero line, where bars show increases and decreases. */
  readonly more: string;
  readonly less: string;
  readonly above: string;
  readonly below: string;
  /** Where a bar would be much longer than all others. */
  readonly noBar: string;
  readonly brackets: (text: string, unit: string) => string;
  readonly state: string;
  /** Between two names, and at the end of a statement and of a sentence. */
  readonly and: string;
  readonly semicolon: string;
  readonly stop: string;
  /** A change in words: 同比增长10.0%, or in percentage points where `isPoints`; `by` has no sign. */
  readonly changed: (by: string, direction: -1 | 0 | 1, base: 'year' | 'period', isPoints: boolean) => string;
  readonly summary: {
    readonly total: (figure: string, changed: string) => string;
    /** Who is first, or who share the first place; `share` is empty where there is none. */
    readonly first: (names: readonly string[], figure: string, share: string) => string;
    readonly leading: (count: number, share: string) => string;
    readonly drivers: (
      up: readonly [string, string] | null,
      down: readonly [string, string] | null,
    ) => string;
    readonly counts: (all: number, up: number, down: number) => string;
    readonly changes: (
      up: readonly [string, string] | null,
      down: readonly [string, string] | null,
    ) => string;
  };
  readonly notes: {
    readonly rounded: string;
    readonly bySize: string;
    readonly merged: (name: string) => string;
    readonly unequal: (sum: string, total: string) => string;
    readonly mixed: string;
    readonly apart: (reason: string) => string;
    readonly notAdded: string;
    readonly state: (word: string) => string;
    readonly partial: (day: string) => string;
    readonly contributions: string;
    readonly missing: (count: number) => string;
    /** The total lacks figures of parts, now or in the base. */
    readonly without: (names: readonly string[], more: number) => string;
    /** Sums so far are not known up to a period. */
    readonly stopped: (period: string) => string;
  };
  readonly failures: {
    readonly noParts: string;
    readonly noPeriod: (period: string, first: string, last: string, example: string) => string;
    readonly noFigures: string;
    /** Cells that may be of the figures were merged for confidentiality. */
    readonly merged: string;
    readonly noCumulative: string;
    /** No sum so far is known, for a period before it is missing. */
    readonly noSum: string;
    readonly noChange: string;
    readonly noTime: string;
  };
  readonly multiples: {
    /** All charts have one scale, from a figure to another. */
    readonly one: (low: string, high: string) => string;
    readonly own: string;
    readonly ownPanel: (low: string, high: string) => string;
    /** The figure in the corner of each chart. */
    readonly corner: (period: string, change: string) => string;
    readonly lines: Readonly<Record<'now' | 'before', string>>;
    /** The last figure, the highest and the lowest, each with its period. */
    readonly told: (
      last: readonly [period: string, figure: string],
      high: readonly [period: string, figure: string],
      low: readonly [period: string, figure: string],
    ) => string;
    readonly more: (count: number) => string;
    /** Members whose figures are of one state: provisional. */
    readonly states: (names: readonly string[], state: string) => string;
    readonly period: string;
  };
}
