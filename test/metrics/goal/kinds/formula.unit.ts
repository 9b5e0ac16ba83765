import { describe, expect, test } from 'vitest';
import { targetOf } from '../../../../packages/metrics/src/plan/formula.js';
import type { Formula } from '../../../../packages/metrics/src/plan/target-kind.js';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import { patience, times } from '../../../soak.js';
import { random } from '../random.js';
import { by, isNearest, plus, printed, type Fraction } from './decimals.js';
import { life } from './goals.js';
import { row } from './table.js';

const one: Fraction = { above: 1n, below: 1n };
const cent: Fraction = { above: 1n, below: 100n };
const times1 = (change: number): Fraction => plus(one, by(printed(change), cent));

/** The target in whole numbers, by school arithmetic. */
function compound(base: number, formula: Formula): Fraction {
  if ('plus' in formula) return plus(printed(base), printed(formula.plus));
  if ('percent' in formula) return by(printed(base), times1(formula.percent));
  const links = 'chain' in formula ? formula.chain : Array<number>(formula.years).fill(formula.growth);
  return links.map(times1).reduce(by, printed(base));
}

describe('METHODS §8: a target that is computed', () => {
  test.each<[number, Formula, number]>([
    [77.3, { plus: 1 }, 78.3],
    [0.1, { plus: 0.2 }, 0.3],
    [5.5, { plus: -0.1 }, 5.4],
    [100, { percent: -13.5 }, 86.5],
    [0.7, { percent: 10 }, 0.77],
    [100, { growth: 7, years: 5 }, 140.25517307],
    [100, { growth: -3, years: 2 }, 94.09],
    [100, { chain: [-3, -3.1] }, 93.993],
    [50, { chain: [-3, -3.1] }, 46.9965],
    [8323.1, { growth: 5.5, years: 1 }, 8780.8705],
    [1e-7, { percent: 50 }, 1.5e-7],
    [1e21, { percent: 50 }, 1.5e21],
    [100, { chain: [0, 0] }, 100],
  ])('%d by %j is %d to the last digit', (value, formula, target) => {
    expect(targetOf({ value }, formula)).toBe(target);
  });

  test('is the nearest double to compound arithmetic in decimals', { timeout: patience() }, () => {
    const cases = 500 + (process.env.ZJ_MUTATION ? 0 : times(9500));
    for (let seed = 1; seed <= cases; seed++) {
      const next = random(seed);
      const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
      const change = (): number => whole(-9900, 30_000) / 10 ** whole(2, 4);
      const value = [whole(1, 1e6) / 100, whole(1, 1e9), next(), next() * 10 ** whole(-8, 12)][whole(0, 3)]!;
      const formula: Formula = [
        { plus: change() },
        { percent: change() },
        { growth: change(), years: whole(1, 15) },
        { chain: Array.from({ length: whole(1, 10) }, change) },
      ][seed % 4]!;
      if (!isNearest(targetOf({ value }, formula), compound(value, formula)))
        expect([seed, value, formula]).toBe('the nearest double');
    }
  });

  test('stands in the verdict, where the goal has none, and its figure reaches it exactly', () => {
    const chain = Array.from({ length: 5 }, (_, i) => 1.1 * (i + 1));
    const goal = { ...life, formula: { chain } };
    const target = targetOf(life.baseline!, goal.formula);
    const verdict = judge(goal, row('year', '2021-01-01', [target]), { asOf: '2021-12-31' });
    expect(verdict).toMatchObject({ target, attainment: 1, status: 'achieved' });
  });
});
