import { place } from './line.js';

/** A box in a drawing, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Stripes at 45° in a box as one path, `apart` px from each other along the x axis. They end at the box, so nothing has to clip them:
 * a pattern would need an id, which two charts on a page share.
 *
 * @example hatchPath({ x: 0, y: 0, width: 10, height: 10 }, 10) // 'M0,10L10,0'
 */
export function hatchPath({ x, y, width, height }: Box, apart: number): string {
  const stripes: string[] = [];
  // On a stripe x + y is constant; it starts at a multiple of the distance, so that boxes side by side have one hatch.
  for (let sum = Math.ceil((x + y) / apart) * apart; sum <= x + width + y + height; sum += apart) {
    const left = Math.max(x, sum - y - height);
    const right = Math.min(x + width, sum - y);
    if (right - left > 0.01)
      stripes.push(`M${place(left)},${place(sum - left)}L${place(right)},${place(sum - right)}`);
  }
  return stripes.join('');
}

/** A square on its corner, around a point. */
export function diamondPath(x: number, y: number, half: number): string {
  return `M${place(x)},${place(y - half)}l${half},${half}l${-half},${half}l${-half},${-half}z`;
}

/** A triangle that points up, or down where its height is negative, around a point. */
export function trianglePath(x: number, y: number, width: number, height: number): string {
  return `M${place(x)},${place(y - height / 2)}l${width / 2},${height}h${-width}z`;
}

export function squarePath(x: number, y: number, half: number): string {
  return `M${place(x - half)},${place(y - half)}h${2 * half}v${2 * half}h${-2 * half}z`;
}
