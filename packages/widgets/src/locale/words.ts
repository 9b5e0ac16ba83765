import type {
  Completeness,
  Day,
  ForecastMethod,
  Formula,
  Nature,
  PublishedMethod,
  Qualifier,
  Schedule,
  Status,
  Text,
  Unit,
} from '@zj/metrics';

/** The words of a gauge's face in one language. Every text that is not data is here, or in {@link Detail}. */
export interface Face {
  /** Which of a release's texts stands for this language: they are in Chinese and in English. */
  readonly text: keyof Text;
  /** The words for powers of ten, largest first. */
  readonly scales: readonly Scale[];
  /** Between a figure and its unit: nothing, or a space. */
  readonly space: string;
  readonly target: string;
  /** The name of the meter: the goal's name is the figure's. */
  readonly progress: string;
  readonly schedule: string;
  /** The schedule in one word, at its mark. */
  readonly due: string;
  readonly source: string;
  readonly demo: string;
  /** The beginning of the word for demo data that stands alone in a small card. */
  readonly demoBriefly: string;
  readonly why: string;
  /** The question in one word; it is a part of the question. */
  readonly whyBriefly: string;
  readonly loading: string;
  readonly stale: string;
  /** The state of a goal of which no figure is published. */
  readonly withheld: string;
  readonly provisional: string;
  readonly retry: string;
  /** Between the parts of a sentence. */
  readonly comma: string;
  /** The pace of a goal that is neither ahead of its schedule nor behind it. */
  readonly level: string;
  /** A decimal, `-1234.5`, with the point and the groups of the language. */
  readonly number: (decimal: string) => string;
  /** A share of 1 with one decimal; a share that misses one of the lines never reads as that line. */
  readonly share: (share: number, lines?: readonly number[]) => string;
  readonly day: (day: Day) => string;
  /** The word for a status; `isKept` where a goal is a bound, a range, an average or a limit. */
  readonly status: (status: Status, qualifier: Pick<Qualifier, 'binding'>, isKept?: boolean) => string;
  /** A status that a newer publisher has and this script does not, by its code. */
  readonly newerStatus: (code: string) => string;
  /** Days of a period stand there without the day up to which the figure counts: there is no schedule. */
  readonly undated: string;
  /** The day up to which the figures count. */
  readonly through: (day: string) => string;
  /** How far a goal is ahead of its schedule, or behind it, in percentage points. */
  readonly apart: (points: string, ahead: boolean) => string;
  /** A figure and its target. */
  readonly ofTarget: (figure: string, goal: string) => string;
  /** The limits of a figure: at least `low`, at most `high`, or between them where both are given; of an average, or in each period. */
  readonly limit: (low: string, high: string, of: '' | 'average' | PeriodGrain) => string;
  /** How far a figure is from its limit; `by` is empty exactly on it, and inside a range. */
  readonly margin: (by: string, side: 'floor' | 'ceiling' | 'range', isAbove: boolean) => string;
  /** After the number of periods that kept a limit: how many there are with a figure. */
  readonly keptOf: (known: number, grain: PeriodGrain) => string;
  /** A period by its last day; `briefly` below its figure, beside its neighbours. */
  readonly period: (last: Day, grain: PeriodGrain, briefly: boolean) => string;
  /** That periods broke a limit: the newest of them with their figures, and how many there are besides. */
  readonly breaches: (
    newest: readonly (readonly [period: string, figure: string])[],
    others: number,
    side: 'above' | 'below' | 'outside',
  ) => string;
  /** Below the figure of a period that may still be revised. */
  readonly provisionalBriefly: string;
  /** The share of a ceiling that is used, and the share of its days that are over. */
  readonly used: (share: string, due: string) => string;
  /** How many periods an average rests on, of how many. */
  readonly averaged: (periods: number, of: number) => string;
  /** Where a goal will end, and between which figures in four cases of five; `year` where its period is a calendar year. */
  readonly forecast: (figure: string, range: string, year: boolean) => string;
  /** How likely a target is attained, in words from 90 %, 66 %, 33 % and 10 % on and below, with the probability itself. */
  readonly chance: (probability: number) => string;
  /** An attribute that is missing or cannot be read, and how to write it. */
  readonly badAttribute: (name: string, written: string, example: string) => string;
  /** 约束性: the government is bound to it; 预期性: it expects it. */
  readonly nature: (nature: Nature) => string;
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
  /** A fault of the gauge itself. */
  readonly broken: string;
  /** A goal that a file does not have. */
  readonly badGoal: (goal: string, known: readonly string[]) => string;
}

