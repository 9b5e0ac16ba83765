import type { Nature } from '@zj/metrics';
import type { Face, PeriodGrain } from '../locale/words.js';

/** The words of the face of a gauge in one language, beside those that all elements share. */
export interface GaugeWords {
  /** The name of the meter: the goal's name is the figure's. */
  readonly progress: string;
  /** The schedule in one word, at its mark. */
  readonly due: string;
  readonly why: string;
  /** The question in one word; it is a part of the question. */
  readonly whyBriefly: string;
  /** The pace of a goal that is neither ahead of its schedule nor behind it. */
  readonly level: string;
  /** Days of a period stand there without the day up to which the figure counts: there is no schedule. */
  readonly undated: string;
  /** How far a goal is ahead of its schedule, or behind it, in percentage points. */
  readonly apart: (points: string, ahead: boolean) => string;
  /** A figure and its target. */
  readonly ofTarget: (figure: string, goal: string) => string;
  /** How far a figure is from its limit; `by` is empty exactly on it, and inside a range. */
  readonly margin: (by: string, side: 'floor' | 'ceiling' | 'range', isAbove: boolean) => string;
  /** After the number of periods that kept a limit: how many there are with a figure. */
  readonly keptOf: (known: number, grain: PeriodGrain) => string;
  /** That periods broke a limit: the newest of them with their figures, and how many there are besides. */
  readonly breaches: (
    newest: readonly (readonly [period: string, figure: string])[],
    others: number,
    side: 'above' | 'below' | 'outside',
  ) => string;
  /** The share of a ceiling that is used, and the share of its days that are over. */
  readonly used: (share: string, due: string) => string;
  /** How many periods an average rests on, of how many. */
  readonly averaged: (periods: number, of: number) => string;
  /** Where a goal will end, and between which figures in four cases of five; `year` where its period is a calendar year. */
  readonly forecast: (figure: string, range: string, year: boolean) => string;
  /** How likely a target is attained, in words from 90 %, 66 %, 33 % and 10 % on and below, with the probability itself. */
  readonly chance: (probability: number) => string;
  /** 约束性: the government is bound to it; 预期性: it expects it. */
  readonly nature: (nature: Nature) => string;
}

/** All words of the face of a gauge. */
export type GaugeFace = Face & GaugeWords;

/** A text of the face of a gauge, for every language. */
export type GaugeSay = (face: GaugeFace) => string;
