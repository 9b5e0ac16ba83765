import { differenceUnit, formatPoints, movePoint } from '@zj/metrics';
import { speaker, type Speaker } from '../element/foreign.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { tellQuantities } from '../locale/number.js';
import { periodNamer } from '../locale/period-name.js';
import type { Face } from '../locale/words.js';
import { trendWords } from './book.js';
import { lastOf } from './plot-values.js';
import type { Span, Trend } from './trend.js';
import type { View } from './view.js';
import type { TrendWords } from './words.js';

/** Tells the figures of one trend in one language: everywhere at one scale, and rounded once. */
export interface Teller extends Speaker {
  readonly locale: Locale;
  readonly face: Face;
  readonly words: TrendWords;
  /** A figure alone, about four digits: 5,036 */
  readonly tell: (value: number) => string;
  /** The text after a figure that reads so. */
  readonly unitOf: (shown: string) => string;
  /** With its unit: 5,036亿元 */
  readonly amount: (value: number) => string;
  /** In full, without its unit: 5,036.18 */
  readonly full: (value: number) => string;
  /** In full, as a number in the unit that is told. */
  readonly move: (value: number) => number;
  /** As {@link tell} rounds it, as such a number. */
  readonly round: (value: number) => number;
  /** A difference with its sign, and its unit: −37 and 亿元; of percentages in percentage points. */
  readonly apart: (value: number) => readonly [size: string, unit: string];
  /** A change against a figure: 12.0%; of percentages 0.4 percentage points. Empty if there is none to tell. */
  readonly change: (now: number, before: number, published?: number | null) => Change | null;
  /** The unit of changes, and the decimals that all of them have. */
  readonly changes: { readonly unit: string; readonly decimals?: number };
  /** From one figure to a larger one, with their unit. */
  readonly range: (ends: readonly [low: number, high: number]) => string;
  /** The unit in full, for a heading: 亿元 */
  readonly unit: string;
  readonly name: (span: Span, briefly?: boolean) => string;
}

/** A change in words: its size with a sign or without one, and its direction. */
export interface Change {
  readonly signed: string;
  /** Behind it; empty after a percentage. */
  readonly unit: string;
  /** Without its sign, with its unit. */
  readonly size: string;
  /** 1, 0 or −1. */
  readonly sign: number;
  /** In percentage points, not in per cent. */
  readonly isPoints: boolean;
  /** As a number, in the unit of changes. */
  readonly by: number;
}

/** Who tells a trend; `figures` choose the scale. */
export function tellerOf(
  { unit, grain, fiscalStart }: Pick<Trend, 'unit' | 'grain' | 'fiscalStart'>,
  figures: readonly (number | null)[],
  locale: Locale,
): Teller {
  const face = faceOf(locale);
  const words = trendWords(locale);
  const quantities = tellQuantities(unit, figures, locale);
  const { tell, unitOf, shift } = quantities;
  const { say, foreign } = speaker(locale);
  say(unit);
  const points = differenceUnit(unit);
  const isPoints = points !== unit;
  const between = isPoints ? tellQuantities(points, figures, locale) : quantities;
  const amount = (value: number): string => {
    const shown = tell(value);
    return shown + unitOf(shown);
  };
  const named = grain === 'week' ? undefined : periodNamer({ grain, fiscalStart }, face);
  const signOf = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '');
  return {
    locale,
    face,
    words,
    say,
    foreign,
    tell,
    unitOf,
    amount,
    full: (value) => tell(value, true),
    move: (value) => movePoint(value, shift),
    round: quantities.read,
    apart(value) {
      const size = between.tell(Math.abs(value));
      return [(/[1-9]/.test(size) ? signOf(value) : '') + size, between.unitOf(size)];
    },
    change(now, before, published) {
      // Against nothing, or a figure below nothing, there is no share.
      if (!isPoints && !(before > 0)) return null;
      const by = isPoints ? now - before : published != null ? published / 100 : (now - before) / before;
      const size = isPoints ? between.tell(Math.abs(by)) : `${formatPoints(by)}%`;
      const sign = /[1-9]/.test(size) ? Math.sign(by) : 0;
      const after = isPoints ? between.unitOf(size) : '';
      return {
        ...{ signed: signOf(sign) + size, unit: after, size: size + after, sign, isPoints },
        by: isPoints ? sign * between.read(Math.abs(by)) : by * 100,
      };
    },
    changes: isPoints ? { unit: between.unitOf('').trim() } : { unit: '%', decimals: 1 },
    range([low, high]) {
      const [from, to] = [tell(low), tell(high)];
      return from === to ? from + unitOf(from) : words.between(from, to) + unitOf(to);
    },
    unit: unitOf('').trim(),
    name({ start, end, partial, cut }, briefly = false) {
      const name = named
        ? named(end, briefly)
        : briefly
          ? start.slice(5)
          : words.week(face.period(start, 'day', false));
      if (briefly) return name;
      const days = cut ? words.inBrackets(words.span(face.day(cut.start), face.day(cut.end))) : '';
      return partial === undefined ? name + days : words.partial(name + days, face.day(partial));
    },
  };
}

/**
 * The figures that choose the scale of a view, and so the decimals of all its words and labels. Of a goal those of its gauge, so that
 * both read alike; else the largest, and the newest of each line.
 */
export function scaleFigures({ trend, lines, isSum, limits, target }: View): readonly (number | null)[] {
  const { goal, curves } = trend;
  const canSum = curves.some(({ toDate }) => toDate !== undefined);
  if (goal && isSum === canSum) {
    const { actual, baseline, forecast } = goal.verdict;
    return [
      actual,
      goal.verdict.target,
      baseline,
      forecast?.point ?? null,
      limits?.low ?? null,
      limits?.high ?? null,
    ];
  }
  const newest = (values: readonly (number | null)[]): number | null => lastOf(values)?.[1] ?? null;
  // There may be thousands of them.
  let largest = 0;
  for (const { value, lastYear } of lines)
    for (const list of [value, lastYear])
      for (const one of list) largest = Math.max(largest, Math.abs(one ?? 0));
  return [
    largest,
    ...lines.map(({ value }) => newest(value)),
    ...(lines.length === 1 ? lines.map(({ lastYear }) => newest(lastYear)) : []),
    target,
  ];
}
