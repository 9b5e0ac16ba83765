import type { Day } from '../base/day.js';
import type { Period } from '../plan/plan.js';
import type { LadderMove, PublishedLadder } from './ladder-file.js';

/** A ladder at the end of a period, and the moves within it. */
export interface LadderReading {
  /** In the order of the ladder. `before` + `entered` + `came` − `went` − `left` is `count`. */
  readonly tiers: readonly TierReading[];
  /** The moves from tier to tier, without those onto the ladder and off it; each pair once, in the order of the ladder. */
  readonly moves: readonly TierMove[];
}

/** The enterprises of a tier. */
export interface TierReading {
  readonly tier: string;
  /** Those on it at the end of the day before the period. */
  readonly before: number;
  /** Those on it at the end of the period. */
  readonly count: number;
  /** Those that came onto the ladder here. */
  readonly entered: number;
  /** Those that came from another tier. */
  readonly came: number;
  /** Those that went to another tier. */
  readonly went: number;
  /** Those that left the ladder from here. */
  readonly left: number;
}

/** Enterprises that moved from one tier to another within a period. */
export interface TierMove {
  readonly from: string;
  readonly to: string;
  /** Whether the tier that they moved to is higher. */
  readonly up: boolean;
  readonly count: number;
}

/**
 * Reads a ladder over a period, both days inclusive: the enterprises on each tier at its end, entries, and moves between tiers. An
 * enterprise that moves twice is in two moves. Days after `reportedThrough` add nothing.
 *
 * @example
 * readLadder(ladder, { start: '2026-01-01', end: '2026-10-31' }).tiers[0]; // { tier: 'headquarters', before: 3, count: 3, … }
 */
export function readLadder(
  { tiers, moves }: Pick<PublishedLadder, 'moves'> & { readonly tiers: readonly { readonly id: string }[] },
  { start, end }: Period,
): LadderReading {
  const order = tiers.map(({ id }) => id);
  const within = moves.filter(({ date }) => date >= start && date <= end);
  const sum = (chosen: readonly LadderMove[], is: (move: LadderMove) => boolean): number =>
    chosen.reduce((total, move) => (is(move) ? total + move.count : total), 0);
  const standing = (tier: string, stays: (date: Day) => boolean): number => {
    const so = moves.filter(({ date }) => stays(date));
    return sum(so, ({ to }) => to === tier) - sum(so, ({ from }) => from === tier);
  };
  return {
    tiers: order.map((tier) => ({
      tier,
      before: standing(tier, (date) => date < start),
      count: standing(tier, (date) => date <= end),
      entered: sum(within, ({ from, to }) => from === null && to === tier),
      came: sum(within, ({ from, to }) => from !== null && to === tier),
      went: sum(within, ({ from, to }) => from === tier && to !== null),
      left: sum(within, ({ from, to }) => from === tier && to === null),
    })),
    moves: order.flatMap((from, i) =>
      order.flatMap((to, j) => {
        const count = sum(within, (move) => move.from === from && move.to === to);
        return count === 0 ? [] : [{ from, to, up: j < i, count }];
      }),
    ),
  };
}
