import type { Unit } from '@zj/metrics';
import { speak, type Locale } from './locale.js';

/** The words for powers of ten, largest first, each with the power from which on a quantity is told in it. */
const scales: Readonly<Record<Locale, readonly (readonly [word: string, power: number, from: number])[]>> = {
  'zh-CN': [
    ['亿', 8, 8],
    ['万', 4, 5],
    ['', 0, -Infinity],
  ],
  en: [
    ['billion ', 9, 9],
    ['million ', 6, 6],
    ['', 0, -Infinity],
  ],
};

/** Figures of one unit, told at one scale. */
export interface Quantities {
  /** What stands after a figure: 亿元, ` billion yuan`. */
  readonly unit: string;
  /** A figure alone: 5,036 of 5036.18; in full 5,036.18, exact to six decimals. */
  readonly tell: (value: number, full?: boolean) => string;
}

/**
 * How figures of a unit are told beside each other: 5036 with `{ zh: '元', en: 'yuan', power: 8 }` is 5,036亿元, and 503.6 billion
 * yuan. The largest of them chooses the scale; they have about four digits, more where two
 * would read the same that are not, or one like nothing.
 *
 * @example tellQuantities({ zh: '元', en: 'yuan', power: 8 }, [5036.18, 6000], 'en').tell(5036.18) // '503.6'
 */
export function tellQuantities(unit: Unit, values: readonly (number | null)[], locale: Locale): Quantities {
  const given = unit.power ?? 0;
  const largest = Math.log10(Math.max(...values.map((value) => Math.abs(value ?? 0))));
  const [word, power] = scales[locale].find(([, , from]) => largest + given >= from)!;
  const shift = given - power;
  let decimals = Math.min(Math.max(3 - Math.floor(largest + shift), 0), 2);
  const tell = (value: number, full?: boolean): string => {
    // Moved as on paper: 5036.18 by −1 is 503.618, where a product could end in …800001.
    const [digits, exponent = 0] = `${value}`.split('e');
    return formatNumber(Number(`${digits}e${+exponent + shift}`), full ? 6 : decimals);
  };
  const differing = new Set([0, ...values]);
  while (
    decimals < 6 &&
    new Set([...differing].map((value) => value === null || tell(value))).size < differing.size
  ) {
    decimals++;
  }
  const name = speak(locale)(unit);
  return { unit: `${locale === 'en' && name && name !== '%' ? ' ' : ''}${word}${name}`, tell };
}

/** A number with thousands separators, which both languages write alike, and a true minus sign. */
export function formatNumber(value: number, decimals: number): string {
  formats[decimals] ??= new Intl.NumberFormat('en', { maximumFractionDigits: decimals });
  return formats[decimals].format(value || 0).replace('-', '−');
}

/** Making a formatter costs far more than using it. */
const formats: Intl.NumberFormat[] = [];
