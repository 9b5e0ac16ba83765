import type { Point } from '../drawing/line.js';
import { lineWidth } from '../drawing/text-width.js';
import type { PlotLook } from './plot-look.js';
import { periodTicks, type PeriodTicks } from './plot-periods.js';
import { runsOf, type Run } from './plot-runs.js';
import type { PlotValues } from './plot-values.js';
import type { TrendModel } from './trend-model.js';

/** Where everything of a plot is, in px. */
export interface PlotFrame {
  /** One px of the design at 100 % text. */
  readonly k: number;
  /** By the room in text sizes: a phone has no labels beside its frame. */
  readonly size: 'phone' | 'middle' | 'wide';
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Names of ticks stand inside, on their lines. */
  readonly isInside: boolean;
  /** The distance of two periods. */
  readonly apart: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly periods: PeriodTicks;
  /** Below the names of periods. */
  readonly end: number;
}

/** The room around a frame. */
export interface Margins {
  /** In px. */
  readonly beside: number;
  /** In lines of text. */
  readonly above: number;
}

/** The height of a line of text of 13 px. */
export const small = 13;

export function sizeOf({ width, em, share = 1 }: PlotLook): PlotFrame['size'] {
  const room = (width / (em * share)) * 16;
  return room < 480 ? 'phone' : room < 720 ? 'middle' : 'wide';
}

/**
 * The frame of a trend. The first and the last point lie inside it, so that points, bars and the thumb of a slider share one x.
 * `isInside`: the names of ticks stand on their lines.
 */
export function layFrame(
  model: TrendModel,
  { width, em, share = 1 }: PlotLook,
  { axis, ticks }: PlotValues,
  /** The width of the labels at the right, and the lines of text above. */
  { beside, above }: Margins,
  isInside: boolean,
): PlotFrame {
  const { periods, appearance } = model;
  const hasWords = wordsUnder(model).length > 0;
  const k = em / 16;
  const names = Math.max(0, ...ticks.map(({ text }) => lineWidth(text, true))) * small * k;
  const size = sizeOf({ width, em, share } as PlotLook);
  const left = isInside ? 2 : Math.max(names + 10 * k, size === 'phone' ? 0 : 50 * k);
  const right = Math.max(width - (beside || 2), left + 1);
  const top = (small + 15 + 18 * Math.max(above - 1, 0)) * k + (isInside ? 16 * k : 0);
  const bottom = top + Math.min(Math.max(236 + (width / k - 340) / 4, 236), 366) * k * share;
  const room = right - left;
  const count = periods.length;
  const half = appearance === 'bars' && count > 0 ? room / count / 2 : 0;
  const pad = Math.min(Math.max(16 * k, half), room / 2);
  const apart = count > 1 ? (room - 2 * pad) / (count - 1) : 0;
  const x = (index: number): number => (count > 1 ? left + pad + index * apart : (left + right) / 2 + index);
  const named = periodTicks(periods, x, small * k, 34 * k);
  return {
    k,
    size,
    width,
    left,
    right,
    top,
    bottom,
    isInside,
    apart: count > 1 ? apart : room,
    x,
    y: (value) => top + ((axis.to - value) / (axis.to - axis.from)) * (bottom - top),
    periods: named,
    end: bottom + 26 * k + (hasYearLine({ periods: named }) ? 18 * k : 0) + (hasWords ? 18 * k : 0),
  };
}

/** Whether years have a line of their own under the names of periods. */
export function hasYearLine({ periods: { years, isByYear } }: Pick<PlotFrame, 'periods'>): boolean {
  return years.length > 0 && !isByYear;
}

/** The points of a list of figures; `null` where there is none. */
export function pointsOf(values: readonly (number | null)[], { x, y }: PlotFrame): readonly (Point | null)[] {
  return values.map((value, at) => (value === null ? null : [x(at), y(value)]));
}

/** The last bars of those that are not settled: their word stands under its period. */
export function wordsUnder(model: TrendModel): readonly Run[] {
  return model.appearance === 'bars' ? runsOf(model).filter(({ state }) => state !== 'revised') : [];
}
