/** A number in digits alone, the shortest that mean it: `1e-7` → `0.0000001`. */
export function plainText(value: number): string {
  const text = String(value);
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  return point > 0 ? `${sign}${digits.padEnd(point, '0')}` : `${sign}0.${'0'.repeat(-point)}${digits}`;
}

/**
 * A number of a workbook as its program shows it: the noise of adding binary fractions, `0.30000000000000004`, is beyond
 * the 15 digits that the program keeps. A number that differs from its 15 digits by more than such a rest is left as it is.
 */
export function workbookText(value: number): string {
  if (Number.isInteger(value)) return plainText(value);
  const shown = Number(value.toPrecision(15));
  const digits = shown.toExponential().replace(/^-|\.|e.*$/g, '').length;
  // Of very large numbers even the last digits before the point are not far apart.
  const isRest = digits < 15 && Math.abs(value - shown) <= Math.min(8 * stepOf(value), 0.0005);
  return plainText(isRest ? shown : value);
}

/** A number in plain digits where it has more of them than its double: `12345678901234567` and not …568. */
export function longText(text: string): string | undefined {
  if (String(Number(text)) === text) return undefined;
  const [, sign, whole = '', decimals = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const value = Number(text);
  if (sign === undefined || value === 0 || !Number.isFinite(value)) return undefined;
  const digits = significant(whole + decimals);
  const precision = Math.min(digits.length, 100);
  // Programs write a double in its fewest digits, or in as many as they like.
  const known = [plainText(value), value.toExponential(precision - 1).replace(/e.*$/, '')].map(significant);
  if (known.includes(digits)) return undefined;
  return sign + decimalText(BigInt(whole + decimals), decimals.length - Number(exponent));
}

/** The digits of a number from the first to the last that is not 0. */
function significant(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+|0+$/g, '');
}

/**
 * Whether a whole number may have lost its last digits: programs keep 15 and write zeros for the rest, and a double has no
 * more than 16 or 17.
 */
export function isCut(value: number): boolean {
  return (
    Number.isInteger(value) && Math.abs(value) >= 1e15 && (value % 10 === 0 || !Number.isSafeInteger(value))
  );
}

/** The distance from a double to its neighbour. */
function stepOf(value: number): number {
  return 2 ** (Math.floor(Math.log2(Math.abs(value))) - 52);
}

/** A single-precision number in the fewest digits that mean it: `0.1`, not `0.10000000149011612`. */
export function singleText(value: number): string {
  for (let digits = 1; digits <= 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return plainText(short);
  }
  return plainText(value);
}

/** A whole number with its point moved to the left: 12345 with 2 decimals is `123.45`. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A number in plain digits with its point moved to the right: `0.052` by 2 places is `5.2`. */
export function shiftedText(text: string, places: number): string {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (sign === undefined) return text;
  const unscaled = BigInt(`${whole!}${decimals}`);
  const shifted = decimalText(unscaled, decimals.length - places);
  const short = shifted.includes('.') ? shifted.replace(/\.?0+$/, '') : shifted;
  return unscaled === 0n ? '0' : sign + short;
}
