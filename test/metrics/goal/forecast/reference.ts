import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  SmoothingForm,
  SmoothingState,
} from '../../../../packages/metrics/src/goal/forecast/smoothing.js';

/**
 * The results of R's `HoltWinters()`: its weights, their squared error, and 24 figures ahead with the upper end of their 80 %
 * interval.
 */
interface Undamped {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly squaredError: number;
  readonly forecast: readonly number[];
  readonly upper: readonly number[];
}

/** The results of `forecast::holt` and `hw`: weights, the states before and after, the one-step forecasts, and 24 figures ahead. */
interface Damped {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
  readonly start: SmoothingState;
  readonly end: SmoothingState;
  readonly fitted: readonly number[];
  readonly forecast: readonly number[];
}

interface Line {
  readonly slope: number;
  readonly intercept: number;
  readonly deviation: number;
  readonly ahead: readonly [number, number];
  readonly predicted: readonly number[];
}

interface Reference {
  readonly series: Readonly<
    Record<SeriesName, { readonly start: readonly [number, number]; readonly values: readonly number[] }>
  >;
  readonly holtWinters: Readonly<
    Record<
      FittedName,
      Readonly<
        Record<'holt' | 'additive' | 'multiplicative', Undamped> &
          Record<'holtDamped' | 'additiveDamped' | 'multiplicativeDamped', Damped>
      >
    >
  >;
  readonly lines: Readonly<Record<FittedName, Line>>;
  readonly student: {
    readonly shares: readonly number[];
    readonly quantiles: readonly (readonly number[])[];
    readonly normal: readonly number[];
  };
  readonly quantiles: Readonly<Record<SeriesName, readonly [number, number]>>;
}

export const fittedNames = ['AirPassengers', 'nottem', 'co2'] as const;
export type FittedName = (typeof fittedNames)[number];
export const seriesNames = [
  'fdeaths',
  'ldeaths',
  'mdeaths',
  'AirPassengers',
  'co2',
  'nottem',
  'USAccDeaths',
  'UKDriverDeaths',
] as const;
export type SeriesName = (typeof seriesNames)[number];

/** R's results, written by reference/reference.R. */
export const reference = JSON.parse(
  readFileSync(join(import.meta.dirname, 'reference/reference.json'), 'utf8'),
) as Reference;

/** The forms that R was asked about, under its names for them. */
export const undamped = { holt: 'none', additive: 'additive', multiplicative: 'multiplicative' } as const;
export const damped: Readonly<
  Record<'holtDamped' | 'additiveDamped' | 'multiplicativeDamped', SmoothingForm['seasonal']>
> = { holtDamped: 'none', additiveDamped: 'additive', multiplicativeDamped: 'multiplicative' };

/** The greatest relative difference of figures from their expected values. */
export function mostOff(figures: readonly number[], should: readonly number[]): number {
  if (figures.length !== should.length) return Infinity;
  return Math.max(...figures.map((figure, i) => Math.abs(figure - should[i]!) / Math.abs(should[i]!)));
}
