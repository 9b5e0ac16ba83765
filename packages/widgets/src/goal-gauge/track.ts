import { arcPath, point } from '../drawing/arc.js';
import type { Attributes, Tree } from '../drawing/tree.js';
import { dueSize, placeDue, type Box } from './due.js';
import type { Pen } from './pen.js';

/** How a gauge is drawn: a dial that opens downward, a full circle, a bar, or as its figure alone. */
export type Appearance = 'arc' | 'ring' | 'linear' | 'number';

/** How places from 0 to 1 along a track become elements of SVG, each with its name. */
export interface Track {
  /** The attributes of the SVG element around them. */
  readonly frame: Attributes;
  /** A gap between two pieces of the track, as a share of it. */
  readonly gap: number;
  /** The least distance of two places that are told apart across a mark. */
  readonly near: number;
  /** A piece of the track, its tips where it begins and ends. */
  readonly bar: (part: string, from: number, to: number) => Tree;
  /** The track without any figure: a thin dashed line. */
  readonly dashes: (part: string) => Tree;
  /** A line across the track, so far beyond its inner edge and its outer one; from outside of it where the first is negative. */
  readonly tick: (part: string, at: number, width: number, within: number, beyond: number) => Tree;
  /** A small ring outside the track, clear of a mark. */
  readonly dot: (part: string, at: number, mark: number | null) => Tree;
  /** The word of a mark at a place, clear of a dot, if there is room. */
  readonly word: (
    part: string,
    text: string,
    width: number,
    at: number,
    dot: number | null,
  ) => readonly Tree[];
}

/** How far outside the track the forecast is, or inside it where a name is near over its top; and how large its ring. */
const [outside, inside, dotRadius] = [17, 10, 4.5];

/** The least arc between a tip and a mark, in units: a mark that is nearer would hide the tip. */
const least = 8;

/** A track around the origin, `turn` radians long, its middle at the angle `middle`. */
function roundTrack({ size, thickness, butt }: Pen, turn: number, middle: number, bottom: number): Track {
  const [outer, half] = [size / 2, thickness / 2];
  const radius = outer - half;
  // How far a round end reaches, so that its tip is where the figure is.
  const cap = butt ? 0 : Math.asin(half / radius);
  const isArc = turn < 6;
  const angle = (at: number): number => (at - 0.5) * turn + middle;
  const path = (part: string, d: string, width: number, end: string | false = 'butt'): Tree => [
    'path',
    { part, d, 'stroke-width': width, 'stroke-linecap': end },
  ];
  const dotAt = (at: number): string =>
    point(Math.cos(angle(at)) > 0.77 ? outer - thickness - inside : outer + outside, angle(at));
  const dotBox = (at: number): Box => {
    const [x, y] = dotAt(at).split(' ').map(Number) as [number, number];
    const reach = dotRadius + 1.25;
    return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  };
  return {
    frame: { viewBox: [-outer, -outer, size, outer + bottom].map(round).join(' '), height: false },
    gap: (0.36 * thickness) / (radius * turn),
    near: least / (radius * turn),
    bar: (part, from, to) => {
      const start = angle(from) + cap;
      const end = Math.max(start, angle(to) - cap);
      // A circle that ends where it begins would not be drawn.
      const whole = Math.min(end, start + Math.PI * 2 - 1e-3);
      return path(part, arcPath(radius, start, whole), thickness, butt && 'butt');
    },
    dashes: (part) => [
      'path',
      {
        part,
        d: arcPath(radius, angle(0), Math.min(angle(1), angle(0) + Math.PI * 2 - 1e-3)),
        'stroke-width': 1.6,
        'stroke-dasharray': '4 4',
        'stroke-linecap': 'butt',
      },
    ],
    tick: (part, at, width, within, beyond) =>
      path(
        part,
        `M${point(outer - thickness - within, angle(at))}L${point(outer + beyond, angle(at))}`,
        width,
      ),
    dot: (part, at) => {
      const [cx, cy] = dotAt(at).split(' ') as [string, string];
      return ['circle', { part, cx, cy, r: dotRadius, 'stroke-width': 2.5 }];
    },
    word: (part, text, width, at, dot) => {
      const side = outer + 28;
      const box = placeDue(outer, angle(at), width, { left: -side, right: side, top: -outer - 8, bottom }, [
        ...(dot === null ? [] : [dotBox(dot)]),
        // Over a ring stands the arrow of a figure beyond its end.
        ...(isArc ? [] : [{ left: -2, right: 34, top: -outer - 22, bottom: -outer }]),
      ]);
      if (!box) return [];
      // Where letters are larger, the word grows away from the track.
      const [isLeft, isAbove] = [box.left + box.right < 0, box.top + box.bottom < 0];
      return [
        [
          'text',
          {
            part,
            x: round(isLeft ? box.right : box.left),
            y: round(isAbove ? box.bottom : box.top),
            dy: isAbove ? '-.15em' : '.85em',
            'font-size': dueSize,
            'text-anchor': isLeft && 'end',
          },
          text,
        ],
      ];
    },
  };
}

