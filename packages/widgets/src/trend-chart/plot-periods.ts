import { lineWidth } from '../drawing/text-width.js';
import type { TrendPeriod } from './trend-model.js';

/** Which periods have their names under the axis. */
export interface PeriodTicks {
  readonly names: readonly number[];
  /** The years under the first periods that each has on the axis, with the middle of their names in px. */
  readonly years: readonly { readonly at: number; readonly x: number }[];
  /** Only years are named, since names of periods are years apart: they stand in the first line. */
  readonly isByYear: boolean;
}

/** More letters on one axis would not be read. */
const roundSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const;

/**
 * Every period has its name where there is room; else every second, third, … in steps that divide the year: of months 1, 4, 7 and 10, of
 * days the first ones of months. The last one has it too, and the last but one gives way where the two would touch. Years stand under
 * their first periods; where names would be a year apart or more, years alone stand there, and of years the round ones.
 */
export function periodTicks(
  periods: readonly TrendPeriod[],
  place: (index: number) => number,
  size: number,
  least: number,
): PeriodTicks {
  const firsts = indexes(periods, ({ year }, at) => year !== '' && year !== periods[at - 1]?.year);
  const last = periods.length - 1;
  const apart = periods.length > 1 ? place(1) - place(0) : Infinity;
  const roomOf = ([at = 0, next = Infinity]: readonly number[]): number => (next - at) * apart;
  const lists = listsOf(periods, firsts).filter((list) => roomOf(list) >= least);
  // The names of thousands of periods are measured only where some of them may have room.
  let known: number | undefined;
  const step = (): number => (known ??= Math.max(widest(periods) * size + (size * 4) / 13, least));
  const names = lists.find((list) => roomOf(list) >= step());
  if (!names) {
    // The first year may have begun before the axis.
    const whole = firsts.slice(startsWhole(firsts) ? 0 : 1);
    const years = roundYears(whole, periods, place, size);
    // One year tells no distance: then both ends are named.
    if (years.length > 1) return { names: [], years, isByYear: true };
    const ends = place(last) - place(0) >= step() ? [0, last] : [last];
    return { names: ends, years: firstYears(firsts, periods, place, size), isByYear: false };
  }
  const shown = [...names];
  if (last >= 0 && shown.at(-1) !== last) {
    while (shown.length > 0 && place(last) - place(shown.at(-1)!) < step()) shown.pop();
    shown.push(last);
  }
  // Without the first one, the axis would not say where it begins.
  if (shown[0] !== 0 && last > 0 && place(shown[0]!) - place(0) >= step()) shown.unshift(0);
  return { names: shown, years: placeYears(firsts, periods, place, size), isByYear: false };
}

/** The lists of periods that may be named, from all of them to ever fewer; of years at last only the round ones. */
function listsOf(periods: readonly TrendPeriod[], firsts: readonly number[]): (readonly number[])[] {
  const every = (step: number, phase: number): readonly number[] => {
    const places: number[] = [];
    for (let at = step === Infinity ? phase : ((phase % step) + step) % step; at < periods.length; at += step)
      places.push(at);
    return places;
  };
  if (firsts.length === 0) {
    const year = yearOf(periods[0]?.short ?? '');
    // Periods without a second line are years, or months whose year needs no name.
    if (year === null) return [1, 3, 6, 12, 24, 48, 96, 192, 384, 768].map((step) => every(step, 0));
    return [...roundSteps, Infinity].map((step) => every(step, step === Infinity ? 0 : -(year % step)));
  }
  const months = indexes(periods, ({ isMonth = false }) => isMonth);
  const perYear = months.length > 0 ? 365 : countYear(firsts, periods.length);
  // The year before its first whole one is counted back from it, so that its names are those of the others.
  const phase = firsts.length > 1 ? firsts[1]! % perYear : 0;
  return [
    ...partsOf(perYear).map((step) => every(step, phase)),
    ...(months.length > 0
      ? [1, 3, 6].map((step) => months.filter((_, at) => (at - monthOf(months, firsts)) % step === 0))
      : []),
    // One year has no others to be named beside it.
    ...(firsts.length > 1 ? [] : [1, 2, 4, 8, 16, 32].map((step) => every(step * perYear, phase))),
  ];
}

