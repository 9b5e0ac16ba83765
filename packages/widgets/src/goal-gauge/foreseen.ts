import type { PublishedVerdict } from '@zj/metrics';
import type { Locale } from '../locale/locale.js';
import { tellQuantities, type Quantities } from '../locale/number.js';

/**
 * How the figures of a forecast are told, on the face and behind it: to about four digits, more only where the end would read like
 * a target that it is not. From the figure of today it need not differ: a level that is to stay where it is reads the same.
 */
export function tellForeseen(
  verdict: Pick<PublishedVerdict, 'unit' | 'target'>,
  point: number | null,
  locale: Locale,
): Quantities {
  return tellQuantities(verdict.unit, [verdict.target, point], locale);
}
