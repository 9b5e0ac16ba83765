/** Why a series has no figure: it is due, it is never published, it is to come; cells that may be of it were merged; of a sum that a figure before it is missing, or does not count. */
export type SeriesLack = 'missing' | 'omitted' | 'coming' | 'merged' | 'sum';

/** The words of the columns that a series has as a table: the same as in the table of a trend. */
export interface SeriesWords {
  readonly period: string;
  /** The last day that the figure of a period covers, where that is not over. */
  readonly partial: string;
  /** The kind of a row: a member, the whole, cells that were merged, rows without a member. */
  readonly kind: string;
  readonly figure: string;
  readonly toDate: string;
  /** The average of the goal's period so far. */
  readonly average: string;
  readonly state: string;
  readonly lack: (lack: SeriesLack) => string;
  readonly due: string;
  readonly path: string;
  readonly milestone: string;
  readonly target: string;
  readonly limit: string;
  readonly kept: (isKept: boolean) => string;
  readonly lastYear: string;
  readonly change: string;
  readonly share: string;
  readonly contribution: string;
  readonly forecast: string;
  readonly low: string;
  readonly high: string;
  /** A column of the sums so far: 累计，上年同期 */
  readonly titled: (name: string, column: string) => string;
  readonly inBrackets: (text: string) => string;
  /** Between milestones. */
  readonly list: string;
}
