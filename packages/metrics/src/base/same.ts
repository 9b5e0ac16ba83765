/** So far two figures may differ, as a share of the larger one, and be the same (METHODS §2). */
const noise = 1e-12;

/**
 * Whether two figures are the same: they differ by no more than 1e-12 of the larger one (METHODS §2). This alone decides it, so that the
 * noise of adding and dividing binary fractions decides nothing.
 *
 * @example isSame(0.1 + 0.2, 0.3) // true
 */
export function isSame(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= noise * Math.max(Math.abs(a), Math.abs(b));
}

/**
 * Whether a figure is as large as a line, or larger; one that is the same is on it.
 *
 * @example reaches(0.95 - 1e-16, 0.95) // true
 */
export function reaches(figure: number, line: number): boolean {
  return figure >= line || isSame(figure, line);
}

/** The first of some figures that is the same as this one, else this one: figures that are the same are also written alike. */
export function settle(figure: number, on: readonly (number | null)[]): number {
  for (const other of on) if (other !== null && isSame(figure, other)) return other;
  return figure;
}
