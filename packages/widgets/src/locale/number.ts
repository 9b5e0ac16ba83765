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
}

/**
 * How figures of a unit are told beside each other: 5036 with `{ zh: '元', en: 'yuan', power: 8 }` is 5,036亿元, and 503.6 billion
 * yuan. The largest of them chooses the scale; they have about four digits, more where two would read the same that are not, or
 * one would be off by more than a twentieth.
 *
 * @example tellQuantities({ zh: '元', en: 'yuan', power: 8 }, [5036.18, 6000], 'en').tell(5036.18) // '503.6'
 */
export function tellQuantities(unit: Unit, values: readonly (number | null)[], locale: Locale): Quantities {
  const { scales, space, text } = faceOf(locale);
  const given = unit.power ?? 0;
  const largest = Math.log10(Math.max(...values.map((value) => Math.abs(value ?? 0))));
  const [word, power] = scales.find(([, , from]) => largest + given >= from)!;
  const shift = given - power;
  let decimals = Math.min(Math.max(3 - Math.floor(largest + shift), 0), 2);
  const move = (value: number): number => movePoint(value, shift);
  const isOff = (value: number): boolean => {
    const moved = move(value);
    return Math.abs(roundFigure(moved, decimals) - moved) > Math.abs(moved) / 20;
  };
  // Two figures that are the same read alike: as the one with the fewest digits.
  const known = values.filter((value) => value !== null).sort((a, b) => `${a}`.length - `${b}`.length);
  const tell = (value: number, full?: boolean): string =>
    formatNumber(move(settle(value, known)), full ? Math.max(decimals, 6) : decimals, locale);
  const differing = new Set(known.map((value) => settle(value, known)));
  while (
    decimals < 20 &&
    ([...differing].some(isOff) || new Set([...differing].map((value) => tell(value))).size < differing.size)
  ) {
    decimals++;
  }
  const one = formatNumber(1, 0, locale);
  const unitOf = (shown: string): string => {
    // After a word for a power of ten the figure is more than one.
    const name = (word + unitAfter(unit, text, !word && shown === one)).trimEnd();
    return (/^[%％‰]?$/.test(name) ? '' : space) + name;
  };
  return { unitOf, tell };
}

/** A number as a language writes it, rounded as METHODS §4 says, with a true minus sign. */
export function formatNumber(value: number, decimals: number, locale: Locale): string {
  const decimal = writeDecimal(roundFigure(value, decimals) || 0);
  return faceOf(locale).number(decimal).replace('-', '−');
}
