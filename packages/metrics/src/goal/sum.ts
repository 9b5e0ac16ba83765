/**
 * The sum of figures as the decimals they print as, exact, and rounded once: 0.1 + 0.2 is 0.3, and monthly figures add up
 * to what a database gets by summing their DECIMALs, whatever the order. Finite figures have a finite sum.
 *
 * @example sumExactly([0.1, 0.2]) // 0.3
 */
export function sumExactly(figures: readonly number[]): number {
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