/** The place in a list of months of the first one that begins a year. */
function monthOf(months: readonly number[], firsts: readonly number[]): number {
  return Math.max(
    months.findIndex((at) => at > 0 && firsts.includes(at)),
    0,
  );
}

/** How many periods a year has, by the longest that is seen. */
function countYear(firsts: readonly number[], all: number): number {
  const most = firsts.reduce((longest, at, one) => Math.max(longest, (firsts[one + 1] ?? all) - at), 0);
  return [1, 2, 4, 12, 52].find((count) => most <= count + (count === 52 ? 1 : 0)) ?? 365;
}

function partsOf(perYear: number): readonly number[] {
  if (perYear === 12) return [1, 3, 6];
  if (perYear < 12) return perYear === 1 ? [1] : [1, 2];
  return perYear === 52 ? [1, 2, 4, 13, 26] : [1, 2, 5, 10];
}

/** Whether the first year on the axis has as many periods there as the next one. */
function startsWhole(firsts: readonly number[]): boolean {
  return firsts.length < 3 || Math.abs(firsts[1]! - firsts[0]! - (firsts[2]! - firsts[1]!)) <= 1;
}

function yearOf(text: string): number | null {
  const [digits] = /\d{4}/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The indexes of the sought entries; there may be thousands of periods. */
function indexes<Thing>(list: readonly Thing[], isSought: (thing: Thing, at: number) => boolean): number[] {
  const found: number[] = [];
  list.forEach((thing, at) => {
    if (isSought(thing, at)) found.push(at);
  });
  return found;
}

/** The width of the widest name, many of which are the same. */
function widest(periods: readonly TrendPeriod[]): number {
  const texts = new Set(periods.map(({ short }) => short));
  return [...texts].reduce((most, text) => Math.max(most, lineWidth(text)), 0);
}

type Years = PeriodTicks['years'];

/** All years, where they do not touch each other; of the first one the name makes way to the left for the next. Else the round ones. */
function placeYears(
  firsts: readonly number[],
  periods: readonly TrendPeriod[],
  place: (index: number) => number,
  size: number,
): Years {
  const width = (at: number): number => lineWidth(periods[at]!.year) * size;
  const [first, second, ...rest] = firsts;
  if (first === undefined) return [];
  const years = firsts.map((at) => ({ at, x: place(at) }));
  if (second === undefined) return years;
  const others = [second, ...rest];
  const isRoomy = others.every(
    (at, one) =>
      one === 0 ||
      place(at) - place(others[one - 1]!) >= (width(at) + width(others[one - 1]!)) / 2 + size / 2,
  );
  if (!isRoomy) return roundYears(firsts, periods, place, size);
  const half = width(first) / 2;
  const most = place(second) - half - width(second) / 2 - size / 2;
  const x = Math.max(Math.min(place(first), most), half);
  return most < half ? years.slice(1) : [{ at: first, x }, ...years.slice(1)];
}

/** The first year, and of the others those that have room behind it. */
function firstYears(
  firsts: readonly number[],
  periods: readonly TrendPeriod[],
  place: (index: number) => number,
  size: number,
): Years {
  const years: { at: number; x: number }[] = [];
  for (const at of firsts) {
    const half = (lineWidth(periods[at]!.year) * size) / 2;
    // The first name begins at the edge of the drawing where it has no room around its place.
    const x = years.length > 0 ? place(at) : Math.max(place(at), half);
    const before = years.at(-1);
    const end = before ? before.x + (lineWidth(periods[before.at]!.year) * size) / 2 + size / 2 : 0;
    if (x - half >= end) years.push({ at, x });
  }
  return years;
}

/** Of years those that do not touch each other: all, or those that 2, 5, 10, … divide. */
function roundYears(
  firsts: readonly number[],
  periods: readonly TrendPeriod[],
  place: (index: number) => number,
  size: number,
): Years {
  const width = Math.max(...firsts.map((at) => lineWidth(periods[at]!.year)), 0) * size + size / 2;
  for (const step of roundSteps) {
    const kept = firsts.filter((at) => (yearOf(periods[at]!.year) ?? at) % step === 0);
    if (kept.length > 0 && kept.every((at, one) => one === 0 || place(at) - place(kept[one - 1]!) >= width))
      return kept.map((at) => ({ at, x: place(at) }));
  }
  return firsts.slice(0, 1).map((at) => ({ at, x: place(at) }));
}
