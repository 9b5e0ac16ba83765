import type { Grain } from '@zj/metrics';

/** The words of a source in one language. */
export interface SourceWords {
  /** A goal of which the release has no series. */
  readonly noGoalSeries: (goal: string, known: readonly string[]) => string;
  /** A series of a metric that the release does not have, by the name of its file. */
  readonly noMetricSeries: (series: string, known: readonly string[]) => string;
  /** A release from before there were series. */
  readonly withoutSeries: string;
  /** No engine is named, and something asks. */
  readonly noEngine: string;
  /** The script of the SDK cannot be loaded from this address. */
  readonly noSdk: (address: string) => string;
  /** The script at this address is another one. */
  readonly notSdk: (address: string) => string;
  /** The engine read another release than the page. */
  readonly otherRelease: string;
  /** Metrics of the page that are of an older SDK. */
  readonly lacksMethod: (method: string) => string;

  // A selection in words.
  readonly is: (column: string, value: string) => string;
  readonly empty: (column: string, isEmpty: boolean) => string;
  readonly not: (condition: string) => string;
  readonly or: string;
  readonly and: string;
  readonly list: string;
  readonly period: (period: string) => string;
  /** From a period, or a day, to another one. */
  readonly range: (first: string, last: string) => string;
  readonly last: (count: number, grain: Grain, day: string) => string;
}
