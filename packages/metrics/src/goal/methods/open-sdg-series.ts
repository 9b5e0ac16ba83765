import { isKnown } from './figure.js';
import type { GrowthInputs } from './growth.js';

/**
 * A period, its year or such a text as `2015-16`, and its figure: one a year, in any order.
 */
export type OpenSdgPoint = readonly [period: number | string, value: number | null];

/**
 * The base and the latest figure of a series, as {@link openSdgProgress} takes them: a base year without a figure moves to the
 * next later one with data, and a period such as 2015-16 counts as its first year (METHODS §6.1). `null` where there is none.
 *
 * @example openSdgEnds({ series: [['2014-15', 8], ['2016-17', 9], ['2020-21', 12]], baseYear: 2015 }).baseYear // 2016
 */
export function openSdgEnds({
  series,
  baseYear,
}: {
  readonly series: readonly OpenSdgPoint[];
  readonly baseYear: number;
}): Required<GrowthInputs> {
  const points = series
    .map(([period, value]) => ({ year: firstYear(period), value }))
    .filter((point): point is { year: number; value: number } => isKnown(point.year) && isKnown(point.value))
    .sort((a, b) => a.year - b.year);
  const base = points.find(({ year }) => year >= baseYear);
  const current = points.at(-1);
  return {
    baseValue: base?.value ?? null,
    baseYear: base?.year ?? null,
    currentValue: current?.value ?? null,
    currentYear: current?.year ?? null,
  };
}

function firstYear(period: number | string): number {
  return typeof period === 'number' ? period : Number(/^\d{4}(?!\d)/.exec(period)?.[0]);
}
