import { movePoint, roundFigure, type Unit } from '@zj/metrics';
import { settle, unitAfter } from '@zj/metrics/internal';
import { writeDecimal } from './decimal.js';
import { faceOf, type Locale } from './locale.js';

/** Figures of one unit, told at one scale. */
export interface Quantities {
  /** The text after a figure that reads so: 亿元, ` billion yuan`; after `1` ` enterprise`, and after `2` ` enterprises`. */
  readonly unitOf: (shown: string) => string;
  /** A figure alone: 5,036 of 5036.18; in full 5,036.18, exact to six decimals. */
  readonly tell: (value: number, full?: boolean) => string;
  /** The number that `tell` writes, in the unit of `unitOf`. */
  readonly read: (value: number) => number;
  /** By which power of ten figures are moved, and to how many decimals they are told: for a column where all have as many. */
  readonly shift: number;
  readonly decimals: number;
}

/** So many decimals are told at most, counted from the first digit of the largest figure where that is below one. */
const most = 6;

/** More digits than these have no decimals but the usual ones. */
const longest = 10;

/**
 * How figures of a unit are told beside each other: 5036 with `{ zh: '元', en: 'yuan', power: 8 }` is 5,036亿元, and 503.6 billion
 * yuan. The largest of them chooses the scale; they have about four digits, more where two would read the same that are not, or
 * one would be off by more than a twentieth, but never more than six decimals. A figure that then still reads as another one, or as
 * nothing, is told as a little more or less than that: 略高于0亿元, just below 6,000.
 *
 * @example tellQuantities({ zh: '元', en: 'yuan', power: 8 }, [5036.18, 6000], 'en').tell(5036.18) // '503.6'
 */
export function tellQuantities(unit: Unit, values: readonly (number | null)[], locale: Locale): Quantities {
  const { scales, space, text, near } = faceOf(locale);
  const given = unit.power ?? 0;
  const largest = Math.log10(Math.max(...values.map((value) => Math.abs(value ?? 0))));
  const [word, power] = scales.find(([, , from]) => largest + given >= from)!;
  const shift = given - power;
  const usual = Math.min(Math.max(3 - Math.floor(largest + shift), 0), 2);
  const limit = Math.min(most + Math.max(-1 - Math.floor(largest + shift), 0), 20);
  let decimals = usual;
  const move = (value: number): number => movePoint(value, shift);
  /** A figure as it reads: beside many whole digits, further decimals would say nothing. */
  const read = (value: number): number => {
    const moved = move(value);
    const whole = Math.floor(Math.log10(Math.abs(moved))) + 1;
    return roundFigure(moved, Math.max(Math.min(decimals, longest - whole), usual));
  };
  const isOff = (value: number): boolean => Math.abs(read(value) - move(value)) > Math.abs(move(value)) / 20;
  // Two figures that are the same read alike: as the one with the fewest digits.
  const known = values.filter((value) => value !== null).sort((a, b) => `${a}`.length - `${b}`.length);
  const differing = [...new Set(known.map((value) => settle(value, known)))];
  const isUnclear = (): boolean =>
    differing.some(isOff) || new Set(differing.map(read)).size < differing.length;
  while (decimals < limit && isUnclear()) decimals++;
  const shownOf = new Map(differing.map((value) => [value, read(value)]));
  /** Of the figures that still read alike, the one that is nearest to what it reads needs no word. */
  const isAlike = (value: number, shown: number): boolean => {
    if (!shownOf.has(value)) return false;
    const alike = differing.filter((one) => shownOf.get(one) === shown);
    const off = (one: number): number => Math.abs(move(one) - shown);
    return (
      alike.includes(value) && alike.some((one) => one !== value && off(one) <= off(value)) && off(value) > 0
    );
  };
  const tell = (value: number, full?: boolean): string => {
    const settled = settle(value, known);
    const moved = move(settled);
    const shown = full ? roundFigure(moved, Math.max(decimals, limit)) : read(settled);
    const told = formatNumber(shown, 20, locale);
    const isNothing = !shown && settled !== 0 && (full === true || differing.includes(settled));
    return isNothing || isAlike(settled, shown) ? near(told, moved < shown) : told;
  };
  const one = formatNumber(1, 0, locale);
  const unitOf = (shown: string): string => {
    // After a word for a power of ten the figure is more than one.
    const name = (word + unitAfter(unit, text, !word && shown === one)).trimEnd();
    return (/^[%％‰]?$/.test(name) ? '' : space) + name;
  };
  return { unitOf, tell, read: (value) => read(settle(value, known)), shift, decimals };
}

/** A number with exactly so many decimals, so that those in a column are alike: 5.0 beside 5.2. */
export function formatFixed(value: number, decimals: number, locale: Locale): string {
  const [whole, part = ''] = writeDecimal(roundFigure(value, decimals) || 0).split('.') as [string, string?];
  const decimal = decimals > 0 ? `${whole}.${part.padEnd(decimals, '0')}` : whole;
  return faceOf(locale).number(decimal).replace('-', '−');
}

/** A number as a language writes it, rounded as METHODS §4 says, with a true minus sign. */
export function formatNumber(value: number, decimals: number, locale: Locale): string {
  const decimal = writeDecimal(roundFigure(value, decimals) || 0);
  return faceOf(locale).number(decimal).replace('-', '−');
}
