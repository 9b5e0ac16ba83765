import { checkUnique, jsonPath } from '../base/input.js';
import { problem, withRemedy, type Problem } from '../base/problem.js';
import { say, type Sentence } from '../base/sentence.js';
import type { PublishedLadder } from './ladder-file.js';

const again = say`Publish the release again: zj publish.`;

/** That the moves of a ladder are between its tiers, in order of days, and that no tier ever has fewer than no enterprises. */
export function* checkPublishedLadder({
  tiers,
  moves,
  reportedThrough,
}: PublishedLadder): Generator<Problem> {
  for (const one of checkUnique('tier', tiers, ['tiers'])) yield withRemedy(one, again);
  const standing = new Map(tiers.map(({ id }) => [id, 0]));
  let before = '';
  const seen = new Set<string>();
  for (const [i, { date, from, to, count }] of moves.entries()) {
    const tell = (message: Sentence): Problem =>
      problem({ code: 'ladder', where: jsonPath('moves', i), message, remedy: again });
    const unknown = [from, to].find((tier) => tier !== null && !standing.has(tier));
    const pair = JSON.stringify([date, from, to]);
    if (unknown !== undefined) yield tell(say`The ladder has no tier ${unknown ?? ''}.`);
    if (from === to) yield tell(say`The move leads nowhere.`);
    if (date < before || date > reportedThrough || seen.has(pair))
      yield tell(say`The move of ${date} is out of order, here twice, or after ${reportedThrough}.`);
    before = date;
    seen.add(pair);
    if (from !== null) standing.set(from, (standing.get(from) ?? 0) - count);
    if (to !== null) standing.set(to, (standing.get(to) ?? 0) + count);
    const last = moves[i + 1]?.date !== date;
    const below = last ? [...standing].find(([, number]) => number < 0) : undefined;
    if (!below) continue;
    yield tell(say`After ${date}, more enterprises have left the tier ${below[0]} than came to it.`);
    return;
  }
}
