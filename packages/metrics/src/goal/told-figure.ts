import type { Limits } from './limits.js';
import { placesOf, roundFigure } from './print.js';

/** Published figures have hardly more decimals than these beyond their limits; one that has was divided. */
const extra = 3;

/**
 * A figure as it is told beside its limits. A quotient such as 5.39166666666667 has one decimal more than they have, or as many as set
 * it apart from them; a figure of few decimals is told in full.
 *
 * @example toldBeside(5.39166666666667, { low: null, high: 5.5 }) // 5.39
 */
export function toldBeside(figure: number, { low, high }: Limits): number {
  const marks = [low, high].filter((one) => one !== null);
  const places = Math.max(...marks.map(placesOf));
  if (placesOf(figure) <= places + extra) return figure;
  for (let more = places + 1; more < places + 15; more++) {
    const rounded = roundFigure(figure, more);
    if (!marks.includes(rounded)) return rounded;
  }
  return figure;
}
