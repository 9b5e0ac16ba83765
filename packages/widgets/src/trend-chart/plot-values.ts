import type { ValueAxis } from '../drawing/axis.js';
import { valueAxis } from '../drawing/axis.js';
import { faceOf } from '../locale/locale.js';
import { formatFixed, formatNumber, tellQuantities } from '../locale/number.js';
import { movePoint } from '@zj/metrics';
import { isRelative } from '@zj/metrics/internal';
import type { PlotLook } from './plot-look.js';
import type { TrendModel, TrendPoint } from './trend-model.js';

/** The axis of a trend, and how its figures are told. */
export interface PlotValues {
  readonly axis: ValueAxis;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** The unit with the word for its power of ten, as it stands alone. */
  readonly unit: string;
  readonly tell: (value: number) => string;
  /** Some figures in a column, with as many decimals as the one that has most: 132.0 over 121.1. */
  readonly tellColumn: (values: readonly number[]) => readonly string[];
  /** With its unit. */
  readonly tellWhole: (value: number) => string;
}

/** The last period with a figure, and the figure; `null` without any. */
export function lastOf(values: readonly (number | null)[]): readonly [at: number, value: number] | null {
  for (let at = values.length - 1; at >= 0; at--) if (values[at] !== null) return [at, values[at]!];
  return null;
}

/** One list of figures for each list of points, which many parts of a plot ask for. */
const figuresOf = new WeakMap<readonly TrendPoint[], readonly (number | null)[]>();

export function valuesOf(points: readonly TrendPoint[]): readonly (number | null)[] {
  let values = figuresOf.get(points);
  if (!values) figuresOf.set(points, (values = points.map(({ value }) => value)));
  return values;
}

/** Everything of a trend that stands along the axis of figures. */
function allOf({
  appearance,
  lines,
  lastYear,
  schedule,
  path,
  milestones,
  target,
  forecast,
  limits,
}: TrendModel): number[] {
  const all: (number | null)[] = [target, ...milestones.map(({ value }) => value)];
  for (const list of [...lines.map(({ points }) => valuesOf(points)), lastYear, schedule, path])
    for (const value of list) all.push(value);
  for (const { point, interval } of forecast?.points ?? []) all.push(point, ...(interval ?? []));
  const figures = all.filter((value) => value !== null);
  const marks = [limits?.low, limits?.high].filter((limit) => typeof limit === 'number');
  if (marks.length === 0) return figures;
  // Beyond a limit there is room for figures that break it.
  const isFromZero = appearance !== 'line';
  const known = [...figures, ...marks, ...(isFromZero ? [0] : [])];
  const [least, most] = [reduce(known, Math.min), reduce(known, Math.max)];
  const isBroken = lines.some(({ points }) => points.some(({ broken }) => broken));
  const beyond = ((most - least) * (isBroken ? 5 : 2)) / (isFromZero ? 20 : 10);
  if (typeof limits?.low === 'number')
    marks.push(least < 0 ? limits.low - beyond : Math.max(limits.low - beyond, 0));
  if (typeof limits?.high === 'number') marks.push(limits.high + beyond);
  return [...figures, ...marks];
}

const reduce = (values: readonly number[], choose: (a: number, b: number) => number): number =>
  values.reduce((one, other) => choose(one, other));

/**
 * The axis of a trend. Bars and sums begin at zero. So does a line where that costs it less than two thirds of the height; less than
 * one third where the unit is relative: of a percentage or an index, zero is no more than a number.
 */
export function plotValues(
  model: TrendModel,
  { locale, figures }: Pick<PlotLook, 'locale' | 'figures'>,
): PlotValues {
  const { unit, appearance } = model;
  const all = allOf(model);
  const isWhole = all.length > 0 && all.every(Number.isInteger);
  const size = (values: readonly (number | null)[]): number =>
    values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  // One list chooses the scale of the axis and of all labels, so that they have one unit.
  const choosing = figures ?? [size(all), ...told(model)];
  const { tell, unitOf } = tellQuantities(unit, choosing, locale);
  const axis = valueAxis({
    values: all,
    power: unit.power ?? 0,
    scales: faceOf(locale).scales,
    zero: appearance === 'line' ? (isRelative(unit) ? 1 / 3 : 2 / 3) : true,
    largest: size(choosing),
    isWhole,
  });
  return {
    axis,
    // Of nothing there is no scale.
    ticks: (all.length > 0 ? axis.ticks : []).map(({ value, shown }) => ({
      value,
      text: formatFixed(shown, axis.decimals, locale),
    })),
    unit: unitOf('').trim(),
    tell,
    tellColumn: (values) => {
      const moved = values.map((value) => movePoint(value, axis.shift));
      const told = values.map((value) => tell(value));
      let decimals = 0;
      while (decimals < 6 && moved.some((value, at) => formatNumber(value, decimals, locale) !== told[at]))
        decimals++;
      const fixed = moved.map((value) => formatFixed(value, decimals, locale));
      // Of the smallest figures beside the largest ones, a column would be all zeros.
      return decimals < 6 ? fixed : told;
    },
    tellWhole: (value) => tell(value) + unitOf(tell(value)),
  };
}

/** The figures that have labels: the last of each line, and those that stand for the whole. */
function told({ lines, lastYear, target, forecast, limits }: TrendModel): readonly (number | null)[] {
  const last = forecast?.points.at(-1);
  return [
    ...lines.map(({ points }) => lastOf(valuesOf(points))?.[1] ?? null),
    lastOf(lastYear)?.[1] ?? null,
    target,
    last?.point ?? null,
    ...(last?.interval ?? []),
    limits?.low ?? null,
    limits?.high ?? null,
  ];
}
