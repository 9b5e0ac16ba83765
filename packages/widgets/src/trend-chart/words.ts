import type { Day, Grain } from '@zj/metrics';
import type { PlotWords } from './plot-words.js';
import type { Lack } from './trend.js';

/** The words of a trend chart in one language. Figures come with their units. */
export interface TrendWords {
  /** The measure of the figures: the sum so far, each period, or a state at its end. */
  readonly measure: (of: 'to-date' | 'period' | 'level', grain: Grain, isYear: boolean) => string;
  /** Name and measure. */
  readonly titled: (name: string, measure: string) => string;
  readonly year: (year: string) => string;
  readonly week: (first: Day) => string;
  readonly lack: (lack: Lack) => string;
  /** A period whose figure does not cover all of it. */
  readonly partial: (period: string, day: string) => string;
  /** The head of the last days that the figures of periods cover. */
  readonly partialHead: string;
  readonly merged: string;
  /** Rows whose cell in the dimension is empty. */
  readonly nobody: string;
  readonly whole: string;
  /** All members below the first ones. */
  readonly rest: string;

  // The names of columns and of lines.
  readonly cursor: string;
  readonly period: string;
  readonly figure: string;
  readonly toDate: string;
  /** The average of the goal's period so far. */
  readonly average: string;
  readonly due: string;
  readonly path: string;
  readonly milestone: string;
  readonly gap: string;
  readonly target: string;
  readonly lastYear: string;
  readonly change: string;
  readonly forecast: string;
  readonly interval: string;
  readonly limit: string;
  readonly low: string;
  readonly high: string;
  readonly kept: (isKept: boolean) => string;
  /** How far ahead of the schedule, or behind it, in percentage points. */
  readonly ahead: (points: string, isAhead: boolean) => string;
  readonly onTime: string;
  readonly status: string;
  readonly stateHead: string;
  readonly events: string;
  readonly unit: (unit: string) => string;
  readonly table: string;
  /** The slider's name. */
  readonly walk: string;

  // Parts of the readout.
  readonly done: (share: string) => string;
  readonly days: (done: number, all: number, share: string) => string;
  readonly before: (period: string, figure: string) => string;
  readonly between: (low: string, high: string) => string;
  /** A name and its words: one of the parts of the slider's text. */
  readonly spoken: (name: string, words: string) => string;

  // The summary.
  readonly span: (first: string, last: string) => string;
  readonly summed: (span: string, figure: string) => string;
  readonly ofTarget: (target: string, share: string) => string;
  readonly toSchedule: (points: string, isAhead: boolean) => string;
  readonly level: string;
  readonly overYear: (change: string, isMore: boolean, isPoints: boolean) => string;
  readonly sameAsLastYear: string;
  readonly moved: (span: string, from: string, to: string) => string;
  readonly grown: (change: string, isMore: boolean) => string;
  readonly unmoved: string;
  readonly extremes: (high: string, highAt: string, low: string, lowAt: string) => string;
  readonly highest: (grain: Grain, at: string, figure: string) => string;
  readonly alone: (period: string, figure: string) => string;
  readonly lines: (period: string, high: string, highest: string, low: string, lowest: string) => string;
  readonly since: (period: string, more: number, less: number, same: number) => string;
  /** The same against the year before. */
  readonly sinceLastYear: (more: number, less: number, same: number) => string;
  readonly averaged: (span: string, figure: string) => string;
  readonly limits: (low: string, high: string) => string;
  readonly broken: (broken: number, of: number, grain: Grain) => string;
  readonly foreseen: (figure: string, isYear: boolean) => string;
  readonly withState: (periods: string, state: string, more: number) => string;
  readonly inBrackets: (text: string) => string;
  /** Lines that have no figure in the period that is told; `more` of them are not named. */
  readonly absent: (period: string, names: readonly string[], more: number) => string;
  /** Periods whose figures are not known, because cells were merged for confidentiality. */
  readonly mergedIn: (periods: readonly string[], more: number) => string;
  readonly missing: (periods: readonly string[], more: number) => string;
  readonly stops: (last: string, next: string) => string;
  readonly nothing: string;
  readonly plot: PlotWords;
  readonly comma: string;
  readonly list: string;
  readonly stop: string;
  readonly semicolon: string;

  // Remarks below the drawing.
  /** The meaning of the diamonds on the way. */
  readonly milestones: string;
  readonly fan: (level: string, coverage: string, origins: number) => string;
  readonly noCoverage: string;
  readonly noInterval: string;
  /** A goal is judged by the figures up to a day alone. */
  readonly judgedThrough: (day: string) => string;
  readonly noForecast: (why: string) => string;
  readonly summedForecast: string;
  readonly needed: (months: string, each: string) => string;
  readonly leftOut: (count: number, names: string) => string;
  readonly unknownMembers: (names: string) => string;
  readonly inTable: string;
  readonly demoEvents: string;

  // Failures.
  readonly noTime: string;
  readonly noFigures: string;
  readonly units: string;
  readonly dimensions: string;
  readonly noPeriods: (during: string) => string;
}
