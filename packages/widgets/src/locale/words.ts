import type { Day, FigureState, Qualifier, Status, Text } from '@zj/metrics';

/**
 * The words that all elements share, in one language. Every text that is not data is here, or in the words of an element: its
 * room has them in `words.ts`.
 */
export interface Face {
  /** Which of a release's texts stands for this language: they are in Chinese and in English. */
  readonly text: keyof Text;
  /** The words for powers of ten, largest first. */
  readonly scales: readonly Scale[];
  /** Between a figure and its unit: nothing, or a space. */
  readonly space: string;
  readonly target: string;
  readonly schedule: string;
  readonly source: string;
  readonly demo: string;
  /** The beginning of the word for demo data that stands alone in a small card. */
  readonly demoBriefly: string;
  readonly loading: string;
  readonly stale: string;
  /** The state of a goal of which no figure is published. */
  readonly withheld: string;
  readonly provisional: string;
  /** The word for the state of a figure: the same in drawings, sentences and tables. */
  readonly states: Readonly<Record<FigureState, string>>;
  /** The button that opens the menu of an element. */
  readonly more: (title: string) => string;
  readonly retry: string;
  /** The button that has a card read aloud, and the same while it is read. */
  readonly readAloud: string;
  readonly stopReading: string;
  /** Between the parts of a sentence. */
  readonly comma: string;
  /** A decimal, `-1234.5`, with the point and the groups of the language. */
  readonly number: (decimal: string) => string;
  /** A figure that is told no more exactly: a little less than `shown`, or a little more. */
  readonly near: (shown: string, isLess: boolean) => string;
  /** A share of 1 with one decimal; a share that misses one of the lines never reads as that line. */
  readonly share: (share: number, lines?: readonly number[]) => string;
  readonly day: (day: Day) => string;
  /** The word for a status; `isKept` where a goal is a bound, a range, an average or a limit. */
  readonly status: (status: Status, qualifier: Pick<Qualifier, 'binding'>, isKept?: boolean) => string;
  /** A status that a newer publisher has and this script does not, by its code. */
  readonly newerStatus: (code: string) => string;
  /** The day up to which the figures count. */
  readonly through: (day: string) => string;
  /** The limits of a figure: at least `low`, at most `high`, or between them where both are given; of an average, or in each period. */
  readonly limit: (low: string, high: string, of: '' | 'average' | PeriodGrain) => string;
  /** A period by its last day; `briefly` below its figure, beside its neighbours. */
  readonly period: (last: Day, grain: PeriodGrain, briefly: boolean) => string;
  /** Below the figure of a period that may still be revised. */
  readonly provisionalBriefly: string;
  /** An attribute that is missing or cannot be read, and how to write it. */
  readonly badAttribute: (name: string, written: string, example: string) => string;
  /** A word of an attribute that is none of those that there are. */
  readonly unknown: (name: string, written: string, known: readonly string[]) => string;
  /** An attribute that has no effect without `src`. */
  readonly idle: (name: string) => string;
  /** Two attributes that cannot stand together. */
  readonly together: (one: string, other: string) => string;
  /** A file that cannot be reached. */
  readonly unreachable: (file: string, detail: string) => string;
  /** Why a part of a script from another host may not be reached. */
  readonly foreign: string;
  /** Why a file cannot be reached: the server is silent. */
  readonly noAnswer: string;
  /** Why a file of the same site cannot be reached. */
  readonly noConnection: string;
  /** Why a file that `integrity` pins cannot be reached. */
  readonly notPinned: string;
  /** Why a file of another site cannot be reached. */
  readonly otherSite: string;
  /** Why a file whose address begins with `file:`, or with a drive as in `D:\zj`, cannot be read. */
  readonly needsHttp: string;
  /** A malformed file or verdict. */
  readonly malformed: (file: string) => string;
  /** A fault of the element itself. */
  readonly broken: string;
}

/** How long the periods are in each of which a limit is to hold. */
export type PeriodGrain = 'day' | 'month' | 'quarter' | 'half-year' | 'year';

/** A power of ten that has a word, and the power from which on a figure is told in it. */
export type Scale = readonly [word: string, power: number, from: number];

/** A text of the words that all elements share, for every language. */
export type Say = (face: Face) => string;
