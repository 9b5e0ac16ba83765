import type { Direction } from '../../plan/plan.js';
import { sumExactly } from '../sum.js';
import { reaches } from '../../base/same.js';
import { finite, isKnown } from './figure.js';

/** The weather of the German Sustainability Strategy (METHODS §6.3), best first. */
export type DestatisStatus = 'sun' | 'slightly_cloudy' | 'cloud' | 'thunderstorm' | 'not_calculated';

/** A year and its figure. */
export type AnnualPoint = readonly [year: number, value: number];

/** The input of the weather symbol. */
export interface DestatisInputs {
  /** One figure a year, in any order. */
  readonly series: readonly AnnualPoint[];
  readonly target?: number | null;
  readonly targetYear?: number | null;
  /** Which side of the target is past it; where absent, the one on which the points that count do not begin. */
  readonly direction?: Direction;
}

/** Its result. */
export interface DestatisResult {
  readonly status: DestatisStatus;
  /** The figure in the target year if the mean change goes on. */
  readonly projected: number | null;
  /** Mean of the last annual changes, in the figure's unit. */
  readonly averageChange: number | null;
}

/**
 * The weather symbol of one series (METHODS §6.3), from its last six points, or as many of them as follow one another year by
 * year up to the latest: fewer than four are `not_calculated`. After the target year nothing more is projected.
 *
 * @example destatisWeather({ series: [[2020, 60], [2021, 62], [2022, 64], [2023, 66]], target: 80, targetYear: 2030 }).status // 'sun'
 */
export function destatisWeather(inputs: DestatisInputs): DestatisResult {
  const { target, targetYear } = inputs;
  const points = lastPoints(inputs.series);
  const changes = points.length - 1;
  if (changes < 3 || !isKnown(target) || !isKnown(targetYear)) return notCalculated;

  const [, first] = points[0]!;
  const [year, current] = points.at(-1)!;
  const change = sumExactly([current, -first]);
  const more = finite((change * Math.max(0, targetYear - year)) / changes);
  if (more === null) return notCalculated;
  return {
    status: status(inputs.direction, { first, current, target, change, more }),
    projected: sumExactly([current, more]),
    averageChange: finite(change / changes),
  };
}

const notCalculated: DestatisResult = { status: 'not_calculated', projected: null, averageChange: null };

function status(
  direction: Direction | undefined,
  {
    first,
    current,
    target,
    change,
    more,
  }: Record<'first' | 'current' | 'target' | 'change' | 'more', number>,
): DestatisStatus {
  const rise = direction ? direction === 'increase' : first === target ? current < target : first < target;
  if (rise ? current >= target : current <= target) return 'sun';
  const remaining = sumExactly([target, -current]);
  if (Math.sign(change) !== Math.sign(remaining)) return 'thunderstorm';
  const miss = 1 - more / remaining;
  if (!reaches(miss, 0.05)) return 'sun';
  return reaches(0.2, miss) ? 'slightly_cloudy' : 'cloud';
}

/** The last of the points, at most six, that follow one another year by year. */
function lastPoints(series: readonly AnnualPoint[]): readonly AnnualPoint[] {
  const points = series
    .filter(([year, value]) => isKnown(year) && isKnown(value))
    .sort(([a], [b]) => a - b)
    .slice(-6);
  const follows = (i: number): boolean => points[i]![0] - points[i - 1]![0] === 1;
  return points.slice(points.reduce((first, _, i) => (i === 0 || follows(i) ? first : i), 0));
}
