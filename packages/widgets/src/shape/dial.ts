import type { PublishedVerdict } from '@zj/metrics';
import { arcPath, point } from './arc.js';

/** The drawing as SVG path data around the origin, to be stroked: a dial that opens downward and spans 240°. */
export interface Dial {
  /** The whole way: one arc, or one segment for each thing to be counted. */
  readonly track: string;
  /** What is done of it, never less than nothing nor more than all. */
  readonly value: string;
  /** Across the track, where the schedule stands; empty where there is none, and for small counts, of which a pace says nothing. */
  readonly schedule: string;
}

/** Of the middle of the track. */
const radius = 84;
const half = (Math.PI * 2) / 3;
/** How far a round end of a stroke 16 wide reaches, so that its tip is where the figure is. */
const cap = Math.asin(8 / radius);
/** Between two segments. */
const gap = 0.06;

/** How many segments a verdict is drawn in: one for each thing where at most 12 are counted, else 0. */
export function countSegments({ count, target }: Pick<PublishedVerdict, 'count' | 'target'>): number {
  return count && target! > 0 && target! <= 12 && Number.isInteger(target) ? target! : 0;
}

/** Draws how far a goal has come. */
export function drawDial(verdict: PublishedVerdict): Dial {
  const { actual, attainment, schedule, status } = verdict;
  const segments = countSegments(verdict);
  const angle = half * (2 * Math.min(Math.max(schedule?.expected ?? 0, 0), 1) - 1);
  return {
    track: arcs(segments || 1, Infinity),
    value: arcs(segments || 1, (segments ? actual : attainment) ?? (status === 'achieved' ? Infinity : 0)),
    schedule: segments || !schedule ? '' : `M${point(radius - 13, angle)}L${point(radius + 13, angle)}`,
  };
}

/** The way in equal pieces, as many of them as are done, the last perhaps in part. */
function arcs(count: number, done: number): string {
  const step = (2 * half + gap) / count;
  let path = '';
  for (let at = 0; at < Math.min(done, count); at++) {
    const from = at * step - half + cap;
    path += arcPath(radius, from, Math.max(from, from - 2 * cap + (step - gap) * Math.min(done - at, 1)));
  }
  return path;
}
