import type { Room } from '../chart/painted.js';

/** The widths in `em` that a step, and the moves between two steps, need beside each other. */
const [step, moves] = [12.5, 7.5];

/** More steps than these stand below each other, however wide the page is. */
const most = 6;

/** A list below this width in `em` has a step's figures below each other. */
const narrow = 44;

/** How steps stand: as stairs, where all of them have room beside each other; else as a list, the highest on top. */
export type Layout = 'stairs' | 'wide' | 'narrow';

/** The layout for so many tiers in a room; that of a phone until it was measured. */
export function layoutOf(tiers: number, room: Pick<Room, 'width' | 'em'> | undefined): Layout {
  const width = room ? room.width / room.em : 0;
  if (tiers > 1 && tiers <= most && width >= tiers * step + (tiers - 1) * moves) return 'stairs';
  return width >= narrow ? 'wide' : 'narrow';
}
