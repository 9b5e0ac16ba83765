import { area, line } from 'd3-shape';

/** A place in a drawing, in px. */
export type Point = readonly [x: number, y: number];

const isThere = (point: unknown): boolean => point !== null;

/**
 * A line as SVG path data. It stops before a `null`, and starts again after it; a point between two gaps is a dot where the
 * stroke has round ends.
 *
 * @example linePath([[0, 10], [5, 8], null, [15, 2]]) // 'M0,10L5,8M15,2Z'
 */
export function linePath(points: readonly (Point | null)[]): string {
  return (
    line<Point | null>()
      .defined(isThere)
      .x((point) => place(point![0]))
      .y((point) => place(point![1]))(thin(points)) ?? ''
  );
}

/** Fewer points than these are drawn one by one. */
const many = 1000;

/** Of thousands of points the lowest and the highest in each px: a line through them looks the same, and no peak is lost. */
function thin(points: readonly (Point | null)[]): readonly (Point | null)[] {
  if (points.length < many) return points;
  const kept: (Point | null)[] = [];
  for (let at = 0; at < points.length;) {
    const first = points[at]!;
    let [low, high] = [at, at];
    for (at++; first && points[at] && Math.floor(points[at]![0]) === Math.floor(first[0]); at++) {
      if (points[at]![1] > points[low]![1]) low = at;
      else if (points[at]![1] < points[high]![1]) high = at;
    }
    kept.push(points[Math.min(low, high)]!);
    if (low !== high) kept.push(points[Math.max(low, high)]!);
  }
  return kept;
}

/** The area between two lines, each a place and its lower and upper height; with gaps as a line. */
export function areaPath(bands: readonly (readonly [x: number, low: number, high: number] | null)[]): string {
  return (
    area<readonly [number, number, number] | null>()
      .defined(isThere)
      .x((band) => place(band![0]))
      .y0((band) => place(band![1]))
      .y1((band) => place(band![2]))(bands) ?? ''
  );
}

/** A coordinate as it is written: to a hundredth of a px, which gives the figure back within a twentieth of one. */
export function place(px: number): number {
  return Math.round(px * 100) / 100 + 0;
}
