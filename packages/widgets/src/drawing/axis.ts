import { movePoint } from '@zj/metrics';
import { extent, tickIncrement } from 'd3-array';

/** A word for a power of ten, and from which one on figures are told in it. */
type Scale = readonly [word: string, power: number, from: number];

/** Figures that an axis has to reach, and how. */
export interface AxisWish {
  /** All that is drawn along it. */
  readonly values: readonly number[];
  /** The figures are in ten to this power of the unit. */
  readonly power?: number;
  /** The words for powers of ten of a language, largest first. */
  readonly scales: readonly Scale[];
  /** Bars and sums begin at zero; a line does where that costs it less than this share of its height. */
  readonly zero: true | number;
  /** The figure that chooses the display unit; the largest on the axis where absent. */
  readonly largest?: number;
  /** The figures are counts: there are no halves of them. */
  readonly isWhole?: boolean;
  /** About so many ticks, and at most so many. */
  readonly ticks?: readonly [wanted: number, most: number];
}

/** An axis in one display unit: all its ticks are told in the same power of ten. */
export interface ValueAxis {
  /** Its ends, as figures. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly value: number; readonly shown: number }[];
  /** With so many decimals every tick is told exactly. */
  readonly decimals: number;
  /** Before the unit: 亿, `million `, or nothing; a figure `value` is told as `shown` = value · 10^`shift`. */
  readonly word: string;
  readonly shift: number;
  /** Zero is not on it, which a chart has to say. */
  readonly isCut: boolean;
}

/**
 * The axis of figures: its ticks stand at 1, 2 or 5 times a power of ten of one display unit, which the largest figure chooses among the
 * words of the language. Figures of 亿元 become 万亿元, never 亿亿元: the unit's own power counts. An end that is not zero is free for a
 * twenty-fifth of the height, so that no point lies on the frame. There are no halves of counted things.
 *
 * @example valueAxis({ values: [500, 6175], power: 8, scales: [['亿', 8, 8], ['', 0, -Infinity]], zero: true }) // 0, 2000, 4000, 6000 亿
 */
export function valueAxis({
  values,
  power = 0,
  scales,
  zero,
  largest,
  isWhole = values.length > 0 && values.every(Number.isInteger),
  ticks: [wanted, most] = [4, 5],
}: AxisWish): ValueAxis {
  const [first = 0, last = 0] = extent(values);
  const [word, scale] = scales.find(
    ([, , from]) => Math.log10(largest ?? Math.max(-first, last)) + power >= from,
  )!;
  const shift = power - scale;
  const reach = spread(movePoint(first, shift), movePoint(last, shift), zero);
  const least: Step | null = isWhole ? [1, shift] : null;
  const axis = layTicks(reach, [wanted, most], least);
  const value = (shown: number): number => movePoint(shown, -shift) + 0;
  return {
    from: value(axis.from),
    to: value(axis.to),
    ticks: axis.ticks.map((shown) => ({ value: value(shown), shown })),
    decimals: Math.max(-axis.step[1], 0),
    word,
    shift,
    isCut: axis.from > 0 || axis.to < 0,
  };
}

/** The part of the numbers that is shown at least: with zero where it should be, and never a hair's breadth of large figures. */
function spread(first: number, last: number, zero: true | number): readonly [number, number] {
  const whole = Math.max(Math.abs(first), Math.abs(last));
  const isFromZero = zero === true || last === first || last - first > (1 - zero) * whole;
  let [from, to] = [isFromZero ? Math.min(first, 0) : first, isFromZero ? Math.max(last, 0) : last];
  const lack = whole / 1e4 - (to - from);
  if (lack > 0) [from, to] = [from - lack / 2, to + lack / 2];
  if (from === to) return [0, 1];
  const free = (to - from) / 25;
  return [from === 0 ? 0 : from - free, to === 0 ? 0 : to + free];
}

type Step = readonly [digit: number, power: number];

function layTicks(
  [from, to]: readonly [number, number],
  [wanted, most]: readonly [number, number],
  least: Step | null,
): { readonly from: number; readonly to: number; readonly step: Step; readonly ticks: readonly number[] } {
  for (let count = wanted; ; count /= 1.5) {
    const step = stepOf(from, to, count, least);
    // Between ticks the ends of the axis are round too; an end that is on the near side of zero is a tick, so that it can be named.
    const part = partOf(step);
    const ends = [
      round(from, from > 0 ? step : part, Math.floor),
      round(to, to < 0 ? step : part, Math.ceil),
    ] as const;
    const [low, high] = [countSteps(ends[0], step, Math.ceil), countSteps(ends[1], step, Math.floor)];
    if (high - low >= most) continue;
    // One tick tells no distance.
    const top = high > low ? high : high + 1;
    const ticks = Array.from({ length: top - low + 1 }, (_, at) => multiple(low + at, step));
    return { from: ends[0], to: Math.max(ends[1], ticks.at(-1)!), step, ticks };
  }
}

/** The step of d3's ticks as a digit and a power of ten. */
function stepOf(from: number, to: number, count: number, least: Step | null): Step {
  const increment = tickIncrement(from, to, count);
  const [digit, power] = (increment > 0 ? increment : -1 / increment)
    .toExponential(0)
    .split('e')
    .map(Number) as [number, number];
  return least && (power < least[1] || (power === least[1] && digit < least[0])) ? least : [digit, power];
}

/** A fifth of a step, or a quarter: 1 is 5 × 0.2, 2 is 4 × 0.5, 5 is 5 × 1. */
function partOf([digit, power]: Step): Step {
  return digit === 5 ? [1, power] : [digit === 2 ? 5 : 2, power - 1];
}

function countSteps(figure: number, [digit, power]: Step, toWhole: (count: number) => number): number {
  const count = movePoint(figure, -power) / digit;
  const nearest = Math.round(count);
  // The noise of a division is no step.
  return Math.abs(count - nearest) < 1e-9 * Math.max(Math.abs(count), 1) ? nearest : toWhole(count);
}

function multiple(count: number, [digit, power]: Step): number {
  return movePoint(count * digit, power) + 0;
}

function round(figure: number, step: Step, toWhole: (count: number) => number): number {
  return multiple(countSteps(figure, step, toWhole), step);
}
