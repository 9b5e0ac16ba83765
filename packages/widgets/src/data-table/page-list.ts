/**
 * The pages that have a link: the first, the last and the neighbours of the present one; `null` where some are left out.
 *
 * @example listPages(0, 26) // [0, 1, 2, null, 25]
 */
export function listPages(page: number, count: number, around = 1): readonly (number | null)[] {
  const near = Array.from({ length: 2 * around + 1 }, (_, at) => page - around + at);
  const first = page === 0 ? [0, 1, 2] : [0];
  const last = page === count - 1 ? [count - 3, count - 2, count - 1] : [count - 1];
  const shown = [...new Set([...first, ...near, ...last])]
    .filter((one) => one >= 0 && one < count)
    .sort((a, b) => a - b);
  return shown.flatMap((one, at): readonly (number | null)[] => {
    const before = shown[at - 1] ?? -1;
    // One page left out takes no more room than the sign for it.
    return one === before + 1 ? [one] : one === before + 2 ? [one - 1, one] : [null, one];
  });
}
