/**
 * Numbers that look like chance and are the same on every machine.
 *
 * @typedef {object} Random
 * @property {() => number} next From 0 up to, not including, 1.
 * @property {(limit: number) => number} below A whole number from 0 up to, not including, `limit`.
 * @property {(weights: readonly number[]) => number} pick An index, each as likely as its weight.
 * @property {(count: number) => readonly number[]} shuffle The numbers from 0 up to, not including, `count`, in any order.
 */

/**
 * Seeds sfc32 (Chris Doty-Humphrey's small fast counter, PractRand) with a number and the name of its purpose, so
 * that one dataset never changes the chance of another.
 *
 * @param {number} seed
 * @param {string} stream
 * @returns {Random}
 */
export function seedRandom(seed, stream) {
  let [a, b, c, counter] = [seed | 0, hash(stream), 0x9e3779b9 | 0, 1];

  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  /** @param {number} limit */
  const below = (limit) => Math.floor(next() * limit);
  /** @param {readonly number[]} weights */
  const pick = (weights) => {
    let left = below(weights.reduce((sum, weight) => sum + weight, 0));
    return weights.findIndex((weight) => (left -= weight) < 0);
  };

  /** @param {number} count */
  const shuffle = (count) => {
    const order = Array.from({ length: count }, (_, index) => index);
    for (let last = count - 1; last > 0; last--) {
      const other = below(last + 1);
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  };

  // Neighbouring seeds start alike: 15 rounds set them apart.
  for (let round = 0; round < 15; round++) next();
  return { next, below, pick, shuffle };
}

/**
 * FNV-1a over the code units of a text.
 *
 * @param {string} text
 */
function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
