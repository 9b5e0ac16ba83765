/** A box in the units of a drawing. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The height of the word beside the mark of the schedule. */
export const dueSize = 13;

/** How far the word stands off the track. */
const off = 7;

/** The angles between the mark and the word, the best first: before the mark, else after it. */
const turns = [15.4, 24, 34].flatMap((degrees) => [-degrees, degrees].map((turn) => (turn * Math.PI) / 180));

/**
 * The box of the word that names the mark of the schedule at `angle` of a round track: the first place beside the mark that lies
 * in `room` and meets none of the boxes in its way. `undefined` where there is no such place: then the mark has no word.
 *
 * @example placeDue(88, 1.39, 26, { left: -116, right: 116, top: -103, bottom: 46 }, [])
 */
export function placeDue(
  radius: number,
  angle: number,
  width: number,
  room: Box,
  taken: readonly Box[],
): Box | undefined {
  return turns
    .map((turn) => boxAt(radius + off, angle + turn, width))
    .find(
      (box) =>
        box.left >= room.left &&
        box.right <= room.right &&
        box.top >= room.top &&
        box.bottom <= room.bottom &&
        !taken.some((other) => isNear(box, other)),
    );
}

/** A box outside a circle, its nearest corner or edge on it. */
function boxAt(radius: number, angle: number, width: number): Box {
  const [x, y] = [Math.sin(angle), -Math.cos(angle)];
  const aside = (part: number): number => Math.min(Math.max(part * 3, -1), 1) / 2;
  const left = radius * x + width * (aside(x) - 0.5);
  const top = radius * y + dueSize * (aside(y) - 0.5);
  return { left, right: left + width, top, bottom: top + dueSize };
}

/** Whether two boxes come nearer than six units. */
function isNear(one: Box, other: Box): boolean {
  return (
    one.left < other.right + 6 &&
    other.left < one.right + 6 &&
    one.top < other.bottom + 6 &&
    other.top < one.bottom + 6
  );
}
