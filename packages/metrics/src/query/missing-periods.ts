import type { Day } from '../base/day.js';
import { namePeriod } from '../base/period.js';
import type { Contract } from '../dataset/contract.js';
import { tellLack, type Completeness } from './completeness.js';
import type { LeafRead } from './leaf-read.js';
import { endOf, moveDay, startOf, steps } from './period.js';

/** The periods of a dataset by months or longer periods inside the stretches that no row read is of, nor a merged cell that may hold one. */
export function listMissing(
  contract: Contract,
  read: readonly LeafRead[],
  merged: ReadonlyMap<Day, number>,
): readonly Completeness[] {
  const missing = new Set<string>();
  for (const { leaf, days = [], stretches } of read) {
    const { grain, fiscalStart } = leaf.time;
    if (grain === 'day') continue;
    const there = new Set(days.filter(({ asked }) => asked).map((one) => one.day));
    for (const { start, end } of stretches) {
      const first = startOf(start, grain, fiscalStart);
      for (
        let p = first < start ? moveDay(first, steps[grain]) : first;
        p <= end;
        p = moveDay(p, steps[grain])
      ) {
        if (endOf(p, grain) > leaf.reportedThrough || there.has(p) || merged.has(p)) continue;
        if (grain === 'month' && contract.omits?.includes(Number(p.slice(5, 7)))) continue;
        missing.add(namePeriod(p, { grain, fiscalStart }));
      }
    }
  }
  if (missing.size === 0) return [];
  return [tellLack({ kind: 'missing', count: missing.size, names: [...missing].sort() }, contract)];
}
