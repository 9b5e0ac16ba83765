/**
 * A figure in decimal digits, also where JavaScript writes a power of ten. `Intl.NumberFormat` writes the same, but to make the first
 * one takes 50 ms of the page's thread, more than all else of a gauge.
 *
 * @example writeDecimal(1e-7) // '0.0000001'
 */
export function writeDecimal(figure: number): string {
  const [digits, power = 0] = `${figure}`.split('e');
  const exponent = Number(power);
  const [, sign, whole, part] = /^(-?)(\d+)\.?(\d*)$/.exec(digits!)!;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${whole}${part}`;
  return exponent > 0 ? sign! + whole! + part!.padEnd(exponent, '0') : digits!;
}

/** A decimal with commas between its thousands: 1,234.5 */
export function groupThousands(decimal: string): string {
  return decimal.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}
