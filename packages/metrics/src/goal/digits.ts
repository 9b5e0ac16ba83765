/** The sum of figures digit by digit, as the decimals they print as: exact, and rounded once. */
export function sumDigits(figures: readonly number[]): number {
  const decimals = figures.map((figure) => {
    const [mantissa = '', exponent = '0'] = String(figure).split('e');
    const [whole = '', fraction = ''] = mantissa.split('.');
    return { digits: whole + fraction, places: fraction.length - Number(exponent) };
  });
  const places = decimals.reduce((most, decimal) => Math.max(most, decimal.places), 0);
  let sum = 0n;
  for (const decimal of decimals) sum += BigInt(decimal.digits + '0'.repeat(places - decimal.places));
  return toFinite(Number(`${sum}e-${places}`));
}

/** The nearest finite number, without a negative zero. */
export function toFinite(number: number): number {
  return Math.min(Math.max(number, -Number.MAX_VALUE), Number.MAX_VALUE) + 0;
}
