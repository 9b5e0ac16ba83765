import { place, type Point } from '../drawing/line.js';
import type { Box } from '../drawing/marks.js';
import { findPlace, type Over, type Room } from '../drawing/room.js';
import { ascent, drawText } from '../drawing/text.js';
import { lineWidth } from '../drawing/text-width.js';
import type { Tree } from '../drawing/tree.js';

/** Lines of text that belong together in a plot. */
export interface Note {
  readonly part: string;
  readonly rows: readonly { readonly text: string; readonly isBold?: boolean }[];
}

/** The size of notes and the distance of their lines, in px of the design. */
const letter = 13;
const row = 18;

/** The room that a note takes, in px; a px on each side is free. */
export function sizeOfNote({ rows }: Note, k: number): { readonly width: number; readonly height: number } {
  const width = Math.max(...rows.map(({ text, isBold }) => lineWidth(text, isBold)));
  return { width: (width * letter + 4) * k, height: (rows.length * row + 2) * k };
}

/** A note in its box. */
export function drawNote(
  { part, rows }: Note,
  box: Box,
  k: number,
  anchor: 'start' | 'middle' = 'start',
): readonly Tree[] {
  return rows.map(({ text, isBold }, line) =>
    drawText({
      part: `note ${part}`,
      text,
      x: anchor === 'start' ? box.x + 2 * k : box.x + box.width / 2,
      y: box.y + (2 + line * row + ascent * letter) * k,
      size: letter * k,
      anchor,
      isCased: true,
      ...(isBold && { isBold }),
    }),
  );
}

/** A note beside a point, and the place that it takes; `null` where there is none. */
export function setNote(room: Room, note: Note, at: Point, away: number, k: number): readonly Tree[] | null {
  const box = findPlace(room, at, sizeOfNote(note, k), [away]);
  if (!box) return null;
  room.take(box);
  return drawNote(note, box, k);
}

/** So far a note may hang from its point, in px of the design. */
const ropes = [24, 46, 70, 100, 140];

/**
 * A place for a box that hangs from a point on an upright line, or stands on one: below or above, to the right or to the left; farther
 * away where nothing is free. Its line goes through no other box.
 */
export function hang(
  room: Room,
  [x, y]: Point,
  size: { readonly width: number; readonly height: number },
  k: number,
  sides: readonly (1 | -1)[] = [1, -1],
  overs: readonly Over[] = ['nothing', 'lines'],
): { readonly box: Box; readonly rope: readonly [from: number, to: number] } | null {
  for (const over of overs)
    for (const far of ropes)
      for (const side of sides)
        for (const left of [4 * k, size.width - 4 * k, size.width / 2]) {
          const top = side > 0 ? y + far * k : y - far * k - size.height;
          const box = { x: x - left, y: top, ...size };
          if (!room.isFree(box, over)) continue;
          const [from, to] = side > 0 ? [y, top] : [top + size.height, y];
          const line = { x: x - 1, y: from, width: 2, height: to - from };
          if (room.isClear(line)) return { box, rope: [from, to] };
        }
  return null;
}

/** A note that hangs from a point. */
export function hangNote(
  room: Room,
  note: Note,
  at: Point,
  k: number,
  sides?: readonly (1 | -1)[],
): readonly Tree[] | null {
  const found = hang(room, at, sizeOfNote(note, k), k, sides);
  if (!found) return null;
  return [...drawRope(room, at[0], found.rope), ...takeBox(room, found.box, drawNote(note, found.box, k))];
}

export function drawRope(room: Room, x: number, [from, to]: readonly [number, number]): readonly Tree[] {
  room.take({ x: x - 1, y: from, width: 2, height: to - from });
  return [
    ['line', { part: 'rope', x1: place(x), x2: place(x), y1: place(from), y2: place(to), 'stroke-width': 1 }],
  ];
}

function takeBox(room: Room, box: Box, trees: readonly Tree[]): readonly Tree[] {
  room.take(box);
  return trees;
}
