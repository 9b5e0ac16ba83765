import type { Range } from './periods.js';

/** The part of a range that a pointer holds: an edge, all of it, or the first edge of a new one. */
export type Grip =
  | { readonly kind: 'from' | 'to' }
  | { readonly kind: 'move'; readonly at: number }
  | { readonly kind: 'new'; readonly at: number };

/** A place on the plot, in periods: 2.5 is the middle of the third. */
export interface Pointed {
  readonly place: number;
  /** So many periods are as wide as a finger. */
  readonly reach: number;
  /** The pointer is at the handles, below the bars. */
  readonly onTrack: boolean;
}

/** What a pointer takes hold of. A handle is taken before the range, and the nearer of two handles. */
export function gripAt({ place, reach, onTrack }: Pointed, range: Range | undefined, count: number): Grip {
  if (range) {
    const [first, last] = [Math.abs(place - range.from), Math.abs(place - range.to - 1)];
    const near = Math.min(reach, onTrack ? reach : Math.max((range.to + 1 - range.from) / 4, reach / 4));
    if (Math.min(first, last) <= near || (onTrack && !isAll(range, count)))
      return { kind: first < last || (first === last && place < range.from) ? 'from' : 'to' };
    if (place >= range.from && place <= range.to + 1 && !isAll(range, count))
      return { kind: 'move', at: place - range.from };
  }
  return { kind: 'new', at: periodAt(place, count) };
}

/** The range while a pointer that holds a part of it is at a place. */
export function dragTo(grip: Grip, place: number, before: Range, count: number): Range {
  const at = periodAt(place, count);
  if (grip.kind === 'new') return { from: Math.min(grip.at, at), to: Math.max(grip.at, at) };
  if (grip.kind === 'move') {
    const length = before.to - before.from;
    const from = Math.min(Math.max(Math.round(place - grip.at), 0), count - 1 - length);
    return { from, to: from + length };
  }
  // An edge lies between two periods, and never crosses the other one.
  const edge = Math.min(Math.max(Math.round(place), 0), count);
  if (grip.kind === 'from') return { from: Math.min(edge, before.to), to: before.to };
  return { from: before.from, to: Math.max(edge - 1, before.from) };
}

function isAll({ from, to }: Range, count: number): boolean {
  return from === 0 && to === count - 1;
}

function periodAt(place: number, count: number): number {
  return Math.min(Math.max(Math.floor(place), 0), count - 1);
}
