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
 * A number of a workbook as its program shows it: what is left of adding binary fractions, `0.30000000000000004`, is beyond
 * the 15 digits that the program keeps. A number that differs from its 15 digits by more than such a rest is left as it is.
 */
export function workbookText(value: number): string {
  if (Number.isInteger(value)) return plainText(value);
  const shown = Number(value.toPrecision(15));
  const digits = shown.toExponential().replace(/^-|\.|e.*$/g, '').length;
  const isRest = digits < 15 && Math.abs(value - shown) <= 8 * stepOf(value);
  return plainText(isRest ? shown : value);
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
