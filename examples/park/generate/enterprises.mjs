import { months } from './calendar.mjs';
import { industries, zones } from './industries.mjs';

/** @import { Random } from './random.mjs' */

/**
 * An enterprise of the revenue returns.
 *
 * @typedef {object} Enterprise
 * @property {string} code `E000123`, in the order of arrival.
 * @property {number} industry Index of its industry.
 * @property {number} size Its usual revenue, of which the smallest earn 1.
 * @property {string} columns Its columns from `industry` to `tier`, as they stand in every one of its lines.
 */

/** Fewest enterprises of an industry in any month: fewer could not be published (METHODS §7). */
const fewest = 3;

/** The largest enterprises are this many times the smallest. */
const largest = 2000;

/** Of a thousand enterprises, how many leave in a month. */
const leavers = 8;

/** Tiers of the plan's ladder, by size from the top. */
const tiers = [
  { id: 'headquarters', size: 50 },
  { id: 'champion-unicorn', size: 17 },
  { id: 'high-tech', size: 3 },
  { id: 'start-up', size: 0 },
];

/**
 * The enterprises of each month, ordered by code; over all months there are exactly `rows`.
 *
 * @param {number} rows
 * @param {Random} random
 * @returns {Generator<readonly Enterprise[]>}
 */
export function* enterprisesByMonth(rows, random) {
  /** @type {readonly Enterprise[]} */
  let park = [];
  let arrived = 0;
  for (const size of shareRows(rows)) {
    const places = sharePlaces(size);
    park = leave(park, places, random);
    const vacancies = subtract(places, countByIndustry(park));
    /** @type {Enterprise[]} */
    const joined = [];
    while (park.length + joined.length < size) {
      const industry = random.pick(vacancies);
      vacancies[industry]--;
      joined.push(found(++arrived, industry, random));
    }
    park = [...park, ...joined];
    yield park;
  }
}

/**
 * Shares the rows among the months; the park grows by a quarter from the first to the last.
 *
 * @param {number} rows
 */
function shareRows(rows) {
  return share(
    rows,
    months.map((_, month) => 1000 + 6 * month),
  );
}

/**
 * Shares a month's enterprises among the industries.
 *
 * @param {number} size
 */
function sharePlaces(size) {
  const free = share(
    size - fewest * industries.length,
    industries.map(({ enterprises }) => enterprises),
  );
  return free.map((places) => places + fewest);
}

/**
 * Shares a whole number in proportion to whole weights, without a rest.
 *
 * @param {number} total
 * @param {readonly number[]} weights
 */
function share(total, weights) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let upTo = 0;
  let shared = 0;
  return weights.map((weight) => {
    upTo += weight;
    const before = shared;
    shared = Math.floor((total * upTo) / all);
    return shared - before;
  });
}

/**
 * Those who stay: of each industry a few leave by lot, and as many more as there is no place for.
 *
 * @param {readonly Enterprise[]} park
 * @param {readonly number[]} places
 * @param {Random} random
 */
function leave(park, places, random) {
  const waiting = countByIndustry(park);
  const leaving = waiting.map((count, industry) =>
    Math.max(Math.floor((count * leavers) / 1000 + random.next()), count - places[industry]),
  );
  // Knuth's selection sampling: one pass, exactly as many as are due, each equally likely.
  return park.filter(({ industry }) => {
    const leaves = random.below(waiting[industry]) < leaving[industry];
    waiting[industry]--;
    if (leaves) leaving[industry]--;
    return !leaves;
  });
}

/**
 * An enterprise is drawn; sizes follow Zipf's law, as those of real firms do: 1 in x is larger than x.
 *
 * @param {number} number
 * @param {number} industry
 * @param {Random} random
 * @returns {Enterprise}
 */
function found(number, industry, random) {
  const { value, parts, zones: likely } = industries[industry];
  const part = parts[random.pick(parts.map(({ enterprises }) => enterprises))];
  const zone = zones[random.pick(likely)];
  const size = 1 / (1 / largest + (1 - 1 / largest) * random.next());
  const [tier] = tiers.filter((one) => size >= one.size);
  return {
    code: `E${String(number).padStart(6, '0')}`,
    industry,
    size,
    columns: `${value},${part.value},${zone.value},${tier.id}`,
  };
}

/** @param {readonly Enterprise[]} park */
function countByIndustry(park) {
  const counts = industries.map(() => 0);
  for (const { industry } of park) counts[industry]++;
  return counts;
}

/**
 * @param {readonly number[]} from
 * @param {readonly number[]} what
 */
function subtract(from, what) {
  return from.map((value, index) => value - what[index]);
}
