import { months } from './calendar.mjs';
import { industries } from './industries.mjs';
import { seedRandom } from './random.mjs';

/** @import { Random } from './random.mjs' */

/** What the leading industries earn from January to October 2026, in 亿元, for every seed: 83.9 % of 6000. */
const leadingRevenue = 5036.18;

/** 亿元 in hundredths of 万元, the smallest step of the revenue column. */
const stepsPerHundredMillion = 1_000_000;

/** Spring Festival and the halt before it: 2023-01-22, 2024-02-10, 2025-01-29, 2026-02-17. */
const festivals = ['2023-01-01', '2024-02-01', '2025-01-01', '2026-02-01'];

/** The share of a usual month that an industry earns in the month of the Spring Festival. */
const festivalShare = 0.85;

/**
 * Revenue in hundredths of 万元, by month and industry. It follows from the seed alone: more rows share it among more
 * enterprises.
 *
 * @param {number} seed
 * @returns {readonly (readonly number[])[]}
 */
export function drawTotals(seed) {
  const random = seedRandom(seed, 'industry-revenue totals');
  const drawn = months.map((month) =>
    industries.map(({ revenue, growth, season }) => {
      const year = Number(month.slice(0, 4));
      const perYear = revenue / sum(season.slice(0, 10));
      let level = perYear * season[Number(month.slice(5, 7)) - 1];
      for (let later = year; later < 2026; later++) level /= 1 + growth;
      return level * (festivals.includes(month) ? festivalShare : 1) * drawNoise(random, 0.025);
    }),
  );
  const leading = sum(
    drawn
      .filter((_, month) => months[month].startsWith('2026'))
      .map((row) => sum(row.filter((_, industry) => industries[industry].leading))),
  );
  const scale = (leadingRevenue / leading) * stepsPerHundredMillion;
  return drawn.map((row) => row.map((revenue) => Math.round(revenue * scale)));
}

/**
 * A factor around 1, at most `width` away, and seldom so far: the mean of three equal chances.
 *
 * @param {Random} random
 * @param {number} width
 */
export function drawNoise(random, width) {
  return 1 + (width * (2 * (random.next() + random.next() + random.next()) - 3)) / 3;
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