/** The text ends before a mark, or starts after it. */
type Side = 'end' | 'start';

/** A track as wide as there is room: in per cent of it, and across in `em` of the text. Marks above it are outside its frame. */
function straightTrack({ thickness, butt }: Pen): Track {
  const high = thickness / 16;
  const line = (part: string, at: number, width: number, y1: number, y2: number): Tree => [
    'line',
    {
      part,
      x1: percent(at),
      x2: percent(at),
      y1: em(y1),
      y2: em(y2),
      'stroke-width': em(width / 16),
      'stroke-linecap': 'butt',
    },
  ];
  return {
    frame: { viewBox: false, height: em(high) },
    gap: 0.012,
    near: 0.02,
    bar: (part, from, to) => [
      'rect',
      {
        part,
        x: percent(from),
        width: percent(to - from),
        y: 0,
        height: em(high),
        rx: butt ? 0 : em(high / 2),
      },
    ],
    dashes: (part) => [
      'line',
      {
        part,
        x1: '0%',
        x2: '100%',
        y1: em(high / 2),
        y2: em(high / 2),
        'stroke-width': 1.6,
        'stroke-dasharray': '4 4',
        'stroke-linecap': 'butt',
      },
    ],
    // Its outer edge is the upper one.
    tick: (part, at, width, within, beyond) => line(part, at, width, -beyond / 16, high + within / 16),
    dot: (part, at, mark) => {
      const cy = mark !== null && Math.abs(at - mark) < 0.04 ? '-1.05em' : '-.65em';
      return ['circle', { part, cx: percent(at), cy, r: em(dotRadius / 16), 'stroke-width': '.16em' }];
    },
    word: (part, text, width, at, dot) => {
      const side = sideAt(at, width, dot);
      if (!side) return [];
      const dx = side === 'end' ? '-.35em' : '.35em';
      return [
        ['text', { part, x: percent(at), y: '-.4em', dx, 'font-size': dueSize, 'text-anchor': side }, text],
      ];
    },
  };
}

/** The narrowest bar with a word at its mark, in units: that of a card 15em wide. A word that has room there has it everywhere. */
export const narrowest = 172;

/** On which side of a mark of a bar its word stands: clear of the dot by six units, and within the bar. */
function sideAt(at: number, width: number, dot: number | null): Side | undefined {
  const near = (0.35 * dueSize) / narrowest;
  const far = near + width / narrowest;
  const free = (dotRadius + 1.25 + 6) / narrowest;
  const isClear = (from: number, to: number): boolean => dot === null || dot < from - free || dot > to + free;
  if (at > far && isClear(at - far, at - near)) return 'end';
  if (at < 1 - far && isClear(at + near, at + far)) return 'start';
  return undefined;
}

function percent(share: number): string {
  return `${+(share * 100).toFixed(3)}%`;
}

function em(length: number): string {
  return `${+length.toFixed(3)}em`;
}

function round(length: number): number {
  return +length.toFixed(2);
}

/** The track of an appearance; a figure alone has none. */
export function trackOf(appearance: Appearance, pen: Pen): Track | null {
  switch (appearance) {
    case 'arc':
      // So deep reach the ends of the track below its middle.
      return roundTrack(pen, (Math.PI * 4) / 3, 0, pen.size / 4);
    case 'ring':
      return roundTrack({ ...pen, size: pen.size * 0.9 }, Math.PI * 2, Math.PI, pen.size * 0.45);
    case 'linear':
      return straightTrack(pen);
    case 'number':
      return null;
  }
}