/** How long the periods are in each of which a limit is to hold. */
export type PeriodGrain = 'day' | 'month' | 'quarter' | 'half-year' | 'year';

/** A power of ten that has a word, and the power from which on a figure is told in it. */
export type Scale = readonly [word: string, power: number, from: number];

/** A text of a gauge's face, for every language. */
export type Say = (face: Face) => string;

/** The words of a gauge's detail in one language. */
export interface Detail {
  readonly figures: string;
  readonly target: string;
  /** How a target follows from the baseline. */
  readonly formula: string;
  /** The formula in words, as documents write it. */
  readonly formulaOf: (formula: Formula, unit: Unit) => string;
  /** A baseline, the formula and the target. */
  readonly computed: (baseline: string, formula: string, target: string) => string;
  readonly averageGrowth: string;
  readonly nature: string;
  /** How far inside its limit a figure is. */
  readonly margin: string;
  readonly baseline: string;
  /** Of a level, the last figure before its own period. */
  readonly before: string;
  readonly actual: string;
  /** A figure that another source published for the same period. */
  readonly conflict: string;
  readonly attainment: string;
  readonly schedule: string;
  readonly schedules: Readonly<Record<Schedule['kind'], string>>;
  readonly otherSchedule: string;
  /** Of a period's days, so many are over. */
  readonly days: (done: number, all: number) => string;
  readonly brackets: (text: string) => string;
  readonly gap: string;
  readonly ratio: (ratio: string) => string;
  readonly forecast: string;
  /** Where there is none: the table of the methods, {@link trials}, says why of each. */
  readonly noForecast: string;
  readonly interval: string;
  /** From a figure to a larger one, with their unit. */
  readonly range: (low: string, high: string, unit: string) => string;
  readonly probability: string;
  readonly forecastMethod: string;
  readonly forecastName: (method: ForecastMethod) => string;
  readonly backtest: string;
  readonly origins: (count: number) => string;
  readonly error: (error: string) => string;
  readonly relative: (share: string) => string;
  readonly coverage: (share: string) => string;
  readonly needed: string;
  readonly perMonth: (total: string, months: string, each: string) => string;
  readonly status: string;
  readonly thresholds: string;
  /** The measure of the thresholds of a pace. */
  readonly pace: string;
  readonly tooEarly: (share: string) => string;
  readonly period: string;
  /** A day written in full, from `2026-10-31`. */
  readonly date: (day: Day) => string;
  readonly span: (start: string, end: string) => string;
  readonly through: string;
  readonly asOf: string;
  readonly clause: string;
  readonly quote: (text: string) => string;
  readonly qualifier: string;
  readonly source: string;
  /** The periods of a limit. */
  readonly periods: string;
  readonly keeps: (isKept: boolean) => string;
  /** Targets that a later document changed. */
  readonly former: string;
  readonly until: (date: string) => string;
  /** The forecasting methods that were weighed. */
  readonly trials: string;
  readonly chosen: string;
  readonly ruledOut: (why: string) => string;
  /** The results of published methods. */
  readonly published: string;
  readonly publishedMethods: Readonly<Record<PublishedMethod, string>>;
  readonly inputs: (list: string) => string;
  readonly outputs: (list: string) => string;
  readonly notApplicable: (why: string) => string;
  /** The gaps in the data behind a figure. */
  readonly completeness: string;
  readonly kinds: Readonly<Record<Completeness['kind'], string>>;
  /** Something of a verdict cannot be told. */
  readonly partly: string;
  readonly interpretations: string;
  readonly semicolon: string;
}
