import { listed, say, type Sentence } from './sentence.js';

/** Longer names are no slips of the pen, and comparing them costs time. */
const LONGEST = 64;
const MOST_CANDIDATES = 1000;
const MOST_NAMED = 12;

/**
 * The known name that a mistyped one most likely means, or `undefined` where none is near: at most one letter in
 * three missing, added, changed or swapped with its neighbour; capitals do not matter.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const typed = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1;
  let candidates = 0;
  for (const candidate of known) {
    if (++candidates > MOST_CANDIDATES) break;
    if (candidate.length > LONGEST || Math.abs(candidate.length - typed.length) >= least) continue;
    const distance = editDistance(typed, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The remedy for an unknown name: the nearest known one, or all known ones. */
export function suggest(name: string, known: Iterable<string>): Sentence {
  const names = [...known];
  const meant = nearest(name, names);
  if (meant !== undefined) return say`Did you mean "${meant}"?`;
  if (names.length === 0) return say`None is declared: declare it first, or remove the name.`;
  const shown = listed(names.slice(0, MOST_NAMED));
  if (names.length <= MOST_NAMED) return say`Use one of: ${shown}.`;
  return say`Use one of: ${shown}, … (${names.length} in all).`;
}

/** Letters to add, remove, change or swap with a neighbour to make one word of the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
