// Exponential smoothing, one step after another. Products and square roots only, so that it is the same everywhere.

/** Which exponential smoothing: Holt's without seasons, Holt-Winters' with. */
export interface SmoothingForm {
  readonly seasonal: 'none' | 'additive' | 'multiplicative';
  /** Whether the trend fades. */
  readonly damped: boolean;
  /** Figures to a season cycle: 12 for months; no matter without seasons. */
  readonly period: number;
}

/**
 * SmoothingWeights of the latest error, from 0 to 1. Undamped they are those of R's `HoltWinters()`; damped those of
 * `forecast::holt` and `hw`, whose `beta` is a share of `alpha` and whose `gamma` is a share of 1 − `alpha`.
 */
export interface SmoothingWeights {
  readonly alpha: number;
  readonly beta: number;
  /** 0 without seasons. */
  readonly gamma: number;
  /** The share of the trend left after a step: 1 undamped. */
  readonly phi: number;
}

/** Where the smoothing stands. */
export interface SmoothingState {
  readonly level: number;
  readonly trend: number;
  /** Of the steps to come, the next first; empty without seasons. */
  readonly seasons: readonly number[];
}

/** A state, and the figures from which the smoothing goes on. */
export interface SmoothingStart extends SmoothingState {
  /** How many figures come before the first that is forecast. */
  readonly from: number;
}

/** The result of a run over the figures. */
export interface Run {
  readonly state: SmoothingState;
  /** Sum of the squares of the one-step errors; Infinity where they are beyond `limit` or no numbers. */
  readonly squaredError: number;
}

/**
 * Smooths figures and forecasts each from those before it. `errors` takes the one-step errors; a run whose squared error
 * passes `limit` is given up.
 */
export function smooth(
  figures: readonly number[],
  { seasonal, damped }: SmoothingForm,
  { alpha, beta, gamma, phi }: SmoothingWeights,
  start: SmoothingStart,
  { errors, limit = Infinity }: { readonly errors?: number[]; readonly limit?: number } = {},
): Run {
  const multiplicative = seasonal === 'multiplicative';
  const seasons = seasonal === 'none' ? [0] : start.seasons.slice();
  const slope = damped ? beta : alpha * beta;
  const pull = damped ? gamma : gamma * (1 - alpha);
  let { level, trend } = start;
  let at = 0;
  let squaredError = 0;
  for (let i = start.from; i < figures.length; i++) {
    const figure = figures[i]!;
    const season = seasons[at]!;
    const expected = level + phi * trend;
    const error = multiplicative ? figure - expected * season : figure - expected - season;
    squaredError += error * error;
    if (!(squaredError <= limit)) return { state: start, squaredError: Infinity };
    errors?.push(error);
    const surprise = multiplicative ? figure / season - expected : error;
    level = expected + alpha * surprise;
    trend = phi * trend + slope * surprise;
    if (multiplicative) seasons[at] = season + gamma * (figure / (damped ? expected : level) - season);
    else if (seasonal === 'additive') seasons[at] = season + pull * error;
    if (++at === seasons.length) at = 0;
  }
  const ahead = seasonal === 'none' ? [] : seasons.slice(at).concat(seasons.slice(0, at));
  return { state: { level, trend, seasons: ahead }, squaredError };
}
