import type { PublishedLadder } from '@zj/metrics';
import { aDay, aText, isLike, orAbsent, orNull, type Sample } from '../element/like.js';
import type { Form } from '../element/release.js';

/** A number of enterprises or of rows. */
const aCount = (data: unknown): boolean => Number.isSafeInteger(data) && (data as number) >= 0;

/** The parts of a ladder that are shown. */
const ladder: Sample = {
  version: (data) => data === 1,
  kind: (data) => data === 'ladder',
  plan: { title: aText, number: orAbsent('') },
  asOf: aDay,
  quote: aText,
  tiers: [{ id: '', name: aText, support: aText }],
  moves: [{ date: aDay, from: orNull(''), to: orNull(''), count: (data) => aCount(data) && data !== 0 }],
  source: aText,
  demo: true,
  reportedThrough: aDay,
  rows: { read: aCount, rejected: aCount },
};

/** The form of ladder.json. */
export const ladderForm: Form<PublishedLadder> = {
  name: 'ladder',
  take(json) {
    if (!isLike(json, ladder)) return undefined;
    const content = json as PublishedLadder;
    return isSound(content) ? content : undefined;
  },
};

/** Whether moves are between tiers that there are, each once, in the order of days, and no tier ever has fewer than no enterprises. */
function isSound({ tiers, moves, reportedThrough }: PublishedLadder): boolean {
  const standing = new Map(tiers.map(({ id }) => [id, 0]));
  if (tiers.length === 0 || standing.size < tiers.length) return false;
  const seen = new Set<string>();
  return moves.every(({ date, from, to, count }, at) => {
    const isKnown = [from, to].every((tier) => tier === null || standing.has(tier));
    const pair = JSON.stringify([date, from, to]);
    const isInOrder = date >= (moves[at - 1]?.date ?? '') && date <= reportedThrough && !seen.has(pair);
    if (!isKnown || from === to || !isInOrder) return false;
    seen.add(pair);
    if (from !== null) standing.set(from, standing.get(from)! - count);
    if (to !== null) standing.set(to, standing.get(to)! + count);
    // Moves of one day are one change: only its end counts.
    return moves[at + 1]?.date === date || [...standing.values()].every((number) => number >= 0);
  });
}
