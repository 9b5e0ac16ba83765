import type { Unit } from '../../base/unit.js';

/**
 * How many places a number that is shown as a percentage is moved to be in a unit: 0.052, shown as 5.2 %, is 5.2 in % and in
 * percentage points, 52 in ‰; `undefined` where it is in another unit.
 *
 * @example
 * percentPlaces({ zh: '%', en: '%' }); // 2
 */
export function percentPlaces(unit: Unit | undefined): number | undefined {
  if (!unit || (unit.power ?? 0) !== 0) return undefined;
  const words = `${unit.zh} ${unit.en}`;
  if (/[%％]|百分(比|之|点|数|率)|\bper ?cent/i.test(words)) return 2;
  return /‰|千分(比|之|点|数|率)|\bper ?mill?e?\b/i.test(words) ? 3 : undefined;
}
