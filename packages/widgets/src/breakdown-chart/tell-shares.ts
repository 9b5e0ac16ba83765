import type { Locale } from '../locale/locale.js';
import type { Breakdown, Part } from './breakdown.js';
import { tellLooseShare, tellShare } from './column.js';
import { sumParts, type Ranked } from './ranking.js';
import { allot, whole } from './shares.js';

/** The shares of a breakdown as they read. */
export interface Shares {
  /** Whether they add up to 100.0 % as they read. */
  readonly isWhole: boolean;
  /** Absent where a part has none. */
  readonly textOf: (part: Part) => string | undefined;
  /** Of the first so many members by rank together. */
  readonly leading: (count: number) => string;
}

/** So many parts a phone shows one by one, where nobody says how many. */
export const few = 5;

/** The shares of parts, of which `tail` are put together as `rest`; `null` where the data have none. */
export function tellShares(
  { rest: asked, merged, total, adds }: Breakdown,
  {
    head,
    tail,
    rest,
    locale,
  }: {
    readonly head: readonly Ranked[];
    readonly tail: readonly Ranked[];
    readonly rest: Part | null;
    readonly locale: Locale;
  },
): Shares | null {
  // The rest of a query is one part more, and the last one.
  const parts: readonly Part[] = [...head, ...tail, ...(asked ? [asked] : [])];
  const all = merged ? [...parts, merged] : parts;
  if (!adds || all.every(({ share }) => share === null)) return null;
  const exactOf = ({ share }: Part): number => share ?? 0;
  const isWhole = Math.abs(all.reduce((sum, part) => sum + exactOf(part), 0) - 100) < 1e-6;
  if (!isWhole) {
    const loose = ({ share }: Part): string | undefined =>
      share === null ? undefined : tellLooseShare(share, locale);
    return { isWhole, textOf: loose, leading: (count) => loose(sumParts(head.slice(0, count), { adds }))! };
  }
  const levels = asked ? [] : [...new Set([few, head.length])].sort((a, b) => a - b);
  const shown = allot(parts.map(exactOf), merged && exactOf(merged), levels);
  const tenths = new Map<Part, number>(parts.map((part, at) => [part, shown.parts[at]!]));
  const sum = (some: readonly Part[]): number => some.reduce((all, part) => all + tenths.get(part)!, 0);
  if (rest && !asked) tenths.set(rest, sum(tail));
  if (merged) tenths.set(merged, shown.merged);
  if (total) tenths.set(total, whole);
  return {
    isWhole,
    textOf: (part) =>
      part.share === null && part !== total
        ? undefined
        : tellShare(tenths.get(part)!, part === total ? 100 : exactOf(part), locale),
    leading: (count) => {
      const first = head.slice(0, count);
      return tellShare(sum(first), exactOf(sumParts(first, { adds })), locale);
    },
  };
}
