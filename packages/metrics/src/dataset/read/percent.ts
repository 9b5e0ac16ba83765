import { unitKind, type Unit, type UnitKind } from '../../base/unit.js';

const places: Partial<Readonly<Record<UnitKind, number>>> = { percent: 2, points: 2, 'per-mille': 3 };

/**
 * How many places a number that is shown as a percentage is moved to be in a unit: 0.052, shown as 5.2 %, is 5.2 in % and in
 * percentage points, 52 in ‰; `undefined` where it is in another unit.
 *
 * @example
 * percentPlaces({ zh: '%', en: '%' }); // 2
 */
export function percentPlaces(unit: Unit | undefined): number | undefined {
  if (!unit || (unit.power ?? 0) !== 0) return undefined;
  const kind = unitKind(unit);
  return kind && places[kind];
}
