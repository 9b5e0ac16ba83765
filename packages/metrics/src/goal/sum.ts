import { sumDigits } from '../base/decimal.js';

export { toFinite } from '../base/decimal.js';

/**
 * The sum of figures as the decimals they print as, exact, and rounded once: 0.1 + 0.2 is 0.3, and monthly figures have the sum
 * that a database gets from their DECIMALs, in any order. Finite figures have a finite sum.
 *
 * @example sumExactly([0.1, 0.2]) // 0.3
 */
export function sumExactly(figures: readonly number[]): number {
  return sumScaled(figures) ?? sumDigits(figures);
}

const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/**
 * The sum in whole multiples of a power of ten. A multiple below 10¹⁵ is all the digits that a figure prints, and while their
 * sizes add up to less than 2⁵³, so is the sum. `undefined` where figures have more digits.
 */
function sumScaled(figures: readonly number[]): number | undefined {
  let places = 0;
  for (const figure of figures) {
    while (Math.round(figure * powers[places]!) / powers[places]! !== figure) {
      if (++places === powers.length) return undefined;
    }
  }
  const power = powers[places]!;
  let [sum, size] = [0, 0];
  for (const figure of figures) {
    const multiple = Math.round(figure * power);
    if (Math.abs(multiple) >= 1e15) return undefined;
    sum += multiple;
    size += Math.abs(multiple);
  }
  return size <= Number.MAX_SAFE_INTEGER ? sum / power + 0 : undefined;
}
