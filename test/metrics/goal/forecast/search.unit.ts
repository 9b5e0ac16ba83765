import { describe, expect, test } from 'vitest';
import { search, type Objective } from '../../../../packages/metrics/src/goal/forecast/search.js';

const bowl =
  (...centre: readonly number[]): Objective =>
  (at) =>
    1 + at.reduce((sum, share, axis) => sum + (share - centre[axis]!) ** 2, 0);

describe('the search', () => {
  test('finds the least point of a bowl to the grid of 1/4096', () => {
    const found = search(bowl(0.7123, 0.04, 0.5), [0.3, 0.1, 0.1], 0);
    [0.7123, 0.04, 0.5].forEach((share, axis) =>
      expect(Math.abs(found[axis]! - share)).toBeLessThanOrEqual(1 / 4096),
    );
    for (const share of found) expect(Number.isInteger(share * 4096)).toBe(true);
  });

  test('finds a corner, and never leaves the unit cube', () => {
    const seen: number[] = [];
    const beyond: Objective = (at) => {
      seen.push(...at);
      return bowl(2, -1)(at, Infinity);
    };
    expect(search(beyond, [0.3, 0.1], 0)).toEqual([1, 0]);
    expect(Math.max(...seen)).toBe(1);
    expect(Math.min(...seen)).toBe(0);
  });

  test('follows a narrow curved valley', () => {
    const valley: Objective = ([x, y]) => 1 + 100 * (y! - x! ** 2) ** 2 + (0.9 - x!) ** 2;
    const found = search(valley, [0.1, 0.9], 0);
    expect(valley(found, Infinity)).toBeLessThan(1.001);
  });

  test('takes a bounded number of trials', () => {
    let trials = 0;
    const restless: Objective = () => {
      trials++;
      return 2 ** -trials;
    };
    search(restless, [0.5, 0.5, 0.5, 0.5], 0);
    expect(trials).toBeGreaterThan(900);
    expect(trials).toBeLessThan(1100);
  });

  test('stays where nothing is gained but rounding', () => {
    const flat: Objective = ([x]) => 1e-20 * x!;
    expect(search(flat, [0.25], 1e-19)).toEqual([0.25]);
    expect(search(flat, [0.25], 0)).toEqual([0]);
    const level: Objective = ([x]) => 5 + 1e-10 * x!;
    expect(search(level, [0.25], 0)).toEqual([0.25]);
  });

  test('gets away from where there is no value', () => {
    const cliff: Objective = (at) => (at[0]! < 0.4 ? Infinity : bowl(0.75)(at, Infinity));
    expect(search(cliff, [0.3], 0)[0]).toBeCloseTo(0.75, 3);
    expect(search(() => Infinity, [0.25, 0.5], 0)).toEqual([0.25, 0.5]);
  });

  test('finds the same point where an objective gives up beyond the limit', () => {
    const full = bowl(0.62, 0.21, 0.9);
    const lazy: Objective = (at, limit) => {
      const value = full(at, Infinity);
      return value > limit ? Infinity : value;
    };
    expect(search(lazy, [0.3, 0.1, 0.1], 0)).toEqual(search(full, [0.3, 0.1, 0.1], 0));
  });
});
