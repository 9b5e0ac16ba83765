import { describe, expect, test } from 'vitest';
import { probabilityUpTo, quantile } from '../../../../packages/metrics/src/goal/forecast/distribution.js';
import { chanceOf, intervalOf } from '../../../../packages/metrics/src/goal/forecast/prediction.js';
import { mostOff, reference } from './reference.js';

const { shares, quantiles, normal } = reference.student;
const freedoms = quantiles.map((_, i) => i + 1);

describe("Student's t", () => {
  test("has R's quantiles for 1 to 100 degrees of freedom", () => {
    for (const freedom of freedoms) {
      const found = shares.map((share) => quantile(share, freedom));
      expect(mostOff(found, quantiles[freedom - 1]!)).toBeLessThan(1e-12);
    }
  });

  test('has the normal ones with infinitely many', () => {
    expect(
      mostOff(
        shares.map((share) => quantile(share, Infinity)),
        normal,
      ),
    ).toBeLessThan(1e-12);
  });

  test('is even, rises from 0 to 1 and is ½ at 0', () => {
    for (const freedom of [1, 2, 3, 10, 31, 1000, Infinity]) {
      expect(probabilityUpTo(0, freedom)).toBe(0.5);
      const at = [-1e300, -50, -8.5, -3, -1, -0.1, -1e-300, 1e-300, 0.1, 1, 3, 8.5, 50, 1e300];
      const found = at.map((t) => probabilityUpTo(t, freedom));
      expect(found).toEqual([...found].sort((a, b) => a - b));
      found.forEach((share, i) => expect(share + found.at(-1 - i)!).toBeCloseTo(1, 14));
      expect(found[0]).toBe(0);
      expect(found.at(-1)).toBe(1);
    }
  });

  test('never passes 1 by rounding', () => {
    for (const freedom of [5, 11, 99, Infinity]) {
      for (let t = 0; t < 12; t += 0.01) {
        const share = probabilityUpTo(t, freedom);
        expect(share <= 1 && share >= 0.5 && probabilityUpTo(-t, freedom) >= 0).toBe(true);
      }
    }
  });

  test('comes near the normal distribution as the degrees of freedom grow', () => {
    for (const t of [0.3, 1, 2, 4]) {
      expect(probabilityUpTo(t, 100_000)).toBeCloseTo(probabilityUpTo(t, Infinity), 5);
    }
  });
});

describe('a prediction', () => {
  const prediction = { point: 100, deviation: 10, freedom: 5 };

  test('lies within its interval with the probability asked for', () => {
    for (const share of [0.2, 0.5, 0.8, 0.95, 0.99]) {
      const [low, high] = intervalOf(prediction, share)!;
      expect((low + high) / 2).toBeCloseTo(100, 12);
      const inside = probabilityUpTo((high - 100) / 10, 5) - probabilityUpTo((low - 100) / 10, 5);
      expect(inside).toBeCloseTo(share, 12);
    }
    expect(intervalOf(prediction)).toEqual(intervalOf(prediction, 0.8));
  });

  test('reaches its own point with probability ½, either way', () => {
    expect(chanceOf(prediction, 100)).toBe(0.5);
    expect(chanceOf(prediction, 100, 'decrease')).toBe(0.5);
  });

  test('reaches the ends of its 80 % interval with probabilities .9 and .1', () => {
    const [low, high] = intervalOf(prediction)!;
    expect(chanceOf(prediction, low)).toBeCloseTo(0.9, 12);
    expect(chanceOf(prediction, high)).toBeCloseTo(0.1, 12);
    expect(chanceOf(prediction, low, 'decrease')).toBeCloseTo(0.1, 12);
    expect(chanceOf(prediction, high, 'decrease')).toBeCloseTo(0.9, 12);
  });

  test('that is certain reaches a target or does not', () => {
    const certain = { ...prediction, deviation: 0 };
    expect([99, 100, 101].map((target) => chanceOf(certain, target))).toEqual([1, 1, 0]);
    expect([99, 100, 101].map((target) => chanceOf(certain, target, 'decrease'))).toEqual([0, 1, 1]);
    expect(intervalOf(certain)).toEqual([100, 100]);
  });

  test('whose deviation is only rounding is certain too', () => {
    const tenth = { point: 0.1 + 0.2, deviation: 1e-17, freedom: 5 };
    expect(chanceOf(tenth, 0.3)).toBe(1);
    expect(chanceOf(tenth, 0.3, 'decrease')).toBe(1);
    expect(chanceOf(tenth, 0.31)).toBe(0);
    expect(chanceOf({ ...tenth, deviation: 1e-9 }, 0.3)).toBeCloseTo(0.5, 6);
  });

  test('without a deviation has neither interval nor probability', () => {
    expect(intervalOf({ ...prediction, deviation: null })).toBeNull();
    expect(chanceOf({ ...prediction, deviation: null }, 100)).toBeNull();
  });
});
