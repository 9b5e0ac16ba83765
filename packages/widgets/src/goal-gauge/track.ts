import { arcPath, point } from '../drawing/arc.js';
import type { Attributes, Tree } from '../drawing/tree.js';

/** How a gauge is drawn: a dial that opens downward, a full circle, a bar, or as its figure alone. */
export type Appearance = 'arc' | 'ring' | 'linear' | 'number';

/** How places from 0 to 1 along a track become elements of SVG, each with its name. */
export interface Track {
  /** The attributes of the SVG element around them. */
  readonly frame: Attributes;
  /** A piece of the track, its tips where it begins and ends. */
  readonly bar: (part: string, from: number, to: number) => Tree;
  /** A line across the track and, this much, beyond both its edges. */
  readonly tick: (part: string, at: number, width: number, beyond: number) => Tree;
  /** A thin line beside the track. */
  readonly band: (part: string, from: number, to: number) => Tree;
  /** A small ring on that line. */
  readonly dot: (part: string, at: number) => Tree;
}

/** The radius of a round track's middle, half its width, and the radius of the forecast outside it. */
const [radius, half, outside] = [84, 8, 101];
/** How far a round end reaches, so that its tip is where the figure is. */
const cap = Math.asin(half / radius);

/** A track around the origin, `turn` radians long, its middle at the angle `middle`. */
function roundTrack(turn: number, middle: number, viewBox: string): Track {
  const angle = (at: number): number => (at - 0.5) * turn + middle;
  const path = (part: string, d: string, width: number, end: string | false = false): Tree => [
    'path',
    { part, d, 'stroke-width': width, 'stroke-linecap': end },
  ];
  return {
    frame: { viewBox, height: false },
    bar: (part, from, to) => {
      const start = angle(from) + cap;
      return path(part, arcPath(radius, start, Math.max(start, angle(to) - cap)), 2 * half);
    },
    tick: (part, at, width, beyond) =>
      path(
        part,
        `M${point(radius - half - beyond, angle(at))}L${point(radius + half + beyond, angle(at))}`,
        width,
        'butt',
      ),
    band: (part, from, to) => path(part, arcPath(outside, angle(from), angle(to)), 3),
    dot: (part, at) => {
      const [cx, cy] = point(outside, angle(at)).split(' ') as [string, string];
      return ['circle', { part, cx, cy, r: 4.5, 'stroke-width': 3 }];
    },
  };
}

/** A track as wide as there is room: in per cent of it, and across in `em` of the text. */
const straightTrack: Track = {
  frame: { viewBox: false, height: '2.6em' },
  bar: (part, from, to) => [
    'rect',
    { part, x: percent(from), width: percent(to - from), y: '.4em', height: '1em', rx: '.5em' },
  ],
  tick: (part, at, width, beyond) => line(part, at, at, width / 16, 0.4 - beyond / 16, 1.4 + beyond / 16),
  band: (part, from, to) => line(part, from, to, 0.2, 2.1, 2.1),
  dot: (part, at) => ['circle', { part, cx: percent(at), cy: '2.1em', r: '.3em', 'stroke-width': '.2em' }],
};

function line(part: string, from: number, to: number, width: number, y1: number, y2: number): Tree {
  return [
    'line',
    {
      part,
      x1: percent(from),
      x2: percent(to),
      y1: `${y1}em`,
      y2: `${y2}em`,
      'stroke-width': `${width}em`,
      'stroke-linecap': 'butt',
    },
  ];
}

function percent(share: number): string {
  return `${+(share * 100).toFixed(3)}%`;
}

/** The tracks; a figure alone has none. */
export const tracks: Readonly<Record<Appearance, Track | null>> = {
  arc: roundTrack((Math.PI * 4) / 3, 0, '-107 -107 214 164'),
  ring: roundTrack(Math.PI * 2, Math.PI, '-107 -107 214 214'),
  linear: straightTrack,
  number: null,
};
