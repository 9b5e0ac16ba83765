/** The words that all charts share, in one language. */
export interface ChartWords {
  /** Opens the data table. */
  readonly table: string;
  /** The name of a chart that has none yet. */
  readonly chart: string;
  /** A query has nobody to ask. */
  readonly noSource: string;
  /** Nothing says which data are shown. */
  readonly noInput: string;
  /** The unit of percentage points, which no line separates from a figure. */
  readonly points: string;

  // What is chosen in the source around, in words of its own.
  readonly narrowedTitle: (title: string, chosen: string) => string;
  readonly narrowed: (chosen: string) => string;
  /** The figures on display are still those of before. */
  readonly narrowing: (chosen: string) => string;
  /** Without an engine there are only the figures of the file. */
  readonly notNarrowed: (chosen: string) => string;
  /** A goal is judged by all figures. */
  readonly goalWhole: (chosen: string) => string;
  /** The days that are asked for cut a period of the figures. */
  readonly cut: (first: string, last: string) => string;
  /** The data have no such column. */
  readonly beside: (chosen: string) => string;
  /** The state of a figure is the least settled one of its period. */
  readonly weakestStates: string;
  /** The sums on display begin with the year, on this day, before the chosen period. */
  readonly sumsSince: (day: string) => string;
}
