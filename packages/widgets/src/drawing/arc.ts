/**
 * An arc around the origin as SVG path data, clockwise; angles in radians, 0 at twelve o'clock, `from` ≤ `to` < `from` + 2π. It is
 * the outer edge that d3-shape's `arc()` draws, to a thousandth.
 *
 * @example arcPath(84, -2, 2)
 */
export function arcPath(radius: number, from: number, to: number): string {
  return `M${point(radius, from)}A${radius} ${radius} 0 ${to - from >= Math.PI ? 1 : 0} 1 ${point(radius, to)}`;
}

/** Where a radius ends that points at an angle, as SVG coordinates. */
export function point(radius: number, angle: number): string {
  return [Math.sin(angle), -Math.cos(angle)].map((part) => +(radius * part).toFixed(3)).join(' ');
}
