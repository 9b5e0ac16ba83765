import type { Lack } from './trend.js';

/** The words in a trend's drawing, in the language of the reader. */
export interface PlotWords {
  /** Above the axis: the unit of all figures, and where the axis begins if that is not zero. */
  readonly unit: (unit: string, from: string | null) => string;
  readonly target: string;
  readonly schedule: string;
  readonly path: string;
  readonly lastYear: string;
  readonly forecast: (figure: string) => string;
  readonly interval: (level: string, low: string, high: string) => string;
  readonly lacks: Readonly<Record<'missing' | 'omitted' | 'merged', string>>;
  /** Where no period has a figure, and why. */
  readonly nothing: string;
  readonly nothingWhy: Readonly<Record<Exclude<Lack, 'sum'>, string>>;
  /** The shape and the word for a state, and the periods that have it. */
  readonly legend: (sign: string, periods: readonly string[]) => string;
  readonly low: string;
  readonly high: string;
  /** Over the strip of the gaps between the figures and their schedule. */
  readonly gap: (unit: string) => string;
  readonly ahead: string;
  readonly behind: string;
  /** How far a figure is from its limit; `by` is empty exactly on it, and inside a range. */
  readonly margin: (by: string, side: 'floor' | 'ceiling' | 'range', isAbove: boolean) => string;
  /** From one period to another, by their short names. */
  readonly span: (from: string, to: string) => string;
}
