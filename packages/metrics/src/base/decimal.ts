/** A decimal: `digits` × 10^−`places`. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** A figure as the decimal that it prints as. */
function decimalOf(figure: number): Decimal {
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
