import type { Point } from './line.js';
import type { Box } from './marks.js';

/** The things that a label may stand over: none, lines, or also bars and hatches. */
export type Over = 'nothing' | 'lines' | 'areas';

/** The things in a room: words, the marks of points, or areas such as bars. */
export type Kind = 'words' | 'mark' | 'area';

/** The free and the taken places of a drawing. */
export interface Room {
  /** Whether a box is inside the frame and touches nothing but things that it may stand over. */
  readonly isFree: (box: Box, over?: Over) => boolean;
  /** Whether a line that is drawn behind everything goes through no words. */
  readonly isClear: (box: Box) => boolean;
  readonly take: (box: Box, kind?: Kind) => void;
  /** A line that labels keep away from where they can; its points are asked for with the first label. */
  readonly takeLine: (points: () => readonly (Point | null)[]) => void;
}

/** The size of the squares that the things of a drawing are found by, in px: about a label's height. */
const square = 32;

/** An empty room for labels. */
export function openRoom(frame: Box): Room {
  const boxes: Readonly<Record<Kind, Map<number, Box[]>>> = {
    words: new Map(),
    mark: new Map(),
    area: new Map(),
  };
  const lines = new Map<number, (readonly [Point, Point])[]>();
  const squares = (box: Box): readonly number[] => {
    const found: number[] = [];
    const limit = (px: number, end: number): number => Math.floor(Math.max(Math.min(px, end), 0) / square);
    const [left, right] = [frame.x, frame.x + frame.width];
    for (let x = limit(box.x - left, frame.width); x <= limit(box.x + box.width - left, right - left); x++)
      for (
        let y = limit(box.y - frame.y, frame.height);
        y <= limit(box.y + box.height - frame.y, frame.height);
        y++
      )
        found.push(x * 4096 + y);
    return found;
  };
  const add = <Thing>(map: Map<number, Thing[]>, at: number, thing: Thing): void => {
    const there = map.get(at);
    if (there) there.push(thing);
    else map.set(at, [thing]);
  };
  // Most charts of many points have no label that asks for them.
  const waiting: (() => readonly (Point | null)[])[] = [];
  const findLines = (): void => {
    for (const pointsOf of waiting.splice(0)) {
      const points = pointsOf();
      for (let at = 1; at < points.length; at++) {
        const [from, to] = [points[at - 1], points[at]];
        if (!from || !to) continue;
        for (const spot of squares(around(from, to)))
          if (crosses(from, to, squareAt(spot, frame))) add(lines, spot, [from, to] as const);
      }
    }
  };
  return {
    isFree: (box, over = 'nothing') => {
      if (!isInside(box, frame)) return false;
      findLines();
      const blocking: readonly Kind[] = over === 'areas' ? ['words', 'mark'] : ['words', 'mark', 'area'];
      return squares(box).every(
        (at) =>
          blocking.every((kind) => !boxes[kind].get(at)?.some((other) => overlap(box, other))) &&
          (over !== 'nothing' || !lines.get(at)?.some(([from, to]) => crosses(from, to, box))),
      );
    },
    isClear: (box) => squares(box).every((at) => !boxes.words.get(at)?.some((other) => overlap(box, other))),
    take: (box, kind = 'words') => {
      for (const at of squares(box)) add(boxes[kind], at, box);
    },
    takeLine: (points) => {
      waiting.push(points);
    },
  };
}

/** Whether two boxes share more than an edge. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

function around([x1, y1]: Point, [x2, y2]: Point): Box {
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) };
}

function squareAt(spot: number, frame: Box): Box {
  const [x, y] = [Math.floor(spot / 4096), spot % 4096];
  return { x: frame.x + x * square, y: frame.y + y * square, width: square, height: square };
}

/** Whether a stretch of a line goes through a box (the method of Liang and Barsky). */
function crosses([x1, y1]: Point, [x2, y2]: Point, box: Box): boolean {
  let [from, to] = [0, 1];
  for (const [start, way, low, high] of [
    [x1, x2 - x1, box.x, box.x + box.width],
    [y1, y2 - y1, box.y, box.y + box.height],
  ] as const) {
    if (way === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [one, other] = [(low - start) / way, (high - start) / way];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from <= to;
}

/** The sides of a point on which a label is tried, in this order: right above, left above, right below, left below, above, below, right, left. */
const sides: readonly Point[] = [
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
];

/**
 * A free place for a label near a point: at eight places around it in fixed order, then farther away; first where no line is, then where
 * its casing covers one. `null`: there is none.
 */
export function findPlace(
  room: Room,
  [x, y]: Point,
  size: { readonly width: number; readonly height: number },
  distances: readonly number[],
): Box | null {
  for (const over of ['nothing', 'lines'] as const)
    for (const far of distances)
      for (const [right, down] of sides) {
        const box = {
          x: x + right * far + (size.width * (right - 1)) / 2,
          y: y + down * far + (size.height * (down - 1)) / 2,
          ...size,
        };
        if (room.isFree(box, over)) return box;
      }
  return null;
}
