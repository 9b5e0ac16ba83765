/** Which of two numbers is smaller, to the last digit where both are written without a power of ten: below 0 the first. */
export function compareNumbers(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)];
  if (a !== b) return a < b ? -1 : 1;
  const [left, right] = [digitsOf(one), digitsOf(other)];
  if (left === undefined || right === undefined || left === right) return 0;
  return left < right ? -1 : 1;
}

/** A decimal as a whole number of the 37th digit after its point. */
function digitsOf(text: string): bigint | undefined {
  const [, sign = '', whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return whole === undefined ? undefined : BigInt(sign + whole + decimals.padEnd(37, '0'));
}

/** Which of two texts comes first by code point, as engines have it and JavaScript has not: below 0 the first. */
export function compareTexts(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let i = 0; i < length; i++) {
    if (one[i] === other[i]) continue;
    return rank(one.charCodeAt(i)) - rank(other.charCodeAt(i));
  }
  return one.length - other.length;
}

/** Surrogates, half a code point each, stand for the last code points. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
