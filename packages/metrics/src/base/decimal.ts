/** A decimal: `digits` × 10^−`places`. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** A figure as the decimal that it prints as, or a text of one: `1234.50`, `1e-7`. */
export function decimalOf(figure: number | string): Decimal {
  const [mantissa = '', exponent = '0'] = String(figure).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

/** The sum of figures digit by digit, as the decimals they print as: exact, and rounded once. */
export function sumDigits(figures: readonly number[]): number {
  return toNumber(figures.map(decimalOf).reduce(add, { digits: 0n, places: 0 }));
}

/**
 * A figure changed by so many per cent one time after another, as decimals: exact, and rounded once.
 *
 * @example changeByPercent(100, [-3, -3.1]) // 93.993
 */
export function changeByPercent(figure: number, changes: readonly number[]): number {
  const hundred = decimalOf(100);
  const factors = changes.map((change) => {
    const { digits, places } = add(hundred, decimalOf(change));
    return { digits, places: places + 2 };
  });
  return toNumber([decimalOf(figure), ...factors].reduce(multiply));
}

/**
 * The sum of decimals written as texts, to the last digit; it has as many decimals as the one that has the most.
 *
 * @example sumTexts(['0.10', '12345678901234567890']) // '12345678901234567890.10'
 */
export function sumTexts(texts: readonly string[]): string {
  return printDecimal(texts.map(decimalOf).reduce(add, { digits: 0n, places: 0 }));
}

/** A decimal as a text, without a power of ten: `-0.050` for −50 × 10^−3. */
export function printDecimal({ digits, places }: Decimal): string {
  const [sign, text] = digits < 0n ? ['-', String(-digits)] : ['', String(digits)];
  if (places <= 0) return sign + text + (digits === 0n ? '' : '0'.repeat(-places));
  const padded = text.padStart(places + 1, '0');
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

function add(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  const at = ({ digits, places: own }: Decimal): bigint => digits * 10n ** BigInt(places - own);
  return { digits: at(a) + at(b), places };
}

function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, places: a.places + b.places };
}

function toNumber({ digits, places }: Decimal): number {
  return toFinite(Number(`${digits}e-${places}`));
}

/** The nearest finite number, without a negative zero. */
export function toFinite(number: number): number {
  return Math.min(Math.max(number, -Number.MAX_VALUE), Number.MAX_VALUE) + 0;
}
