import { describe, expect, test } from 'vitest';
import { directionOf, kindOf, settleGoal } from '../../../packages/metrics/src/goal/kind.js';
import { isSummed } from '../../../packages/metrics/src/plan/target-kind.js';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { enterprises, revenue, stock } from './goals.js';
import {
  accidents,
  around,
  deficit,
  dust,
  emissions,
  energy,
  grain,
  intensity,
  life,
  prices,
  research,
  steadyDeficit,
  unemployment,
} from './kinds/goals.js';

test('each goal of METHODS §8 has its kind, and a plain one none', () => {
  expect(
    [
      unemployment,
      around,
      grain,
      dust,
      energy,
      accidents,
      prices,
      deficit,
      steadyDeficit,
      life,
      intensity,
    ].map(kindOf),
  ).toEqual([
    'average',
    'average',
    'floor',
    'ceiling',
    'ceiling',
    'ceiling',
    'range',
    'each-period',
    'each-period',
    'relative',
    'relative',
  ]);
  expect([research, emissions].map(kindOf)).toEqual(['growth', 'chain']);
  expect([revenue, enterprises, stock, { ...stock, hold: true }].map(kindOf)).toEqual(
    Array(4).fill(undefined),
  );
});

test('totals and counts are sums', () => {
  expect([energy, accidents, revenue, enterprises].every(isSummed)).toBe(true);
  expect([unemployment, dust, stock].some(isSummed)).toBe(false);
});

describe('the direction', () => {
  const of = (goal: JudgedGoal, direction?: JudgedGoal['direction']) =>
    directionOf({ ...goal, ...(direction && { direction }) });

  test('is the goal’s own where it has one', () => {
    expect(of(dust, 'increase')).toBe('increase');
    expect(of(grain, 'decrease')).toBe('decrease');
    expect(of(intensity, 'increase')).toBe('increase');
  });

  test('else that of its bound', () => {
    expect([of(dust), of(energy), of(grain)]).toEqual(['decrease', 'decrease', 'increase']);
  });

  test('else that of its formula', () => {
    expect([of(life), of(intensity), of(research), of(emissions)]).toEqual([
      'increase',
      'decrease',
      'increase',
      'decrease',
    ]);
    expect(of({ ...life, formula: { plus: 0 } })).toBe('increase');
    expect(of({ ...intensity, baseline: null })).toBe('increase');
  });

  test('else an increase', () => {
    expect([of(revenue), of(stock), of(prices)]).toEqual(Array(3).fill('increase'));
  });
});

test('a formula settles the target and the direction, and nothing else does', () => {
  expect(settleGoal(intensity)).toEqual({ ...intensity, target: 173, direction: 'decrease' });
  expect(settleGoal(research)).toEqual({ ...research, target: 140.25517307, direction: 'increase' });
  for (const goal of [stock, dust, { ...life, baseline: null }]) expect(settleGoal(goal)).toBe(goal);
});
