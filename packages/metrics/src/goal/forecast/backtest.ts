import type { Direction } from '../../plan/plan.js';
import { reaches } from '../../base/same.js';
import { toFinite } from '../sum.js';
import type { Backtest, ForecastMethod } from '../verdict.js';
import type { Way } from './way.js';
import { endFigure, findOriginBefore, type Ground, type Origin } from './origin.js';

/** From so many errors on an interval is made of them. */
export const enough = 8;
/** Observations before the first origin. */
const before = 24;

/** How methods would have done before. */
export interface Past {
  /** Index of each origin's last figure. */
  readonly origins: readonly number[];
  /** Of each method, and of the seasonal naive forecast, the end figures less its forecasts. */
  readonly errors: ReadonlyMap<ForecastMethod | 'naive', readonly number[]>;
}

/**
 * Forecasts end figures that are known by now, from every month end with at least 24 observations before it and at the lead of
 * the forecast itself (METHODS §5). A method that has no figure from one of them is not compared.
 */
export function tryBefore(ways: readonly Way[], ground: Ground): Past {
  const { history, horizon } = ground;
  const { figures, observed } = history;
  if (ways.length === 0 || !horizon.whole) return { origins: [], errors: new Map() };
  const origins = [...figures.keys()].filter(
    (i) => observed[i]! >= before && i + horizon.lead < figures.length && i + 1 >= horizon.known,
  );
  const from = origins.map((index) => findOriginBefore(ground, index));
  const ends = origins.map((index) => endFigure(ground, index));
  const miss = (forecast: (origin: Origin) => number): readonly number[] =>
    from.map((origin, i) => ends[i]! - forecast(origin));
  const tried = ways.map(
    ({ method, forecast }) => [method, miss((origin) => forecast(origin, ground)?.point ?? NaN)] as const,
  );
  return {
    origins,
    errors: new Map([
      ...tried.filter(([, errors]) => errors.every(Number.isFinite)),
      ['naive', miss((origin) => forecastNaively(origin, ground))],
    ]),
  };
}

/** How a method would have done; null where it was not compared. */
export function summarise({ origins, errors }: Past, method: ForecastMethod, lead: number): Backtest | null {
  const own = errors.get(method);
  if (!own || own.length === 0) return null;
  const error = meanSize(own);
  const naive = meanSize(errors.get('naive')!);
  const { inside, scored } = cover(own, origins, lead);
  return {
    origins: own.length,
    error,
    relative: naive > 0 ? toFinite(error / naive) : null,
    coverage: scored > 0 ? inside / scored : null,
  };
}

/** How many end figures lay inside an 80 % interval made of the errors that were known at their origin, where those were eight. */
export function cover(
  errors: readonly number[],
  origins: readonly number[],
  lead: number,
): { readonly inside: number; readonly scored: number } {
  const sorted: number[] = [];
  let known = 0;
  let [inside, scored] = [0, 0];
  errors.forEach((error, i) => {
    while (origins[known]! + lead <= origins[i]!) insert(sorted, errors[known++]!);
    if (sorted.length < enough) return;
    scored++;
    if (error >= quantileOf(sorted, 0.1) && error <= quantileOf(sorted, 0.9)) inside++;
  });
  return { inside, scored };
}

/** The 80 % interval around a point, of at least eight errors. */
export function intervalAround(point: number, errors: readonly number[]): readonly [number, number] {
  const sorted = [...errors].sort((a, b) => a - b);
  return [point + quantileOf(sorted, 0.1), point + quantileOf(sorted, 0.9)];
}

/** The probability that an end figure reaches its target, from at least eight errors (METHODS §5). */
export function chanceAround(
  point: number,
  errors: readonly number[],
  target: number,
  direction: Direction = 'increase',
): number {
  const hits = errors.filter((error) => {
    const end = point + error;
    return direction === 'increase' ? reaches(end, target) : reaches(target, end);
  });
  return (1 + hits.length) / (errors.length + 2);
}

/**
 * The figure that a share of new ones will not exceed, with m known at position share · (m + 1) (R's `quantile` type 6): were the errors
 * in random order, the interval from 10 to 90 % would hold exactly 80 % of new ones.
 */
export function quantileOf(sorted: readonly number[], share: number): number {
  const position = Math.min(Math.max(share * (sorted.length + 1), 1), sorted.length);
  const below = Math.floor(position);
  const [low, high] = [sorted[below - 1]!, sorted[Math.min(below, sorted.length - 1)]!];
  return low + (position - below) * (high - low);
}

/** The end figure if each figure to come is that of the same season, the last one known. */
function forecastNaively({ figures, base }: Origin, { history, horizon: { lead, open } }: Ground): number {
  const { cycle } = history.steps;
  let end = base;
  for (let ahead = lead - open + 1; ahead <= lead; ahead++)
    end += figures[figures.length - 1 + ahead - cycle * Math.ceil(ahead / cycle)]!;
  return end;
}

function meanSize(errors: readonly number[]): number {
  return toFinite(errors.reduce((sum, error) => sum + Math.abs(error) / errors.length, 0));
}

function insert(sorted: number[], figure: number): void {
  let at = sorted.findIndex((other) => other > figure);
  if (at < 0) at = sorted.length;
  sorted.splice(at, 0, figure);
}
