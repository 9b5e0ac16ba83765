/** Tenths of a per cent in the whole. */
export const whole = 1000;

/**
 * Whole tenths of a per cent for shares in per cent, so that they add up to `total`: each is rounded down, and the tenths that are
 * left go to the largest remainders, of equal ones to the first (the method of the largest remainder, Hare and Niemeyer).
 *
 * @example apportion([33.33, 33.33, 33.34], 1000) // [333, 333, 334]
 */
export function apportion(shares: readonly number[], total: number): readonly number[] {
  // 28.7 is 286.99999999999994 tenths.
  const exact = shares.map((share) => +(share * 10).toPrecision(12));
  const down = exact.map(Math.floor);
  const left = total - down.reduce((sum, tenths) => sum + tenths, 0);
  const remainder = (at: number): number => +(exact[at]! - down[at]!).toPrecision(9);
  const raised = new Set(
    exact
      .map((_, at) => at)
      .sort((a, b) => remainder(b) - remainder(a) || a - b)
      .slice(0, Math.max(left, 0)),
  );
  return down.map((tenths, at) => tenths + (raised.has(at) ? 1 : 0));
}

/**
 * Whole tenths for the shares of ranked parts, and of cells that were merged, which add up to 100.0 % however many of the parts are
 * put together as the rest: after the first `levels[0]` of them, after the first `levels[1]`, and so on. So a part reads the same
 * whether the rest is open or not, and on a phone as on a wide page.
 *
 * @example allot([50.04, 30.04, 10.04, 9.88], null, [2]) // { parts: [501, 300, 101, 98], merged: 0 }
 */
export function allot(
  shares: readonly number[],
  merged: number | null,
  levels: readonly number[],
): { readonly parts: readonly number[]; readonly merged: number } {
  const beside = merged === null ? [] : [merged];
  const split = (
    parts: readonly number[],
    [level, ...further]: readonly number[],
    total: number,
    also: readonly number[],
  ): readonly number[] => {
    // A rest of one part is that part.
    if (level === undefined || level >= parts.length - 1) return apportion([...parts, ...also], total);
    const rest = parts.slice(level).reduce((sum, share) => sum + share, 0);
    const upper = apportion([...parts.slice(0, level), rest, ...also], total);
    const lower = split(
      parts.slice(level),
      further.map((next) => next - level),
      upper[level]!,
      [],
    );
    return [...upper.slice(0, level), ...lower, ...upper.slice(level + 1)];
  };
  const tenths = split(shares, levels, whole, beside);
  return { parts: tenths.slice(0, shares.length), merged: tenths[shares.length] ?? 0 };
}
